import { type Acts, actsOf } from "./acts.ts";
import { answerOf } from "./answers.ts";
import { besideBasket } from "./beside-basket.ts";
import { broughtBack } from "./brought-back.ts";
import { calledOff } from "./called-off.ts";
import type { Hearing } from "./hearing.ts";
import { inContext } from "./in-context.ts";
import { type Evidence, intentFeatures } from "./intent-features.ts";
import { learnedWeights } from "./learned-weights.ts";
<<<<<<< HEAD
import { countedLine } from "./list-lines.ts";
import { type Intent, type Meaning, NOTHING, type OpenQuestion } from "./meaning.ts";
import { reviewing } from "./moods.ts";
import { type OrderLines, orderLines } from "./order-lines.ts";
import { placesIn } from "./places.ts";
import { postponing } from "./postponing.ts";
import { type Reading, read } from "./reading.ts";
import { refusedGoods } from "./refusals.ts";
import { type Clause, type Script, scriptOf } from "./script.ts";
import { smallTalk } from "./small-talk.ts";
=======
import { type Intent, type Meaning, NOTHING } from "./meaning.ts";
import { meaningByRules } from "./meaning-by-rules.ts";
import { type Reading, read } from "./reading.ts";
import { refusedGoods } from "./refusals.ts";
import { type Script, scriptOf } from "./script.ts";
import { smallTalk, wordsLeft } from "./small-talk.ts";
>>>>>>> a477a84 (refactor(understanding): the ear's stages stand in files of their own)
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
  if (hearing.text.length > LONGEST)
    return { meaning: { ...NOTHING, intents: ["other"], clarify: true, confidence: 0 }, settledBy: "length" };
  if (foreign(hearing.text))
    return { meaning: { ...NOTHING, intents: ["other"], confidence: 0.3 }, settledBy: "letters" };
  const reading = read(hearing);
  const script = scriptOf(reading);
  const acts = actsOf(script, reading);
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
  const alone = settled ? byRules : weighMeaning(hearing, byRules, steps);
  const wanted = broughtBack(hearing, reading, script, alone);
  if (wanted) return { meaning: wanted, settledBy: "question", steps };
  const open = withoutSetAside(hearing);
  const off = calledOff(open, script);
  if (off) return { meaning: off, settledBy: "calledOff", steps };
  const near = inContext(open, reading);
  const answer = answerOf(open, near, alone);
  if (answer) return { meaning: answer, settledBy: "question", steps };
  const meaning = besideBasket(
    open,
    near,
    near === reading ? script : scriptOf(near),
    alone,
    (text) => consider({ ...open, text, question: undefined }).meaning,
  );
  return { meaning, settledBy: meaning === alone ? (talk ? "smallTalk" : "words") : "basket", steps };
}

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
  const shown = text.normalize("NFKC");
  return /\p{L}/u.test(shown) && !/[\p{Script=Latin}\p{N}]/u.test(shown);
}

/** Longer texts are no orders: nobody types them by hand. */
const LONGEST = 4000;

function evidenceOf(reading: Reading, script: Script, acts: Acts, byRules: Meaning): Evidence {
  return {
    reading,
    script,
    moods: acts.clauses.map(({ mood }) => mood),
    ruled: byRules.intents,
    ordered: byRules.items.length > 0,
    doubted: byRules.doubts.length > 0,
    postponed: byRules.intents.includes("postpone_purchase"),
    ...(byRules.fulfilment && { chosen: byRules.fulfilment }),
  };
}

<<<<<<< HEAD
/** Intents that the whole message decides, not a clause of it. */
const WHOLE: ReadonlySet<Intent> = new Set<Intent>([
  "place_order",
  "change_order",
  "cancel_order",
  "postpone_purchase",
  "bargain",
  "provide_info",
  "greet",
  "thank",
  "affirm",
  "deny",
  "other",
]);
const LIKELY_CLAUSE = 0.55;

/** A question or request that fills a clause of its own is not drowned by the rest of the message. */
function hearClauses({ clauses }: Acts, weights: IntentWeights, likelihoods: Map<Intent, number>): void {
  if (clauses.length < 2) return;
  for (const { clause, mood } of clauses)
    for (const [intent, value] of weighIntents(clauseFeatures(clause.script, mood), weights))
      if (!WHOLE.has(intent) && value >= LIKELY_CLAUSE && value > (likelihoods.get(intent) ?? 0))
        likelihoods.set(intent, value);
}

