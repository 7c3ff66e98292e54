import type { Tx } from "../../database/database.ts";
import type { TriedOutcome } from "./call.ts";

/** A call as a seller's act finds it. Instants in epoch ms. */
export interface ListedCall {
  readonly id: string;
  readonly conversationId: string;
  readonly version: number;
  readonly tries: number;
  readonly phone: string | null;
  /** How the customer is addressed */
  readonly form: string | null;
  readonly closed: boolean;
  /** The order that the call confirms, where it is for that */
  readonly confirms?: string;
}

export async function findCall(tx: Tx, id: string): Promise<ListedCall | undefined> {
  const row = await tx.callTask.findUnique({
    where: { id },
    include: { customer: { select: { form: true, phone: true } } },
  });
  if (row === null) return undefined;
  const { conversationId, version, tries, phone, outcome, customer, kind, orderId } = row;
  return {
    ...{ id, conversationId, version, tries, form: customer.form },
    phone: phone ?? customer.phone,
    closed: outcome !== null,
    ...(kind === "confirm" && orderId !== null ? { confirms: orderId } : {}),
  };
}

/** What becomes of a call. What is absent stays as it is; an outcome takes it off the list. */
export interface CallChange {
  readonly takenBy?: string | null;
  readonly tries?: number;
  readonly dueAt?: number;
  readonly outcome?: Exclude<TriedOutcome, "no_answer"> | "gave_up";
  readonly closedAt?: number;
}

/** Changes a call that still is as it was seen. Returns its new version; undefined when it has changed since. */
export async function changeCall(
  tx: Tx,
  seen: { readonly id: string; readonly version: number },
  change: CallChange,
): Promise<number | undefined> {
  const version = seen.version + 1;
  const { count } = await tx.callTask.updateMany({
    where: { id: seen.id, version: seen.version, outcome: null },
    data: { ...change, version },
  });
  return count === 1 ? version : undefined;
}

/** Rows are only ever added. */
export async function recordTry(
  tx: Tx,
  tried: {
    readonly id: string;
    readonly taskId: string;
    readonly at: number;
    readonly who: string;
    readonly outcome: TriedOutcome | "passed_on";
    readonly note?: string;
  },
): Promise<void> {
  await tx.callTry.create({ data: tried });
}

/** Keeps the words in which the customer confirmed an order on the phone with its history. */
export async function recordConfirmed(
  tx: Tx,
  {
    words,
    ...event
  }: {
    readonly id: string;
    readonly orderId: string;
    readonly at: number;
    readonly who: string;
    readonly words?: string;
  },
): Promise<void> {
  await tx.orderEvent.create({ data: { ...event, what: "confirmed", data: JSON.stringify({ words }) } });
}
