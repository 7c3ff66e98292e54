import type { PaceSettings, PaceView } from "../connection.ts";

/** What a shop on its own number may set, from the most careful to the boldest that is still sensible. */
const bounds = {
  leastDelayMs: [300, 10_000],
  mostDelayMs: [500, 20_000],
  perHour: [10, 120],
  perDayWhileYoung: [10, 60],
} as const;

export const usualPace: PaceSettings = {
  leastDelayMs: 800,
  mostDelayMs: 2_500,
  perHour: 80,
  youngNumber: false,
  perDayWhileYoung: 30,
};

/** Settings brought within the safe bounds. */
export function safePace(wanted: Partial<PaceSettings>): PaceSettings {
  const all = { ...usualPace, ...wanted };
  const within = (name: keyof typeof bounds) =>
    Math.min(Math.max(Math.round(all[name]), bounds[name][0]), bounds[name][1]);
  const leastDelayMs = within("leastDelayMs");
  return {
    leastDelayMs,
    mostDelayMs: Math.max(within("mostDelayMs"), leastDelayMs),
    perHour: within("perHour"),
    youngNumber: all.youngNumber,
    perDayWhileYoung: within("perDayWhileYoung"),
  };
}

/** How much is used up at `now`. `sentAt` holds when messages went, oldest first. All epoch ms. */
export function paceView(settings: PaceSettings, sentAt: readonly number[], now: number): PaceView {
  const lastHour = sentAt.filter((at) => at > now - HOUR_MS);
  const lastDay = sentAt.filter((at) => at > now - DAY_MS);
  const fullUntil = Math.max(
    freeAt(lastHour, settings.perHour, HOUR_MS),
    settings.youngNumber ? freeAt(lastDay, settings.perDayWhileYoung, DAY_MS) : 0,
  );
  return {
    ...settings,
    sentLastHour: lastHour.length,
    sentLastDay: lastDay.length,
    ...(fullUntil > now ? { fullUntil } : {}),
  };
}

/** How long a message waits, typing: longer words take longer. `random` is from 0 to 1. */
export function delayBefore(settings: PaceSettings, length: number, random: number): number {
  const { leastDelayMs, mostDelayMs } = settings;
  const effort = Math.min(1, length / LONG_TEXT);
  return Math.round(leastDelayMs + (mostDelayMs - leastDelayMs) * (effort + random) * 0.5);
}

/** Only these count: what went earlier is forgotten. */
export function stillCounting(sentAt: readonly number[], now: number): number[] {
  return sentAt.filter((at) => at > now - DAY_MS);
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LONG_TEXT = 400;

/** When the oldest of a full window leaves it; 0 while there is room. */
function freeAt(sentAt: readonly number[], most: number, windowMs: number): number {
  const blocking = sentAt.at(-most);
  return sentAt.length >= most && blocking !== undefined ? blocking + windowMs : 0;
}