type Steps = NonNullable<Considered["steps"]>;

/** What the rules found, where the weights agree: an order that is unlikely is none, one that is sure is read again. */
function weighed(hearing: Hearing, byRules: Meaning, steps: Steps): Meaning {
  const { reading, script, acts, likelihoods } = steps;
  const likely = [...likelihoods].filter(([, value]) => value >= LIKELY).map(([intent]) => intent);
  // Nothing is ordered on a guess.
  const best =
    [...likelihoods].filter(([intent]) => !ORDERING.has(intent)).sort((a, b) => b[1] - a[1])[0]?.[0] ?? "other";
  const intents = new Set<Intent>(likely.length > 0 ? likely : [best]);
  // A branch that is named answers something; it agrees to nothing.
  if (reading.branches.length > 0 && intents.delete("affirm") && intents.size === 0) intents.add("other");
  // Goods that replace others of an order nobody has made here are no order by themselves.
  const edits = intents.has("change_order") && (hearing.basket.length > 0 || ADDS.test(script.all));
  const orders = intents.has("place_order") || edits;
  const again = readAgain(hearing, byRules, steps)
    ? ordered(reading, { ...acts, clauses: acts.clauses.map(lenient) }, hearing.catalogue)
    : undefined;
  const lines = orders ? (again ?? byRules) : orderLines([], reading.tokens, false);
  const found = lines.items.length + lines.doubts.length > 0;
  const { fulfilment: _, ...rest } = byRules;
  const chosen = fulfilmentAmong(byRules.fulfilment, likelihoods);
  for (const [intent, way] of CHOOSING)
    if (chosen === way) intents.add(intent);
    else intents.delete(intent);
  return {
    ...rest,
    intents: [...intents],
    items: [...lines.items],
    doubts: [...lines.doubts],
    clarify: orders && (lines.clarify || (intents.has("place_order") && !found)),
    ...(chosen && { fulfilment: chosen }),
  };
}

/** Whether goods are to be read from all that is said: the message orders, and the rules found nothing or not all. */
function readAgain(hearing: Hearing, byRules: Meaning, { script, likelihoods }: Steps): boolean {
  const likely = likelihoods.get("place_order") ?? 0;
  if (machineText(hearing.text)) return false;
  if (likely >= CERTAIN && reviewing(script) < MUCH_PRAISE) return true;
  const wanted = byRules.items.length + byRules.doubts.length > 0;
  return (
    !wanted &&
    likely >= SURE &&
    reviewing(script) < PRAISE &&
    !TOLD.some((intent) => (likelihoods.get(intent) ?? 0) > DOUBTED)
  );
}

function lenient({ clause, mood }: Acts["clauses"][number]): Acts["clauses"][number] {
  return { clause, mood: mood === "talk" && / [PON] /.test(clause.script) ? "order" : mood };
}

/** Where one of these is not out of the question, goods may be told of rather than ordered. */
const TOLD: readonly Intent[] = ["complain", "return_item", "thank", "order_status", "other"];
const DOUBTED = 0.15;
const ORDERING: ReadonlySet<Intent> = new Set<Intent>(["place_order", "change_order"]);
const CHOSEN = 0.6;
/** What a rule adds to the likelihood of a choice. */
const HEARD = 0.4;
const CHOOSING = [
  ["choose_delivery_cod", "cod"],
  ["choose_pickup", "pickup"],
  ["choose_delivery", "delivery"],
] as const;

/** What the rules heard stands unless it is unlikely; what they missed counts where it is likely. */
function fulfilmentAmong(
  byRules: Meaning["fulfilment"],
  likelihoods: ReadonlyMap<Intent, number>,
): Meaning["fulfilment"] {
  const weighed = CHOOSING.map(([intent, way]) => ({
    way,
    likely: (likelihoods.get(intent) ?? 0) + (way === byRules ? HEARD : 0),
  })).sort((a, b) => b.likely - a.likely);
  return weighed[0] && weighed[0].likely >= CHOSEN ? weighed[0].way : undefined;
}

