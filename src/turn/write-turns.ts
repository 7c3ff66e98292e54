import { graverReason } from "../conversation/waiting-rules.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { type Value, values } from "../database/values.ts";
import { waitersClock } from "../hold-rules.ts";
import { enqueue } from "../outbox/enqueue.ts";
import { recordConsents } from "../shop/consent/consent-store.ts";
import { recordTouches, rememberCustomers } from "../shop/customer/customer-store.ts";
import type { OrderDesk } from "../shop/order/order-desk.ts";
import { writeOrders } from "../shop/order/written-orders-store.ts";
import { takeProposals } from "../shop/phone-order/open-proposals-store.ts";
import { writeDays, writeStock } from "../shop/stock/stock-store.ts";
import { changeTimers } from "../timers/timer-store.ts";
import type { Claimed } from "./claim-due.ts";
import { changesHolder, outboxRows, versionAfter, type WrittenRows } from "./outbox-rows.ts";
import type { TurnPlan } from "./turn-plan.ts";
import { isAwaited } from "./while-held.ts";
import { writeCalls } from "./write-calls.ts";

/** Writes a group of turns, many rows to a statement: domain, outbox, timers, state and handled marks together. */
export async function writeTurns(
  tx: RawTx,
  plans: readonly TurnPlan[],
  desk: OrderDesk,
  channelNameOf: (accountId: string) => string,
): Promise<void> {
  const written = plans.map((plan) => ({ plan, rows: outboxRows(plan, desk) }));
  await writePeople(tx, plans, desk, channelNameOf);
  await writeCalls(tx, plans, desk);
  const cards = new Map(written.flatMap(({ rows }) => [...rows.cards]));
  await writeOrders(tx, desk, cards);
  await writeStock(tx, desk.ledger.stockChanges());
  await writeDays(tx, desk.ledger.dayChanges());
  await pointAtCards(tx, desk, cards);
  await keepLastWords(tx, plans);
  await enqueue(
    tx,
    written.flatMap(({ rows }) => rows.rows),
    desk.now,
  );
  await changeTimers(
    tx,
    plans.flatMap(({ claimed, timers }) => timers.map((timer) => ({ conversationId: claimed.id, timer }))),
    desk.newId,
  );
  await markHandled(tx, plans, desk.now);
  await writeConversations(tx, written, desk.now);
}

async function writePeople(
  tx: RawTx,
  plans: readonly TurnPlan[],
  { now, newId }: OrderDesk,
  channelNameOf: (accountId: string) => string,
): Promise<void> {
  const each = <T, R>(itemsOf: (plan: TurnPlan) => readonly T[], row: (item: T, plan: TurnPlan) => R) =>
    plans.flatMap((plan) => itemsOf(plan).map((item) => row(item, plan)));
  await takeProposals(
    tx,
    each(
      (plan) => plan.proposals,
      ({ code }, plan) => ({ code, conversationId: plan.claimed.id }),
    ),
    now,
  );
  const customerOf = ({ claimed }: TurnPlan) => claimed.customerId;
  await rememberCustomers(
    tx,
    each(
      (plan) => plan.remembered,
      (known, plan) => ({ customerId: customerOf(plan), known }),
    ),
  );
  await recordTouches(
    tx,
    each(
      (plan) => plan.touches,
      ({ source }, plan) => ({
        id: newId(),
        customerId: customerOf(plan),
        contactId: plan.claimed.contactId,
        source,
        at: now,
      }),
    ),
  );
  await recordConsents(
    tx,
    each(
      (plan) => plan.consents,
      ({ purpose, given, words }, plan) => ({
        id: newId(),
        customerId: customerOf(plan),
        purpose,
        given,
        wording: words,
        channel: channelNameOf(plan.claimed.accountId),
        eventId: plan.claimed.events.at(-1)?.id ?? "",
        at: now,
      }),
    ),
  );
}

/** Orders that were there before; new ones are written with their cards. */
async function pointAtCards(tx: RawTx, desk: OrderDesk, written: ReadonlyMap<string, string>): Promise<void> {
  const placed = new Set(desk.changes.flatMap(({ before, after }) => (before ? [] : [after.id])));
  const cards: Value[][] = [...written].filter(([order]) => !placed.has(order));
  if (cards.length === 0) return;
  await tx.$executeRaw(sql`
    UPDATE "Order" SET "cardId" = v.column2 FROM (${values(["TEXT", "TEXT"], cards)}) AS v
    WHERE "Order"."id" = v.column1`);
}

