import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import { codeInStart, codeInWords, originOf } from "../shop/phone-order/proposal.ts";
import { type Meaning, NOTHING, type OpenQuestion } from "../understanding/meaning.ts";
import type { Advance, TurnInput, TurnOutcome } from "./advance.ts";
import { applyMeaning, type Said } from "./apply-meaning.ts";
import { compose } from "./compose.ts";
import { agreeFor, setAnswers } from "./held-answers.ts";
import { askAboutOffer, tellSettled } from "./offers.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import type { Asked, OfferedChoice } from "./state.ts";
import { asHeard, takeBack } from "./take-back.ts";
import type { Talk } from "./talk.ts";
import { knownOf, withoutYes } from "./topic.ts";
import { activeTopic, beginDraft, isLeftAlone, putTopic, setAside, type TurnDraft } from "./turn-draft.ts";
import { alreadyCalled, endWhileWaiting, takeWhileWaiting } from "./while-waiting.ts";

/** The same words with an order in them within this time are one order. */
const SAME_MESSAGE_MS = 10 * 60_000;

/** Binds what the bot can talk about to the engine: one turn from events to new state and effects. Pure. */
export function converse(talk: Talk): Advance {
  return (input: TurnInput): TurnOutcome => {
    const segments = segmentsOf(asHeard(input.events));
    let draft = beginDraft(talk, input);
    for (const segment of segments)
      if (input.waiting) draft = takeWhileWaiting(draft, segment, takeSegment);
      else takeSegment(draft, segment);
    if (input.waiting) endWhileWaiting(draft);
    return compose(draft);
  };
}

function takeSegment(draft: TurnDraft, segment: Segment): void {
  if (segment.type === "words") {
    takeWords(draft, segment);
    return;
  }
  const { body } = segment;
  const { words, commands } = draft.talk;
  const { picture } = draft.input;
  switch (body.type) {
    case "choicePicked":
      takeTap(draft, body);
      return;
    case "contactShared":
      if (body.own) draft.effects.push({ type: "rememberCustomer", phone: body.phone, phoneVerified: true });
      takeMeaning(draft, { ...NOTHING, intents: ["provide_info"], phone: body.phone }, body.phone, false);
      return;
    case "locationShared":
      takeMeaning(draft, { ...NOTHING, intents: ["provide_info"], address: mapAddress(body) }, "", false);
      return;
    case "chatStarted":
      if (body.source) draft.effects.push({ type: "recordTouch", source: originOf(body.source) });
      if (takeUp(draft, codeInStart(body.source))) return;
      takeMeaning(draft, { ...NOTHING, intents: ["greet"] }, "", false);
      return;
    // One that was good made this chat a colleague's, and is never met here.
    case "staffLinkOpened":
      draft.spoken = true;
      draft.say.push(words.staffLinkOver(picture));
      return;
    case "commandGiven": {
      const command = commands[body.command]?.(picture);
      draft.spoken = true;
      draft.say.push(...(command?.say ?? []));
      if (command?.means) takeMeaning(draft, { ...NOTHING, ...command.means }, body.command, false);
      else if (!command) draft.ask = words.lost(picture);
      return;
    }
    case "callMissed":
      takeCall(draft, body);
      return;
    case "messageEdited":
      draft.spoken = true;
      draft.say.push(words.edited(picture));
      return;
    case "handedBack":
      takeBack(draft, body, gist(draft));
      return;
    case "orderProposed":
      propose(draft, body.answers);
      return;
    case "answersSet":
      setAnswers(draft, body.answers);
      return;
    case "orderAgreed":
      agreeFor(draft, body);
      return;
    case "confirmAsked":
      askToConfirm(draft, body);
      return;
    case "orderOffered":
      askAboutOffer(draft, body.offer);
      return;
    case "offerSettled":
      tellSettled(draft, body);
      return;
    case "orderStepped": {
      const order = picture.orders.find(({ id }) => id === body.order);
      const news = order && words.orderStepped(order, body, picture);
      draft.effects.push({ type: "showOrder", by: { order: body.order } });
      if (news) draft.effects.push({ type: "say", text: news, purpose: "order" });
      return;
    }
    case "marketingChosen":
      draft.effects.push({ type: "recordConsent", purpose: "promo", given: body.wanted, words: body.wording });
      return;
    // What a person of the shop said is that person's to go on with.
    case "sellerWrote":
    case "messageDeleted":
    case "contactBlocked":
    case "contactReturned":
      return;
    case "timerFell": {
      const due = draft.talk.timers[body.key]?.(picture);
      draft.effects.push(...(due?.effects ?? []), ...(due?.say ?? []).map((text) => ({ type: "say" as const, text })));
      return;
    }
  }
}

