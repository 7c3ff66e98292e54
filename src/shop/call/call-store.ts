import type { RawTx } from "../../database/raw-tx.ts";
import { join, type Sql, sql } from "../../database/sql.ts";
import { type Value, values } from "../../database/values.ts";
import { CallKind, type OpenCall } from "./call.ts";

/** Somebody to be called. Instants in epoch ms. */
export interface NewCall {
  /** Used where no task is open yet */
  readonly id: string;
  readonly customerId: string;
  readonly conversationId: string;
  readonly kind: "missed" | "asked";
  readonly reason: string;
  readonly phone?: string;
  readonly orderId?: string;
  readonly dueAt?: number;
  readonly promised?: boolean;
  /** Told for this instant, where it is due earlier */
  readonly promisedAt?: number;
  readonly agreed?: boolean;
  /** Calls that it stands for; 0 says more of what was counted */
  readonly times: number;
}

/**
 * Puts calls into the list: one open task a customer, on whatever channel, which more of the same go into. At most one
 * call a conversation; each conversation must be locked.
 */
export async function recordCalls(tx: RawTx, calls: readonly NewCall[], now: number): Promise<void> {
  if (calls.length === 0) return;
  const [first, others] = onceEach(calls);
  await lockCallers(tx, first);
  const known = await raiseOpen(tx, first);
  const rows = first.filter(({ customerId }) => !known.has(customerId)).map((call) => newRow(call, now));
  if (rows.length > 0) await insertCalls(tx, rows);
  // A customer who called on two channels at once: the second goes into what the first has made.
  await recordCalls(tx, others, now);
}

/** Two conversations of one customer may be taken at once by two processes: the second waits, and finds the first's task. */
async function lockCallers(tx: RawTx, calls: readonly NewCall[]): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE "Customer" SET "createdAt" = "createdAt" WHERE "id" IN (${join(calls.map(({ customerId }) => customerId))})`);
}

/** The first call of each customer, and the rest. */
function onceEach(calls: readonly NewCall[]): [readonly NewCall[], readonly NewCall[]] {
  const isFirst = (call: NewCall, index: number) =>
    calls.findIndex(({ customerId }) => customerId === call.customerId) === index;
  return [calls.filter(isFirst), calls.filter((call, index) => !isFirst(call, index))];
}

async function insertCalls(tx: RawTx, rows: readonly Value[][]): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO "CallTask" ("id", "customerId", "conversationId", "kind", "reason", "phone", "orderId", "dueAt",
      "promisedAt", "times", "createdAt")
    ${values(["TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "BIGINT", "BIGINT", "INTEGER", "BIGINT"], rows)}`);
}

function newRow(call: NewCall, now: number): Value[] {
  const due = call.dueAt ?? now;
  return [
    call.id,
    call.customerId,
    call.conversationId,
    call.kind,
    call.reason,
    call.phone ?? null,
    call.orderId ?? null,
    due,
    call.promised ? (call.promisedAt ?? due) : null,
    Math.max(1, call.times),
    now,
  ];
}

/** It is told of where they spoke last. An agreed time replaces what was told before; a call that comes after tries brings the next one forward. */
async function raiseOpen(tx: RawTx, calls: readonly NewCall[]): Promise<ReadonlySet<string>> {
  const rows = calls.map((call) => [
    call.customerId,
    call.kind,
    call.reason,
    call.phone ?? null,
    call.orderId ?? null,
    call.dueAt ?? null,
    call.promised ? (call.promisedAt ?? call.dueAt ?? null) : null,
    call.agreed ? 1 : 0,
    call.times,
    call.conversationId,
  ]);
  const raised = await tx.$queryRaw<{ customerId: string }[]>(sql`
    UPDATE "CallTask" SET
      "kind" = CASE WHEN v.column2 = 'asked' THEN 'asked' ELSE "kind" END,
      "reason" = CASE WHEN v.column3 = '' THEN "reason" ELSE v.column3 END,
      "phone" = COALESCE(v.column4, "phone"), "orderId" = COALESCE(v.column5, "orderId"),
      "dueAt" = CASE WHEN v.column8 = 1 THEN v.column6
        WHEN "tries" > 0 AND v.column6 < "dueAt" THEN v.column6 ELSE COALESCE("dueAt", v.column6) END,
      "promisedAt" = CASE WHEN v.column8 = 1 THEN v.column7 ELSE COALESCE("promisedAt", v.column7) END,
      "tries" = CASE WHEN v.column8 = 1 THEN 0 ELSE "tries" END,
      "times" = "times" + v.column9, "conversationId" = v.column10, "version" = "version" + 1
    FROM (${values(RAISED, rows)}) AS v
    WHERE "CallTask"."id" = (
      SELECT o."id" FROM "CallTask" o
      WHERE o."customerId" = v.column1 AND o."outcome" IS NULL AND o."kind" <> 'confirm'
      ORDER BY o."createdAt", o."id" LIMIT 1)
    RETURNING "CallTask"."customerId"`);
  return new Set(raised.map(({ customerId }) => customerId));
}

