import { z } from "zod";
import { type Ask, flow, type Known, type Meaning, type Picture, type TopicOutcome } from "#flow";
import { Fulfilment, isOpenToCustomer, isRunning, type OrderDraft } from "../../src/shop/order/order.ts";
import { branchFor, earliestDay, type Quote, quote, shortages } from "../../src/shop/order/quote.ts";
import { findZone } from "../../src/shop/zone/find-zone.ts";
import { atShopPrice, Basket, canBeAsked, EMPTY_BASKET, hearGoods, withoutMentioned } from "./basket.ts";
import { goodsWords } from "./goods.words.ts";
import { goodsProblem } from "./goods-problem.ts";
import { orderWords as words } from "./order.words.ts";
import { basketOfOrder, changeable, orderToRepeat, withHeldGoods } from "./placed.ts";
import { digestOf } from "./summary.ts";
import { summaryText } from "./summary.words.ts";
import { ifLarge, unwritable } from "./to-person.ts";
import { AS_SOON_AS_READY, askWhen, hearWhen, When, whenProblem } from "./when.ts";

const slots = {
  /** The order being changed, as it was when the customer began; null for a new one */
  changes: z.object({ order: z.string(), number: z.string(), agreed: z.string() }).nullable(),
  basket: Basket,
  fulfilment: Fulfilment,
  address: z.string().optional(),
  /** The zone, and the address it was found from */
  zone: z.object({ id: z.string(), address: z.string().optional() }).optional(),
  branch: z.string().optional(),
  when: When,
  payment: z.enum(["cash", "transfer", "qris"]),
  name: z.string(),
  phone: z.string().optional(),
  agreedTo: z.object({ digest: z.string(), text: z.string(), words: z.string() }),
};
type Order = Known<typeof slots>;

