import type { EventBody } from "../channels/message.ts";
import type { TurnInput } from "../conversation/advance.ts";
import type { ConversationState } from "../conversation/state.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import type { Claimed } from "./claim-due.ts";
import type { SavedState } from "./saved-state.ts";

/** As many showings of one question as are remembered */
const MOST_ROWS = 8;

/**
 * When each row that carried an open question was shown (platform's clock), for questions that were shown more than
 * once. A "ya" to an earlier showing of the same facts agrees to them just as well: a crash may have shown it twice.
 */
export async function findShown(tx: RawTx, states: readonly SavedState[]): Promise<ReadonlyMap<string, number>> {
  const ids = states.flatMap(({ askedRows }) => (askedRows.length > 1 ? askedRows : []));
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; sentAt: bigint | number }[]>(sql`
    SELECT "id", "sentAt" FROM "OutboxRow"
    WHERE "id" IN (${join(ids)}) AND "status" IN ('sent', 'delivered', 'read') AND "sentAt" IS NOT NULL`);
  return new Map(rows.map((row) => [row.id, Number(row.sentAt)]));
}

/** The open question with the moment from which on the customer could see it. */
export function askedOf(
  { questionId, questionShownAt }: Claimed,
  { askedRows }: SavedState,
  shown: ReadonlyMap<string, number>,
): Pick<TurnInput, "asked"> {
  if (questionId === null) return {};
  const moments = [questionShownAt, ...askedRows.map((id) => shown.get(id))].filter((at) => at !== undefined);
  return { asked: { rowId: questionId, ...(moments.length > 0 ? { shownAt: Math.min(...moments) } : {}) } };
}

/** A tap on an earlier showing of the open question is a tap on the open question. */
export function onOpenQuestion(body: EventBody, { questionId }: Claimed, { askedRows }: SavedState): EventBody {
  if (body.type !== "choicePicked" || questionId === null || !askedRows.includes(body.question)) return body;
  return { ...body, question: questionId };
}

/** Rows that carry the question that is open after a turn: earlier ones count while they asked for the same facts. */
export function askedRowsAfter(
  saved: SavedState,
  after: ConversationState,
  questionId: string | null,
): readonly string[] {
  const digest = after.asked?.digest;
  if (digest === undefined || questionId === null) return [];
  const earlier = saved.state.asked?.digest === digest ? saved.askedRows.filter((id) => id !== questionId) : [];
  return [...earlier, questionId].slice(-MOST_ROWS);
}