const RAISED = ["TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "BIGINT", "BIGINT", "INTEGER", "INTEGER", "TEXT"] as const;

/** The customer who talks in a conversation */
const CUSTOMER_OF = (conversation: Sql) => sql`(SELECT k."customerId" FROM "Conversation" c
  JOIN "Contact" k ON k."id" = c."contactId" WHERE c."id" = ${conversation})`;

/** Customers who need no call any more. `order` is what they placed instead. */
export interface SettledCall {
  readonly conversationId: string;
  readonly order?: string;
}

/**
 * Takes calls off the list that the chat made needless. Who agreed to a call and then orders is still called: the order
 * is noted with the task.
 */
export async function settleCalls(tx: RawTx, settled: readonly SettledCall[], now: number): Promise<void> {
  if (settled.length === 0) return;
  const rows = settled.map(({ conversationId, order }) => [conversationId, order ?? null]);
  await tx.$executeRaw(sql`
    UPDATE "CallTask" SET
      "outcome" = CASE WHEN v.column2 IS NULL THEN 'cancelled'
        WHEN "kind" = 'missed' OR "promisedAt" IS NULL THEN 'ordered' END,
      "closedAt" = CASE WHEN v.column2 IS NULL OR "kind" = 'missed' OR "promisedAt" IS NULL
        THEN CAST(${now} AS BIGINT) END,
      "orderId" = COALESCE(v.column2, "orderId"), "version" = "version" + 1
    FROM (${values(["TEXT", "TEXT"], rows)}) AS v
    WHERE "CallTask"."customerId" = ${CUSTOMER_OF(sql`v.column1`)} AND "CallTask"."outcome" IS NULL
      AND "CallTask"."kind" <> 'confirm'`);
}

/** The calls that these conversations wait for. */
export async function openCalls(tx: RawTx, conversations: readonly string[]): Promise<ReadonlyMap<string, OpenCall>> {
  const rows = await tx.$queryRaw<OpenRow[]>(sql`
    SELECT t."id", c."id" AS "conversationId", t."kind", t."times", t."tries", t."phone", t."dueAt", t."promisedAt",
      t."takenBy"
    FROM "Conversation" c JOIN "Contact" k ON k."id" = c."contactId" JOIN "CallTask" t ON t."customerId" = k."customerId"
    WHERE c."id" IN (${join([...conversations])}) AND t."outcome" IS NULL AND t."kind" <> 'confirm'
    ORDER BY t."createdAt" DESC, t."id" DESC`);
  return new Map(rows.map((row) => [row.conversationId, openCall(row)]));
}

interface OpenRow {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: string;
  readonly times: number;
  readonly tries: number;
  readonly phone: string | null;
  readonly dueAt: bigint | number | string | null;
  readonly promisedAt: bigint | number | string | null;
  readonly takenBy: string | null;
}

function openCall({ id, kind, times, tries, phone, dueAt, promisedAt, takenBy }: OpenRow): OpenCall {
  return {
    id,
    kind: CallKind.parse(kind),
    times: Number(times),
    tries: Number(tries),
    ...(phone === null ? {} : { phone }),
    ...(dueAt === null ? {} : { dueAt: Number(dueAt) }),
    ...(promisedAt === null ? {} : { promisedAt: Number(promisedAt) }),
    ...(takenBy === null ? {} : { takenBy }),
  };
}
