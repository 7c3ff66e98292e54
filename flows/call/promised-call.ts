import type { Effect, Picture } from "#flow";
import { LATE_MS, nextCallable } from "../../src/shop/call/call-times.ts";

/** The timer that falls when a promised call is late. */
export const LATE_CALL = "lateCall";

type Wish = Omit<Extract<Effect, { type: "askForCall" }>, "type" | "dueAt" | "promised" | "promisedAt">;

/** A call that the customer is told to expect at `at`, and a timer that sees whether it came. `dueAt` where it is due before. */
export function promisedCall(wish: Wish, at: number, lateMs: number = LATE_MS, dueAt: number = at): readonly Effect[] {
  return [
    { type: "askForCall", ...wish, dueAt, promised: true, ...(dueAt === at ? {} : { promisedAt: at }) },
    { type: "setTimer", key: LATE_CALL, dueAt: at + lateMs },
  ];
}

/** Nobody has to call them, and nobody says sorry for not having called. */
export const settled: readonly Effect[] = [{ type: "settleCalls" }, { type: "cancelTimer", key: LATE_CALL }];

const AN_HOUR_MS = 3_600_000;

/** Not now: the call stays on the list for later, and what was told before is off. */
export function heldOff({ now, branches, call }: Picture): readonly Effect[] {
  if (!call) return [];
  const later = now + AN_HOUR_MS;
  const dueAt = nextCallable(branches, later) ?? later;
  return [
    { type: "askForCall", kind: "asked", reason: "", times: 0, agreed: true, dueAt },
    { type: "cancelTimer", key: LATE_CALL },
  ];
}
