import type { Intent, Meaning } from "../understanding/meaning.ts";
import type { Effect } from "./effect.ts";
import type { Ask, Evidence, Flow, Known, Slots } from "./flow.ts";
import type { Picture } from "./picture.ts";
import { soFar } from "./so-far.ts";
import type { Asked, Topic } from "./state.ts";
import { knownOf, questionOf, tell, withAnswer } from "./topic.ts";
import { activeTopic, dropTopic, isLeftAlone, openTopics, putTopic, setAside, type TurnDraft } from "./turn-draft.ts";

/** Below this the engine asks whether an order was meant, and never takes it. */
export const SURE = 0.5;

/** How a meaning reached us: the customer's words, and whether a yes in it can be about the open question. */
export interface Said {
  readonly words: string;
  readonly mayAgree: boolean;
}

/** Lets a meaning do all it can: agree, change an errand, fill slots, open an errand, be answered. Returns whether it did anything. */
export function applyMeaning(draft: TurnDraft, heard: Meaning, said: Said): boolean {
  const agreed = agree(draft, withoutCall(withAnger(heard)), said);
  const meaning = agreed.meaning;
  if (isUnsureOrder(meaning) && !agreed.done) {
    draft.ask = draft.talk.words.unsure(meaning, draft.input.picture);
    return true;
  }
  // "2 brownies, tapi abis gajian ya": what is put off must be heard before it is put off.
  const putsOff = meaning.intents.includes("postpone_purchase");
  const early = putsOff && hearFacts(draft, meaning);
  const acted = actOnTopic(draft, meaning, said);
  const back = acted === undefined && bringBack(draft, meaning);
  const late = !putsOff && !acted?.ends && hearFacts(draft, meaning);
  const answered = answer(draft, meaning, said, back ? "repeat_order" : acted?.intent);
  return agreed.done || early || acted !== undefined || back || late || answered;
}

/** A curse is a complaint, unless the message does something else besides ("cod aja, sinyal jelek"). */
function withAnger(heard: Meaning): Meaning {
  const busy = heard.intents.some((intent) => !BESIDE_ANGER.has(intent));
  return heard.angry && !busy ? { ...heard, intents: [...new Set<Intent>([...heard.intents, "complain"])] } : heard;
}

/** Who would rather write asks for no call, whatever was heard of one. */
function withoutCall(meaning: Meaning): Meaning {
  if (!meaning.byChat) return meaning;
  const others = meaning.intents.filter((intent) => !ABOUT_CALLS.has(intent));
  return { ...meaning, intents: [...new Set<Intent>([...others, "deny"])] };
}

const ABOUT_CALLS: ReadonlySet<Intent> = new Set<Intent>(["request_call", "missed_call", "other"]);

const BESIDE_ANGER: ReadonlySet<Intent> = new Set<Intent>([
  "complain",
  "return_item",
  "order_status",
  "cancel_order",
  "talk_to_human",
  "request_call",
  "missed_call",
  "opt_out",
  "deny",
  "other",
]);

function isUnsureOrder(meaning: Meaning): boolean {
  return meaning.confidence < SURE && meaning.items.length > 0;
}

/** Yes and no, read against the question that is open. */
function agree(draft: TurnDraft, meaning: Meaning, said: Said): { done: boolean; meaning: Meaning } {
  const asked = draft.asked;
  // To rather write than be called, or not to need a person, is no answer to anything else.
  if (!asked || changesSomething(meaning) || meaning.byChat || meaning.byBot) return { done: false, meaning };
  if (meaning.intents.includes("affirm")) {
    if (asked.digest !== undefined) return { done: agreeToDigest(draft, asked.digest, said), meaning };
    if (asked.yes && !said.mayAgree) {
      // A yes to something else, or to what was not shown yet, does nothing but bring the question again.
      draft.ask = askedAgain(asked);
      return { done: true, meaning: merge(meaning, {}) };
    }
    if (asked.yes) return { done: true, meaning: merge(meaning, asked.yes) };
  }
  if (meaning.intents.includes("deny")) {
    if (asked.no) return { done: true, meaning: merge(meaning, asked.no) };
    return refuse(draft, said) ? { done: true, meaning: merge(meaning, {}) } : { done: false, meaning };
  }
  return { done: false, meaning };
}

function askedAgain({ text, question, choices, yes, no }: Asked): Ask {
  return { text, question, choices, ...(yes ? { yes } : {}), ...(no ? { no } : {}) };
}

function changesSomething(meaning: Meaning): boolean {
  return meaning.items.length > 0 || meaning.edits.length > 0 || meaning.doubts.length > 0;
}

function agreeToDigest(draft: TurnDraft, digest: string, said: Said): boolean {
  const { asked, input } = draft;
  const active = activeTopic(draft);
  if (!asked || !active || asked.topic !== active.topic.id) return false;
  const question = questionOf(active.flow, asked.slot);
  if (!question?.yes) return false;
  if (!said.mayAgree) {
    draft.say.push(draft.talk.words.notThatSummary(input.picture));
    return true;
  }
  const evidence: Evidence = { digest, text: asked.text, words: said.words };
  const known = knownOf(active.flow, active.topic, input.picture);
  putTopic(draft, withAnswer(active.topic, asked.slot, question.yes(evidence, known, input.picture)));
  return true;
}

