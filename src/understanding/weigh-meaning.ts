import type { Acts } from "./acts.ts";
import { optionWordsOf } from "./answer-about.ts";
import { ADDS } from "./beside-basket.ts";
import { onlyAsksHow } from "./fulfilment.ts";
import type { Hearing } from "./hearing.ts";
import { clauseFeatures } from "./intent-features.ts";
import type { Aside } from "./lexicon/no-order-signs.ts";
import { isData } from "./machine-text.ts";
import type { Intent, Meaning } from "./meaning.ts";
import { aboutOf } from "./meaning-by-rules.ts";
import { isPast, reviewing, takesBack } from "./moods.ts";
import { orderLines } from "./order-lines.ts";
import { orderedGoods } from "./ordered-goods.ts";
import { putsOff, untilSaid } from "./postponing.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";
import { type IntentWeights, weighIntents } from "./weigh-intents.ts";

/** Likelihood from which an intent is taken to be there. */
const LIKELY = 0.5;
/** Likelihood from which goods are ordered although no clause says so by the rules. */
const SURE = 0.7;
/** Likelihood from which all goods named are ordered, also where a clause only tells of them by the rules. */
const CERTAIN = 0.85;
/** Words of praise and blame from which a message reads like a review. */
const PRAISE = 1;
const MUCH_PRAISE = 3;

/** What the weights are laid on. */
export interface Weighing {
  readonly reading: Reading;
  readonly script: Script;
  readonly acts: Acts;
  readonly likelihoods: ReadonlyMap<Intent, number>;
}

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
export function hearClauses({ clauses }: Acts, weights: IntentWeights, likelihoods: Map<Intent, number>): void {
  if (clauses.length < 2) return;
  for (const clause of clauses)
    for (const [intent, value] of weighIntents(clauseFeatures(clause), weights))
      if (!WHOLE.has(intent) && value >= LIKELY_CLAUSE && value > (likelihoods.get(intent) ?? 0))
        likelihoods.set(intent, value);
}

const POLITE: ReadonlySet<Intent> = new Set<Intent>(["greet", "thank", "affirm", "deny"]);

/** What the rules found, where the weights agree: an order that is unlikely is none, one that is sure is read again. */
export function weighMeaning(hearing: Hearing, byRules: Meaning, weighing: Weighing): Meaning {
  const heard: Heard = { ...weighing, hearing, byRules, off: putsBuyingOff(byRules, weighing.script) };
  const { likely, best } = likelyIntents(heard);
  // Bare goods ("madu dong") are no greeting.
  if (likely.length === 0 && byRules.items.length > 0 && POLITE.has(best)) return byRules;
  const intents = new Set<Intent>(likely.length > 0 ? likely : [best]);
  addWhatIsPlain(intents, heard);
  dropWhatOnlySeems(intents, heard);
  const orders = wantsGoods(intents, heard);
  const lines = orders ? orderedBy(heard) : orderLines([], weighing.reading.tokens, false);
  const found = lines.items.length + lines.doubts.length > 0;
  const fulfilment = chosenWay(intents, heard);
  for (const [intent, way] of CHOOSING)
    if (fulfilment === way) intents.add(intent);
    else intents.delete(intent);
  // "ambil di margonda besok" fetches what was ordered before.
  if (fulfilment && !found && likelihood(heard, "place_order") < CERTAIN) intents.delete("place_order");
  // "kipas hitam 1 totalnya berapa sama ongkir": nothing but a question, and no order that lacks its goods.
  if (!found && intents.has("ask_price") && asksOnly(heard)) intents.delete("place_order");
  keepOneOfEach(intents, best, heard);
  const until =
    found || !intents.has("postpone_purchase") ? undefined : untilSaid(hearing, weighing.script, weighing.reading);
  const { fulfilment: _, ...rest } = byRules;
  return {
    ...rest,
    ...(until !== undefined && { until }),
    intents: [...intents],
    items: [...lines.items],
    doubts: [...lines.doubts],
    // What the rules ordered and the weights do not is still spoken of.
    ...(!found && rest.about.length === 0 && spokenOf(weighing.reading)),
    // What the weights made an order of is as sure as they are.
    confidence: lines.items.length > 0 ? Math.max(rest.confidence, likelihood(heard, "place_order")) : rest.confidence,
    clarify: orders && (lines.clarify || (intents.has("place_order") && !found)),
    ...(fulfilment && { fulfilment }),
  };
}

