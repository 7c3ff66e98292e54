import { describe, expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

describe("goods in the place of others", () => {
  it.each([
    ["kue", "nastar 250gr 2, kalau kosong kue sus aja", ["NST/250gr=2"]],
    ["kue", "mau lemper 10 kalo abis risol ya kak", ["LMP=10"]],
    ["mode", "jaket L 2 klo ga ada XL", ["JKT/L=2"]],
    ["sepatu", "sandal jepit 39 1 pasang, kalau habis, ukuran 40 aja", ["SJP/39=1"]],
    ["kue", "puding 3 kalau ga ada, sama lemper 4", ["PUD=3", "LMP=4"]],
    ["kue", "ada puding? kalau ga ada lemper 4 aja", ["LMP=4"]],
    ["kue", "puding 3 sama kalau ada lemper 4", ["PUD=3", "LMP=4"]],
  ])("%s: %s", (shop, text, basket) => {
    expect(basketOf(hear(shop, text))).toEqual(basket);
  });
});

describe("beside a basket", () => {
  const basket = [{ id: "a", sku: "LMP", options: [], quantity: 4000 }];

  it("goods for when others are gone are a note, and change nothing", () => {
    const { edits, items } = hear("kue", "kalau kosong ganti risol ya", { basket });
    expect([edits, items]).toEqual([[{ type: "note", line: "a", note: "kalau kosong ganti risol ya" }], []]);
  });

  it.each(["when", "address"] as const)("a bare number where the %s was asked for counts nothing", (type) => {
    const { edits, items } = hear("kue", "5", { basket, question: { type } });
    expect([edits, items]).toEqual([[], []]);
  });
});

describe("spans beyond any calendar", () => {
  it.each(["lemper 2 buat 99999999999 hari lagi", "diambil 99999999999 menit lagi", "9999999999999 minggu lagi"])(
    "%s names no day",
    (text) => {
      expect(hear("kue", text).date).toBeUndefined();
    },
  );
});

describe("thought better of", () => {
  it.each(["lemper 4 eh jangan", "lemper 4 eh gausah deh", "lemper 4, eh ga jadi", "pesan lemper 4 eh jangan dulu"])(
    "%s orders nothing",
    (text) => {
      expect(basketOf(hear("kue", text))).toEqual([]);
    },
  );

  it("a number in its place is taken, and other goods stay", () => {
    expect(basketOf(hear("kue", "lemper 4 eh jangan, 6"))).toEqual(["LMP=6"]);
    expect(basketOf(hear("kue", "risol 2, lemper 4 eh lempernya ga usah"))).toEqual(["RSL=2"]);
  });
});

describe("numbers that leave open how many", () => {
  it.each([
    ["kue", "lemper 2-3 box"],
    ["kue", "lemper dua tiga biji"],
    ["mode", "celana krem 32 34"],
  ])("%s: %s is asked about", (shop, text) => {
    expect(hear(shop, text).clarify).toBe(true);
  });

  it.each([
    ["kue", "lemper 12 1 box", "LMP=12"],
    ["mode", "celana krem 32 2", "CLN/krem/32=2"],
    ["mode", "celana krem 32 (3)", "CLN/krem/32=3"],
    ["mode", "celana krem 32 30 pcs", "CLN/krem/32=30"],
  ])("%s: %s is not", (shop, text, line) => {
    const meaning = hear(shop, text);
    expect([basketOf(meaning), meaning.clarify]).toEqual([[line], false]);
  });
});

describe("goods told of, asked about or paid for", () => {
  it.each([
    ["kue", "cek ongkir lemper 10 ke cimahi"],
    ["kue", "mau nanya lemper 2 box"],
    ["kue", "pengen lemper 10 tapi uangnya belum ada"],
    ["mode", "jaket M 1 yang datang malah L"],
    ["kue", "nastarnya remuk 2 dari 3 toples"],
    ["tani", "telur kemarin yang 2 kg sudah busuk semua"],
    ["kue", "lemper 12 sama dengan 1 box kan"],
    ["kue", "lunas ya lemper 10"],
    ["kue", "pesanan saya kemarin lemper 10 risol 5"],
    ["kue", "Ready nastar 80rb\nlemper 3500\nminat wa 081200001111"],
  ])("%s: %s orders nothing", (shop, text) => {
    expect(basketOf(hear(shop, text))).toEqual([]);
  });

  it.each([
    ["kue", "mau nanya dulu, lemper bisa dikirim? kalau bisa pesan 10", ["LMP=10"]],
    ["kue", "kemarin lempernya enak, minta 10 lagi", ["LMP=10"]],
    ["kue", "lemper 10, nanti saya lunasi pas diantar", ["LMP=10"]],
  ])("%s: %s orders", (shop, text, basket) => {
    expect(basketOf(hear(shop, text))).toEqual(basket);
  });
});
