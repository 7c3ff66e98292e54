import { z } from "zod";
import type { Tx } from "../../database/database.ts";
import type { RawTx } from "../../database/raw-tx.ts";
import { join, sql } from "../../database/sql.ts";
import { Offer, type OfferState, type SeenOffer } from "./offer.ts";
import { isAdjustable } from "./order.ts";
import { findOrders } from "./order-store.ts";

/** What may become of an offer, by the event that says so. */
const STATES = {
  offered: "open",
  adjusted: "accepted",
  offerRefused: "refused",
  offerFailed: "failed",
  offerWithdrawn: "withdrawn",
} as const satisfies Readonly<Record<string, OfferState>>;
const WHATS = Object.keys(STATES);

/** The latest that happened to an order, where that is an offer or the answer to one: anything later ends it. */
export interface OfferNow {
  /** Id of the offer */
  readonly id: string;
  readonly state: Exclude<OfferState, "lapsed">;
  /** Epoch ms */
  readonly at: number;
  /** `customer` or a staff id */
  readonly who: string;
  readonly words?: string;
  /** What was offered, while it is open */
  readonly offer?: Offer;
}

const Data = z.object({
  version: z.number(),
  words: z.string().optional(),
  /** An offer in full, or, of its answer, the id */
  offer: z.union([z.string(), Offer]),
});

/** How it stands with the offers of these orders, by order. */
export async function offersNow(
  tx: Tx,
  orders: readonly { readonly id: string; readonly version: number }[],
): Promise<ReadonlyMap<string, OfferNow>> {
  if (orders.length === 0) return new Map();
  const versions = new Map(orders.map(({ id, version }) => [id, version]));
  const events = await tx.orderEvent.findMany({
    where: { orderId: { in: [...versions.keys()] }, what: { in: WHATS } },
    orderBy: { id: "asc" },
  });
  return new Map(
    events.flatMap((event): [string, OfferNow][] => {
      const { data } = Data.safeParse(JSON.parse(event.data));
      const state = stateOf(event.what);
      if (!data || !state || data.version !== versions.get(event.orderId)) return [];
      const { words, offer } = data;
      const own = typeof offer === "string" ? { id: offer } : { id: event.id, offer };
      return [[event.orderId, { ...own, state, at: Number(event.at), who: event.who, ...(words ? { words } : {}) }]];
    }),
  );
}

/** What this id was used for: an offer of the order is sent again where its answer was lost; any other use of it is no offer. */
export async function readOfferIdUse(
  tx: Tx,
  id: string,
  orderId: string,
): Promise<"thisOffer" | "another" | undefined> {
  const event = await tx.orderEvent.findUnique({ where: { id }, select: { orderId: true, what: true } });
  if (event === null) return undefined;
  return event.orderId === orderId && event.what === "offered" ? "thisOffer" : "another";
}

/** These offers, by id; one whose person was erased is not there any more. */
export async function findOffers(tx: RawTx, ids: readonly string[]): Promise<ReadonlyMap<string, SeenOffer>> {
  const made = await tx.$queryRaw<EventRow[]>(sql`
    SELECT "id", "orderId", "what", "data" FROM "OrderEvent" WHERE "id" IN (${join([...ids])}) AND "what" = 'offered'`);
  const orders = made.map(({ orderId }) => orderId);
  if (orders.length === 0) return new Map();
  const answers = await tx.$queryRaw<EventRow[]>(sql`
    SELECT "id", "orderId", "what", "data" FROM "OrderEvent"
    WHERE "orderId" IN (${join(orders)}) AND "what" IN (${join(WHATS.filter((what) => what !== "offered"))})`);
  const found = await findOrders(tx, orders, []);
  return new Map(
    made.flatMap(({ id, orderId, data: text }): [string, SeenOffer][] => {
      const { data } = Data.safeParse(JSON.parse(text));
      const order = found.find((one) => one.id === orderId);
      if (!data || typeof data.offer === "string" || !order) return [];
      const { version, offer } = data;
      const isOpen = order.version === version && isAdjustable(order.status);
      return [[id, { id, order, version, offer, state: isOpen ? "open" : (answerTo(id, answers) ?? "lapsed") }]];
    }),
  );
}

interface EventRow {
  readonly id: string;
  readonly orderId: string;
  readonly what: string;
  readonly data: string;
}

function answerTo(id: string, answers: readonly EventRow[]): OfferNow["state"] | undefined {
  const answer = answers.find(({ data }) => Data.safeParse(JSON.parse(data)).data?.offer === id);
  return answer && stateOf(answer.what);
}

function stateOf(what: string): OfferNow["state"] | undefined {
  return new Map<string, OfferNow["state"]>(Object.entries(STATES)).get(what);
}
