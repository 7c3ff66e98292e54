import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Holiday, OpeningHours } from "../../../src/shop/branch/branch.ts";
import { sayHours } from "../../../src/shop/branch/branch.words.ts";
import { isOpen, nextOpening } from "../../../src/shop/branch/openings.ts";
import { parseHours } from "../../../src/shop/branch/parse-hours.ts";
import { addDays, localTime, weekdayOf } from "../../../src/shop/calendar/calendar.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const OFFSETS = { "Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9 } as const;
type Zone = keyof typeof OFFSETS;

interface Place {
  readonly hours: OpeningHours;
  readonly holidays: readonly Holiday[];
  readonly timeZone: Zone;
}

/** When a place is open around an instant, as spans of absolute time, worked out another way than the shop does. */
function spans({ hours, holidays, timeZone }: Place, instant: number, daysAhead: number): [number, number][] {
  const shift = OFFSETS[timeZone] * 60 * MINUTE;
  const today = Math.floor((instant + shift) / DAY);
  return Array.from({ length: daysAhead + 2 }, (_, index) => today - 1 + index).flatMap((number) => {
    const midnight = number * DAY - shift;
    const day = new Date(number * DAY).toISOString().slice(0, 10);
    const own = holidays.find((holiday) => holiday.day === day)?.openings ?? hours[weekdayOf(day)] ?? [];
    return own.map(({ open, close }): [number, number] => [midnight + open * MINUTE, midnight + close * MINUTE]);
  });
}

const opening = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([open, length]) => ({ open, close: Math.min(open + length, 2880) }));
const day = fc.array(opening, { maxLength: 2 });
const instant = fc
  .integer({ min: Date.UTC(2026, 10, 20) / MINUTE, max: Date.UTC(2027, 0, 10) / MINUTE })
  .map((minutes) => minutes * MINUTE);
const place: fc.Arbitrary<Place> = fc.record({
  hours: fc.tuple(day, day, day, day, day, day, day),
  holidays: fc.uniqueArray(
    fc.record({
      day: fc.integer({ min: 0, max: 50 }).map((ahead) => addDays("2026-11-20", ahead)),
      name: fc.constant("libur"),
      openings: day,
    }),
    { selector: (holiday) => holiday.day, maxLength: 10 },
  ),
  timeZone: fc.constantFrom<Zone[]>("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
});

describe("a branch's doors", () => {
  it("are open exactly when its hours say so, past midnight and on holidays too, in all of Indonesia", () => {
    fc.assert(
      fc.property(place, instant, (branch, at) => {
        const open = spans(branch, at, 0).some(([from, to]) => from <= at && at < to);
        expect(isOpen(branch, at)).toBe(open);
      }),
      { numRuns: 1_000 },
    );
  });

  it("open next at the first moment they do", () => {
    fc.assert(
      fc.property(place, instant, (branch, at) => {
        const shift = OFFSETS[branch.timeZone] * 60 * MINUTE;
        const starts = spans(branch, at, 14)
          .filter(([, to]) => to > at)
          .map(([from]) => Math.max(from, at));
        const next = nextOpening(branch, at);
        const said = next && Date.parse(`${next.day}T00:00:00Z`) - shift + next.minute * MINUTE;
        expect(said).toBe(starts.length > 0 ? Math.min(...starts) : undefined);
      }),
      { numRuns: 1_000 },
    );
  });

  it("of the night kiosk are open at one on a Saturday morning, and shut at three", () => {
    const hours = parseHours("Senin-Kamis 16.00-00.30, Jumat-Sabtu 16.00-02.00, Minggu 16.00-23.00");
    if (!hours) throw new Error("these hours can be read");
    const kiosk = { hours, holidays: [], timeZone: "Asia/Jakarta" };
    expect(isOpen(kiosk, Date.parse("2026-11-28T01:00:00+07:00"))).toBe(true);
    expect(isOpen(kiosk, Date.parse("2026-11-28T03:00:00+07:00"))).toBe(false);
    expect(nextOpening(kiosk, Date.parse("2026-11-28T03:00:00+07:00"))).toEqual({ day: "2026-11-28", minute: 960 });
    expect(sayHours(kiosk)).toBe("Senin–Kamis 16.00–00.30, Jumat–Sabtu 16.00–02.00, Minggu 16.00–23.00");
  });

  it("follow the clock of their own part of the country", () => {
    const hours = parseHours("Setiap hari 08.00-17.00") ?? [];
    const at = Date.parse("2026-11-23T00:30:00Z");
    const open = (timeZone: string) => isOpen({ hours, holidays: [], timeZone }, at);
    expect([open("Asia/Jakarta"), open("Asia/Makassar"), open("Asia/Jayapura")]).toEqual([false, true, true]);
    expect(localTime(at, "Asia/Jayapura")).toEqual({ day: "2026-11-23", minute: 570 });
  });
});
