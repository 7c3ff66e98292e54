import { DESK, ERASED } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { type Sql, sql } from "../database/sql.ts";
import { addDays, type Day, instantOf, localTime } from "../shop/calendar/calendar.ts";
import { CONFIRM_GRACE_MS } from "../shop/call/call.ts";
import { isLate } from "../shop/order/order-work.ts";
import type { Stuck, Today } from "./today.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 7;
/** An order that takes longer than this from the yes to the cash is none of today's business. */
const OLDEST_ORDER_MS = 60 * DAY_MS;
/** An account without a process for longer than this is one that the shop gave up. */
const GIVEN_UP_MS = DAY_MS;
const MOST_STUCK = 20;

const SAID = sql`'messageReceived', 'choicePicked', 'contactShared', 'locationShared'`;
const IN_CASH = sql`'cash_on_delivery', 'cash_at_pickup'`;
const RUNNING = sql`'placed', 'accepted', 'preparing', 'ready', 'out_for_delivery', 'failed_delivery'`;
/** Named one by one, so that the index on status and time serves. */
const ANY_STATUS = sql`${RUNNING}, 'completed', 'cancelled'`;

/**
 * How the shop stands today, in its own zone (`timeZone` where it is set from outside). A constant number of statements,
 * none of which reads more than the days it tells of.
 */
export async function readToday(tx: RawTx, now: number, timeZone?: string): Promise<Today> {
  const zone = timeZone ?? (await shopZone(tx));
  const { day } = localTime(now, zone);
  const start = instantOf(day, 0, zone);
  const week = instantOf(addDays(day, 1 - DAYS), 0, zone);
  const came = await readCame(tx, start);
  const orders = await readOrders(tx, week, zone);
  const today = orders.days.get(day);
  const open = await readOpenOrders(tx, day);
  return {
    ...{ now, day, timeZone: zone },
    waiting: {
      ...(await readWaiting(tx)),
      ...(await readCalls(tx, now)),
      toStart: open.toStart,
      late: await countLate(tx, day, now),
      unconfirmed: await countUnconfirmed(tx),
    },
    came: {
      ...{ messages: came.messages, callers: await countCallers(tx, start) },
      ...{ orders: today?.orders ?? 0, sum: today?.sum ?? 0 },
      ...{ cashDue: open.cashDue, cashReceived: await readReceived(tx, start) },
    },
    stuck: { ...(await readUnsent(tx, start)), failedTurns: await readFailedTurns(tx) },
    accounts: await readAccounts(tx, now),
    days: Array.from({ length: DAYS }, (_, index) => {
      const each = addDays(day, index + 1 - DAYS);
      return { day: each, orders: 0, sum: 0, ...orders.days.get(each) };
    }),
    hours: Array.from({ length: 24 }, (_, hour) => ({
      ...{ hour, messages: came.hours.get(hour) ?? 0 },
      orders: orders.hours.get(`${day} ${hour}`) ?? 0,
    })),
  };
}

type Count = number | bigint | string | null;

async function shopZone(tx: RawTx): Promise<string> {
  const [shop] = await tx.$queryRaw<{ timeZone: string }[]>(sql`SELECT "timeZone" FROM "Shop" WHERE "id" = 1`);
  return shop?.timeZone ?? "Asia/Jakarta";
}

async function readWaiting(tx: RawTx) {
  const [row] = await tx.$queryRaw<{ count: Count; since: Count }[]>(sql`
    SELECT COUNT(*) AS "count", MIN("heldSince") AS "since" FROM "Conversation" WHERE "holder" = 'waiting'`);
  return {
    conversations: Number(row?.count ?? 0),
    ...(row?.since == null ? {} : { waitingSince: Number(row.since) }),
  };
}

async function readCalls(tx: RawTx, now: number) {
  const [row] = await tx.$queryRaw<{ open: Count; overdue: Count }[]>(sql`
    SELECT COUNT(*) AS "open", SUM(CASE
      WHEN "dueAt" + CASE "kind" WHEN 'confirm' THEN ${CONFIRM_GRACE_MS} ELSE 0 END <= ${now} THEN 1 ELSE 0 END) AS "overdue"
    FROM "CallTask" WHERE "outcome" IS NULL`);
  return { calls: Number(row?.open ?? 0), callsOverdue: Number(row?.overdue ?? 0) };
}