function refuse(draft: TurnDraft, said: Said): boolean {
  const { asked, input } = draft;
  const active = activeTopic(draft);
  if (!asked || !active || asked.topic !== active.topic.id) return false;
  const question = questionOf(active.flow, asked.slot);
  const known = knownOf(active.flow, active.topic, input.picture);
  if (question?.refused && asked.digest !== undefined) {
    const evidence: Evidence = { digest: asked.digest, text: asked.text, words: said.words };
    if (said.mayAgree)
      putTopic(draft, withAnswer(active.topic, asked.slot, question.refused(evidence, known, input.picture)));
    else draft.say.push(draft.talk.words.notThatSummary(input.picture));
    return true;
  }
  if (!question?.no) return false;
  draft.ask = question.no(known, input.picture);
  return true;
}

/** Intents that act on the errand itself: cancel, start over, put off. */
function actOnTopic(
  draft: TurnDraft,
  meaning: Meaning,
  { words }: Said,
): { intent: Intent; ends: boolean } | undefined {
  const active = activeTopic(draft);
  if (!active) return undefined;
  const { flow, topic } = active;
  const known = knownOf(flow, topic, draft.input.picture);
  for (const intent of meaning.intents) {
    const outcome = flow.on?.[intent]?.(known, draft.input.picture, meaning, words);
    if (!outcome) continue;
    draft.say.push(...outcome.say);
    draft.effects.push(...(outcome.effects ?? []));
    draft.ask ??= outcome.ask;
    draft.asked = undefined;
    if (outcome.end === "dropped") dropTopic(draft, topic);
    else if (outcome.end === "cancelled") callOff(draft, topic);
    else if (outcome.end === "postponed") putTopic(draft, { ...topic, postponed: outcome.until ?? "" });
    else if (outcome.answers) putTopic(draft, { ...topic, answers: { ...outcome.answers } });
    if (outcome.end && outcome.end !== "dropped") draft.state = { ...draft.state, ended: outcome.end };
    return { intent, ends: outcome.end !== undefined };
  }
  return undefined;
}

function callOff(draft: TurnDraft, topic: Topic): void {
  dropTopic(draft, topic);
  draft.state = { ...draft.state, calledOff: { ...topic, touchedAt: draft.input.picture.now } };
}

/** "Eh jadi deh": what was called off or put off is open again, as it was. */
function bringBack(draft: TurnDraft, meaning: Meaning): boolean {
  if (!meaning.intents.includes("repeat_order") || meaning.orderNumber !== undefined) return false;
  const aside = setAside(draft);
  if (!aside) return false;
  const topic = revived(aside.topic, {});
  draft.heard.push(
    ...firstWords(aside.flow, knownOf(aside.flow, topic, draft.input.picture), meaning, draft.input.picture),
  );
  putTopic(draft, topic);
  draft.state = { ...draft.state, ended: undefined };
  return true;
}

/** Facts go to the nearest errand that learns something from them; where none does, they may open another. */
function hearFacts(draft: TurnDraft, meaning: Meaning): boolean {
  const between = interruption(draft, meaning);
  if (between) {
    const heard = isAboutGoods(between.rest) && hearFacts(draft, between.rest);
    return openTopic(draft, between.own, [between.flow]) || heard;
  }
  for (const { topic, flow } of openTopics(draft)) {
    if (!tellTopic(draft, flow, topic, meaning)) continue;
    letPass(draft, topic.id);
    return true;
  }
  return openTopic(draft, meaning, draft.talk.flows);
}

/** An errand that comes in between, unless it is the one being talked about already. */
function interruption(draft: TurnDraft, meaning: Meaning) {
  for (const flow of draft.talk.flows) {
    const parts = flow.interrupts?.(meaning);
    if (parts && activeTopic(draft)?.flow !== flow) return { ...parts, flow };
  }
  return undefined;
}

function isAboutGoods({ items, edits, doubts, fulfilment, address }: Meaning): boolean {
  return items.length + edits.length + doubts.length > 0 || (fulfilment ?? address) !== undefined;
}

function tellTopic(draft: TurnDraft, flow: Flow, open: Topic, meaning: Meaning): boolean {
  const { picture } = draft.input;
  const topic = isLeftAlone(open, picture) ? asReturned(flow, open, meaning, picture) : open;
  const told = tell(flow, topic, meaning, picture);
  if (told.learnt.length === 0) return false;
  putTopic(draft, told.topic);
  draft.heard.push(...told.words);
  return true;
}

/** The customer went on with this errand: others that only came in between are let go. */
function letPass(draft: TurnDraft, kept: string): void {
  for (const { topic, flow } of openTopics(draft)) if (flow.passing && topic.id !== kept) dropTopic(draft, topic);
}

