import type { z } from "zod";
import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { Intent, Meaning, OpenQuestion } from "../understanding/meaning.ts";
import type { Effect } from "./effect.ts";
import type { Picture } from "./picture.ts";
import type { OfferedChoice } from "./state.ts";

/** A question as the customer will read it, with what it must be read against. */
export interface Ask {
  readonly text: string;
  /** Shorter wording for when it is asked again after a digression */
  readonly again?: string;
  readonly question: OpenQuestion;
  readonly choices?: readonly OfferedChoice[];
  /** What a plain yes, and a plain no, mean here */
  readonly yes?: Partial<Meaning>;
  readonly no?: Partial<Meaning>;
  /** Digest of the facts a yes agrees to */
  readonly digest?: string;
  readonly request?: "phone" | "location";
}

/** How the customer agreed: the text they were shown and the words they used. */
export interface Evidence {
  readonly digest: string;
  readonly text: string;
  readonly words: string;
}

export type Slots = Readonly<Record<string, z.ZodType>>;

/** What is known so far: every slot may still be open. */
export type Known<S extends Slots> = { readonly [K in keyof S]?: z.output<S[K]> };

/** What is known when nothing is open: all slots but the optional ones. */
export type Answers<S extends Slots> = { readonly [K in keyof S]: z.output<S[K]> };

interface QuestionBase<S extends Slots, V> {
  /** Asked while the slot has no answer. */
  readonly ask: (known: Known<S>, picture: Picture) => Ask;
  /** The answer that a meaning holds, if any. */
  readonly hear?: (meaning: Meaning, known: Known<S>, picture: Picture) => V | undefined;
  /** What the shop knows already: used unless the customer says otherwise, and shown to them before their yes. */
  readonly remembered?: (known: Known<S>, picture: Picture) => V | undefined;
  /** Why a known answer cannot stand; checked again every turn. */
  readonly problem?: (value: V, known: Known<S>, picture: Picture) => Ask | undefined;
  /** The answer that a yes to this very question gives. */
  readonly yes?: (evidence: Evidence, known: Known<S>, picture: Picture) => V;
  /** Asked when the customer says no to this very question. */
  readonly no?: (known: Known<S>, picture: Picture) => Ask;
  /** The answer that a no to this very question gives, in place of asking on. */
  readonly refused?: (evidence: Evidence, known: Known<S>, picture: Picture) => V;
  /** A word on what was just heard, before the next question. */
  readonly heard?: (
    before: V | undefined,
    after: V,
    picture: Picture,
    meaning: Meaning,
    known: Known<S>,
  ) => string | undefined;
  /** The problem is a limit of the shop's own: checked also where the shop leaves the question out. */
  readonly always?: true;
  /** The slot's earlier name and shape, so that a redeploy in mid-errand loses no answer. */
  readonly was?: { readonly name: string; readonly read: (value: unknown) => V | undefined };
}

/** A required slot is always asked for; an optional one needs `when`. The types refuse anything else. */
export type Question<S extends Slots, K extends keyof S> =
  undefined extends z.output<S[K]>
    ? QuestionBase<S, NonNullable<z.output<S[K]>>> & { readonly when: (known: Known<S>, picture: Picture) => boolean }
    : QuestionBase<S, z.output<S[K]>> & { readonly when?: undefined };

/** What an intent does to an open topic of this flow. */
export interface TopicOutcome {
  readonly say: readonly string[];
  readonly effects?: readonly Effect[];
  readonly ask?: Ask;
  /** The errand ends so; a postponed one keeps its answers, a dropped one leaves no trace */
  readonly end?: "cancelled" | "postponed" | "dropped";
  readonly until?: string;
  /** Replaces all answers */
  readonly answers?: Readonly<Record<string, unknown>>;
}

export interface FlowDefinition<S extends Slots> {
  readonly name: string;
  readonly slots: S;
  readonly questions: { readonly [K in keyof S]: Question<S, K> };
  /** First answers when a meaning starts this errand; undefined when it does not. */
  readonly opens: (meaning: Meaning, picture: Picture) => Known<S> | undefined;
  readonly on?: Partial<
    Record<Intent, (known: Known<S>, picture: Picture, meaning: Meaning, words: string) => TopicOutcome | undefined>
  >;
  /** Let go without a word, because there is nothing left to ask. */
  readonly over?: (known: Known<S>, picture: Picture) => boolean;
  /** For an errand that comes in between others: what of a meaning is about it alone; the rest goes where it always goes. */
  readonly interrupts?: (meaning: Meaning) => { readonly own: Meaning; readonly rest: Meaning } | undefined;
  /** Let go when the customer goes on with another errand */
  readonly passing?: true;
  /** Answers to take anew when the customer comes back to the errand after a while and says this. */
  readonly returning?: (known: Known<S>, meaning: Meaning) => Known<S> | undefined;
  /** Asked first when the errand has just been opened by a meaning that says nothing more. */
  readonly opening?: (meaning: Meaning, known: Known<S>, picture: Picture) => Ask | undefined;
  /** The lines that words like "yang 1 ganti L" are about. */
  readonly basket?: (known: Known<S>) => readonly BasketLine[];
  /** In a word, what this errand is about so far ("2 brownies coklat"); undefined when nothing is known. */
  readonly gist: (known: Known<S>, picture: Picture) => string | undefined;
  readonly finish: (answers: Answers<S>, topic: string, picture: Picture) => readonly Effect[];
}

/** A flow with its slot types erased, as the engine drives it. */
export type Flow = FlowDefinition<Slots>;

/** Defines an errand: a form with a mind. Slots are asked for top to bottom, skipping what is already known. */
export function flow<const S extends Slots>(definition: FlowDefinition<S>): Flow {
  // Every value the engine passes to a question was parsed by that question's own slot, so forgetting S is safe.
  return definition as unknown as Flow;
}

/** The questions of an erased flow, in their order. */
export type AnyQuestion = QuestionBase<Slots, unknown> & {
  readonly when?: ((known: Known<Slots>, picture: Picture) => boolean) | undefined;
};
