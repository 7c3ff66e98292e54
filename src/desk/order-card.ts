import type { Choice } from "../channels/message.ts";
import { localTime } from "../shop/calendar/calendar.ts";
import { sayDay, sayTime } from "../shop/calendar/calendar.words.ts";
import { isRunning, NEXT_STATUSES, ORDER_STATUSES, type OrderStatus } from "../shop/order/order.ts";
import { CANCEL_REASONS, FAIL_REASONS, type StepReason } from "../shop/order/step-reason.ts";
import { UNDO_STEP_MS } from "../staff/undo-step.ts";
import { sayMoment } from "./call-card.ts";
import { type Card, choiceId, type Reader } from "./card.ts";
import { deskWords } from "./desk.words.ts";
import { orderWords as words } from "./desk-orders.words.ts";
import type { DeskOrder } from "./desk-view.ts";

/** What a card says beside the order itself. */
export interface OrderCardNotes {
  /** A line above everything */
  readonly first?: string;
  /** Asks why it comes to this */
  readonly why?: GraveStatus;
}

/** What an order comes to only with a reason. */
export type GraveStatus = "cancelled" | "failed_delivery";

/** An order as a seller's card shows it, with what the shop may do next. */
export function orderCard(order: DeskOrder, reader: Reader, { first, why }: OrderCardNotes = {}): Card {
  const isOpen = isRunning(order);
  const lines = [
    first,
    words.title(order.number, order.customer || deskWords.nameless, deskWords.via(order.channel)),
    ...order.lines.map(({ name, quantity, unit, amount, note }) => words.line(name, quantity, unit, amount, note)),
    words.total(order.total, order.fee, order.payment),
    order.fulfilment === "delivery" ? words.deliver(order.address, order.zone) : words.pickup(order.branch),
    whenOf(order, reader),
    order.note && words.note(order.note),
    isOpen ? order.phone : undefined,
    words.status(order.status),
    order.reason && words.because(order.reason),
    order.callFirst ? words.callFirst : undefined,
    offerLine(order, reader),
    why && (why === "cancelled" ? words.whyCancel : words.whyFailed),
    isOpen && !why ? words.howToAnswer : undefined,
  ];
  return {
    about: { type: "order", id: order.id },
    stamp: orderStamp(order),
    message: { text: lines.filter(Boolean).join("\n"), choices: why ? reasonsFor(order, why) : stepsOf(order, reader) },
  };
}

/** How it stands with what was offered in place of something: in the console, where it is offered and taken back. */
function offerLine({ offer }: DeskOrder, reader: Reader): string | undefined {
  switch (offer?.state) {
    case "open":
      return words.offerOpen(sayMoment(offer.at, reader));
    case "accepted":
      return words.offerAccepted(offer.words);
    case "refused":
      return words.offerRefused(offer.words);
    case "failed":
      return words.offerFailed;
    default:
      return undefined;
  }
}

export function orderStamp({ version, callFirst }: Pick<DeskOrder, "version" | "callFirst">): string {
  return `${version}${callFirst ? "c" : ""}`;
}

/** Steps by which the shop takes an order on, once it is confirmed */
const BEGUN: ReadonlySet<OrderStatus> = new Set(["accepted", "preparing"]);

function stepsOf(order: DeskOrder, { staffId, now }: Reader): Choice[] {
  const { lastStep, version } = order;
  const canUndo = lastStep?.who === staffId && lastStep.version === version && lastStep.at > now - UNDO_STEP_MS;
  const undo = canUndo ? [{ id: choiceId("undo", version), label: words.buttons.undo }] : [];
  const steps = NEXT_STATUSES[order.status]
    .filter((status) => fits(status, order))
    .map((status) => {
      const act = isGrave(status) ? "ask" : "step";
      return { id: choiceId(act, order.version, CODES[status]), label: words.steps[status] };
    });
  return [...steps, ...undo];
}

/** What is fetched is never sent out, and what is delivered is completed at the door. */
function fits(status: OrderStatus, { fulfilment, status: current, callFirst }: DeskOrder): boolean {
  if (callFirst && BEGUN.has(status)) return false;
  if (status === "out_for_delivery") return fulfilment === "delivery";
  return !(status === "completed" && current === "ready" && fulfilment === "delivery");
}

function reasonsFor({ version }: DeskOrder, why: GraveStatus): Choice[] {
  const reasons = REASONS[why].map((reason, index) => ({
    id: choiceId("why", version, `${CODES[why]}${index}`),
    label: words.reasons[reason],
  }));
  return [...reasons, { id: choiceId("back", version), label: words.buttons.back }];
}

const REASONS: Readonly<Record<GraveStatus, readonly StepReason[]>> = {
  cancelled: CANCEL_REASONS,
  failed_delivery: FAIL_REASONS,
};

export function isGrave(status: OrderStatus): status is GraveStatus {
  return status === "cancelled" || status === "failed_delivery";
}

/** A button holds sixteen letters. */
const CODES: Readonly<Record<OrderStatus, string>> = {
  placed: "pl",
  accepted: "ac",
  preparing: "pr",
  ready: "re",
  out_for_delivery: "od",
  completed: "co",
  failed_delivery: "fd",
  cancelled: "ca",
};

/** What a button of an order's card is for: `fd` or, with the reason that was tapped, `fd2`. */
export function readStep(
  more: string | undefined,
): { readonly status: OrderStatus; readonly reason?: StepReason } | undefined {
  const [, code, index] = /^([a-z]{2})(\d?)$/.exec(more ?? "") ?? [];
  const status = ORDER_STATUSES.find((one) => CODES[one] === code);
  const reason = status && index && isGrave(status) ? REASONS[status][Number(index)] : undefined;
  return status && { status, ...(reason === undefined ? {} : { reason }) };
}

function whenOf({ day, time }: DeskOrder, { now, timeZone }: Reader): string | undefined {
  const when = [day && sayDay(day, localTime(now, timeZone).day), time && sayTime(time)].filter(Boolean).join(" ");
  return when ? words.when(when) : undefined;
}
