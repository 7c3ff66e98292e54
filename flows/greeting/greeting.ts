import type { Answer } from "#flow";
import { goodsWords } from "../order/goods.words.ts";
import { greetingWords as words } from "./greeting.words.ts";

const greet: Answer = {
  name: "greet",
  intents: ["greet"],
  reply: (_, picture, { busy }) =>
    busy
      ? { say: [words.again(picture)] }
      : { say: [words.welcome(picture)], ask: goodsWords.whatWouldYouLike(picture), idle: true },
};

const thank: Answer = {
  name: "thank",
  intents: ["thank"],
  // "gelas yang kemarin bagus", and then "mau lagi 2": the goods praised.
  reply: ({ about }, picture) => ({ say: [words.youAreWelcome(picture)], ...(about.length > 0 && { about }) }),
};

/** A yes or no that answers nothing of ours is met kindly, and means nothing. */
const nod: Answer = {
  name: "nod",
  intents: ["affirm", "deny"],
  reply: (meaning, picture, { busy }) =>
    busy || meaning.byChat || meaning.byBot || meaning.items.length ? undefined : { say: [words.nod(picture)] },
};

/** Name or number given when no errand asked for them: kept for the next one. */
const introduction: Answer = {
  name: "introduction",
  intents: ["provide_info"],
  reply: ({ name, phone, address, zone }, picture, { busy }) => {
    if (busy || (!name && !phone && !address)) return undefined;
    const known = {
      ...(name ? { name } : {}),
      ...(phone ? { phone } : {}),
      ...(address ? { address } : {}),
      ...(zone ? { zoneId: zone } : {}),
    };
    return { say: [words.noted(picture)], effects: [{ type: "rememberCustomer", ...known }] };
  },
};

const postpone: Answer = {
  name: "postpone",
  intents: ["postpone_purchase"],
  reply: ({ until }, picture, { busy }) =>
    busy ? undefined : { say: [words.whenever(until, picture)], ended: "postponed" },
};

/** "Ulangi pesanan kemarin" with nothing to repeat. */
const nothingToRepeat: Answer = {
  name: "nothingToRepeat",
  intents: ["repeat_order"],
  reply: (_, picture) => (picture.orders.length ? undefined : { say: [words.nothingToRepeat(picture)] }),
};

export const greetingAnswers: readonly Answer[] = [greet, thank, nod, introduction, postpone, nothingToRepeat];
