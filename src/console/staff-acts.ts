import type { Acts, Rank } from "../staff/acts.ts";
import { close, reopen } from "../staff/close.ts";
import { eraseCustomer } from "../staff/erase-customer.ts";
import { handBack } from "../staff/hand-back.ts";
import { holdOn } from "../staff/hold-on.ts";
import { joinCustomer, type Linked, partCustomer } from "../staff/link-customers.ts";
import { noteCall } from "../staff/note-call.ts";
import { passOn } from "../staff/pass-on.ts";
import { offerOrder, proposeOrder } from "../staff/propose-order.ts";
import { reply } from "../staff/reply.ts";
import { sendAgain } from "../staff/send-again.ts";
import { type CallNoted, takeCall } from "../staff/take-call.ts";
import { takeOver } from "../staff/take-over.ts";
import { undoCall } from "../staff/undo-call.ts";
import { writeFirst } from "../staff/write-first.ts";
import { writeNote } from "../staff/write-note.ts";
import { newSecret } from "../web/secret.ts";
import type { ActResult, StaffActs } from "./console-deps.ts";
import { orderActs } from "./order-acts.ts";
import type { SignedIn } from "./role.ts";

const DONE: ActResult = { type: "done" };
const NOT_FOUND: ActResult = { type: "notFound" };

/** What staff do from the console, with its outcome as the console tells it. */
export function staffActs(acts: Acts): StaffActs {
  return {
    takeOver: async (conversation, staff, overrule) => {
      const result = await takeOver(acts, conversation, staff.id, overrule ? rankOf(staff) : "seller");
      return result.type === "takenOver" ? DONE : refusalOf(result);
    },
    reply: async (conversation, staff, words, key) => {
      const result = await reply(acts, conversation, staff.id, words, key, rankOf(staff));
      return result.type === "replied" ? DONE : refusalOf(result);
    },
    writeFirst: async (staff, words) => {
      const result = await writeFirst(acts, { ...words, staff: staff.id, rank: rankOf(staff) });
      if (result.type === "written") return { type: "wroteFirst", conversation: result.conversationId };
      if (result.type === "heldBy") return refusalOf(result);
      return { type: "refused", reason: result.type === "tooMany" ? "tooManyStrangers" : result.type };
    },
    sendAgain: async (conversation, row, staff) => {
      const result = await sendAgain(acts, conversation, row, staff.id, rankOf(staff));
      if (result.type === "replied") return DONE;
      return result.type === "notFailed" ? { type: "refused", reason: "notFailed" } : refusalOf(result);
    },
    writeNote: async (conversation, staff, { id, text }) => {
      const result = await writeNote(acts, conversation, { id, text, who: staff.id });
      return result.type === "noted" ? DONE : NOT_FOUND;
    },
    handBack: async (conversation, staff) => {
      const result = await handBack(acts, conversation, staff.id, rankOf(staff));
      return result.type === "handedBack" || result.type === "withBot" ? DONE : refusalOf(result);
    },
    holdOn: async (conversation, staff) => {
      const result = await holdOn(acts, conversation, staff.id, rankOf(staff));
      if (result.type === "heldOn") return DONE;
      return result.type === "notHeld" ? { type: "refused", reason: "notHeld" } : refusalOf(result);
    },
    close: async (conversation, staff) => {
      const result = await close(acts, conversation, staff.id, rankOf(staff));
      return result.type === "closed" ? DONE : refusalOf(result);
    },
    reopen: async (conversation, staff) => {
      const result = await reopen(acts, conversation, staff.id);
      return result.type === "closed" ? DONE : refusalOf(result);
    },
    passOn: async (conversation, staff, to, note) => {
      const result = await passOn(acts, conversation, { staff: staff.id, to, note }, rankOf(staff));
      if (result.type === "passedOn") return DONE;
      return result.type === "unknownColleague" ? { type: "refused", reason: "cannotTake" } : refusalOf(result);
    },
    proposeOrder: async (conversation, staff, order) => {
      const result = await proposeOrder(acts, conversation, { ...order, staff: staff.id }, rankOf(staff));
      return result.type === "proposed" ? DONE : refusalOf(result);
    },
    offerOrder: (staff, order) => offerOrder(acts, { ...order, staff: staff.id }),
    joinCustomer: async (conversation, customer, staff) =>
      linkResult(await joinCustomer(acts, conversation, customer, staff)),
    eraseCustomer: async (customer, staff) => {
      const { type } = await eraseCustomer(acts, customer, staff, newSecret);
      if (type === "unknown") return NOT_FOUND;
      return type === "erased" ? DONE : { type: "refused", reason: type };
    },
    partCustomer: async (contact, staff) => linkResult(await partCustomer(acts, contact, staff)),
    ...orderActs(acts),
    takeCall: async (call, staff, version) => callResult(await takeCall(acts, { call, version, staff })),
    noteCall: async (call, staff, version, { outcome, until, to, words, cancels }) =>
      callResult(
        await noteCall(acts, {
          ...{ call, version, staff, outcome },
          ...(until === undefined ? {} : { until }),
          ...(to === undefined ? {} : { to }),
          ...(words === undefined ? {} : { words }),
          ...(cancels === undefined ? {} : { cancels }),
        }),
      ),
    undoCall: async (call, staff, version) => {
      const undone = await undoCall(acts, { call, version, staff: staff.id }, rankOf(staff));
      switch (undone.type) {
        case "undone":
          return { type: "undone", told: undone.told };
        case "unknownCall":
          return NOT_FOUND;
        case "changed":
          return { type: "refused", reason: "callChanged" };
        case "tooLate":
        case "notYours":
        case "orderMoved":
          return { type: "refused", reason: undone.type };
        default:
          return undone satisfies never;
      }
    },
  };
}

function callResult({ type }: CallNoted): ActResult {
  switch (type) {
    case "noted":
      return DONE;
    case "changed":
      return { type: "refused", reason: "callChanged" };
    case "unknownColleague":
      return { type: "refused", reason: "noColleague" };
    case "unknownCall":
      return NOT_FOUND;
    default:
      return type satisfies never;
  }
}

function rankOf({ role }: SignedIn): Rank {
  return role === "owner" ? "owner" : "seller";
}

function refusalOf(result: { readonly type: "heldBy" } | { readonly type: "unknownConversation" }): ActResult {
  return result.type === "heldBy" ? { type: "refused", reason: "held" } : NOT_FOUND;
}

/** Two that are one already are what was wanted. */
function linkResult({ type }: Linked): ActResult {
  return type === "unknown" ? NOT_FOUND : DONE;
}