/** What was agreed on the phone takes the place of what was open in chat, and waits for the customer's yes. */
function propose(draft: TurnDraft, answers: Readonly<Record<string, unknown>>): void {
  const { picture } = draft.input;
  const flow = draft.talk.flows.find(({ name }) => name === draft.talk.proposed);
  if (!flow) return;
  const passing = new Set(draft.talk.flows.flatMap((each) => (each.passing || each === flow ? [each.name] : [])));
  draft.spoken = true;
  draft.asked = undefined;
  draft.state = { ...draft.state, topics: draft.state.topics.filter((topic) => !passing.has(topic.flow)) };
  const topic = { id: picture.newId(), flow: flow.name, answers: { ...answers }, touchedAt: picture.now };
  putTopic(draft, withoutYes(flow, topic));
  draft.say.push(draft.talk.words.proposed(picture));
}

/** An order that no call could confirm waits for a yes here; what else was open in chat comes after it. */
function askToConfirm(
  draft: TurnDraft,
  { order, why, phone }: { readonly order: string; readonly why: string; readonly phone?: string | undefined },
): void {
  const { picture } = draft.input;
  const flow = draft.talk.flows.find(({ name }) => name === draft.talk.confirmed);
  const waits = picture.orders.some(({ id, status }) => id === order && status === "placed");
  if (!flow || !waits) return;
  draft.spoken = true;
  draft.asked = undefined;
  const others = draft.state.topics.filter((topic) => topic.flow !== flow.name);
  draft.state = { ...draft.state, topics: others };
  const answers = { order, why: { kind: why, ...(phone === undefined ? {} : { tried: phone }) } };
  putTopic(draft, { id: picture.newId(), flow: flow.name, answers, touchedAt: picture.now });
}

/** A link that a seller sent after a call opens the chat with the order written down then. */
function takeUp(draft: TurnDraft, code: string | undefined): boolean {
  if (code === undefined) return false;
  const answers = draft.input.picture.proposal(code);
  if (answers) {
    draft.effects.push({ type: "takeProposal", code });
    propose(draft, answers);
  } else {
    draft.spoken = true;
    draft.say.push(draft.talk.words.proposalGone(draft.input.picture));
  }
  return true;
}

/** Who calls again and again within minutes is told once, and is only called back the sooner. */
const SAME_CALL_MS = 10 * 60_000;

function takeCall(draft: TurnDraft, { phone }: { readonly phone?: string | undefined }): void {
  const { now, call } = draft.input.picture;
  const { calledAt } = draft.state;
  draft.effects.push({ type: "askForCall", kind: "missed", reason: "", times: 1, ...(phone ? { phone } : {}) });
  if (calledAt === now || (call && calledAt !== undefined && now - calledAt < SAME_CALL_MS)) return;
  draft.state = { ...draft.state, calledAt: now };
  takeMeaning(draft, { ...NOTHING, intents: ["missed_call"], ...(phone ? { phone } : {}) }, "", false);
}

function takeTap(draft: TurnDraft, tap: { question: string; choice: string; label: string }): void {
  const current = draft.asked !== undefined && draft.input.asked?.rowId === tap.question;
  const choice = current ? draft.asked?.choices[Number(tap.choice)] : undefined;
  if (choice) takeMeaning(draft, { ...NOTHING, ...choice.means }, choice.label, true);
  else tapLate(draft, tap.label);
}

/** The button of an older message says no more than its words, and never yes to what came later. */
function tapLate(draft: TurnDraft, label: string): void {
  const { input, state, talk } = draft;
  const offer = state.offered === undefined ? undefined : input.picture.offer(state.offered);
  const news = talk.lateTap(label, offer, input.picture);
  if (news === undefined) {
    hearWords(draft, label, false);
    return;
  }
  draft.spoken = true;
  draft.say.push(news);
}

function takeWords(draft: TurnDraft, said: Extract<Segment, { type: "words" }>): void {
  if (takeUp(draft, codeInWords(said.text))) return;
  draft.spoken = true;
  greetAnew(draft);
  if (said.text.trim()) takeText(draft, said);
  else if (!said.media) draft.say.push(draft.talk.words.sticker(draft.input.picture));
  if (said.media) showToPerson(draft);
  draft.state = { ...draft.state, lastWords: { text: said.text, at: draft.input.picture.now } };
}

function takeText(draft: TurnDraft, { text, at, forwarded, media }: Extract<Segment, { type: "words" }>): void {
  // What somebody else wrote answers none of our questions; words under a picture are for whoever looks at it.
  const mayAgree = !forwarded && !media && wasShown(draft, at);
  const counts = basketOf(draft).some(({ assumed }) => assumed);
  const choice = mayAgree && draft.asked ? typedChoice(text, draft.asked, counts) : undefined;
  if (choice) takeMeaning(draft, { ...NOTHING, ...choice.means }, text, mayAgree);
  else hearWords(draft, text, mayAgree, forwarded);
}