function openTopic(draft: TurnDraft, meaning: Meaning, flows: readonly Flow[]): boolean {
  const { picture } = draft.input;
  for (const flow of flows) {
    const first = flow.opens(meaning, picture);
    if (!first) continue;
    letPass(draft, draft.state.topics.findLast((topic) => topic.flow === flow.name)?.id ?? "");
    const opened = openedTopic(draft, flow, first, meaning);
    if (!opened) return true;
    const told = tell(flow, opened, meaning, picture);
    putTopic(draft, told.topic);
    const opening = told.learnt.length === 0 ? flow.opening?.(meaning, first, picture) : undefined;
    draft.ask ??= opening;
    if (told.words.length > 0) draft.heard.push(...told.words);
    else if (!opening) draft.heard.push(...firstWords(flow, first, meaning, picture));
    draft.state = { ...draft.state, ended: undefined };
    return true;
  }
  return false;
}

/** The topic an opening meaning works on: a new one, one put off before, or one open with nothing in it yet. */
function openedTopic(draft: TurnDraft, flow: Flow, first: Known<Slots>, meaning: Meaning): Topic | undefined {
  const { picture } = draft.input;
  const put = draft.state.topics.findLast((topic) => topic.flow === flow.name);
  // What is named is an errand of its own; the one that was open goes on afterwards.
  if (!put || meaning.orderNumber !== undefined) return newTopic(draft, flow.name, first);
  if (put.postponed !== undefined) return revived(asReturned(flow, put, meaning, picture), first);
  const isEmpty = flow.gist(knownOf(flow, put, picture), picture) === undefined;
  // An errand of this kind is open already and learnt nothing: a second one would only confuse.
  return isEmpty && Object.keys(first).length > 0 ? { ...put, answers: { ...put.answers, ...first } } : undefined;
}

function asReturned(flow: Flow, topic: Topic, meaning: Meaning, picture: Picture): Topic {
  const again = flow.returning?.(knownOf(flow, topic, picture), meaning);
  return again ? { ...topic, answers: { ...topic.answers, ...again } } : topic;
}

function firstWords(flow: Flow, first: Known<Slots>, meaning: Meaning, picture: Picture): string[] {
  const words = Object.entries(first).flatMap(
    ([slot, value]) => questionOf(flow, slot)?.heard?.(undefined, value, picture, meaning, first) ?? [],
  );
  // The customer said none of it: one word on what it is about is enough.
  return words.slice(0, 1);
}

function newTopic(draft: TurnDraft, flow: string, answers: Known<Slots>): Topic {
  return { id: draft.input.picture.newId(), flow, answers: { ...answers }, touchedAt: draft.input.picture.now };
}

function revived(topic: Topic, first: Known<Slots>): Topic {
  const { postponed: _, ...open } = topic;
  return { ...open, answers: { ...open.answers, ...first } };
}

function answer(draft: TurnDraft, meaning: Meaning, said: Said, done: Intent | undefined): boolean {
  const { talk, input } = draft;
  let answered = false;
  for (const errand of talk.answers) {
    if (!errand.intents.some((intent) => intent !== done && meaning.intents.includes(intent))) continue;
    const reply = errand.reply(meaning, input.picture, soFar(draft, said.words));
    if (!reply) continue;
    answered = true;
    draft.say.push(...reply.say);
    pushEffects(draft, reply.effects ?? []);
    tellAbout(draft, reply.about ?? []);
    if (reply.about) draft.aboutWords = meaning.aboutWords;
    if (reply.idle) draft.idleAsk ??= reply.ask;
    else draft.ask ??= reply.ask;
    if (reply.ended) draft.state = { ...draft.state, ended: reply.ended };
    if (reply.complained) {
      const complaint = { words: said.words, at: input.picture.now };
      draft.state = { ...draft.state, complaint };
    }
  }
  return answered;
}

/** One picture goes out once in a turn, however often it is asked for. */
function pushEffects(draft: TurnDraft, effects: readonly Effect[]): void {
  const { now } = draft.input.picture;
  const before = new Set(draft.effects.flatMap(photosOf));
  const fresh = effects.filter((effect) => photosOf(effect).every((photo) => !before.has(photo)));
  draft.effects.push(...fresh);
  const photos = fresh.flatMap(photosOf);
  if (photos.length > 0) draft.state = { ...draft.state, shown: { photos: [...before, ...photos], at: now } };
}

function photosOf(effect: Effect): string[] {
  return effect.type === "say" && effect.photo !== undefined ? [effect.photo] : [];
}

function tellAbout(draft: TurnDraft, skus: readonly string[]): void {
  draft.about.push(...skus);
  const about = { skus: [...draft.about], at: draft.input.picture.now };
  if (skus.length > 0) draft.state = { ...draft.state, about };
}

/** What a yes adds to a meaning. The yes itself stays no longer an intent of its own. */
function merge(meaning: Meaning, more: Partial<Meaning>): Meaning {
  const without: Intent[] = meaning.intents.filter((intent) => intent !== "affirm" && intent !== "deny");
  return { ...meaning, ...more, intents: [...new Set([...without, ...(more.intents ?? [])])] };
}
