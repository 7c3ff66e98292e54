import { aboutCalls } from "./about-calls.ts";
import { aboutPeople } from "./about-people.ts";
import { aboutPhotos } from "./about-photos.ts";
import { type Acts, actsOf } from "./acts.ts";
import { answerOf } from "./answers.ts";
import { besideBasket } from "./beside-basket.ts";
import { broughtBack } from "./brought-back.ts";
import { calledOff } from "./called-off.ts";
import type { Hearing } from "./hearing.ts";
import { inContext } from "./in-context.ts";
import { type Evidence, intentFeatures } from "./intent-features.ts";
import { learnedWeights } from "./learned-weights.ts";
import { type Intent, type Meaning, NOTHING } from "./meaning.ts";
import { meaningByRules } from "./meaning-by-rules.ts";
import { type Reading, read } from "./reading.ts";
import { refusedGoods } from "./refusals.ts";
import { type Script, scriptOf } from "./script.ts";
import { smallTalk, wordsLeft } from "./small-talk.ts";
import { type IntentWeights, weighIntents } from "./weigh-intents.ts";
import { hearClauses, weighMeaning } from "./weigh-meaning.ts";

export type Understand = (hearing: Hearing) => Meaning;

/** Words, the open question, the basket and the catalogue → what is meant. Pure, offline, never throws. */
export const understand: Understand = (hearing) => consider(hearing).meaning;

/** A message with all that was found on the way to its meaning. */
export interface Considered {
  readonly meaning: Meaning;
  /** What settled the meaning: its length or letters, small talk, the open question, the basket, or the words alone */
  readonly settledBy: "length" | "letters" | "smallTalk" | "calledOff" | "question" | "basket" | "words";
  /** Absent where the words were not read at all */
  readonly steps?: {
    readonly reading: Reading;
    readonly script: Script;
    readonly acts: Acts;
    /** What the rules alone make of it */
    readonly ruled: readonly Intent[];
    readonly features: readonly string[];
    readonly likelihoods: ReadonlyMap<Intent, number>;
  };
}

/** Understands a message and keeps the steps, for explaining and learning. */
export function consider(hearing: Hearing, weights: IntentWeights = learnedWeights()): Considered {
  const considered = considerWords(hearing, weights);
  const { meaning, steps } = considered;
  const { items, doubts, edits } = meaning;
  if (!steps) return considered;
  const { reading, script } = steps;
  const heard = { ...meaning, ...aboutCalls(hearing, meaning, reading, script), ...aboutPeople(meaning, script) };
  if (items.length + doubts.length + edits.length === 0 || !cutShort(hearing.text, steps.reading))
    return { ...considered, meaning: { ...heard, ...aboutPhotos(hearing, heard, reading, script) } };
  // Half of a list is no order: a person reads all of it.
  const left = { items: [], doubts: [], edits: [], clarify: true };
  return { ...considered, settledBy: "length", meaning: { ...meaning, ...left, intents: ["talk_to_human"] } };
}

/** Whether words stand behind the last that was read. */
function cutShort(text: string, { tokens }: Reading): boolean {
  const unread = text.slice(tokens.at(-1)?.end ?? text.length);
  return unread.length > LONGEST_ENDING && /[\p{L}\p{N}]/u.test(unread);
}

/** Endings that belong to the last word are read with it ("sop2an"). */
const LONGEST_ENDING = 8;

function considerWords(hearing: Hearing, weights: IntentWeights): Considered {
  if (hearing.text.length > LONGEST)
    return { meaning: { ...NOTHING, intents: ["other"], clarify: true, confidence: 0 }, settledBy: "length" };
  if (foreign(hearing.text))
    return { meaning: { ...NOTHING, intents: ["other"], confidence: 0.3 }, settledBy: "letters" };
  const reading = read(hearing);
  const script = scriptOf(reading);
  const acts = actsOf(script, reading, hearing.basket.length > 0);
  const talk = onlyWords(reading) ? (smallTalk(wordsLeft(reading)) ?? called(reading)) : undefined;
  const byRules = talk
    ? { ...NOTHING, intents: [talk], clarify: talk === "place_order", confidence: 0.95 }
    : meaningByRules(hearing, reading, script, acts);
  const ruled = byRules.intents;
  const features = intentFeatures(evidenceOf(reading, script, acts, byRules));
  const likelihoods = weighIntents(features, weights);
  hearClauses(acts, weights, likelihoods);
  const steps = { reading, script, acts, ruled, features, likelihoods };
  const settled = talk !== undefined || plainly(hearing, byRules, reading, script) || answersShortly(hearing, reading);
  const weighed = settled ? byRules : weighMeaning(hearing, byRules, steps);
  const alone = tellsWhen(hearing, reading, script, byRules, weighed) ?? weighed;
  const wanted = broughtBack(hearing, reading, script, alone);
  if (wanted) return { meaning: wanted, settledBy: "question", steps };
  const open = withoutSetAside(hearing);
  const off = calledOff(open, reading, script);
  if (off) return { meaning: off, settledBy: "calledOff", steps };
  const near = inContext(open, reading);
  const nearScript = near === reading ? script : scriptOf(near);
  // The weights were learned from messages that come first: beside a basket it is what the rules say it is.
  const nearby =
    near === reading
      ? byRules
      : meaningByRules(open, near, nearScript, actsOf(nearScript, near, open.basket.length > 0));
  const ofGoods = ABOUT_GOODS.has(open.question?.type ?? "");
  const answer = (ofGoods ? answerOf(open, near, nearby) : undefined) ?? answerOf(open, near, alone);
  if (answer) return { meaning: answer, settledBy: "question", steps };
  const beside = (base: Meaning) =>
    besideBasket(
      open,
      near,
      nearScript,
      base,
      (text) => consider({ ...open, text, question: undefined }, weights).meaning,
    );
  const edited = open.basket.length > 0 && alone !== nearby ? beside(nearby) : undefined;
  const meaning = edited && edited !== nearby ? edited : beside(alone);
  return { meaning, settledBy: meaning === alone ? (talk ? "smallTalk" : "words") : "basket", steps };
}

