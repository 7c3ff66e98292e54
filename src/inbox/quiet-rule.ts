import type { EventBody } from "../channels/message.ts";

/** How long typed words and media wait for more of the same, so that a burst is answered once. */
export interface QuietRule {
  readonly quietMs: number;
  /** The oldest unanswered event waits no longer than this. */
  readonly ceilingMs: number;
}

/** A quiet of 0 answers everything at once. */
export function quietRule(quietMs: number): QuietRule {
  return { quietMs, ceilingMs: quietMs === 0 ? 0 : Math.max(5 * quietMs, 5_000) };
}

/** Whether more of the same is likely to follow. Taps, commands, timers and staff acts are due at once. */
export function waitsForQuiet(body: EventBody): boolean {
  return body.type === "messageReceived" || body.type === "messageEdited";
}
