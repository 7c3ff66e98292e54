import { expect, it } from "vitest";
import { delayBefore, paceView, safePace, usualPace } from "../../../src/channels/whatsapp-web/own-pace.ts";

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const every = (count: number, stepMs: number) =>
  Array.from({ length: count }, (_, index) => NOW - (count - index) * stepMs);

it("takes no pace that would get the number banned, and none that would leave customers waiting", () => {
  expect(safePace({})).toEqual(usualPace);
  expect(safePace({ perHour: 100_000, leastDelayMs: 0, perDayWhileYoung: 1_000 })).toMatchObject({
    perHour: 120,
    leastDelayMs: 300,
    perDayWhileYoung: 60,
  });
  expect(safePace({ perHour: 0 })).toMatchObject({ perHour: 10 });
  expect(safePace({ leastDelayMs: 5_000, mostDelayMs: 1_000 })).toMatchObject({ mostDelayMs: 5_000 });
});

it("is full until the oldest message of a full hour is an hour old", () => {
  const sentAt = every(80, 10_000);
  expect(paceView(usualPace, sentAt, NOW)).toMatchObject({ sentLastHour: 80, fullUntil: NOW - 800_000 + HOUR });
  expect(paceView(usualPace, sentAt.slice(1), NOW).fullUntil).toBeUndefined();
  expect(paceView(usualPace, sentAt, NOW + HOUR).fullUntil).toBeUndefined();
});

it("lets a young number write only so much a day", () => {
  const sentAt = every(30, HOUR / 2);
  expect(paceView(usualPace, sentAt, NOW).fullUntil).toBeUndefined();
  const young = { ...usualPace, youngNumber: true };
  expect(paceView(young, sentAt, NOW)).toMatchObject({ sentLastDay: 30, fullUntil: NOW - 15 * HOUR + 24 * HOUR });
});

it("types longer for longer words, never the same time twice, and always within the bounds", () => {
  expect(delayBefore(usualPace, 0, 0)).toBe(800);
  expect(delayBefore(usualPace, 4_000, 1)).toBe(2_500);
  expect(delayBefore(usualPace, 200, 0.3)).toBeGreaterThan(delayBefore(usualPace, 20, 0.3));
  expect(delayBefore(usualPace, 20, 0.9)).toBeGreaterThan(delayBefore(usualPace, 20, 0.3));
});