/** Taking an order: what, how it reaches the customer, when, how it is paid, and a yes to the whole. Also changes one that the shop has not begun. */
export const order = flow({
  name: "order",
  slots,
  opens,
  returning: (known, meaning) => known.basket && { basket: withoutMentioned(known.basket, meaning) },
  opening: (_, known, picture) => (known.changes ? words.whatToChange(picture) : undefined),
  basket: (known) => known.basket?.lines ?? [],
  gist: (known, picture) => (known.basket?.lines.length ? words.gist(known.basket.lines, picture) : undefined),
  questions: {
    changes: {
      // A new order changes none; a change is begun with its order already known.
      ask: (_, picture) => goodsWords.whatWouldYouLike(picture),
      remembered: () => null,
      problem: (changes, _, picture) =>
        changes && !changeable(changes, picture) ? words.alreadyBegun(changes.number, picture) : undefined,
    },
    basket: {
      ask: (_, picture) => goodsWords.whatWouldYouLike(picture),
      hear: (meaning, known, picture) => hearGoods(meaning, known.basket ?? EMPTY_BASKET, picture),
      heard: (before, after, picture, meaning) => words.heardGoods(before, after, notHere(meaning, picture), picture),
      problem: (basket, known, picture) => goodsProblem(basket, seenBy(known, picture)),
    },
    fulfilment: {
      ask: (known, picture) => words.pickupOrDelivery(known, picture),
      remembered: (_, picture) => onlyWay(picture),
      problem: (_, __, picture) => (picture.branches.length === 0 ? words.noBranch(picture) : undefined),
      hear: ({ fulfilment }) =>
        fulfilment === undefined ? undefined : fulfilment === "pickup" ? "pickup" : "delivery",
    },
    address: {
      when: isDelivered,
      ask: (_, picture) => words.whereTo(picture),
      hear: ({ address }) => address,
      heard: (_, __, picture) => words.noted("Alamatnya", picture),
      no: (_, picture) => words.whereToInstead(picture),
    },
    zone: {
      when: (known, picture) => isDelivered(known) && picture.zones.length > 0,
      ask: (known, picture) => words.whichZone(known.address, picture),
      remembered: ({ address }, picture) => {
        const found = address === undefined ? undefined : findZone(picture.zones, address);
        return found && { id: found.id, address };
      },
      hear: (meaning, known) =>
        meaning.zone ? { id: meaning.zone, address: meaning.address ?? known.address } : undefined,
      problem: zoneProblem,
      always: true,
      no: (known, picture) =>
        (known.zone ? zoneProblem(known.zone, known, picture) : undefined) ??
        words.outsideZones(known.address, picture),
    },
    branch: {
      when: (known, picture) => known.fulfilment === "pickup" && picture.branches.some(({ pickup }) => pickup),
      ask: (known, picture) => words.whichBranch(linesOf(known), picture),
      remembered: (_, picture) => {
        const places = picture.branches.filter(({ pickup }) => pickup);
        return places.length === 1 ? places[0]?.id : undefined;
      },
      hear: ({ branch }) => branch,
      problem: branchProblem,
    },
    when: {
      ask: (known, picture) => askWhen(occasionOf(known, picture), picture),
      remembered: (known, picture) =>
        isDelivered(known) && earliestDay(linesOf(known), picture) === words.today(picture)
          ? AS_SOON_AS_READY
          : undefined,
      hear: (meaning, known, picture) => hearWhen(meaning, known.when, picture),
      // What cannot be is not noted: the question that follows says why.
      heard: (_, when, picture, __, known) =>
        whenProblem(when, occasionOf(known, seenBy(known, picture)), seenBy(known, picture))
          ? undefined
          : words.noted("Waktunya", picture),
      problem: (when, known, picture) =>
        whenProblem(when, occasionOf(known, seenBy(known, picture)), seenBy(known, picture)),
    },
    payment: {
      ask: (_, picture) => words.howToPay(picture),
      remembered: () => "cash" as const,
      hear: ({ payment, fulfilment }) => (fulfilment === "cod" ? "cash" : payment),
      problem: paymentProblem,
      always: true,
    },
    name: {
      ask: (_, picture) => words.inWhoseName(picture),
      remembered: (_, { customer }) => customer.name,
      hear: ({ name }) => name,
      heard: (_, __, picture) => words.noted("Namanya", picture),
    },
    phone: {
      when: isDelivered,
      ask: (_, picture) => words.phone(picture),
      remembered: (_, { customer }) => customer.phone,
      hear: ({ phone }) => phone,
      heard: (_, __, picture) => words.noted("Nomornya", picture),
    },
    agreedTo: {
      ask: (known, picture) => askForYes(known, picture),
      yes: (evidence) => evidence,
      no: (_, picture) => words.whatToChange(picture),
      problem: (agreed, known, picture) =>
        agreed.digest === digestOf(known, quoteOf(known, picture)) ? undefined : askForYes(known, picture),
    },
  },
  on: {
    cancel_order: (known, picture, { orderNumber }): TopicOutcome | undefined => {
      // Who names an order means the order, not the errand about it.
      if (orderNumber !== undefined) return undefined;
      // Only the errand being talked about is dropped; an order that stands is cancelled by its name.
      const standing = picture.orders.find(({ status }) => isOpenToCustomer(status));
      const say = [words.cancelled(known.changes?.number, picture)];
      return { say, end: "cancelled", ...(standing ? { ask: words.cancelStanding(standing.number, picture) } : {}) };
    },
    start_over: ({ changes }, picture): TopicOutcome => ({
      say: [words.startedOver(picture)],
      answers: changes ? { changes } : {},
    }),
    postpone_purchase: (known, picture, { until }): TopicOutcome => ({
      say: [words.postponed(until, linesOf(known).length > 0, picture)],
      end: "postponed",
      ...(until ? { until } : {}),
    }),
  },
  finish: (answers, topic, picture) => {
    const draft = draftOf(answers, picture);
    if (!draft) return unwritable(picture);
    const remember = {
      type: "rememberCustomer" as const,
      name: answers.name,
      ...(answers.phone ? { phone: answers.phone } : {}),
      ...(answers.address ? { address: answers.address } : {}),
      ...(answers.zone ? { zoneId: answers.zone.id } : {}),
      ...(formOf(answers.name) ? { form: formOf(answers.name) } : {}),
    };
    if (answers.changes)
      return [
        {
          type: "changeOrder",
          order: answers.changes.order,
          version: versionOf(answers.changes.order, picture),
          draft,
        },
        remember,
        { type: "showOrder", by: { order: answers.changes.order } },
        { type: "say", text: words.changed(answers.changes.number, picture) },
        ...ifLarge(draft, picture),
      ];
    return [
      { type: "placeOrder", topic, draft },
      remember,
      { type: "showOrder", by: { topic } },
      { type: "say", text: words.thanks(draft, picture) },
      ...ifLarge(draft, picture),
    ];
  },
});

