import { expect, it } from "vitest";
import { madeUpNumbers } from "../../src/understanding/made-up-numbers.ts";

it.each([
  ["nomorku 0813 9876 5432 ya", "nomorku 0812 0000 0001 ya"],
  ["wa +62 813-9876-5432", "wa +62 812-0000-0001"],
  ["6281398765432", "6281200000001"],
  ["813.9876.5432 atas nama Rini", "812.0000.0001 atas nama Rini"],
  ["(021) 7654321", "(081) 2000001"],
  ["rek 1234567891 an Rini", "rek 0812000001 an Rini"],
  ["nol delapan satu tiga sembilan delapan tujuh enam lima empat tiga", "08120000001"],
])("no real number is left in “%s”", (text, masked) => {
  expect(madeUpNumbers()(text)).toBe(masked);
});

it("the same number stays the same one, however it is written, and another becomes another", () => {
  const mask = madeUpNumbers();
  expect(mask("0813 9876 5432 atau 0857-1111-2222")).toBe("0812 0000 0001 atau 0812-0000-0002");
  expect(mask("+6281398765432")).toBe("+6281200000001");
});

it.each([
  "2 lusin, total 1.500.000",
  "transfer 1500000 tgl 08-11-2026 jam 08.00 - 10.00",
  "S 6, M 12, L 100",
  "620.000.000 pun jadi",
  "pesan 20 loyang buat 2026-12-05",
])("prices, days, times and amounts stay: “%s”", (text) => {
  expect(madeUpNumbers()(text)).toBe(text);
});

it("how many stands behind a number stays how many", () => {
  expect(madeUpNumbers()("0813 9876 5432 2 loyang")).toBe("0812 0000 0001 2 loyang");
});

it("a text of ten thousand digits is no burden", () => {
  const start = performance.now();
  madeUpNumbers()("0812 ".repeat(2_000) + "satu ".repeat(2_000));
  expect(performance.now() - start).toBeLessThan(1_000);
});
