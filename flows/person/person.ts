import type { Answer, HandOverReason, Reply } from "#flow";
import { personWords as words } from "./person.words.ts";

/** A person is wanted, or is the only one who can help. */
const person: Answer = {
  name: "person",
  intents: ["talk_to_human"],
  reply: (_, picture) => handOver("asked_for_person", [words.calling(picture)]),
};

/** A complaint is first taken seriously; anger, or a yes, brings a person. */
const complaint: Answer = {
  name: "complaint",
  intents: ["complain"],
  reply: ({ angry, intents }, picture) => {
    if (intents.includes("return_item") || intents.includes("talk_to_human")) return undefined;
    return angry
      ? { ...handOver("angry", [words.sorry(picture), words.calling(picture)]), complained: true }
      : { say: [], ask: words.complaint(picture), complained: true };
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
  reply: (_, picture) => ({ say: [words.paid(picture)], effects: [{ type: "handOver", reason: "payment" }] }),
};

const bargain: Answer = {
  name: "bargain",
  intents: ["bargain"],
  // "ya udah 1 ya" after haggling means the goods haggled over.
  reply: ({ about }, picture) => ({ say: [words.bargain(picture)], ...(about.length > 0 && { about }) }),
};

export const personAnswers: readonly Answer[] = [person, complaint, returning, payment, bargain];

function handOver(reason: HandOverReason, say: readonly string[]): Reply {
  return { say, effects: [{ type: "handOver", reason }] };
}
