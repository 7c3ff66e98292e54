import type { Answer, HandOverReason, Reply } from "#flow";
import { personWords as words } from "./person.words.ts";

/** A person is wanted, or is the only one who can help. */
const person: Answer = {
  name: "person",
  intents: ["talk_to_human"],
  reply: (_, picture) => handOver("asked_for_person", [words.calling(picture)]),
};

/** "Gak jadi, udah sama bot aja": who waits for a person waits no longer. */
const byBot: Answer = {
  name: "byBot",
  intents: ["deny"],
  reply: (meaning, picture) =>
    meaning.byBot ? { say: [words.byBot(picture)], effects: [{ type: "endWaiting" }] } : undefined,
};

/** A complaint brings a person; beside an order only with a yes, because a person's silence would end the order. */
const complaint: Answer = {
  name: "complaint",
  intents: ["complain"],
  reply: ({ angry, intents, items, edits }, picture) => {
    if (intents.includes("return_item") || intents.includes("talk_to_human")) return undefined;
    if (angry) return { ...handOver("angry", [words.sorry(picture), words.calling(picture)]), complained: true };
    if (items.length + edits.length > 0) return { say: [], ask: words.complaintBeside(picture), complained: true };
    return { ...handOver("complaint", [words.complaint(picture)]), complained: true };
  },
};

const returning: Answer = {
  name: "returning",
  intents: ["return_item"],
  reply: (_, picture) => ({ ...handOver("return", [words.returning(picture)]), complained: true }),
};

const payment: Answer = {
  name: "paymentProof",
  intents: ["confirm_payment"],
  reply: (_, picture) => handOver("payment", [words.paid(picture)]),
};

const bargain: Answer = {
  name: "bargain",
  intents: ["bargain"],
  reply: ({ about }, picture) => ({
    ...(picture.shop.handOver.bargaining
      ? handOver("bargain", [words.bargain(picture)])
      : { say: [words.fixedPrice(picture)] }),
    // "ya udah 1 ya" after haggling means the goods haggled over.
    ...(about.length > 0 && { about }),
  }),
};

export const personAnswers: readonly Answer[] = [person, byBot, complaint, returning, payment, bargain];

function handOver(reason: HandOverReason, say: readonly string[]): Reply {
  return { say, effects: [{ type: "handOver", reason }] };
}
