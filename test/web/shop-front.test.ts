import { expect, it } from "vitest";
import { doorsAt } from "../../src/web/shop-front.ts";

const hours = [
  [],
  ...Array.from({ length: 5 }, () => [{ open: 8 * 60, close: 17 * 60 }]),
  [{ open: 18 * 60, close: 26 * 60 }],
];
const place = { timeZone: "Asia/Jakarta", hours, holidays: [{ day: "2026-12-25", name: "Natal", openings: [] }] };
const doors = (moment: string) => doorsAt(place, Date.parse(`${moment}+07:00`));

it("says until when the shop is open", () => {
  expect(doors("2026-11-18T09:00")).toEqual({ open: true, at: "17.00" });
});

it("stays open past midnight", () => {
  expect(doors("2026-11-22T01:30")).toEqual({ open: true, at: "02.00" });
  expect(doors("2026-11-22T02:00")).toEqual({ open: false, at: "08.00", days: 1 });
});

it("says when a closed shop opens: later today, tomorrow, or after a holiday", () => {
  expect(doors("2026-11-18T06:00")).toEqual({ open: false, at: "08.00", days: 0 });
  expect(doors("2026-11-18T20:00")).toEqual({ open: false, at: "08.00", days: 1 });
  expect(doors("2026-12-25T10:00")).toEqual({ open: false, at: "18.00", days: 1 });
});

it("a shop without hours promises none", () => {
  expect(doorsAt({ ...place, hours: Array.from({ length: 7 }, () => []) }, 0)).toEqual({ open: false });
});
