import { z } from "zod";
import type { EventBody } from "../channels/message.ts";
import { ConversationState, EMPTY_STATE, type Topic } from "../conversation/state.ts";
import { localTime } from "../shop/calendar/calendar.ts";
import { sayDay, sayTime } from "../shop/calendar/calendar.words.ts";
import { AgreedPrice, BasketLine, lineAmount, unitPrice } from "../shop/catalogue/catalogue.ts";
import type { ShopRecord } from "../shop/catalogue/catalogue-store.ts";
import { Proposal } from "../shop/phone-order/proposal.ts";
import { DoubtfulItem, Edit, type Meaning } from "../understanding/meaning.ts";
import { basketView } from "./basket-view.ts";
import type { PhoneDraftView, PhoneLine } from "./views.ts";

/** What a seller does to an order being written down: nothing yet, words as heard, a tap on what is asked, or on what is noted. */
export const DraftStep = z.discriminatedUnion("type", [
  z.object({ type: z.literal("begun") }),
  z.object({ type: z.literal("words"), text: z.string().trim().min(1).max(4_000) }),
  z.object({ type: z.literal("choice"), index: z.number().int().min(0).max(100) }),
  z.object({ type: z.literal("edit"), edit: Edit }),
  z.object({ type: z.literal("fulfilment"), fulfilment: z.enum(["delivery", "pickup"]) }),
  /** Rupiah per base unit that was agreed for a line; null gives it the catalogue's price again */
  z.object({ type: z.literal("price"), line: z.string().max(64), price: AgreedPrice.shape.price.nullable() }),
  z.object({ type: z.literal("fact"), slot: z.enum(["address", "name", "phone"]), value: z.string().trim().max(500) }),
]);
export type DraftStep = z.infer<typeof DraftStep>;

/** The errand whose answers are written down */
const ORDER = "order";

/** A draft with what is to happen to it, as it is heard; undefined where the step leads nowhere. */
export function heardStep(
  draft: ConversationState,
  step: DraftStep,
  staff: string,
): { readonly state: ConversationState; readonly body: EventBody } | undefined {
  // A yes is the customer's alone: the question for it is never answered here.
  const asked = draft.asked?.digest === undefined ? draft.asked : undefined;
  const state: ConversationState = { ...draft, lost: 0, lastWords: undefined, asked };
  switch (step.type) {
    case "begun":
      return begun(answersOf(draft), staff);
    case "price":
      return begun(priced(answersOf(draft), step, staff), staff);
    case "fact":
      return begun(withFact(answersOf(draft), step), staff);
    case "words":
      return { state, body: { type: "messageReceived", text: step.text, attachments: [], forwarded: false } };
    case "choice": {
      const label = asked?.choices[step.index]?.label;
      return label === undefined ? undefined : { state, body: tap(step.index, label) };
    }
    case "edit":
      return offered(state, { edits: [step.edit] });
    case "fulfilment":
      return offered(state, { fulfilment: step.fulfilment });
    default:
      return step satisfies never;
  }
}

/** Answers as they are to be heard whole. */
function begun(answers: Topic["answers"], staff: string) {
  return { state: EMPTY_STATE, body: { type: "orderProposed" as const, staff, answers } };
}

type StepOf<T extends DraftStep["type"]> = Extract<DraftStep, { readonly type: T }>;

function priced(answers: Topic["answers"], { line, price }: StepOf<"price">, by: string): Topic["answers"] {
  const basket = Basket.parse(answers.basket);
  const lines = basket.lines.map(({ agreed, ...one }): BasketLine => {
    if (one.id !== line) return { ...one, ...(agreed ? { agreed } : {}) };
    return price === null ? one : { ...one, agreed: { price, by } };
  });
  return { ...answers, basket: { ...basket, lines } };
}

/** Another address may lie in another zone. */
function withFact(answers: Topic["answers"], { slot, value }: StepOf<"fact">): Topic["answers"] {
  const { [slot]: _, ...others } = answers;
  const { zone: __, ...elsewhere } = others;
  return { ...(slot === "address" ? elsewhere : others), ...(value === "" ? {} : { [slot]: value }) };
}