function asksOnly({ acts, byRules }: Heard): boolean {
  return !byRules.intents.includes("place_order") && acts.clauses.every(({ mood }) => mood === "question");
}

interface Heard extends Weighing {
  readonly hearing: Hearing;
  readonly byRules: Meaning;
  /** Buying is put off, by the rules and beyond doubt */
  readonly off: boolean;
}

function likelihood({ likelihoods }: Weighing, intent: Intent): number {
  return likelihoods.get(intent) ?? 0;
}

function putsBuyingOff({ intents, until }: Meaning, script: Script): boolean {
  return intents.includes("postpone_purchase") && (until !== undefined || putsOff(script));
}

/** The intents that are likely, and the likeliest of all that may be guessed: nothing is ordered on a guess. */
function likelyIntents(heard: Heard): { readonly likely: Intent[]; readonly best: Intent } {
  const likely = [...heard.likelihoods].filter(([, value]) => value >= LIKELY).map(([intent]) => intent);
  const asked = onlyAsked(heard);
  // Nor is anybody struck off a list on a guess.
  const ruled = (intent: Intent) => intent !== "opt_out" || heard.byRules.intents.includes(intent);
  const guessed = (intent: Intent) =>
    !ORDERING.has(intent) && ruled(intent) && !(asked && intent.startsWith("choose_"));
  let [best, most]: [Intent, number] = ["other", -1];
  for (const [intent, value] of heard.likelihoods) if (value > most && guessed(intent)) [best, most] = [intent, value];
  return { likely, best };
}

/** Data, or a question how goods reach the customer: no way is chosen by it. */
function onlyAsked({ hearing, byRules, script }: Heard): boolean {
  return isData(hearing.text) || (!byRules.fulfilment && onlyAsksHow(script));
}

/** What signs in the words say, however unlikely the weights find it. */
function addWhatIsPlain(intents: Set<Intent>, heard: Heard): void {
  const { acts, byRules, hearing, script, off } = heard;
  if (toldOfOnly(acts) || isData(hearing.text)) intents.delete("place_order");
  if (sumsUp(acts) || ordersFirst(acts)) intents.add("place_order");
  for (const [aside, intent] of SET_ASIDE)
    if (likelihood(heard, intent) > DOUBTED && acts.clauses.some((each) => each.aside === aside)) intents.add(intent);
  // "bisa diubah? antar ke jl mawar 3": where or when an order goes is changed.
  const moved = (byRules.address ?? byRules.date) !== undefined && / ubah /.test(script.all);
  if (byRules.intents.includes("change_order") && moved) intents.add("change_order");
  if (off) intents.add("postpone_purchase");
  // "hijau 1 gajadi ijo, biru aja": a choice is off, and the order is not.
  if (byRules.items.length > 0 && !off && acts.clauses.some(({ clause }) => takesBack(clause.script))) {
    for (const undone of ["cancel_order", "change_order"] as const) intents.delete(undone);
    intents.add("place_order");
  }
}

