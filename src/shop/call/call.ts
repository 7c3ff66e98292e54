import { z } from "zod";

/** Why somebody is to be called: they called and nobody took it, they want a call, or an order that a call confirms. */
export const CallKind = z.enum(["missed", "asked", "confirm"]);
export type CallKind = z.infer<typeof CallKind>;

/** How a try at calling somebody ends, as the seller says it. */
export const TriedOutcome = z.enum(["ordered", "thinking", "wrong_number", "reached", "no_answer", "cancelled"]);
export type TriedOutcome = z.infer<typeof TriedOutcome>;

/** Somebody still to be called, as a flow and the list see it. Instants in epoch ms. */
export interface OpenCall {
  readonly id: string;
  readonly kind: CallKind;
  /** Calls of theirs that it stands for */
  readonly times: number;
  readonly tries: number;
  /** E.164 */
  readonly phone?: string;
  readonly dueAt?: number;
  /** When the customer was told to expect the call */
  readonly promisedAt?: number;
  /** Staff id */
  readonly takenBy?: string;
}

/** So many calls within one task make it urgent. */
const URGENT_TIMES = 3;

export function isUrgent({ times }: Pick<OpenCall, "times">): boolean {
  return times >= URGENT_TIMES;
}

/** A call that confirms an order is expected at no minute: it counts as late only after this. */
export const CONFIRM_GRACE_MS = 15 * 60_000;

type Due = Pick<OpenCall, "dueAt"> & { readonly kind?: CallKind };

/** Whether somebody waits longer than they were told, for this call or for the one made along with it. */
export function isOverdue({ along, ...call }: Due & { readonly along?: Due | undefined }, now: number): boolean {
  return [call, ...(along ? [along] : [])].some(({ dueAt, kind }) => {
    const grace = kind === "confirm" ? CONFIRM_GRACE_MS : 0;
    return dueAt !== undefined && dueAt + grace <= now;
  });
}

type Ranked = Pick<OpenCall, "id" | "times"> & Due & { readonly along?: Due | undefined };

/** Who is called first: those who are kept waiting, among them the urgent ones; then the urgent, then by the time told. */
export function byUrgency(now: number): (one: Ranked, other: Ranked) => number {
  const rank = (call: Ranked) => (isOverdue(call, now) ? 2 : 0) + (isUrgent(call) ? 1 : 0);
  const due = ({ dueAt, along }: Ranked) =>
    Math.min(...[dueAt, along?.dueAt].map((at) => at ?? Number.MAX_SAFE_INTEGER));
  return (one, other) => rank(other) - rank(one) || due(one) - due(other) || (one.id < other.id ? -1 : 1);
}

/** The number to call: the call's own, else the customer's; none where the call's own is known to be wrong (empty). */
export function numberOf(own: string | null, customers: string | null): string | null {
  return own === null ? customers : own || null;
}

/** So long an outcome can be undone. */
export const UNDO_MS = 10 * 60_000;

/** As many tries as the rule for those who do not answer has, and the one that ends it */
export const MOST_TRIES = 4;

/** Whether an order's call was given up for a question in the chat: nobody answers, or the number is somebody else's. */
export function isAskedInChat({ tries, phone }: { readonly tries: number; readonly phone: string | null }): boolean {
  return tries >= MOST_TRIES || phone === "";
}
