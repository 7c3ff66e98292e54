import type { Effect } from "#flow";
import { LATE_MS } from "../../src/shop/call/call-times.ts";

/** The timer that falls when a promised call is late. */
export const LATE_CALL = "lateCall";

/** A call that the customer is told to expect at `at`, and a timer that sees whether it came. */
export function promisedCall(
  wish: Omit<Extract<Effect, { type: "askForCall" }>, "type" | "dueAt" | "promised">,
  at: number,
  lateMs: number = LATE_MS,
): readonly Effect[] {
  return [
    { type: "askForCall", ...wish, dueAt: at, promised: true },
    { type: "setTimer", key: LATE_CALL, dueAt: at + lateMs },
  ];
}
