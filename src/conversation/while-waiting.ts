import type { Intent, Meaning } from "../understanding/meaning.ts";
import { SURE } from "./apply-meaning.ts";
import type { Effect } from "./effect.ts";
import type { Segment } from "./segments.ts";
import { copyDraft, type TurnDraft } from "./turn-draft.ts";
import { type Scope, scopeOf } from "./waiting-rules.ts";

/**
 * Takes one part of a turn of a customer who waits for a person: what is plainly an errand of the bot's it does as
 * always; of the rest it keeps out, as if it had not heard, and keeps only what must not be lost.
 */
export function takeWhileWaiting(
  before: TurnDraft,
  segment: Segment,
  take: (draft: TurnDraft, segment: Segment) => void,
): TurnDraft {
  const tried = { ...copyDraft(before), meant: undefined };
  take(tried, segment);
  if (!isForCustomer(segment)) return tried;
  const scope = scopeOf(before.input.waiting?.reason ?? "");
  const served = isServed(before, tried, segment, scope);
  return served ? { ...tried, served: true } : leftToPerson(before, tried, segment);
}

/** Says by when a person answers where the bot kept out, unless that is what the customer was told last. */
export function endWhileWaiting(draft: TurnDraft): void {
  const { words } = draft.talk;
  const { picture } = draft.input;
  if (draft.served) draft.state = { ...draft.state, toldBy: "" };
  else if (draft.aside) {
    const by = words.answeredBy(picture);
    const { toldBy } = draft.state;
    if (toldBy === undefined || toldBy === by) return;
    draft.say.push(words.personAnswers(picture));
    draft.state = { ...draft.state, toldBy: by };
  }
}

/** A wish for a person, said beside an errand by who waits for one already, says nothing new. */
export function alreadyCalled(meaning: Meaning): Meaning {
  const errand = isAboutGoods(meaning) || meaning.intents.some((intent) => ERRANDS.has(intent));
  return errand ? { ...meaning, intents: meaning.intents.filter((intent) => intent !== "talk_to_human") } : meaning;
}

/** What the customer does; the rest happens whoever is waited for. */
function isForCustomer(segment: Segment): boolean {
  return segment.type === "words" || FROM_CUSTOMER.has(segment.body.type);
}

const FROM_CUSTOMER: ReadonlySet<string> = new Set([
  "choicePicked",
  "contactShared",
  "locationShared",
  "chatStarted",
  "staffLinkOpened",
  "commandGiven",
  "callMissed",
  "messageEdited",
]);

function isServed(before: TurnDraft, tried: TurnDraft, segment: Segment, scope: Scope): boolean {
  if (tried.lost) return false;
  const fresh = freshEffects(before, tried);
  // To call a person for what only a person can do is the bot's part; what was begun is said by the flow itself.
  if (fresh.some((effect) => effect.type === "handOver" && effect.reason !== "order_begun")) return false;
  if (fresh.some(({ type }) => TO_SHOP.has(type))) return true;
  if (segment.type === "event") {
    if (segment.body.type === "callMissed") return scope !== "nothing";
    // A button of an older message gets its answer, and a command what it asks for.
    if (tried.meant === undefined && tried.say.length > before.say.length)
      return segment.body.type === "choicePicked" || (segment.body.type === "commandGiven" && scope !== "nothing");
  }
  return tried.meant !== undefined && isErrand(tried.meant, scope, changed(before, tried));
}

/** What answers something that a person of the shop has sent */
const TO_SHOP: ReadonlySet<Effect["type"]> = new Set<Effect["type"]>([
  "takeProposal",
  "confirmOrder",
  "acceptOffer",
  "declineOffer",
  "cancelOffered",
]);

/** What a part of a turn changed: whether anything of the errands, and whether as an answer to what the bot had asked. */
interface Changed {
  readonly learnt: boolean;
  readonly answers: boolean;
}

function changed(before: TurnDraft, tried: TurnDraft): Changed {
  const learnt = tried.state.topics !== before.state.topics;
  const did = learnt || tried.ask !== before.ask || tried.effects.length > before.effects.length;
  return { learnt, answers: did && before.asked !== undefined && before.asked.text !== "" };
}