/** What the bot said before it handed over was said in its own time, and is still sent. */
async function keepLastWords(tx: RawTx, plans: readonly TurnPlan[]): Promise<void> {
  const rows = plans.filter(changesHolder).map((plan) => [plan.claimed.id, versionAfter(plan)]);
  if (rows.length === 0) return;
  await tx.$executeRaw(sql`
    UPDATE "OutboxRow" SET "version" = v.column2 FROM (${values(["TEXT", "INTEGER"], rows)}) AS v
    WHERE "OutboxRow"."conversationId" = v.column1 AND "OutboxRow"."status" = 'queued'
      AND "OutboxRow"."version" = v.column2 - 1`);
}

async function markHandled(tx: RawTx, plans: readonly TurnPlan[], now: number): Promise<void> {
  const ids = plans.flatMap(({ claimed }) => claimed.events.map((event) => event.id));
  if (ids.length === 0) return;
  await tx.$executeRaw(sql`UPDATE "InboxEvent" SET "handledAt" = ${now} WHERE "id" IN (${join(ids)})`);
  const returned = plans.flatMap(({ claimed }) => {
    const last = claimed.events.findLast((event) => CUSTOMER_ACTS.has(event.kind));
    return claimed.blocked && last !== undefined && last.kind !== "contactBlocked" ? [claimed.contactId] : [];
  });
  // Who writes again wants to hear from the shop again.
  if (returned.length > 0)
    await tx.$executeRaw(sql`UPDATE "Contact" SET "blockedAt" = NULL WHERE "id" IN (${join(returned)})`);
}

const CUSTOMER_ACTS: ReadonlySet<string> = new Set([
  "messageReceived",
  "choicePicked",
  "commandGiven",
  "chatStarted",
  "contactShared",
  "locationShared",
  "contactBlocked",
]);

async function writeConversations(
  tx: RawTx,
  written: readonly { readonly plan: TurnPlan; readonly rows: WrittenRows }[],
  now: number,
): Promise<void> {
  const rows = written.map(({ plan, rows: { sequence, questionId } }) => {
    const { claimed, state, unread } = plan;
    const { holder, heldReason, heldSince } = holdAfter(plan, now);
    return [
      claimed.id,
      holder,
      versionAfter(plan),
      sequence,
      state(questionId),
      questionId,
      heldReason,
      heldSince,
      claimed.unread + unread,
      changesHolder(plan) ? 1 : 0,
      holder === "waiting" ? waitersClock(now).deskAt : null,
    ];
  });
  if (rows.length === 0) return;
  await tx.$executeRaw(sql`
    UPDATE "Conversation" SET "holder" = v.column2, "version" = v.column3, "sequence" = v.column4,
      "state" = v.column5, "questionId" = v.column6, "heldReason" = v.column7, "heldSince" = v.column8,
      "unread" = v.column9, "dueAt" = NULL, "waitingSince" = NULL, "failures" = 0, "refusals" = 0,
      "lastAt" = ${now}, "deskAt" = CASE WHEN v.column10 = 1 THEN v.column11 ELSE "deskAt" END,
      "deskStep" = CASE WHEN v.column10 = 1 THEN 0 ELSE "deskStep" END
    FROM (${values(CONVERSATION_COLUMNS, rows)}) AS v
    WHERE "Conversation"."id" = v.column1`);
}

const CONVERSATION_COLUMNS = [
  ...([
    "TEXT",
    "TEXT",
    "INTEGER",
    "INTEGER",
    "TEXT",
    "TEXT",
    "TEXT",
    "BIGINT",
    "INTEGER",
    "INTEGER",
    "BIGINT",
  ] as const),
];

function holdAfter(
  { claimed, handOver, endsWaiting }: TurnPlan,
  now: number,
): Pick<Claimed, "holder" | "heldReason" | "heldSince"> {
  if (endsWaiting) return { holder: "bot", heldReason: null, heldSince: null };
  if (!handOver) return claimed;
  const reason = reasonText(handOver);
  if (isAwaited(claimed)) return { ...claimed, heldReason: graverReason(claimed.heldReason, reason) };
  return { holder: "waiting", heldReason: reason, heldSince: now };
}

/** `reason` or `reason: note` */
function reasonText({ reason, note }: NonNullable<TurnPlan["handOver"]>): string {
  return note === undefined ? reason : `${reason}: ${note}`;
}
