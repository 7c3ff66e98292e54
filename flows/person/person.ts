import type { Answer, HandOverReason, Reply } from "#flow";
import { personWords as words } from "./person.words.ts";

/** A person is wanted, or is the only one who can help. */
const person: Answer = {
  name: "person",
  intents: ["talk_to_human"],
  reply: (_, picture) => handOver("asked_for_person", [words.calling(picture)]),
};

/** A call is wanted: it is noted as a task, and a person takes the chat. */
const call: Answer = {
  name: "call",
  intents: ["request_call"],
  reply: ({ phone }, picture, talk) => {
    const number = phone ?? picture.customer.phone;
    return {
      say: [words.willCall(number, picture)],
      effects: [
        { type: "askForCall", reason: talk.words, ...(number ? { phone: number } : {}) },
        { type: "handOver", reason: "call" },
      ],
    };
  },
};

/** A call did not get through: the chat goes on here, or we call back. */
const missedCall: Answer = {
  name: "missedCall",
  intents: ["missed_call"],
  reply: ({ intents }, picture) =>
    intents.includes("request_call") ? undefined : { say: [], ask: words.missedCall(picture) },
};

/** A complaint is first taken seriously; anger, or a yes, brings a person. */
const complaint: Answer = {
  name: "complaint",
  intents: ["complain"],
  reply: ({ angry, intents }, picture) => {
    if (intents.includes("return_item") || intents.includes("talk_to_human")) return undefined;
    return angry
      ? handOver("angry", [words.sorry(picture), words.calling(picture)])
      : { say: [], ask: words.complaint(picture) };
  },
};

const returning: Answer = {
  name: "returning",
  intents: ["return_item"],
  reply: (_, picture) => handOver("return", [words.returning(picture)]),
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

export const personAnswers: readonly Answer[] = [person, call, missedCall, complaint, returning, payment, bargain];

function handOver(reason: HandOverReason, say: readonly string[]): Reply {
  return { say, effects: [{ type: "handOver", reason }] };
}
