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

export function isOverdue({ dueAt }: Pick<OpenCall, "dueAt">, now: number): boolean {
  return dueAt !== undefined && dueAt <= now;
}

type Ranked = Pick<OpenCall, "id" | "times" | "dueAt">;

/** Who is called first: those who are kept waiting, among them the urgent ones; then the urgent, then by the time told. */
export function byUrgency(now: number): (one: Ranked, other: Ranked) => number {
  const rank = (call: Ranked) => (isOverdue(call, now) ? 2 : 0) + (isUrgent(call) ? 1 : 0);
  const due = ({ dueAt }: Ranked) => dueAt ?? Number.MAX_SAFE_INTEGER;
  return (one, other) => rank(other) - rank(one) || due(one) - due(other) || (one.id < other.id ? -1 : 1);
}
