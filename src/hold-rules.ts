import { z } from "zod";

/** How long a person may be silent in a chat they hold, and how soon somebody else hears of one who waits. */
export const HoldRules = z.object({
  /** Minutes after the seller's last word; 0: never */
  quietMinutes: z.union([z.literal(0), z.number().int().min(5).max(720)]),
  /** Minutes until whoever waits is told of again, then to the next, then to the owner */
  remindMinutes: z.number().int().min(1).max(240),
});
export type HoldRules = z.infer<typeof HoldRules>;

/** The same as a shop keeps it; what is not there, or makes no sense, is as in most shops. */
export const StoredHoldRules = z.object({
  quietMinutes: HoldRules.shape.quietMinutes.default(30).catch(30),
  remindMinutes: HoldRules.shape.remindMinutes.default(5).catch(5),
});

/** What a conversation keeps of its hold. Instants in epoch ms. */
export interface HoldClock {
  /** When a quiet takeover ends by itself */
  readonly heldUntil: number | null;
  /** When the desk next looks at it */
  readonly deskAt: number | null;
  /** How often the desk has acted since the holder changed, or the seller spoke last */
  readonly deskStep: number;
}

/** Where the bot holds a conversation, and in a colleague's own chat: the desk has nothing to do. */
export const NO_CLOCK: HoldClock = { heldUntil: null, deskAt: null, deskStep: 0 };

const MINUTE_MS = 60_000;
const WARNED_BEFORE_MS = 5 * MINUTE_MS;

/** The clock of a person who holds a conversation and has just taken it, or said something there. */
export function personsClock(rules: HoldRules, now: number): HoldClock {
  if (rules.quietMinutes === 0) return NO_CLOCK;
  const heldUntil = now + rules.quietMinutes * MINUTE_MS;
  return { heldUntil, deskAt: heldUntil - warningMs(rules), deskStep: 0 };
}

/** The clock of whoever waits for a person: staff are told at once, or as soon as somebody is there. */
export function waitersClock(now: number): HoldClock {
  return { heldUntil: null, deskAt: now, deskStep: 0 };
}

/** How long before its end a quiet takeover is warned of: five minutes, or half of a short one. */
export function warningMs({ quietMinutes }: HoldRules): number {
  return Math.min(WARNED_BEFORE_MS, (quietMinutes * MINUTE_MS) / 2);
}