/** The draft after it was heard: the order alone, whatever else the words may have touched. */
export function draftAfter(state: ConversationState): ConversationState {
  const { asked, lost } = state;
  const topics = state.topics.filter(({ flow, answers }) => flow === ORDER && !answers.changes).slice(-1);
  return { topics, lost, ...(asked && asked.topic === topics[0]?.id ? { asked } : {}) };
}

/** What is written down, as the customer is to agree to it; undefined while it holds no goods. */
export function proposalOf(draft: ConversationState): Proposal | undefined {
  return Proposal.safeParse(answersOf(draft)).data;
}

export function phoneDraftView(draft: ConversationState, shop: ShopRecord, now: number): PhoneDraftView {
  const basket = Basket.parse(answersOf(draft).basket);
  const products = new Map(shop.products.map((product) => [product.sku, product]));
  const { asked } = draft;
  const isSummary = asked?.digest !== undefined;
  return {
    draft,
    lines: basket.lines.map((line): PhoneLine => {
      const product = products.get(line.sku);
      const options = (product?.options ?? []).map(({ name, values }, index) => ({
        name,
        value: line.options[index] ?? null,
        values: values.map(({ v }) => v),
      }));
      const shopPrice = product ? unitPrice(product, line.options) : 0;
      const price = line.agreed?.price ?? shopPrice;
      const sums = { shopPrice, price, amount: lineAmount(price, line.quantity), agreed: line.agreed !== undefined };
      return { ...basketView({ ...line, options: [] }, product), id: line.id, options, ...sums };
    }),
    doubts: basket.doubts.map(({ words, candidates, near }) => ({
      words,
      fits: [...candidates, ...near].map((sku) => products.get(sku)?.name ?? sku),
    })),
    facts: factsOf(answersOf(draft), shop, now),
    ...(asked && !isSummary
      ? { question: { text: asked.text, choices: asked.choices.map(({ label }) => label) } }
      : {}),
    ...(asked && isSummary ? { summary: asked.text } : {}),
    understood: draft.lost === 0,
  };
}

/** The order that a chat is about already, so that a call goes on where the chat stopped. */
export function draftFrom(stored: string | null): ConversationState {
  const { data } = ConversationState.safeParse(JSON.parse(stored ?? "{}"));
  return data ? draftAfter(data) : EMPTY_STATE;
}

/** What a page hands back may be anything. */
const Basket = z
  .object({
    lines: z.array(BasketLine).default([]).catch([]),
    doubts: z.array(DoubtfulItem).default([]).catch([]),
  })
  .catch({ lines: [], doubts: [] });

export function answersOf({ topics }: ConversationState): Topic["answers"] {
  const { agreedTo: _, changes: __, ...answers } = topics.find(({ flow }) => flow === ORDER)?.answers ?? {};
  return answers;
}

function tap(index: number, label: string): EventBody {
  return { type: "choicePicked", question: "", choice: String(index), label };
}

/** A tap on what is noted, put as a choice that was offered. */
function offered(state: ConversationState, means: Partial<Meaning>) {
  const asked = { slot: "", question: { type: "yesNo" as const }, choices: [{ label: "", means }], text: "" };
  return { state: { ...state, asked }, body: tap(0, "") };
}

const When = z.object({ day: z.string().optional(), time: z.string().optional() });
const Place = z.object({ id: z.string() });

function factsOf(answers: Topic["answers"], shop: ShopRecord, now: number): PhoneDraftView["facts"] {
  const { fulfilment, address, zone, branch, when, payment, name, phone } = answers;
  const { data: moment } = When.safeParse(when);
  const today = localTime(now, shop.timeZone).day;
  const day = moment?.day === undefined ? undefined : sayDay(moment.day, today);
  const time = moment?.time === undefined ? undefined : sayTime(moment.time);
  const zoneId = Place.safeParse(zone).data?.id;
  const facts = {
    fulfilment,
    address,
    zone: shop.zones.find(({ id }) => id === zoneId)?.name,
    branch: shop.branches.find(({ id }) => id === branch)?.name,
    when: [day, time].filter(Boolean).join(" ") || undefined,
    payment,
    name,
    phone,
  };
  return Object.entries(facts).flatMap(([slot, value]) => (typeof value === "string" ? [{ slot, value }] : []));
}
