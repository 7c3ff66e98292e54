import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Branch } from "../../../src/shop/branch/branch.ts";
import { instantOf, localTime } from "../../../src/shop/calendar/calendar.ts";
import { byUrgency } from "../../../src/shop/call/call.ts";
import {
  backAt,
  isShopOpen,
  momentOf,
  nextCallable,
  nextTry,
  offeredTimes,
} from "../../../src/shop/call/call-times.ts";
import { branches } from "../../fixtures/warung.ts";

const ZONE = "Asia/Jakarta";
const at = (text: string) => Date.parse(`${text}+07:00`);
const said = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant + 7 * 3_600_000).toISOString().slice(0, 16);

function shop(open: number, close: number, more: Partial<Branch> = {}): readonly Branch[] {
  const [first] = branches;
  if (!first) throw new Error("no branch");
  return [{ ...first, hours: Array.from({ length: 7 }, () => [{ open, close }]), ...more }];
}

describe("when somebody is called back", () => {
  test("an open shop calls within a quarter of an hour, a closed one when it opens", () => {
    expect(said(backAt(branches, at("2026-11-18T10:00")).at)).toBe("2026-11-18T10:15");
    expect(said(backAt(branches, at("2026-11-18T17:30")).at)).toBe("2026-11-19T08:00");
    expect(said(backAt(branches, at("2026-11-18T05:00")).at)).toBe("2026-11-18T08:00");
  });

  test("a shop that closes within a quarter of an hour calls when it opens again, and offers no call at once", () => {
    expect(backAt(branches, at("2026-11-18T16:44"))).toMatchObject({ soon: true });
    expect(said(backAt(branches, at("2026-11-18T16:50")).at)).toBe("2026-11-19T08:00");
    expect(offeredTimes(branches, ZONE, at("2026-11-18T16:50")).some(({ soon }) => soon)).toBe(false);
  });

  test("nobody is woken: a shop that opens at four, or runs through the night, calls from seven on", () => {
    expect(said(nextCallable(shop(240, 600), at("2026-11-18T03:00")))).toBe("2026-11-18T07:00");
    expect(said(nextCallable(shop(0, 1440), at("2026-11-18T02:00")))).toBe("2026-11-18T07:00");
    expect(said(nextCallable(shop(0, 1440), at("2026-11-18T22:00")))).toBe("2026-11-19T07:00");
  });

  test("holidays and a shop that never opens are known", () => {
    const holidays = [{ day: "2026-11-19", name: "libur", openings: [] }];
    expect(said(nextCallable(shop(480, 1020, { holidays }), at("2026-11-18T18:00")))).toBe("2026-11-20T08:00");
    const never = shop(480, 1020, { hours: Array.from({ length: 7 }, () => []) });
    expect(nextCallable(never, at("2026-11-18T18:00"))).toBeUndefined();
    expect(backAt(never, 0)).toEqual({ at: 0, soon: false, unknown: true });
    expect(momentOf({ soon: true }, never, ZONE, 0)).toEqual({ type: "closed" });
  });
});

describe("a time that was asked for", () => {
  const evening = shop(480, 1260);
  const now = at("2026-11-18T14:00");
  const cases: [string, Parameters<typeof momentOf>[0], string | undefined][] = [
    ["jam 4", { time: "16:00" }, "2026-11-18T16:00"],
    ["malam", { time: "malam" }, "2026-11-18T19:00"],
    ["habis magrib", { time: "malam", around: "18:30" }, "2026-11-18T18:30"],
    ["habis dzuhur, over today", { time: "siang", around: "12:30" }, "2026-11-19T12:30"],
    ["nanti sore", { day: "2026-11-18", time: "sore" }, "2026-11-18T16:00"],
    ["pagi, said in the afternoon", { time: "pagi" }, "2026-11-19T09:00"],
    ["besok", { day: "2026-11-19" }, "2026-11-19T09:00"],
    ["sekarang", { soon: true }, "2026-11-18T14:15"],
    ["jam 9, over today", { time: "09:00" }, "2026-11-19T09:00"],
  ];
  test.each(cases)("“%s”", (_, wanted, expected) => {
    const moment = momentOf(wanted, evening, ZONE, now);
    expect(said(moment.type === "at" ? moment.at : undefined)).toBe(expected);
  });

  test("that is over, or when nobody is there, is said so", () => {
    expect(momentOf({ day: "2026-11-18", time: "09:00" }, evening, ZONE, now).type).toBe("past");
    expect(momentOf({ day: "2026-11-17" }, evening, ZONE, now).type).toBe("past");
    expect(momentOf({ time: "22:30" }, evening, ZONE, now).type).toBe("closed");
    expect(momentOf({ time: "malam" }, shop(480, 1020), ZONE, now).type).toBe("closed");
  });

  test("is always ahead and within the shop's hours, and so is what is offered", () => {
    const hours = fc.record({ open: fc.integer({ min: 0, max: 1380 }), length: fc.integer({ min: 30, max: 1440 }) });
    const instant = fc.integer({ min: at("2026-11-01T00:00"), max: at("2026-12-01T00:00") });
    const time = fc.constantFrom(undefined, "pagi", "siang", "sore", "malam", "08:00", "16:30", "23:59");
    fc.assert(
      fc.property(hours, instant, time, fc.integer({ min: 0, max: 3 }), ({ open, length }, from, wanted, ahead) => {
        const places = shop(open, Math.min(2880, open + length));
        const day = new Date(from + 7 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);
        const moment = momentOf({ day, time: wanted }, places, ZONE, from);
        if (moment.type === "at") expect([moment.at > from, isShopOpen(places, moment.at)]).toEqual([true, true]);
        for (const offer of offeredTimes(places, ZONE, from))
          if (!offer.soon) expect(isShopOpen(places, instantOf(offer.day, offer.minute, ZONE))).toBe(true);
      }),
    );
  });
});

test("a clock's minute is found again in every zone", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000_000_000 }),
      fc.constantFrom("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC"),
      (seconds, zone) => {
        const minute = Math.floor(seconds / 60) * 60_000;
        const local = localTime(minute, zone);
        expect(instantOf(local.day, local.minute, zone)).toBe(minute);
      },
    ),
  );
});

test("who did not answer is tried three times more, never at night, and then no more", () => {
  const now = at("2026-11-18T16:30");
  const tries = [1, 2, 3, 4].map((tried) => said(nextTry(tried, branches, ZONE, now)));
  expect(tries).toEqual(["2026-11-18T16:45", "2026-11-19T08:00", "2026-11-19T09:00", undefined]);
});

test("who is kept waiting is called first, and among them who called most; then the rest by their time", () => {
  const call = (id: string, dueAt: number | undefined, times = 1) => ({ id, times, ...(dueAt ? { dueAt } : {}) });
  const calls = [call("e", undefined), call("d", 300), call("c", 400, 3), call("b", 50), call("a", 90, 5)];
  expect(calls.sort(byUrgency(100)).map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
});