const ORDERING = new Set(["place_order", "choose_delivery_cod", "choose_delivery", "choose_pickup"]);

function opens(meaning: Meaning, picture: Picture): Order | undefined {
  if (meaning.intents.includes("repeat_order")) {
    const last = orderToRepeat(meaning.orderNumber, picture);
    if (!last) return {};
    const { changes: _, when: __, basket, ...again } = changeOf(last, picture);
    // A price that was agreed for the last time was for that time.
    return { basket: { lines: (basket?.lines ?? []).map(atShopPrice), doubts: [] }, ...again };
  }
  const changed = meaning.intents.includes("change_order") || meaning.edits.length > 0;
  const placed = changed
    ? picture.orders.find((one) => isOpenToCustomer(one.status) && isNamed(one, meaning))
    : undefined;
  if (placed) return changeOf(placed, picture);
  // What the shop has begun is changed by a person.
  if (changed && picture.orders.some(isRunning)) return undefined;
  const wants =
    meaning.items.length > 0 || meaning.doubts.length > 0 || meaning.intents.some((intent) => ORDERING.has(intent));
  return wants ? {} : undefined;
}

function isNamed(one: Picture["orders"][number], { orderNumber }: Meaning): boolean {
  return orderNumber === undefined || one.number === orderNumber;
}

/** The answers that a placed order amounts to, as the start of changing it. */
function changeOf(placed: Picture["orders"][number], picture: Picture): Order {
  return {
    changes: { order: placed.id, number: placed.number, agreed: placed.agreedDigest },
    basket: { lines: basketOfOrder(placed, picture), doubts: [] },
    fulfilment: placed.fulfilment,
    when: placed.day ? { day: placed.day, ...(placed.time ? { time: placed.time } : {}) } : AS_SOON_AS_READY,
    ...(placed.address ? { address: placed.address } : {}),
    ...(placed.zoneId ? { zone: { id: placed.zoneId, address: placed.address } } : {}),
    ...(placed.fulfilment === "pickup" ? { branch: placed.branchId } : {}),
    ...(placed.contactName ? { name: placed.contactName } : {}),
    ...(placed.contactPhone ? { phone: placed.contactPhone } : {}),
    ...(placed.payment === "transfer" || placed.payment === "qris" ? { payment: placed.payment } : {}),
  };
}

function notHere(meaning: Meaning, picture: Picture): string[] {
  const unknown = meaning.doubts
    .filter((doubt) => !canBeAsked(doubt))
    .map(({ words: said }) => goodsWords.notSold(said, [], picture));
  const options = meaning.items.flatMap(({ sku, notSold }) => {
    const product = picture.products.get(sku);
    return notSold && product ? [goodsWords.noSuchOption(notSold, product, picture)] : [];
  });
  return [...unknown, ...options];
}

function linesOf(known: Order) {
  return known.basket?.lines ?? [];
}

function isDelivered(known: Order): boolean {
  return known.fulfilment === "delivery";
}

/** The one way the shop sells, where it has only one. */
function onlyWay({ shop }: Picture): Fulfilment | undefined {
  const pickup = shop.fulfilments.includes("pickup");
  const delivery = shop.fulfilments.some((way) => way !== "pickup");
  if (pickup === delivery) return undefined;
  return pickup ? "pickup" : "delivery";
}

