import { z } from "zod";
import type { Tx } from "../../database/database.ts";
import type { TriedOutcome } from "./call.ts";
import { numberOf } from "./call.ts";

/** A call as a seller's act finds it. Instants in epoch ms. */
export interface ListedCall {
  readonly id: string;
  readonly customerId: string;
  readonly conversationId: string;
  readonly version: number;
  readonly tries: number;
  readonly phone: string | null;
  /** How the customer is addressed */
  readonly form: string | null;
  readonly closed: boolean;
  /** The order that the call confirms, where it is for that */
  readonly confirms?: string;
  /** What an outcome may change, as it is */
  readonly before: CallBefore;
}

const CallBefore = z.object({
  tries: z.number(),
  dueAt: z.number().nullable(),
  takenBy: z.string().nullable(),
  phone: z.string().nullable(),
});
type CallBefore = z.infer<typeof CallBefore>;

export async function findCall(tx: Tx, id: string): Promise<ListedCall | undefined> {
  const row = await tx.callTask.findUnique({
    where: { id },
    include: { customer: { select: { form: true, phone: true } } },
  });
  if (row === null) return undefined;
  const { customerId, conversationId, version, tries, phone, outcome, customer, kind, orderId, dueAt, takenBy } = row;
  return {
    ...{ id, customerId, conversationId, version, tries, form: customer.form },
    phone: numberOf(phone, customer.phone),
    closed: outcome !== null,
    ...(kind === "confirm" && orderId !== null ? { confirms: orderId } : {}),
    before: { tries, takenBy, phone, dueAt: dueAt === null ? null : Number(dueAt) },
  };
}

/** What becomes of a call. What is absent stays as it is; an outcome takes it off the list. */
export interface CallChange {
  readonly takenBy?: string | null;
  readonly tries?: number;
  readonly dueAt?: number;
  /** Empty where the number known is somebody else's */
  readonly phone?: string;
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

/** How a call went, for good: a try, and beside it in the audit how the call was before, by which it can be undone. */
export async function recordOutcome(
  tx: Tx,
  call: ListedCall,
  noted: {
    readonly newId: () => string;
    readonly at: number;
    readonly who: string;
    readonly outcome: TriedOutcome | "passed_on";
    readonly note?: string | undefined;
  },
): Promise<void> {
  const { newId, at, who, outcome, note = null } = noted;
  const data = JSON.stringify({ seen: call.version, before: call.before } satisfies Noted);
  await recordTry(tx, { id: newId(), taskId: call.id, at, who, outcome, note });
  await tx.audit.create({ data: { id: newId(), at, who, what: `${NOTED}${outcome}`, subject: call.id, data } });
}

/** Rows are only ever added. */
export async function recordTry(
  tx: Tx,
  tried: {
    readonly id: string;
    readonly taskId: string;
    readonly at: number;
    readonly who: string;
    readonly outcome: TriedOutcome | "passed_on" | "undone";
    readonly note: string | null;
  },
): Promise<void> {
  await tx.callTry.create({ data: tried });
}

const NOTED = "call:";
const Noted = z.object({ seen: z.number(), before: CallBefore });
type Noted = z.infer<typeof Noted>;

/** The last outcome of each call that was noted since an instant, by call. */
export async function latestOutcomes(
  tx: Tx,
  since: number,
  call?: string,
): Promise<ReadonlyMap<string, Noted & { readonly who: string; readonly at: number; readonly outcome: string }>> {
  const rows = await tx.audit.findMany({
    where: { at: { gte: since }, what: { startsWith: NOTED }, ...(call === undefined ? {} : { subject: call }) },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return new Map(
    rows.flatMap(({ subject, who, at, what, data }) => {
      const noted = Noted.safeParse(JSON.parse(data));
      return noted.success
        ? [[subject, { ...noted.data, who, at: Number(at), outcome: what.slice(NOTED.length) }] as const]
        : [];
    }),
  );
}

/** Opens a call that still is as it was seen, as it was before its last outcome. Returns its new version; undefined when it has changed. */
export async function reopenCall(
  tx: Tx,
  { id, version }: Pick<ListedCall, "id" | "version">,
  before: CallBefore,
): Promise<number | undefined> {
  const data = { ...before, outcome: null, closedAt: null, version: version + 1 };
  const { count } = await tx.callTask.updateMany({ where: { id, version }, data });
  return count === 1 ? version + 1 : undefined;
}

/** Whether the customer stands on the list with another call, apart from orders to confirm. */
export async function hasAnotherCall(tx: Tx, { id, customerId }: ListedCall): Promise<boolean> {
  const open = { customerId, outcome: null, kind: { not: "confirm" }, id: { not: id } };
  return (await tx.callTask.count({ where: open })) > 0;
}

/** Keeps with an order's history that it was confirmed on the phone, in which words; or that this was a mistake. */
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
    readonly what: "confirmed" | "unconfirmed";
    readonly words?: string | undefined;
  },
): Promise<void> {
  await tx.orderEvent.create({ data: { ...event, data: JSON.stringify({ words }) } });
}

/** An order as the call that confirms it finds it. */
export async function findConfirmed(
  tx: Tx,
  id: string,
): Promise<{ readonly version: number; readonly isPlaced: boolean } | undefined> {
  const order = await tx.order.findUnique({ where: { id }, select: { version: true, status: true } });
  return order === null ? undefined : { version: order.version, isPlaced: order.status === "placed" };
}
