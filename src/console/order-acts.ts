import type { WantedLine } from "../shop/order/offer.ts";
import type { OrderStatus } from "../shop/order/order.ts";
import type { Why } from "../shop/order/step-reason.ts";
import type { Acts } from "../staff/acts.ts";
import { noteAnswer, withdrawOffer } from "../staff/answer-offer.ts";
import { handInCash } from "../staff/hand-in-cash.ts";
import { handToCourier } from "../staff/hand-to-courier.ts";
import { type ChangeOffered, offerChange } from "../staff/offer-change.ts";
import { stepOrder, type Tell } from "../staff/step-order.ts";
import { undoStep } from "../staff/undo-step.ts";
import type { ActRefusal, ActResult } from "./console-deps.ts";
import type { SignedIn } from "./role.ts";

/**
 * Other cash than was due without a reason; a courier who is not there; a step too old to be taken back, or a colleague's;
 * its cash was handed in; another courier has the order; the cash in a courier's hands changed, or is less than that; the
 * code is another order's.
 */
export type OrderRefusal =
  | "cashReason"
  | "unknownCourier"
  | "stepTooLate"
  | "notYourStep"
  | "cashMoved"
  | "notYourOrder"
  | "cashChanged"
  | "tooMuch"
  | "wrongCode"
  /** What is offered in place of something: the order takes none any more, the goods are not sold, nothing would change, or it is too much */
  | "notAdjustable"
  | "notSold"
  | "nothingNew"
  | "tooDear";

/** A step as the console asks for it. It names the version it saw, and is refused when the order has changed since. */
export interface AskedStep {
  readonly version: number;
  readonly status: OrderStatus;
  /** An owner lets it go on without the call that was to confirm it */
  readonly uncalled?: boolean;
  readonly why?: Why | undefined;
  readonly cash?: { readonly amount: number; readonly reason?: string | undefined } | undefined;
  /** Staff id of who brings it */
  readonly courier?: string | undefined;
  readonly byCode?: boolean;
  readonly tell?: Tell | undefined;
}

/** `sent`: the customer had heard of it, and is told the correction; `never`: the seller was to tell it */
export type StepUndoResult = ActResult | { readonly type: "undone"; readonly told: "withheld" | "sent" | "never" };

/** What staff do with orders and their cash. */
export interface OrderActs {
  stepOrder(orderId: string, staff: SignedIn, step: AskedStep): Promise<ActResult>;
  /** Takes back the order's last step */
  undoStep(orderId: string, staff: SignedIn, version: number): Promise<StepUndoResult>;
  /** null: nobody brings it yet */
  handToCourier(orderId: string, staff: SignedIn, version: number, courier: string | null): Promise<ActResult>;
  offerChange(orderId: string, staff: SignedIn, offer: AskedOffer): Promise<ActResult>;
  withdrawOffer(orderId: string, staff: SignedIn, version: number): Promise<ActResult>;
  /** The customer answered a person; `words` are theirs */
  noteAnswer(
    orderId: string,
    staff: SignedIn,
    told: { readonly version: number; readonly answer: "yes" | "no"; readonly words: string },
  ): Promise<ActResult>;
  /** `seen` is what the courier was shown to have */
  handInCash(courier: string, staff: SignedIn, cash: { amount: number; seen: number }): Promise<ActResult>;
}

/** Something else that a seller offers in place of what an order has. `id` is made by the page, so that one sent again is one. */
export interface AskedOffer {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly WantedLine[];
  readonly note?: string | undefined;
}

const DONE: ActResult = { type: "done" };
const NOT_FOUND: ActResult = { type: "notFound" };

/** What staff do with orders from the console, with its outcome as the console tells it. */
export function orderActs(acts: Acts): OrderActs {
  return {
    stepOrder: async (order, staff, { version, status, uncalled, why, cash, courier, byCode, tell }) => {
      const result = await stepOrder(acts, {
        ...{ order, version, status, staff: staff.id },
        ...(uncalled ? { uncalled } : {}),
        ...(why ? { why: { reason: why.reason, ...(why.note ? { note: why.note } : {}) } } : {}),
        ...(cash ? { cash: { amount: cash.amount, ...(cash.reason ? { reason: cash.reason } : {}) } } : {}),
        ...(courier ? { courier } : {}),
        ...(byCode ? { byCode } : {}),
        ...(tell ? { tell } : {}),
      });
      switch (result.type) {
        case "stepped":
          return DONE;
        case "unknownOrder":
          return NOT_FOUND;
        case "changed":
        case "notAllowed":
        case "outOfStock":
        case "unconfirmed":
        case "cashReason":
        case "unknownCourier":
          return refused(result.type);
        default:
          return result satisfies never;
      }
    },
    undoStep: async (order, staff, version) => {
      const rank = staff.role === "owner" ? "owner" : "seller";
      const result = await undoStep(acts, { order, version, staff: staff.id }, rank);
      switch (result.type) {
        case "undone":
          return { type: "undone", told: result.told };
        case "unknownOrder":
          return NOT_FOUND;
        case "tooLate":
          return refused("stepTooLate");
        case "notYours":
          return refused("notYourStep");
        case "changed":
        case "outOfStock":
        case "cashMoved":
          return refused(result.type);
        default:
          return result satisfies never;
      }
    },
    handToCourier: async (order, staff, version, courier) => {
      const own = staff.role === "courier";
      const result = await handToCourier(acts, { order, version, staff: staff.id, courier, own });
      switch (result.type) {
        case "handed":
          return DONE;
        case "unknownOrder":
          return NOT_FOUND;
        case "notYours":
          return refused("notYourOrder");
        case "changed":
        case "unknownCourier":
          return refused(result.type);
        default:
          return result satisfies never;
      }
    },
    offerChange: async (order, staff, { id, version, lines, note }) => {
      const offered = { id, order, version, staff: staff.id, lines, ...(note ? { note } : {}) };
      const result = await offerChange(acts, offered);
      return result.type === "offered" ? DONE : notOffered(result.type);
    },
    withdrawOffer: async (order, staff, version) => {
      const result = await withdrawOffer(acts, { order, version, staff: staff.id });
      return result.type === "settled" ? DONE : notOffered(result.type);
    },
    noteAnswer: async (order, staff, told) => {
      const result = await noteAnswer(acts, { order, staff: staff.id, ...told });
      return result.type === "settled" ? DONE : notOffered(result.type);
    },
    handInCash: async (courier, staff, { amount, seen }) => {
      const result = await handInCash(acts, { courier, amount, seen, staff: staff.id });
      return result.type === "handedIn" ? DONE : refused(result.type);
    },
  };
}

function notOffered(why: Exclude<ChangeOffered["type"], "offered">): ActResult {
  return why === "unknownOrder" ? NOT_FOUND : refused(why);
}

function refused(reason: ActRefusal): ActResult {
  return { type: "refused", reason };
}