/** Letters, and none of them Latin: what looks like a plain word there was not typed as one. */
function foreign(text: string): boolean {
  const shown = text.normalize("NFKC");
  return /\p{L}/u.test(shown) && !/[\p{Script=Latin}\p{N}]/u.test(shown);
}

/** Longer texts are no orders: nobody types them by hand. */
const LONGEST = 4000;

/** Data and database commands are never how customers order; markup and role names only where a plain order stands in them. */
const DATA = /[{[]\s*"|;\s*--|\b(?:select|insert|drop|delete|update|union)\b[^\n]{0,40}\b(?:from|table|into|select)\b/i;
const MARKUP = /<\/?[a-z]+[^<>]{0,40}>|=>|\bfunction\s*\(|^\s*(?:system|assistant)\s*:/im;

function machineText(text: string): boolean {
  return DATA.test(text);
}

function judged(hearing: Hearing, reading: Reading, script: Script, acts: Acts): Meaning {
  const machine = machineText(hearing.text) || (MARKUP.test(hearing.text) && !acts.ordering);
  const lines = machine ? orderLines([], reading.tokens, false) : ordered(reading, acts, hearing.catalogue);
  const wanted = lines.items.length + lines.doubts.length > 0;
  const chosen = chosenOf(script);
  const put = postponing(script, reading, lines.items.length > 0);
  const intents = intentsOf(reading, script, acts, { wanted, chosen, postponed: put.off });
  const { branch, zone } = placesIn(reading.tokens, hearing.catalogue);
  const { when } = reading;
  return {
    ...NOTHING,
    intents,
    items: lines.items,
    doubts: lines.doubts,
    about: wanted ? [] : aboutOf(reading),
    ...(!wanted && reading.options.length > 0 && { aboutWords: optionWordsOf(reading) }),
    clarify: lines.clarify || (intents.includes("place_order") && !wanted),
    ...chosen,
    ...(when.date && !put.until && { date: when.date }),
    ...(when.time && { time: when.time }),
    ...(reading.address && { address: said(reading, reading.address) }),
    ...(reading.phone && { phone: reading.phone.phone }),
    ...(reading.name && { name: said(reading, reading.name) }),
    ...(put.until && { until: put.until }),
    ...(branch !== undefined && { branch }),
    // A zone is where goods are sent to; the same word may name the branch they are fetched from.
    ...(zone !== undefined && chosen.fulfilment !== "pickup" && { zone }),
    ...(reading.orderNumber && { orderNumber: reading.orderNumber.number }),
    angry: ANGRY.test(script.all),
    confidence: confidenceOf(intents, lines, acts),
  };
}

const ANGRY =
  / (anjing|anjir|bangsat|goblok|goblog|tolol|brengsek|bajingan|asu|jancok|jancuk|kampret|tai|taik|setan|babi|penipu|nipu|penipuan|kecewa|parah|lapor|laporin|polisi|viralin) /;

function said(reading: Reading, span: { from: number; to: number }): string {
  const first = reading.tokens[span.from];
  const last = reading.tokens[span.to - 1];
  return first && last ? reading.text.slice(first.start, last.end).trim() : "";
}

/** The goods a message speaks of; a choice that only one of them has speaks of it too ("red sumatra berapa?"). */
function aboutOf({ products, options }: Reading): string[] {
  const named = products.flatMap((hit) => hit.candidates.slice(0, 3).map((product) => product.sku));
  if (named.length > 0) return [...new Set(named)].slice(0, 5);
  const owners = options.map(({ phrases }) => new Set(phrases.flatMap(({ of }) => [...of.keys()])));
  return [...new Set(owners.flatMap((skus) => (skus.size === 1 ? [...skus] : [])))].slice(0, 5);
}

/** The order that the ordering clauses add up to; goods asked about just before are what a bare number counts. */
function ordered(reading: Reading, acts: Acts, catalogue: CatalogueIndex): OrderLines {
  const role: ("order" | "context" | undefined)[] = [];
  const headless = !acts.clauses.some(
    ({ clause, mood }) => (mood === "order" || mood === "plain") && / P /.test(clause.script),
  );
  for (const { clause, mood } of acts.clauses) {
    for (let at = clause.from; at < clause.to; at++)
      role[at] =
        mood === "order" || mood === "plain" || (mood === "change" && changesThis(acts, clause))
          ? "order"
          : mood === "question" || (mood === "talk" && (acts.ordering || headless))
            ? "context"
            : undefined;
  }
  for (const note of reading.notes) for (let at = note.from; at < note.to; at++) role[at] = undefined;
  if (!role.includes("order")) return orderLines([], reading.tokens, false);
  const elements = elementsOf(reading, (at) => role[at] !== undefined).filter(
    (element) =>
      role[element.at] === "order" ||
      element.type === "product" ||
      element.type === "option" ||
      element.type === "separator",
  );
  const drafts = draftsOf(elements, (at) => role[at] === "context");
  const lines = orderLines(drafts, reading.tokens, acts.ordering, catalogue);
  for (const note of reading.notes) {
    const after = lines.places.findLastIndex((place) => place < note.from);
    const at = after === -1 ? 0 : after;
    const item = lines.items[at];
    if (item) lines.items[at] = { ...item, note: item.note === undefined ? note.text : `${item.note}, ${note.text}` };
  }
  return lines;
}

/** "musang king 1, bawor 1. ga usah bawor deng": options changed in the message that orders them. */
function changesThis({ clauses }: Acts, changed: Clause): boolean {
  if (/ (P|kemarin|tadi|pesanan) /.test(changed.script) || !/ O /.test(changed.script)) return false;
  return clauses.some(
    ({ clause, mood }) =>
      clause.to <= changed.from && (mood === "order" || mood === "plain") && countedLine(clause.script),
  );
}

interface Findings {
  readonly wanted: boolean;
  readonly chosen: Chosen;
  readonly postponed: boolean;
}

const CHOICES = { cod: "choose_delivery_cod", delivery: "choose_delivery", pickup: "choose_pickup" } as const;
const WANTS_TO_ORDER =
  / (mau|bisa|ingin|pengen|boleh|numpang|jadi|saya)( \S+){0,1} (pesan|beli|booking)( |$)|^ (pesan|beli)( \S+){0,2} $/;

function intentsOf(reading: Reading, script: Script, acts: Acts, found: Findings): Intent[] {
  const intents = new Set(acts.intents);
  if (found.postponed) {
    intents.add("postpone_purchase");
    for (const other of ["cancel_order", "change_order", "ask_price", "ask_stock"] as const) intents.delete(other);
  }
  if (found.chosen.fulfilment) intents.add(CHOICES[found.chosen.fulfilment]);
  if (found.chosen.payment && !/ (\?|rekening|nomor|no|mana|berapa|minta|bisa|boleh|ada|apa) /.test(script.all))
    intents.delete("ask_payment");
  if (found.wanted) intents.add("place_order");
  if (found.wanted && intents.has("change_order") && !acts.clauses.some(({ mood }) => mood === "change"))
    intents.delete("change_order");
  if (intents.size === 0) return [alone(reading, script, acts, found.chosen)];
  return [...intents];
}

function alone(reading: Reading, script: Script, acts: Acts, chosen: Chosen): Intent {
  if (reading.orderNumber) return "order_status";
  if (reading.address ?? reading.phone ?? reading.name) return "provide_info";
  if (refusedGoods(reading).length > 0) return "change_order";
  const talk = reading.branches.length === 0 ? smallTalk(wordsLeft(reading)) : undefined;
  if (talk) return talk;
  const telling = acts.clauses.some(({ mood }) => mood === "talk");
  if (chosen.payment && tellsHow(script)) return "provide_info";
  if (!telling && (reading.when.date || reading.when.time) && !/ (transfer|bayar|kak) /.test(script.all))
    return "provide_info";
  if (!telling && WANTS_TO_ORDER.test(script.all)) return "place_order";
  // A question that no rule knows is mostly about the goods.
  if (
    !telling &&
    / (\?|tidak) $/.test(script.all) &&
    !/ (siapa|kabar|bot|kenapa) /.test(script.all) &&
    script.all.length > 12
  )
    return "ask_product_info";
  return "other";
}

/** "pake qris ya" in few words; a promise ("nanti saya transfer") tells nothing yet. */
function tellsHow({ all }: Script): boolean {
  return (
    all.split(" ").length < 9 && !/ (\?|mana|berapa|bisa|boleh|apa|nanti|kalau|sudah|belum|tidak|jangan) /.test(all)
  );
}

=======
>>>>>>> a477a84 (refactor(understanding): the ear's stages stand in files of their own)
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