async function readOpenOrders(tx: RawTx, day: Day) {
  const [row] = await tx.$queryRaw<{ toStart: Count; cashDue: Count }[]>(sql`
    SELECT SUM(CASE WHEN "status" = 'placed' THEN 1
        WHEN "status" = 'accepted' AND ("day" IS NULL OR "day" <= ${day}) THEN 1 ELSE 0 END) AS "toStart", SUM(CASE WHEN "payment" IN (${IN_CASH}) THEN "total" ELSE 0 END) AS "cashDue"
    FROM "Order" WHERE "status" IN (${RUNNING})`);
  return { toStart: Number(row?.toStart ?? 0), cashDue: Number(row?.cashDue ?? 0) };
}

/** Orders still running whose promised day, or promised minute of today, is past on their branch's clock. */
async function countLate(tx: RawTx, day: Day, now: number): Promise<number> {
  const rows = await tx.$queryRaw<{ day: string; time: string | null; timeZone: string }[]>(sql`
    SELECT o."day", o."time", b."timeZone" FROM "Order" o JOIN "Branch" b ON b."id" = o."branchId"
    WHERE o."status" IN (${RUNNING}) AND o."day" <= ${addDays(day, 1)}`);
  return rows.filter((order) => isLate(order, now)).length;
}

async function countUnconfirmed(tx: RawTx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: Count }[]>(sql`
    SELECT COUNT(DISTINCT o."id") AS "count" FROM "CallTask" t JOIN "Order" o ON o."id" = t."orderId"
    WHERE t."outcome" IS NULL AND t."kind" = 'confirm' AND o."status" = 'placed'`);
  return Number(row?.count ?? 0);
}

/** What customers said since, by hours from then on. Starts from the conversations that moved: events have no index by time. */
async function readCame(tx: RawTx, start: number) {
  const rows = await tx.$queryRaw<{ hour: Count; count: Count }[]>(sql`
    SELECT (e."at" - ${start}) / ${HOUR_MS} AS "hour", COUNT(*) AS "count"
    FROM "Conversation" c CROSS JOIN "InboxEvent" e
    WHERE ${eventsSince(start)} AND e."kind" IN (${SAID}) GROUP BY 1`);
  const hours = new Map(rows.map(({ hour, count }) => [Math.floor(Number(hour)), Number(count)]));
  return { hours, messages: [...hours.values()].reduce((sum, count) => sum + count, 0) };
}

async function countCallers(tx: RawTx, start: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: Count }[]>(sql`
    SELECT COUNT(DISTINCT c."id") AS "count" FROM "Conversation" c CROSS JOIN "InboxEvent" e
    WHERE ${eventsSince(start)} AND e."kind" = 'callMissed'`);
  return Number(row?.count ?? 0);
}

/** SQLite keeps the order of a CROSS JOIN. */
function eventsSince(start: number): Sql {
  return sql`c."lastAt" >= ${start} AND c."holder" <> ${DESK} AND e."conversationId" = c."id" AND e."at" >= ${start}`;
}

async function readOrders(tx: RawTx, since: number, zone: string) {
  const rows = await tx.$queryRaw<{ hour: Count; count: Count; sum: Count }[]>(sql`
    SELECT ("placedAt" - ${since}) / ${HOUR_MS} AS "hour", COUNT(*) AS "count", SUM("total") AS "sum" FROM "Order"
    WHERE "status" IN (${RUNNING}, 'completed') AND "placedAt" >= ${since} GROUP BY 1`);
  const days = new Map<Day, { orders: number; sum: number }>();
  const hours = new Map<string, number>();
  for (const row of rows) {
    const { day, minute } = localTime(since + Math.floor(Number(row.hour)) * HOUR_MS, zone);
    const known = days.get(day) ?? { orders: 0, sum: 0 };
    days.set(day, { orders: known.orders + Number(row.count), sum: known.sum + Number(row.sum) });
    hours.set(`${day} ${Math.floor(minute / 60)}`, Number(row.count));
  }
  return { days, hours };
}