const ASKED = / (\?|berapa|buka|tutup|libur|kapan|bisa|ada|kah|apa) /;

/** "eh kamis aja, jamnya sama", while an order is made: when it is to be, and no question that no rule hears. */
function tellsWhen(
  { basket, question }: Hearing,
  { when }: Reading,
  { all }: Script,
  byRules: Meaning,
  weighed: Meaning,
): Meaning | undefined {
  if ((basket.length === 0 && !question) || (when.date ?? when.time) === undefined || ASKED.test(all)) return undefined;
  const asks = (intent: Intent) => intent.startsWith("ask_");
  if (!weighed.intents.every(asks) || byRules.intents.some(asks) || !/ (aja|eh|jadi|ganti|ya) /.test(all))
    return undefined;
  return byRules.intents.includes("other") ? { ...byRules, intents: ["provide_info"] } : byRules;
}

const ABOUT_GOODS: ReadonlySet<string> = new Set(["option", "product", "quantity"]);

/** What was set aside and is not wanted back is no basket. */
function withoutSetAside(hearing: Hearing): Hearing {
  const { question } = hearing;
  return question?.type === "setAside"
    ? { ...hearing, question: { ...question, type: "answered" }, basket: [] }
    : hearing;
}

const FEW_WORDS = 5;

/** Few words in the middle of a conversation lean on it; the weights were learned from messages that come first. */
function answersShortly({ question, basket }: Hearing, { tokens }: Reading): boolean {
  return (question !== undefined || basket.length > 0) && tokens.length <= FEW_WORDS;
}

/** What only rules know, or know for certain, and no likelihood overrules. */
function plainly({ basket }: Hearing, { intents, items, doubts }: Meaning, reading: Reading, script: Script): boolean {
  const nothingWanted = items.length + doubts.length === 0;
  return (
    intents.some((intent) => intent === "repeat_order" || intent === "start_over") ||
    reading.orderNumber !== undefined ||
    (basket.length > 0 && intents.includes("cancel_order")) ||
    (intents.includes("talk_to_human") && / hapus /.test(script.all)) ||
    (nothingWanted && refusedGoods(reading).length > 0)
  );
}

/** Letters, and none of them Latin: what looks like a plain word there was not typed as one. */
function foreign(text: string): boolean {
  if (/[a-z]/i.test(text)) return false;
  const shown = text.normalize("NFKC");
  return /\p{L}/u.test(shown) && !/[\p{Script=Latin}\p{N}]/u.test(shown);
}

/** Longer texts are no orders: nobody types them by hand. */
const LONGEST = 4000;

function evidenceOf(reading: Reading, script: Script, acts: Acts, byRules: Meaning): Evidence {
  return {
    reading,
    script,
    acts,
    ruled: byRules.intents,
    ordered: byRules.items.length > 0,
    doubted: byRules.doubts.length > 0,
    postponed: byRules.intents.includes("postpone_purchase"),
    ...(byRules.fulfilment && { chosen: byRules.fulfilment }),
  };
}

/** No goods, numbers, days, addresses or people in it. */
function onlyWords({ products, options, amounts, when, address, phone, name, ...places }: Reading): boolean {
  return (
    products.length + options.length + amounts.length + places.branches.length === 0 &&
    (when.date ?? address ?? phone ?? name ?? places.orderNumber) === undefined
  );
}

/** "min", "kak?": somebody is called, and nothing else is said. */
function called({ tokens }: Reading): Intent | undefined {
  const words = tokens.filter(({ kind }) => kind !== "sign");
  return words.length > 0 && words.every(({ word }) => word === "kak") ? "greet" : undefined;
}