function isErrand(meaning: Meaning, scope: Scope, { learnt, answers }: Changed): boolean {
  const { intents, confidence, items, doubts } = meaning;
  const says = (some: ReadonlySet<Intent>) => intents.some((intent) => some.has(intent));
  if (meaning.byBot || says(CONSENT)) return true;
  if (scope === "nothing" || confidence < SURE || says(FOR_PERSON)) return false;
  if (answers) return true;
  // "Yang kayak gini ada?": what it is about may be what only the person has seen.
  const named = namesGoods(meaning);
  const asks = says(QUESTIONS) || (says(GOODS_QUESTIONS) && (named || scope === "anyErrand"));
  if (asks || (intents.includes("ask_product_info") && named) || says(CALLS)) return true;
  const plain = items.length > 0 && doubts.every(({ candidates }) => candidates.length > 0);
  return scope === "apartOnly" ? plain : learnt || isAboutGoods(meaning) || says(ERRANDS);
}

function isAboutGoods({ items, edits, doubts }: Meaning): boolean {
  return items.length + edits.length > 0 || doubts.some(({ candidates }) => candidates.length > 0);
}

function namesGoods({ about, items, doubts }: Meaning): boolean {
  return about.length + items.length > 0 || doubts.some(({ candidates }) => candidates.length > 0);
}

const CONSENT: ReadonlySet<Intent> = new Set<Intent>(["opt_in", "opt_out"]);
const FOR_PERSON: ReadonlySet<Intent> = new Set<Intent>(["complain", "return_item", "bargain", "confirm_payment"]);
const CALLS: ReadonlySet<Intent> = new Set<Intent>(["request_call", "missed_call"]);
const GOODS_QUESTIONS: ReadonlySet<Intent> = new Set<Intent>(["ask_price", "ask_stock"]);
/** What the shop's own facts answer; whether a price may be less is a person's to say. */
const QUESTIONS: ReadonlySet<Intent> = new Set<Intent>([
  "ask_menu",
  "ask_hours",
  "ask_location",
  "ask_shipping_cost",
  "ask_delivery_time",
  "ask_cod",
  "ask_payment",
  "ask_how_to_order",
]);
const ERRANDS: ReadonlySet<Intent> = new Set<Intent>([
  "place_order",
  "change_order",
  "cancel_order",
  "order_status",
  "repeat_order",
  "start_over",
  "choose_delivery_cod",
  "choose_delivery",
  "choose_pickup",
  ...QUESTIONS,
  ...GOODS_QUESTIONS,
  ...CALLS,
]);

/** Nothing is answered; a call, a consent, a source and a graver reason are kept all the same. */
function leftToPerson(before: TurnDraft, tried: TurnDraft, segment: Segment): TurnDraft {
  const fresh = freshEffects(before, tried);
  const kept = fresh.flatMap((effect): readonly Effect[] => {
    if (effect.type === "askForCall") return [unpromised(effect)];
    return KEPT.has(effect.type) ? [effect] : [];
  });
  const concerns = fresh.filter((effect) => effect.type === "handOver");
  const { complaint } = tried.state;
  return {
    ...before,
    effects: [...before.effects, ...kept],
    concerns: [...before.concerns, ...concerns],
    state: complaint === before.state.complaint ? before.state : { ...before.state, complaint },
    aside: before.aside || wantsWord(tried.meant, segment),
  };
}

const KEPT: ReadonlySet<Effect["type"]> = new Set<Effect["type"]>(["recordConsent", "recordTouch"]);

/** A call that nobody promised a time for stands on the list all the same. */
function unpromised({ kind, reason, phone, times }: Extract<Effect, { readonly type: "askForCall" }>): Effect {
  return { type: "askForCall", kind, reason, times, ...(phone === undefined ? {} : { phone }) };
}

/** Thanks, a nod and a sticker end a talk; whatever else was said is said to somebody. */
function wantsWord(meant: Meaning | undefined, segment: Segment): boolean {
  if (segment.type !== "words") return false;
  if (segment.media || meant === undefined) return segment.media;
  return !meant.intents.every((intent) => CLOSES.has(intent)) || meant.intents.length === 0;
}

const CLOSES: ReadonlySet<Intent> = new Set<Intent>(["thank", "affirm", "deny"]);

function freshEffects(before: TurnDraft, tried: TurnDraft): readonly Effect[] {
  return tried.effects.slice(before.effects.length);
}
