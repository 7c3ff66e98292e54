import { type Stepped, stepOrder } from "../staff/step-order.ts";
import { type StepUndone, undoStep } from "../staff/undo-step.ts";
import type { readChoice } from "./card.ts";
import { callWords, deskWords } from "./desk.words.ts";
import { type Desk, type DeskAnswer, readerOf, say } from "./desk-answer.ts";
import { orderWords as words } from "./desk-orders.words.ts";
import { readDeskOrders } from "./desk-orders-store.ts";
import type { DeskParts } from "./desk-parts.ts";
import type { DeskOrder } from "./desk-view.ts";
import { isGrave, type OrderCardNotes, orderCard, readStep } from "./order-card.ts";

type Choice = NonNullable<ReturnType<typeof readChoice>>;

/** A colleague taps a button of an order's card: the step is taken, or it is asked why, and the card shows how it stands now. */
export async function tapOnOrder(
  parts: DeskParts,
  { staff }: Desk,
  order: string,
  choice: Choice,
  shown: string,
): Promise<readonly DeskAnswer[]> {
  const { acts } = parts;
  const step = readStep(choice.more);
  const seen = { order, version: choice.version, staff: staff.id };
  const stepped = step && (await stepTapped(acts, choice.act, step, seen));
  const undone = choice.act === "undo" ? await undoStep(acts, seen) : undefined;
  const [now] = await readDeskOrders(acts.database.prisma, [order]);
  if (!now) return [say(deskWords.gone)];
  const isFresh = now.version === choice.version;
  const asked = isFresh && step && isGrave(step.status) ? step : undefined;
  const refused = stepped ? refusal(stepped, now, seen, step?.status) : undone && wordsOfUndoing(undone);
  const first = refused ?? (isFresh || stepped || undone ? undefined : callWords.changed);
  const notes: OrderCardNotes = {
    ...(first ? { first } : {}),
    ...(choice.act === "ask" && asked && isGrave(asked.status) ? { why: asked.status } : {}),
  };
  const card = orderCard(now, await readerOf(parts, staff.id), notes);
  const isWritten = choice.act === "why" && asked?.reason === "other";
  const question = isWritten && asked ? [reasonQuestion(now, { version: choice.version, status: asked.status })] : [];
  return [{ ...card, message: { ...card.message, replaces: shown } }, ...question];
}

/** The step that a button takes; undefined where it only asks on or goes back. */
async function stepTapped(
  acts: DeskParts["acts"],
  act: string,
  { status, reason }: NonNullable<ReturnType<typeof readStep>>,
  seen: { readonly order: string; readonly version: number; readonly staff: string },
): Promise<Stepped | undefined> {
  if (act === "step" && !isGrave(status)) return stepOrder(acts, { ...seen, status });
  if (act !== "why" || reason === undefined || reason === "other") return undefined;
  return stepOrder(acts, { ...seen, status, why: { reason } });
}

function wordsOfUndoing(undone: StepUndone): string | undefined {
  switch (undone.type) {
    case "undone":
      return undone.told === "sent" ? words.toldAlready : undefined;
    case "tooLate":
      return words.tooLateToUndo;
    case "notYours":
      return words.notYours;
    case "cashMoved":
      return words.cashMoved;
    case "outOfStock":
      return words.outOfStock;
    case "changed":
      return callWords.changed;
    case "unknownOrder":
      return deskWords.gone;
    default:
      return undone satisfies never;
  }
}

function reasonQuestion(
  { id, number }: DeskOrder,
  { version, status }: { readonly version: number; readonly status: DeskOrder["status"] },
): DeskAnswer {
  const choices = [{ id: `drop.${version}`, label: words.buttons.drop }];
  return {
    message: { text: words.askReason(number, status), choices },
    about: { type: "reason", id, version, status },
  };
}

/** Why a step was not taken, as the card says it; undefined where it was, or was taken by the very same tap before. */
export function refusal(
  stepped: Stepped,
  now: DeskOrder,
  { staff, version }: { readonly staff: string; readonly version: number },
  status: string | undefined,
): string | undefined {
  switch (stepped.type) {
    case "stepped":
      return undefined;
    case "changed": {
      const isOwn = now.version === version + 1 && now.lastStep?.who === staff && now.lastStep.status === status;
      return isOwn ? undefined : callWords.changed;
    }
    case "notAllowed":
    case "cashReason":
    case "unknownCourier":
      return words.notAllowed;
    case "outOfStock":
      return words.outOfStock;
    case "unconfirmed":
      return words.unconfirmed;
    case "unknownOrder":
      return deskWords.gone;
    default:
      return stepped satisfies never;
  }
}
