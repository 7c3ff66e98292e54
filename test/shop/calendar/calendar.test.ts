import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, localTime, minuteOf, weekdayOf } from "../../../src/shop/calendar/calendar.ts";

const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
const zone = fc.constantFrom(
  "Asia/Jakarta",
  "Asia/Makassar",
  "Asia/Jayapura",
  "UTC",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
);

describe("the shop's calendar", () => {
  test("shows the day and minute that a clock on the wall shows, in every zone and across changes of summer time", () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const shown = new Date(at).toLocaleString("sv-SE", { timeZone });
        const { day, minute } = localTime(at, timeZone);
        const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        expect(`${day} ${clock}`).toBe(shown.slice(0, 16));
      }),
      { numRuns: 500 },
    );
  });

  test("counts days forth and back, and weekdays", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -900, max: 900 }), (at, days) => {
        const day = new Date(at).toISOString().slice(0, 10);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(weekdayOf(day)).toBe(new Date(`${day}T12:00:00Z`).getUTCDay());
      }),
    );
  });

  test.each([
    ["07:30", 450],
    ["7:30", 450],
    ["24:00", undefined],
    ["sore", undefined],
    ["", undefined],
  ])("reads %s as %s minutes", (text, minutes) => {
    expect(minuteOf(text)).toBe(minutes);
  });
});
