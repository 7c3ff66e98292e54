import { DESK, ERASED } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import { oneCallEach } from "../shop/call/one-call.ts";
import type { Desk } from "../staff/desk-store.ts";
import type { About } from "./about.ts";
import { callStamp, readTogether } from "./one-call-store.ts";

/** An open call, in short. Instants in epoch ms. */
export interface OpenDeskCall {
  readonly id: string;
  readonly version: number;
  readonly times: number;
  readonly createdAt: number;
  readonly dueAt?: number;
  readonly takenBy?: string;
}

export interface HeldDeskConversation {
  readonly id: string;
  readonly version: number;
  readonly holder: string;
  readonly sequence: number;
  readonly heldReason?: string;
  /** Number of the order placed with the bot since the customer waits */
  readonly ordered?: string;
  /** Epoch ms */
  readonly heldSince: number;
}

/** A message that was told in a colleague's chat not long ago. */
export interface Told {
  readonly id: string;
  readonly conversationId: string;
  /** Its key without the chat's own part */
  readonly key: string;
  readonly about: string | null;
  readonly sequence: number;
  /** Epoch ms */
  readonly createdAt: number;
}

/** So far back cards are still changed in place. */
const LOOK_BACK = 300;

export async function openCallIds(tx: Tx): Promise<readonly OpenDeskCall[]> {
  const rows = await tx.callTask.findMany({ where: { outcome: null }, orderBy: [{ dueAt: "asc" }, { id: "asc" }] });
  return oneCallEach(rows).map(({ call: { id, version, times, createdAt, dueAt, takenBy }, along }) => {
    const due = [dueAt, along?.dueAt].flatMap((at) => (at == null ? [] : [Number(at)]));
    return {
      ...{ id, version, times: Math.max(times, along?.times ?? 0), createdAt: Number(createdAt) },
      ...(due.length === 0 ? {} : { dueAt: Math.min(...due) }),
      ...(takenBy === null ? {} : { takenBy }),
    };
  });
}

/** What the cards of these calls would show now, also of those that are over. */
export async function callStamps(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const calls = await tx.callTask.findMany({ where: { id: { in: [...ids] } } });
  const together = await readTogether(tx, calls);
  return new Map(calls.map((call) => [call.id, callStamp(call, together)]));
}

/** Who waits for a person, the longest wait first. */
export async function waitingIds(tx: Tx): Promise<readonly HeldDeskConversation[]> {
  return held(tx, await tx.conversation.findMany({ where: { holder: "waiting" }, orderBy: { heldSince: "asc" } }));
}

/** These conversations, and all that one of these colleagues holds. */
export async function heldBy(
  tx: Tx,
  staff: readonly string[],
  ids: readonly string[],
): Promise<readonly HeldDeskConversation[]> {
  return held(
    tx,
    await tx.conversation.findMany({
      where: {
        OR: [{ holder: { in: [...staff] } }, { id: { in: [...ids] } }],
        NOT: { holder: { in: [DESK, ERASED] } },
      },
    }),
  );
}

async function held(
  tx: Tx,
  rows: readonly {
    readonly id: string;
    readonly version: number;
    readonly holder: string;
    readonly sequence: number;
    readonly heldReason: string | null;
    readonly heldSince: bigint | null;
  }[],
): Promise<readonly HeldDeskConversation[]> {
  const ordered = await orderedMeanwhile(tx, rows);
  return rows.map(({ id, version, holder, sequence, heldReason, heldSince }) => ({
    ...{ id, version, holder, sequence, ...ordered.get(id) },
    ...(heldReason === null ? {} : { heldReason }),
    heldSince: Number(heldSince ?? 0),
  }));
}

/** The latest order that each of those who wait has placed with the bot meanwhile. */
export async function orderedMeanwhile(
  tx: Tx,
  rows: readonly { readonly id: string; readonly holder: string; readonly heldSince: bigint | null }[],
): Promise<ReadonlyMap<string, { readonly ordered: string }>> {
  const since = rows.flatMap(({ id, holder, heldSince }) =>
    holder === "waiting" && heldSince !== null ? [{ conversationId: id, placedAt: { gt: heldSince } }] : [],
  );
  if (since.length === 0) return new Map();
  const orders = await tx.order.findMany({
    where: { OR: since },
    orderBy: { placedAt: "asc" },
    select: { conversationId: true, number: true },
  });
  return new Map(orders.map(({ conversationId, number }) => [conversationId, { ordered: number }]));
}

/** What was told in these chats not long ago, the latest last. */
export async function toldLately(tx: Tx, desks: readonly Desk[]): Promise<readonly Told[]> {
  const rows = await tx.outboxRow.findMany({
    where: {
      OR: desks.map(({ conversationId, sequence }) => ({ conversationId, sequence: { gt: sequence - LOOK_BACK } })),
    },
    orderBy: { sequence: "asc" },
    select: { id: true, conversationId: true, key: true, about: true, sequence: true, createdAt: true },
  });
  return rows.map((row) => ({
    ...row,
    key: row.key.slice(`desk:${row.conversationId}:`.length),
    createdAt: Number(row.createdAt),
  }));
}

/** Which of these keys are taken. */
export async function keysTaken(tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx.outboxRow.findMany({ where: { key: { in: [...keys] } }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** Words of this colleague to a customer that could not be sent since. */
export async function failedSince(
  tx: Tx,
  conversationId: string,
  staffId: string,
  since: number,
): Promise<readonly { readonly id: string; readonly body: string }[]> {
  return tx.outboxRow.findMany({
    where: { conversationId, author: staffId, status: "failed", createdAt: { gte: since } },
    select: { id: true, body: true },
  });
}

/** The customer's conversation that something is about. */
export async function conversationOf(tx: Tx, about: About): Promise<string | undefined> {
  if (about.type === "conversation") return about.id;
  if (about.type === "order") {
    const order = await tx.order.findUnique({ where: { id: about.id }, select: { conversationId: true } });
    return order?.conversationId;
  }
  if (about.type !== "call") return undefined;
  const call = await tx.callTask.findUnique({ where: { id: about.id }, select: { conversationId: true } });
  return call?.conversationId;
}

/** Our id of the channel account that a conversation is on. */
export async function accountOf(tx: Tx, conversationId: string): Promise<string | undefined> {
  const found = await tx.conversation.findUnique({ where: { id: conversationId }, select: { accountId: true } });
  return found?.accountId;
}

/** The customer's conversation whose thread in a colleague's own chat this is. */
export async function conversationOfThread(tx: Tx, contactId: string, threadId: string): Promise<string | undefined> {
  const topic = await tx.deskTopic.findUnique({ where: { contactId_threadId: { contactId, threadId } } });
  return topic?.conversationId;
}

/** Whether this link was opened, and is this colleague's. */
export async function wasLinkedBy(tx: Tx, link: string, staffId: string): Promise<boolean> {
  const found = await tx.staffLink.findUnique({ where: { id: link } });
  return found?.staffId === staffId && found.usedAt !== null;
}

export async function readTimeZone(tx: Tx): Promise<string> {
  return (await tx.shop.findUnique({ where: { id: 1 }, select: { timeZone: true } }))?.timeZone ?? "Asia/Jakarta";
}
