import type { EventBody } from "../channels/message.ts";
import { handBack } from "../staff/hand-back.ts";
import { type CallStep, noteCall } from "../staff/note-call.ts";
import { takeCall } from "../staff/take-call.ts";
import { takeOver } from "../staff/take-over.ts";
import { type CallUndone, undoCall } from "../staff/undo-call.ts";
import { readAbout } from "./about.ts";
import { answerQuestion } from "./answer-question.ts";
import { type CallCardNotes, callCard } from "./call-card.ts";
import { choiceId, readChoice } from "./card.ts";
import { conversationCard } from "./conversation-card.ts";
import { callWords, deskWords as words } from "./desk.words.ts";
import { type Desk, type DeskAnswer, readerOf, say } from "./desk-answer.ts";
import { findShown } from "./desk-events-store.ts";
import type { DeskParts } from "./desk-parts.ts";
import type { DeskCall } from "./desk-view.ts";
import { readDeskCalls, readDeskConversations } from "./desk-view-store.ts";
import { tapOnOrder } from "./tap-on-order.ts";

type Choice = NonNullable<ReturnType<typeof readChoice>>;

/** A colleague taps a button of a card: it is done, and the card shows how things stand now. */
export async function actOnTap(
  parts: DeskParts,
  desk: Desk,
  { question, choice: id }: Extract<EventBody, { type: "choicePicked" }>,
): Promise<readonly DeskAnswer[]> {
  const shown = await findShown(parts.acts.database.prisma, desk.conversationId, { row: question });
  const about = readAbout(shown?.about);
  const choice = readChoice(id);
  if (!shown || !about || !choice) return [say(words.gone)];
  switch (about.type) {
    case "call":
      return tapOnCall(parts, desk, about.id, choice, shown.id);
    case "conversation":
      return tapOnConversation(parts, desk, about.id, choice, shown.id);
    case "order":
      return tapOnOrder(parts, desk, about.id, choice, shown.id);
    case "words":
    case "reason":
      return answerQuestion(parts, desk, about, shown.id, undefined);
    default:
      return about satisfies never;
  }
}

async function tapOnCall(
  parts: DeskParts,
  { staff }: Desk,
  call: string,
  choice: Choice,
  shown: string,
): Promise<readonly DeskAnswer[]> {
  const { acts } = parts;
  const undone =
    choice.act === "undo" ? await undoCall(acts, { call, version: choice.version, staff: staff.id }) : undefined;
  const isDone = undone ? undone.type === "undone" : await actOnCall();
  const [now] = await readDeskCalls(acts.database.prisma, [call]);
  if (!now) return [say(words.gone)];
  const notes: CallCardNotes = {
    ...(isDone || isOwnDoing(now, choice, staff.id) ? {} : { first: callWords.changed }),
    ...(undone ? notesOfUndoing(undone) : {}),
    untilWhen: choice.act === "think" && now.version === choice.version,
  };
  const card = callCard(now, await readerOf(parts, staff.id), notes);
  const isAsked = choice.act === "yes" && now.version === choice.version && now.takenBy?.id === staff.id;
  return [{ ...card, message: { ...card.message, replaces: shown } }, ...(isAsked ? [yesQuestion(now)] : [])];

  async function actOnCall(): Promise<boolean> {
    const seen = { call, version: choice.version, staff: staff.id };
    if (choice.act === "take") return (await takeCall(acts, seen)).type === "noted";
    const heard = outcomeOf(choice);
    if (heard) return (await noteCall(acts, { ...seen, ...heard })).type === "noted";
    return false;
  }
}

/** The customer's words of the yes are kept with the order, where the seller has them. */
function yesQuestion({ id, version, customer }: DeskCall): DeskAnswer {
  const choices = [{ id: choiceId("skip", version), label: callWords.buttons.noWords }];
  const text = callWords.askYes(customer || words.nameless);
  return { message: { text, choices }, about: { type: "words", id, version } };
}

function notesOfUndoing(undone: CallUndone): CallCardNotes {
  if (undone.type === "tooLate") return { first: callWords.tooLateToUndo };
  if (undone.type === "orderMoved") return { first: callWords.cannotUndo };
  return undone.type === "undone" && undone.told === "sent" ? { first: callWords.toldAlready } : {};
}

/** What a button says of how the call went; undefined where it only asks on or goes back. */
function outcomeOf({ act, more }: Choice): Pick<CallStep, "outcome" | "until"> | undefined {
  if (act === "until") return { outcome: "thinking", ...(more === undefined ? {} : { until: dayOf(more) }) };
  const outcome = OUTCOMES[act];
  return outcome && { outcome };
}

const OUTCOMES: Readonly<Record<string, CallStep["outcome"]>> = {
  ordered: "ordered",
  noanswer: "no_answer",
  wrong: "wrong_number",
  reached: "reached",
};

/** `261123` → `2026-11-23` */
function dayOf(digits: string): string {
  return `20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`;
}

/** Whether the call is as this tap left it when it was looked at before, or the tap changes nothing. */
function isOwnDoing(call: DeskCall, choice: Choice, staffId: string): boolean {
  const heard = outcomeOf(choice);
  if (call.version === choice.version) return STAYS.has(choice.act);
  if (call.version !== choice.version + 1) return false;
  if (choice.act === "take") return call.takenBy?.id === staffId;
  if (choice.act === "undo") return call.lastTry?.who === staffId && call.lastTry.outcome === "undone";
  return heard !== undefined && call.lastTry?.who === staffId && call.lastTry.outcome === heard.outcome;
}

/** What only asks on, or goes back */
const STAYS: ReadonlySet<string> = new Set(["think", "back", "yes"]);

async function tapOnConversation(
  parts: DeskParts,
  { staff }: Desk,
  conversation: string,
  choice: Choice,
  shown: string,
): Promise<readonly DeskAnswer[]> {
  const { acts } = parts;
  if (choice.act === "hold") await takeOver(acts, conversation, staff.id);
  if (choice.act === "bot") await handBackSeen();
  const [now] = await readDeskConversations(acts.database.prisma, [conversation]);
  if (!now) return [say(words.gone)];
  const card = conversationCard(now, { staffId: staff.id });
  return [{ ...card, message: { ...card.message, replaces: shown } }];

  /** An old button must not end what a colleague has begun since. */
  async function handBackSeen(): Promise<void> {
    const [seen] = await readDeskConversations(acts.database.prisma, [conversation]);
    const isAsShown = seen?.version === choice.version || seen?.holder === staff.id;
    if (isAsShown) await handBack(acts, conversation, staff.id);
  }
}