function occasionOf(known: Order, picture: Picture) {
  return { lines: linesOf(known), pickup: known.fulfilment === "pickup", branch: branchFor(wantOf(known), picture) };
}

function wantOf(known: Order) {
  return {
    lines: linesOf(known),
    ...(known.fulfilment ? { fulfilment: known.fulfilment } : {}),
    ...(known.zone ? { zoneId: known.zone.id } : {}),
    ...(known.branch ? { branchId: known.branch } : {}),
    ...(known.payment ? { payment: known.payment } : {}),
  };
}

function quoteOf(known: Order, picture: Picture): Quote {
  return quote(wantOf(known), seenBy(known, picture));
}

function branchProblem(branch: string, known: Order, picture: Picture): Ask | undefined {
  if (!picture.branches.some(({ id, pickup }) => id === branch && pickup))
    return words.whichBranch(linesOf(known), picture);
  const isShort = shortages(linesOf(known), seenBy(known, picture), branch).length > 0;
  return isShort ? words.notAtBranch(branch, linesOf(known), seenBy(known, picture)) : undefined;
}

function seenBy(known: Order, picture: Picture): Picture {
  return withHeldGoods(known.changes?.order, picture);
}

/** The shop's steps raise the version and leave what was agreed as it is. */
function versionOf(id: string, picture: Picture): number {
  return picture.orders.find((one) => one.id === id)?.version ?? 0;
}

/** How somebody who gives their name as "Bu Tatik" wants to be addressed. */
function formOf(name: string | undefined): string | undefined {
  const form = /^(bu|ibu|pak|bapak|mas|mbak|bang|kang|teh)\b/i.exec(name ?? "")?.[1]?.toLowerCase();
  return form && form.charAt(0).toUpperCase() + form.slice(1);
}

function zoneProblem(
  zone: { id: string; address?: string | undefined },
  known: Order,
  picture: Picture,
): Ask | undefined {
  const found = picture.zones.find(({ id }) => id === zone.id);
  if (!found) return words.whichZone(known.address, picture);
  if (zone.address !== undefined && zone.address !== known.address) return words.whichZone(known.address, picture);
  const { goodsTotal } = quoteOf(known, picture);
  return goodsTotal < found.minimumTotal ? words.belowMinimum(found, goodsTotal, picture) : undefined;
}

function paymentProblem(payment: "cash" | "transfer" | "qris", known: Order, picture: Picture): Ask | undefined {
  if (payment !== "cash" || !isDelivered(known)) return undefined;
  const { asks, fulfilments } = picture.shop;
  if (!fulfilments.includes("cod")) return asks.includes("payment") ? words.howToPay(picture) : undefined;
  const { zone, total } = quoteOf(known, picture);
  return zone && zone.codLimit !== null && total > zone.codLimit
    ? words.tooMuchForCash(zone, total, picture)
    : undefined;
}

function askForYes(known: Order, picture: Picture): Ask {
  const sum = quoteOf(known, picture);
  return words.isThisRight(summaryText(known, sum, picture), digestOf(known, sum), picture);
}

function draftOf(
  answers: Order & { agreedTo: { digest: string; text: string; words: string } },
  picture: Picture,
): OrderDraft | undefined {
  const { lines, branch, zone, ...sum } = quoteOf(answers, picture);
  if (!branch) return undefined;
  const day = answers.when?.day ?? (lines.some(({ madeToOrder }) => madeToOrder) ? words.today(picture) : undefined);
  return {
    lines,
    ...sum,
    branchId: branch.id,
    ...(zone ? { zoneId: zone.id } : {}),
    ...(isDelivered(answers) && answers.address ? { address: answers.address } : {}),
    ...(day ? { day } : {}),
    ...(answers.when?.time ? { time: answers.when.around ?? answers.when.time } : {}),
    ...(answers.name ? { contactName: answers.name } : {}),
    ...(answers.phone ? { contactPhone: answers.phone } : {}),
    agreedDigest: answers.agreedTo.digest,
    agreedText: answers.agreedTo.text,
    agreedWords: answers.agreedTo.words,
  };
}
