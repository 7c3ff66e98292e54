import { noteCall } from "../staff/note-call.ts";
import { stepOrder } from "../staff/step-order.ts";
import type { Question } from "./about.ts";
import { callWords, deskWords } from "./desk.words.ts";
import { type Desk, type DeskAnswer, say } from "./desk-answer.ts";
import { orderWords } from "./desk-orders.words.ts";
import { readDeskOrders, wordsOfYes } from "./desk-orders-store.ts";
import type { DeskParts } from "./desk-parts.ts";
import { readDeskCalls } from "./desk-view-store.ts";
import { refusal } from "./tap-on-order.ts";

/** More of it is no reason and no yes, but a story. */
const MOST_LETTERS = 200;

/**
 * A colleague answers a question of ours, in words or by its button (`words` undefined): it is kept with the call or the
 * order, and the question shows what was kept.
 */
export async function answerQuestion(
  parts: DeskParts,
  desk: Desk,
  question: Question,
  shown: string,
  words: string | undefined,
): Promise<readonly DeskAnswer[]> {
  const said = words === undefined ? undefined : [...words.trim()].slice(0, MOST_LETTERS).join("");
  if (said === "") return [say(deskWords.wordsOnly)];
  const answer =
    question.type === "words"
      ? await keepYes(parts, desk, question, said)
      : await keepReason(parts, desk, question, said);
  return [{ message: { text: answer, choices: [], replaces: shown }, about: question }];
}

async function keepYes(
  { acts }: DeskParts,
  { staff }: Desk,
  { id: call, version }: Extract<Question, { type: "words" }>,
  said: string | undefined,
): Promise<string> {
  const heard = said === undefined ? {} : { words: said };
  const noted = await noteCall(acts, { call, version, staff: staff.id, outcome: "ordered", ...heard });
  const [now] = await readDeskCalls(acts.database.prisma, [call]);
  if (!now) return deskWords.gone;
  // Killed after it was kept, the same words come again.
  const isNext = now.version === version + 1 && now.lastTry?.who === staff.id && now.outcome === "ordered";
  const isOwn = isNext && (await wordsOfYes(acts.database.prisma, call)) === said;
  return noted.type === "noted" || isOwn ? callWords.yesKept(said) : callWords.yesLate;
}

async function keepReason(
  { acts }: DeskParts,
  { staff }: Desk,
  { id: order, version, status }: Extract<Question, { type: "reason" }>,
  said: string | undefined,
): Promise<string> {
  if (said === undefined) return orderWords.reasonDropped;
  const why = { reason: "other" as const, note: said };
  const stepped = await stepOrder(acts, { order, version, status, staff: staff.id, why });
  const [now] = await readDeskOrders(acts.database.prisma, [order]);
  if (!now) return deskWords.gone;
  const refused = refusal(stepped, now, { staff: staff.id, version }, status);
  return refused === undefined && now.reason === said
    ? orderWords.reasonKept(now.number, status, said)
    : orderWords.reasonLate(now.number);
}
