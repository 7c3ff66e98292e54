import { type Stepped, stepOrder } from "../staff/step-order.ts";
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
  const isStep = step && (choice.act === "step" ? !isGrave(step.status) : choice.act === "why" && step.reason);
  const stepped = isStep
    ? await stepOrder(acts, { ...step, order, version: choice.version, staff: staff.id, ...reasonIn(step) })
    : undefined;
  const [now] = await readDeskOrders(acts.database.prisma, [order]);
  if (!now) return [say(deskWords.gone)];
  const isFresh = now.version === choice.version;
  const isAsked = isFresh && step && isGrave(step.status) && (choice.act === "ask" || choice.act === "write");
  const first = stepped ? refusal(stepped, now, { staff: staff.id, ...choice }, step?.status) : undefined;
  const notes: OrderCardNotes = {
    ...(first ? { first } : isFresh || stepped ? {} : { first: callWords.changed }),
    ...(isAsked && choice.act === "ask" && isGrave(step.status) ? { why: step.status } : {}),
  };
  const card = orderCard(now, await readerOf(parts, staff.id), notes);
  const question =
    isAsked && choice.act === "write" ? [reasonQuestion(now, { version: choice.version, status: step.status })] : [];
  return [{ ...card, message: { ...card.message, replaces: shown } }, ...question];
}

function reasonIn({ reason }: { readonly reason: string | undefined }) {
  return reason === undefined ? { reason: "" } : { reason };
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
