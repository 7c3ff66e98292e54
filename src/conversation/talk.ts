import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { SeenOffer } from "../shop/order/offer.ts";
import type { PlacedOrder } from "../shop/order/order.ts";
import type { Intent, Meaning } from "../understanding/meaning.ts";
import type { Effect } from "./effect.ts";
import type { Ask, Flow } from "./flow.ts";
import type { Picture } from "./picture.ts";
import type { Topic } from "./state.ts";

/** What an errand of one breath says and does. `ask` opens a question of its own where no topic has one. */
export interface Reply {
  readonly say: readonly string[];
  readonly effects?: readonly Effect[];
  readonly ask?: Ask;
  /** The question only fills a silence: an errand opened in the same turn asks its own */
  readonly idle?: true;
  readonly ended?: "cancelled" | "postponed";
  /** The customer complained: kept for when they call */
  readonly complained?: true;
  /** SKUs the answer was about, so that "ya mau 2" is read against it */
  readonly about?: readonly string[];
}

/** An errand of one breath: a question answered, thanks returned, a person called. */
export interface Answer {
  readonly name: string;
  readonly intents: readonly Intent[];
  readonly reply: (meaning: Meaning, picture: Picture, talk: TalkSoFar) => Reply | undefined;
}

/** Where the talk stands when something is answered. */
export interface TalkSoFar {
  readonly busy: boolean;
  /** The customer's own; empty for a call */
  readonly words: string;
  /** The errand that is open, in a word, and when it was last touched */
  readonly open?: { readonly gist: string; readonly at: number };
  readonly complaint?: { readonly words: string; readonly at: number };
  /** SKUs that the talk is about now: asked about last, or to be bought */
  readonly about: readonly string[];
  /** The pictures that were just sent, by Photo.id */
  readonly shown: readonly string[];
}

/** The sentences that belong to talking itself, whatever the errand. */
export interface TalkWords {
  /** After one or two misunderstandings in a row */
  readonly misunderstood: (times: number, picture: Picture) => string;
  /** What to tap when nothing is open and the words were not understood */
  readonly lost: (picture: Picture) => Ask;
  readonly handOverLost: (picture: Picture) => string;
  /** By when a person answers */
  readonly answeredBy: (picture: Picture) => string;
  /** Of what only a person can answer, to a customer who waits for one */
  readonly personAnswers: (picture: Picture) => string;
  /** At a hand-over: the customer may go on here meanwhile; undefined where somebody answers in a moment */
  readonly meanwhile: (picture: Picture) => string | undefined;
  readonly resume: (gist: string, since: number, picture: Picture) => string;
  readonly handedBack: (gist: string | undefined, picture: Picture) => string;
  /** Before the answer to words that had to wait for it until the bot had the chat back */
  readonly answeredLate: (picture: Picture) => string;
  /** What the customer said to a person who left it unanswered goes to another */
  readonly leftUnanswered: (picture: Picture) => string;
  /** A yes to something that was not shown, or has changed since */
  readonly notThatSummary: (picture: Picture) => string;
  /** Before an order that was written down on the phone is shown for the customer's yes */
  readonly proposed: (picture: Picture) => string;
  /** The link of such an order is used, too old or made up */
  readonly proposalGone: (picture: Picture) => string;
  /** A link by which colleagues connect their own chat is used, too old or made up */
  readonly staffLinkOver: (picture: Picture) => string;
  readonly sameMessage: (picture: Picture) => string;
  readonly edited: (picture: Picture) => string;
  readonly media: (picture: Picture) => string;
  readonly sticker: (picture: Picture) => string;
  readonly orderStepped: (order: PlacedOrder, step: SteppedNews, picture: Picture) => string | undefined;
  /** What staff offer while a person holds the conversation: whoever does hears the answer */
  readonly offerShown: (offer: SeenOffer, picture: Picture) => string;
  /** What staff made of an offer: they took it back, or noted the customer's answer */
  readonly offerSettled: (offer: SeenOffer, state: "accepted" | "refused" | "withdrawn", picture: Picture) => string;
  /** Asks whether an order that was heard with little confidence is meant */
  readonly unsure: (meaning: Meaning, picture: Picture) => Ask;
}

/** A step of an order that its customer is told of. */
export interface SteppedNews {
  readonly status: string;
  /** Why: a StepReason, and the seller's own words */
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  /** The status that a slip had led to: the step is taken back */
  readonly undid?: string | undefined;
  /** It ended an offer that was not answered */
  readonly lapsed?: boolean | undefined;
}

/** Everything the bot can talk about, and how. */
export interface Talk {
  readonly flows: readonly Flow[];
  readonly answers: readonly Answer[];
  readonly commands: Readonly<
    Record<string, (picture: Picture) => { readonly means?: Partial<Meaning>; readonly say?: readonly string[] }>
  >;
  /** What is said and done when a timer of this key falls */
  readonly timers: Readonly<Record<string, (picture: Picture) => Pick<Reply, "say" | "effects"> | undefined>>;
  readonly words: TalkWords;
  /** The errand that an order written down on the phone goes on as, by the flow's name */
  readonly proposed: string;
  /** The errand that asks for the yes to an order which no call could bring, by the flow's name */
  readonly confirmed: string;
  /** The errand that asks whether an order may be changed as staff offer, by the flow's name, and what it is to know */
  readonly offered: {
    readonly flow: string;
    readonly answers: (offer: SeenOffer, picture: Picture) => Topic["answers"];
  };
  /** What to say to a button of an older message, where its words alone would mislead; undefined where they do not */
  readonly lateTap: (label: string, offer: SeenOffer | undefined, picture: Picture) => string | undefined;
  /** The lines that edits are about when no errand is open: those of the latest order that can still be changed */
  readonly basket: (picture: Picture) => readonly BasketLine[];
}