/** What the weights hear and the words contradict. */
function dropWhatOnlySeems(intents: Set<Intent>, { reading, byRules, hearing, script, off }: Heard): void {
  const drop = (intent: Intent) => {
    if (intents.delete(intent) && intents.size === 0) intents.add("other");
  };
  const ruled = (intent: Intent) => byRules.intents.includes(intent);
  // A branch that is named answers something; it agrees to nothing.
  if (reading.branches.length > 0) drop("affirm");
  // An order that stands is called off by words that say so, and by no likelihood alone.
  if (!ruled("cancel_order") && hearing.basket.length > 0) drop("cancel_order");
  // "tanya2 dulu" puts nothing off: nothing was about to be bought.
  const looks = / (tanya2?|nanya2?|lihat2|cek2) (\S+ )?dulu( |$)/.test(script.all);
  if (looks && !ruled("postpone_purchase")) drop("postpone_purchase");
  if (off) intents.delete("place_order");
  // "stok di rumah masih, minggu depan aja": what the customer has is no question.
  if (intents.has("postpone_purchase") && !/ (\?|tidak|berapa|kapan) /.test(script.all)) intents.delete("ask_stock");
}

/** Goods that replace others of an order nobody has made here are no order by themselves. */
function wantsGoods(intents: ReadonlySet<Intent>, { hearing, script, off }: Heard): boolean {
  const edits = intents.has("change_order") && (hearing.basket.length > 0 || ADDS.test(script.all));
  return !off && (intents.has("place_order") || edits);
}

function orderedBy({ hearing, byRules, ...weighing }: Heard): Pick<Meaning, "items" | "doubts" | "clarify"> {
  if (!readAgain(hearing, byRules, weighing)) return byRules;
  const clauses = weighing.acts.clauses.map((each) => lenient(each, weighing.likelihoods));
  // Nothing is heard otherwise than by the rules: no need to draw it up again.
  const asBefore = clauses.every(({ mood }, at) => mood === weighing.acts.clauses[at]?.mood);
  if (asBefore && byRules.items.length + byRules.doubts.length > 0) return byRules;
  return orderedGoods(weighing.reading, { ...weighing.acts, clauses }, hearing.catalogue);
}

/** How the goods reach the customer; "minta gantinya dikirim" chooses nothing about an order. */
function chosenWay(intents: ReadonlySet<Intent>, heard: Heard): Meaning["fulfilment"] {
  const returned = intents.has("return_item") && !intents.has("place_order");
  if (onlyAsked(heard) || heard.off || returned) return undefined;
  return fulfilmentAmong(heard.byRules.fulfilment, heard.likelihoods);
}

function keepOneOfEach(intents: Set<Intent>, best: Intent, heard: Heard): void {
  if (intents.size > 1) intents.delete("other");
  if (intents.size === 0) intents.add(best);
  for (const [one, other] of EITHER)
    if (intents.has(one) && intents.has(other))
      intents.delete(likelihood(heard, one) < likelihood(heard, other) ? one : other);
}

/** All goods that are named were ordered before, and nothing is wished for now. */
function toldOfOnly({ clauses }: Acts): boolean {
  if (clauses.some(({ clause, mood }) => mood === "order" || (mood === "plain" && / N /.test(clause.script))))
    return false;
  const named = clauses.filter(({ clause, aside }) => aside || / P /.test(clause.script));
  return named.length > 0 && named.every(({ clause, aside }) => aside || isPast(clause.script));
}

/** "nastar 2, totalnya berapa?": goods counted out before their sum is asked for are ordered. */
function sumsUp({ clauses, intents }: Acts): boolean {
  const sum = clauses.findIndex(({ clause }) => SUM.test(clause.script));
  if (sum < 1 || intents.has("bargain")) return false;
  const before = clauses.slice(0, sum);
  return (
    before.some(
      ({ clause, mood }) => (mood === "plain" || mood === "order") && / P .*N | N .*P /.test(clause.script),
    ) && before.every(({ mood, aside, clause }) => !aside && mood !== "talk" && !/ kalau /.test(clause.script))
  );
}

const SUM = /^ (jadi )?(kena )?(total|berapa total|berapa semua|semua)( (jadi|semua|kena))?( berapa)?( \S+){0,3} $/;

