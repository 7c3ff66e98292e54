import { stepOrder } from "../shop/order/step-order.ts";
import type { Acts } from "../staff/acts.ts";
import { handBack } from "../staff/hand-back.ts";
import { reply } from "../staff/reply.ts";
import { takeOver } from "../staff/take-over.ts";
import type { ActResult, StaffActs } from "./console-deps.ts";

/** The acts of staff as the console's routes know them. */
export function staffActs(acts: Acts): StaffActs {
  return {
    takeOver: async (conversation, staff) => RESULTS[(await takeOver(acts, conversation, staff)).type],
    reply: async (conversation, staff, text, key) => RESULTS[(await reply(acts, conversation, staff, text, key)).type],
    handBack: async (conversation, staff) => RESULTS[(await handBack(acts, conversation, staff)).type],
    stepOrder: async (order, staff, version, status) =>
      RESULTS[(await stepOrder(acts, { order, staff, version, status })).type],
  };
}

const DONE: ActResult = { type: "done" };
const STALE: ActResult = { type: "stale" };
const NOT_FOUND: ActResult = { type: "notFound" };

const RESULTS = {
  takenOver: DONE,
  replied: DONE,
  handedBack: DONE,
  stepped: DONE,
  withBot: STALE,
  heldBy: STALE,
  changed: STALE,
  notAllowed: STALE,
  outOfStock: STALE,
  unknownConversation: NOT_FOUND,
  unknownOrder: NOT_FOUND,
} as const;