/** Cash that left customers' hands since: whoever of the shop holds it, handing it on adds nothing. */
async function readReceived(tx: RawTx, start: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ sum: Count }[]>(sql`
    SELECT SUM(e."amount") AS "sum" FROM "Order" o CROSS JOIN "CashEntry" e
    WHERE o."status" IN (${ANY_STATUS}) AND o."placedAt" >= ${start - OLDEST_ORDER_MS}
      AND e."orderId" = o."id" AND e."holder" <> 'customer' AND e."at" >= ${start}`);
  return Number(row?.sum ?? 0);
}

/** What was to be sent since and was not: it failed, or a takeover held it back. What a step taken back left unsaid is none. */
async function readUnsent(tx: RawTx, start: number): Promise<Pick<Today["stuck"], "failed" | "withheld">> {
  const rows = await tx.$queryRaw<(StuckRow & { status: string })[]>(sql`
    SELECT r."status", r."conversationId", MAX(r."createdAt") AS "at", COUNT(*) AS "count", ${NAME} AS "customer"
    FROM "OutboxRow" r JOIN "Conversation" c ON c."id" = r."conversationId" ${WHO}
    WHERE r."accountId" IN (SELECT "id" FROM "ChannelAccount") AND r."status" IN ('failed', 'withheld')
      AND r."notBefore" >= ${start - DAY_MS} AND r."createdAt" >= ${start} AND c."holder" NOT IN (${DESK}, ${ERASED})
      AND (r."status" = 'failed' OR r."error" = 'taken over')
    GROUP BY r."status", r."conversationId", ${NAME}`);
  const of = (status: string) => stuckOf(rows.filter((row) => row.status === status));
  return { failed: of("failed"), withheld: of("withheld") };
}

/** Conversations that our own fault put before a person, and that nobody has settled. */
async function readFailedTurns(tx: RawTx): Promise<Stuck> {
  return stuckOf(
    await tx.$queryRaw<StuckRow[]>(sql`
      SELECT c."id" AS "conversationId", c."heldSince" AS "at", 1 AS "count", ${NAME} AS "customer"
      FROM "Conversation" c ${WHO}
      WHERE c."holder" NOT IN ('bot', ${DESK})
        AND (c."heldReason" LIKE 'turn_failed%' OR c."heldReason" LIKE 'refused_thrice%')`),
  );
}

async function readAccounts(tx: RawTx, now: number): Promise<Today["accounts"]> {
  const rows = await tx.$queryRaw<{ id: string; channel: string; name: string; ownerUntil: Count }[]>(sql`
    SELECT "id", "channel", "name", "ownerUntil" FROM "ChannelAccount" ORDER BY "channel", "id"`);
  return rows
    .map(({ ownerUntil, ...account }) => ({ ...account, until: Number(ownerUntil) }))
    .filter(({ until }) => until > now - GIVEN_UP_MS)
    .map(({ until, ...account }) => ({ ...account, owned: until > now }));
}

interface StuckRow {
  readonly conversationId: string;
  readonly at: Count;
  readonly count: Count;
  readonly customer: string | null;
}

const WHO = sql`JOIN "Contact" k ON k."id" = c."contactId" JOIN "Customer" u ON u."id" = k."customerId"`;
const NAME = sql`COALESCE(u."name", k."name", '@' || k."username", u."phone", '')`;

function stuckOf(rows: readonly StuckRow[]): Stuck {
  const all = rows
    .map(({ conversationId, at, count, customer }) => ({
      ...{ conversationId, customer: customer ?? "", at: Number(at ?? 0), count: Number(count) },
    }))
    .toSorted((one, other) => other.at - one.at);
  return { count: all.reduce((sum, { count }) => sum + count, 0), latest: all.slice(0, MOST_STUCK) };
}