/** "pesan mug 12, berapa hari jadi?": counted goods wished for in a clause of their own are ordered, whatever is asked then. */
function ordersFirst({ clauses, intents }: Acts): boolean {
  const [first, ...others] = clauses;
  if (!first || first.aside || intents.has("bargain") || (first.mood !== "order" && first.mood !== "plain"))
    return false;
  return (
    WISHED_FIRST.test(first.clause.script) &&
    others.length > 0 &&
    others.every(({ mood, aside, clause }) => mood === "question" && !aside && !/ (kalau|P) /.test(clause.script))
  );
}

const WISHED_FIRST =
  /^ ((halo|saya|oke|jadi|tolong|mau) ){0,3}(pesan|beli|minta|ambil|tambah) (P( O){0,3} N|N P( O){0,3}) (ya |aja |dulu )?[,.] $|^ P( O){0,3} N ya [,.] $|^ N P( O){0,3} ya [,.] $/;

/** What setting goods aside says of the message. */
const SET_ASIDE: readonly (readonly [Aside, Intent])[] = [
  ["edited", "change_order"],
  ["offered", "bargain"],
  ["paid", "confirm_payment"],
];

/** Whether goods are to be read from all that is said: the message orders, and the rules found nothing or not all. */
function readAgain(hearing: Hearing, byRules: Meaning, { script, likelihoods }: Weighing): boolean {
  const likely = likelihoods.get("place_order") ?? 0;
  if (isData(hearing.text)) return false;
  const praise = reviewing(script);
  if (likely >= CERTAIN && praise < MUCH_PRAISE && (praise < PRAISE || ASKS_FOR.test(script.all))) return true;
  const wanted = byRules.items.length + byRules.doubts.length > 0;
  return (
    !wanted && likely >= SURE && praise < PRAISE && !TOLD.some((intent) => (likelihoods.get(intent) ?? 0) > DOUBTED)
  );
}

/** A number or a wish: praise with neither orders nothing. */
const ASKS_FOR = / (N|X|M|mau|pesan|beli|minta|ambil|tambah|kirim|lagi|butuh)( |$)/;

/** What a clause of a message that orders asks for, although the rules hear it telling or asking. */
function lenient(each: Acts["clauses"][number], likelihoods: ReadonlyMap<Intent, number>): Acts["clauses"][number] {
  const { clause, mood, ruled, aside } = each;
  if (aside) return each;
  const told = mood === "talk" && / [PON] /.test(clause.script) && !isPast(clause.script);
  // A rule heard a question in words like "stok" that the weights do not hear in it.
  const asks = [...ruled.settled].some((intent) => (likelihoods.get(intent) ?? 0) > HARDLY);
  const counted = / [PO] /.test(clause.script) && / N /.test(clause.script) && !ASKING.test(clause.script);
  return { ...each, mood: told || (mood === "question" && counted && !asks) ? "order" : mood };
}

const HARDLY = 0.35;
const ASKING = / (\?|berapa|kapan|gimana|kenapa|mana|apa) /;

/** Where one of these is not out of the question, goods may be told of rather than ordered. */
const TOLD: readonly Intent[] = ["complain", "return_item", "thank", "order_status", "other"];
const DOUBTED = 0.15;
/** Of these, one thing said is only ever one. */
const EITHER: readonly (readonly [Intent, Intent])[] = [
  ["opt_in", "ask_promo"],
  ["opt_out", "ask_promo"],
  ["opt_in", "ask_stock"],
  ["affirm", "deny"],
];
const ORDERING: ReadonlySet<Intent> = new Set<Intent>(["place_order", "change_order"]);
const CHOSEN = 0.6;
/** What a rule adds to the likelihood of a choice. */
const HEARD = 0.6;
const CHOOSING = [
  ["choose_delivery_cod", "cod"],
  ["choose_pickup", "pickup"],
  ["choose_delivery", "delivery"],
] as const;

/** What the rules heard stands unless it is unlikely; what they missed counts where it is likely. */
function spokenOf(reading: Reading): Pick<Meaning, "about" | "aboutWords"> {
  return { about: aboutOf(reading), ...(reading.options.length > 0 && { aboutWords: optionWordsOf(reading) }) };
}

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
