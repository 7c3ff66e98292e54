import { z } from "zod";
import type { Tx } from "../database/database.ts";
import { awaitingConfirming } from "../shop/call/confirm-calls-store.ts";
import { stepOf } from "../shop/order/last-step-store.ts";
import { offersNow } from "../shop/order/offers-store.ts";
import { Fulfilment, isRunning, ORDER_STATUSES, OrderStatus, Payment } from "../shop/order/order.ts";
import { StepReason } from "../shop/order/step-reason.ts";
import { orderWords } from "./desk-orders.words.ts";
import type { DeskOrder } from "./desk-view.ts";

const RUNNING = ORDER_STATUSES.filter((status) => isRunning({ status }));

/** An order that is still to be done, or that has a card, in short. */
export interface ListedOrder {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly callFirst: boolean;
  /** Epoch ms */
  readonly placedAt: number;
}

/** All orders that are still to be done, what is promised first before what is promised later, and these. */
export async function listOrders(tx: Tx, ids: readonly string[] = []): Promise<readonly ListedOrder[]> {
  const rows = await tx.order.findMany({
    where: { OR: [{ status: { in: RUNNING } }, ...(ids.length > 0 ? [{ id: { in: [...ids] } }] : [])] },
    orderBy: [{ placedAt: "asc" }, { id: "asc" }],
    select: { id: true, status: true, version: true, placedAt: true, day: true },
  });
  const awaited = await callFirst(tx, rows);
  return rows
    .toSorted((one, other) => (one.day ?? "").localeCompare(other.day ?? ""))
    .map(({ id, status, version, placedAt }) => ({
      ...{ id, status, version, placedAt: Number(placedAt) },
      callFirst: awaited.has(id),
    }));
}

/** Orders with all that a seller wants to know before the next step, in the order of the ids. */
export async function readDeskOrders(tx: Tx, ids: readonly string[]): Promise<readonly DeskOrder[]> {
  if (ids.length === 0) return [];
  const rows = await tx.order.findMany({
    where: { id: { in: [...ids] } },
    include: {
      branch: { select: { name: true } },
      zone: { select: { name: true } },
      lines: { orderBy: { position: "asc" } },
      customer: { select: { name: true, phone: true } },
      conversation: { select: { contact: { select: { account: { select: { channel: true } } } } } },
      events: { where: { what: "stepped" }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 },
    },
  });
  const awaited = await callFirst(tx, rows);
  const offers = await offersNow(tx, rows);
  const orders = rows.map((row): DeskOrder => {
    const { id, number, version, total, fee, conversationId } = row;
    const [last] = row.events;
    const step = last && stepOf(last);
    const reason = last && last.status === row.status ? reasonIn(last.data) : undefined;
    const offer = isRunning({ status: OrderStatus.parse(row.status) }) ? offers.get(id) : undefined;
    const phone = row.contactPhone ?? row.customer.phone;
    return {
      ...{ id, number, version, total, fee, conversationId },
      status: OrderStatus.parse(row.status),
      fulfilment: Fulfilment.parse(row.fulfilment),
      payment: Payment.parse(row.payment),
      customer: row.contactName ?? row.customer.name ?? row.customer.phone ?? "",
      channel: row.conversation.contact.account.channel,
      branch: row.branch.name,
      callFirst: awaited.has(id),
      lines: row.lines.map(({ name, quantity, unit, amount, note }) => ({
        ...{ name, quantity, unit, amount },
        ...(note === null ? {} : { note }),
      })),
      ...(phone === null ? {} : { phone }),
      ...(row.address === null ? {} : { address: row.address }),
      ...(row.zone === null ? {} : { zone: row.zone.name }),
      ...(row.day === null ? {} : { day: row.day }),
      ...(row.time === null ? {} : { time: row.time }),
      ...(row.note === null ? {} : { note: row.note }),
      ...(step === undefined ? {} : { lastStep: { ...step, status: step.to } }),
      ...(reason ? { reason } : {}),
      ...(offer ? { offer: { state: offer.state, at: offer.at, ...(offer.words ? { words: offer.words } : {}) } } : {}),
    };
  });
  return ids.flatMap((id) => orders.find((order) => order.id === id) ?? []);
}

/** The customer's words of the yes that a call heard; undefined where none were kept. */
export async function wordsOfYes(tx: Tx, call: string): Promise<string | undefined> {
  const task = await tx.callTask.findUnique({ where: { id: call }, select: { orderId: true } });
  const heard = await tx.orderEvent.findFirst({
    where: { orderId: task?.orderId ?? "", what: "confirmed" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return heard ? Said.parse(JSON.parse(heard.data)).words : undefined;
}

/** What was said with a step: why it was taken */
const Said = z.object({ words: z.string().optional(), reason: StepReason.optional() });

/** The seller's own words, or the reason of the list. */
function reasonIn(data: string): string | undefined {
  const { words, reason } = Said.parse(JSON.parse(data));
  return words || (reason && orderWords.reasons[reason]);
}

async function callFirst(tx: Tx, orders: readonly { readonly id: string; readonly status: string }[]) {
  const placed = orders.flatMap(({ id, status }) => (status === "placed" ? [id] : []));
  return placed.length > 0 ? awaitingConfirming(tx, placed) : new Set<string>();
}