/** A picture, a voice note, a file: only a person can look at it. */
function showToPerson(draft: TurnDraft): void {
  draft.lost = false;
  draft.say.push(draft.talk.words.media(draft.input.picture));
  draft.effects.push({ type: "handOver", reason: "media" });
}

function hearWords(draft: TurnDraft, text: string, mayAgree: boolean, forwarded = false): void {
  const meaning = draft.input.hear(text, ...heardAgainst(draft));
  if (isRepeated(draft, text, meaning)) {
    draft.say.push(draft.talk.words.sameMessage(draft.input.picture));
    draft.spoken = true;
    return;
  }
  // Somebody else's order, passed on, is an order only when the customer says so.
  takeMeaning(
    draft,
    forwarded ? { ...meaning, confidence: Math.min(meaning.confidence, 0.4) } : meaning,
    text,
    mayAgree,
  );
}

function takeMeaning(draft: TurnDraft, heard: Meaning, words: string, mayAgree: boolean): void {
  const meaning = draft.input.waiting ? alreadyCalled(heard) : heard;
  draft.spoken = true;
  draft.meant = meaning;
  const said: Said = { words, mayAgree };
  if (!applyMeaning(draft, meaning, said)) draft.lost = true;
}

/** A yes in typed words is about the open question only if that was shown before the platform dates the words. */
function wasShown(draft: TurnDraft, at: number): boolean {
  const shownAt = draft.input.asked?.shownAt;
  // Platforms date messages in whole seconds.
  return shownAt !== undefined && at >= Math.floor(shownAt / 1000) * 1000;
}

/** The choice that was typed, by its label or its place; a number counts goods first where theirs is still assumed. */
function typedChoice(text: string, asked: Asked, counts: boolean): OfferedChoice | undefined {
  const word = plain(text);
  const byLabel = asked.choices.find(({ label }) => plain(label) === word);
  if (byLabel) return byLabel;
  const number = /^\d{1,2}$/.exec(word);
  // Beside choices that hold numbers themselves ("22 cm") a number is one of those.
  if (asked.choices.some(({ label }) => /\d/.test(label))) return undefined;
  return number && !counts && asked.question.type !== "quantity" ? asked.choices[Number(number[0]) - 1] : undefined;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function isRepeated(draft: TurnDraft, text: string, meaning: Meaning): boolean {
  const last = draft.state.lastWords;
  const wants = meaning.items.length + meaning.edits.length > 0;
  if (!last || !wants || plain(last.text) !== plain(text)) return false;
  return draft.input.picture.now - last.at <= SAME_MESSAGE_MS && activeTopic(draft) !== undefined;
}

function greetAnew(draft: TurnDraft): void {
  const active = activeTopic(draft);
  const about = gist(draft);
  if (!active || !about || !isLeftAlone(active.topic, draft.input.picture)) return;
  draft.say.push(draft.talk.words.resume(about, active.topic.touchedAt, draft.input.picture));
}

function gist(draft: TurnDraft): string | undefined {
  const active = activeTopic(draft);
  return active?.flow.gist(knownOf(active.flow, active.topic, draft.input.picture), draft.input.picture);
}

/** Where nothing is asked, what was set aside may be wanted back. */
function heardAgainst(draft: TurnDraft): [OpenQuestion | undefined, readonly BasketLine[]] {
  const question = draft.asked?.question;
  const open = question !== undefined && !NOTHING_ASKED.has(question.type);
  const aside = open ? undefined : setAside(draft);
  const lines = aside?.flow.basket?.(knownOf(aside.flow, aside.topic, draft.input.picture));
  const own = aside ? [] : basketOf(draft);
  if (open || own.length > 0 || !(aside || draft.state.ended === "cancelled")) return [question, own];
  const before = question?.type === "answered" ? question : {};
  return [{ ...before, type: "setAside" }, lines ?? []];
}

const NOTHING_ASKED: ReadonlySet<OpenQuestion["type"]> = new Set(["answered", "basket"]);

function basketOf(draft: TurnDraft): readonly BasketLine[] {
  const active = activeTopic(draft);
  const own = active?.flow.basket?.(knownOf(active.flow, active.topic, draft.input.picture));
  return own ?? draft.talk.basket(draft.input.picture);
}

function mapAddress({
  latitude,
  longitude,
  label,
}: {
  latitude: number;
  longitude: number;
  label?: string | undefined;
}): string {
  const pin = `https://maps.google.com/?q=${latitude.toFixed(6)},${longitude.toFixed(6)}`;
  return label ? `${label} (${pin})` : pin;
}
