import type { Answer } from "#flow";
import { kak } from "../words.ts";
import { consentWords as words } from "./consent.words.ts";

/** No more promos: kept as withdrawn consent, confirmed once, never argued with. */
const optOut: Answer = {
  name: "optOut",
  intents: ["opt_out"],
  reply: (_, picture, talk) => ({
    say: [words.stopped(kak(picture))],
    effects: [{ type: "recordConsent", purpose: "promo", given: false, words: talk.words }],
  }),
};

const optIn: Answer = {
  name: "optIn",
  intents: ["opt_in"],
  reply: (_, picture, talk) => ({
    say: [words.started(kak(picture), picture.shop.name)],
    effects: [{ type: "recordConsent", purpose: "promo", given: true, words: talk.words }],
  }),
};

export const consentAnswers: readonly Answer[] = [optOut, optIn];
