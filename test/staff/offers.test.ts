import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { NEXT_STATUSES, OrderStatus } from "../../src/shop/order/order.ts";
import type { Acts } from "../../src/staff/acts.ts";
import { noteAnswer, withdrawOffer } from "../../src/staff/answer-offer.ts";
import { offerChange } from "../../src/staff/offer-change.ts";
import { stepOrder } from "../../src/staff/step-order.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { type Road, said } from "../fixtures/road.ts";
import { seedConversation, seedShop, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 240_000 });

const NOW = Date.parse("2026-11-18T10:00:00+07:00");

const LINES = [
  [{ was: 0, sku: "BRW/coklat", quantity: 2_000 }],
  [{ was: 0, quantity: 1_000 }],
  [{ was: 0, quantity: 3_000 }],
  [
    { was: 0, quantity: 1_000, price: 40_000 },
    { sku: "BRW/coklat", quantity: 2_000 },
  ],
  [{ sku: "BRW/keju", quantity: 2_000 }],
];

/** What happens to one of two orders; `seen`: how many versions ago the seller looked. */
const happening = fc.record({
  order: fc.constantFrom(0, 0, 0, 1),
  /** Turns are taken and words sent before anything else happens */
  settles: fc.constantFrom(true, true, true, false),
  seen: fc.constantFrom(0, 0, 0, 1),
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...LINES.map((_, index) => `offers ${index}`)) },
    {
      weight: 4,
      arbitrary: fc.constantFrom("taps Oke, ganti", "taps Oke, ganti", "taps the first", "taps Jangan, tetap"),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom("says boleh kak", "says jangan", "says ganti coklat 1 aja", "says batal aja"),
    },
    { weight: 1, arbitrary: fc.constantFrom("taps Batalkan pesanan", "withdraws", "notes yes", "notes no") },
    { weight: 2, arbitrary: fc.constantFrom("steps", "cancels", "sells out", "restocks") },
    { weight: 5, arbitrary: fc.constantFrom("turns", "turns", "sends") },
    // Both at once, on connections of their own
    { weight: 2, arbitrary: fc.constantFrom("turns & notes yes", "turns & withdraws", "turns & steps") },
  ),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const usual = { order: 0, settles: true, seen: 0 } as const;
const AGREED: Happening[] = [
  { ...usual, what: "offers 0" },
  { ...usual, what: "taps Oke, ganti" },
];

eachEngine((engine) => {
  test("whatever happens in whatever order, the goods kept aside, the sums and the cash are those of the orders as they are", async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    await database.prisma.stock.create({ data: { sku: "BRW/keju", branchId: "toko", onHand: 5_000 } });
    const road = openTalkingRoad(database, { now: NOW });
    const acts: Acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 18 }), async (happenings) => {
        await restock(database);
        const orders = [await ordered(road, database), await ordered(road, database)];
        for (const one of happenings) {
          await happens(road, acts, one, orders[one.order] ?? raise());
          if (one.settles) await settles(road);
          await holds(database);
        }
        await road.turns();
        await holds(database);
        accepted = await database.prisma.orderEvent.count({ where: { what: "adjusted" } });
      }),
      { numRuns: 14, examples: [[AGREED]] },
    );
    // The orders were changed at all.
    expect(accepted).toBeGreaterThan(0);
  });
});

interface Ordered {
  readonly contact: string;
  readonly conversation: string;
  readonly id: string;
}

async function ordered(road: Road, database: Database): Promise<Ordered> {
  const contact = `sari-${v7()}`;
  const conversation = await seedConversation(database, contact);
  for (const words of ["2 brownies keju cod besok sore, jl kenanga 3 beji, atas nama sari", "iya betul"]) {
    await arrives(road, contact, said(words));
    await settles(road);
  }
  const { id } = await database.prisma.order.findFirstOrThrow({ where: { conversationId: conversation } });
  return { contact, conversation, id };
}

async function happens(road: Road, acts: Acts, { what, seen }: Happening, one: Ordered): Promise<void> {
  const [first = "", second] = what.split(" & ");
  await Promise.all(
    [first, ...(second === undefined ? [] : [second])].map((each) => happensAlone(road, acts, each, seen, one)),
  );
}

async function happensAlone(road: Road, acts: Acts, what: string, seen: number, one: Ordered): Promise<void> {
  const { prisma } = acts.database;
  const [verb = "", ...rest] = what.split(" ");
  const words = rest.join(" ");
  const order = await prisma.order.findUniqueOrThrow({ where: { id: one.id } });
  const act = { order: one.id, version: order.version - seen, staff: "rina" };
  const next = NEXT_STATUSES[OrderStatus.parse(order.status)].find((status) => status !== "cancelled");
  switch (verb) {
    case "offers":
      await offerChange(acts, { id: v7(), ...act, lines: LINES[Number(words)] ?? [] });
      return;
    case "withdraws":
      await withdrawOffer(acts, act);
      return;
    case "notes":
      await noteAnswer(acts, { ...act, answer: words === "yes" ? "yes" : "no", words: "boleh mbak" });
      return;
    case "steps":
      if (next) await stepOrder(acts, { ...act, status: next });
      return;
    case "cancels":
      await stepOrder(acts, { ...act, status: "cancelled", why: { reason: "out_of_stock" } });
      return;
    case "sells": {
      const { reserved } = await prisma.stock.findFirstOrThrow({ where: { sku: "BRW/coklat" } });
      await prisma.stock.updateMany({ where: { sku: "BRW/coklat" }, data: { onHand: reserved } });
      return;
    }
    case "restocks":
      await restock(acts.database);
      return;
    case "says":
      await arrives(road, one.contact, said(words));
      return;
    case "taps": {
      const tap = await button(acts.database, one, words);
      if (tap) await arrives(road, one.contact, tap);
      return;
    }
    case "turns":
      await road.turns();
      return;
    case "sends":
      await sends(road);
  }
}

async function settles(road: Road): Promise<void> {
  await road.turns();
  await sends(road);
}

async function restock({ prisma }: Database): Promise<void> {
  for (const { sku, reserved } of await prisma.stock.findMany())
    await prisma.stock.updateMany({ where: { sku }, data: { onHand: reserved + 5_000 } });
}

async function arrives(road: Road, contact: string, body: Parameters<Road["event"]>[1]): Promise<void> {
  const event = { sender: { externalId: contact }, body, platformId: v7(), platformAt: road.now() };
  await road.inbox.accept(WEB_ACCOUNT, [event]);
}

/** What was said has reached everybody. */
async function sends(road: Road): Promise<void> {
  const sent = { status: "sent", sentAt: road.now() };
  await road.database.prisma.outboxRow.updateMany({ where: { status: "queued" }, data: sent });
  road.pass(5_000);
}

/** A button of the latest offer, or the yes of the very first one. */
async function button({ prisma }: Database, { conversation }: Ordered, label: string) {
  const wanted = label === "the first" ? "Oke, ganti" : label;
  const sequence = label === "the first" ? "asc" : "desc";
  const rows = await prisma.outboxRow.findMany({
    where: { conversationId: conversation, body: { contains: wanted }, status: "sent" },
    orderBy: { sequence },
  });
  for (const { id, body } of rows) {
    const { choices = [] } = JSON.parse(body) as { choices?: { id: string; label: string }[] };
    const choice = choices.find((one) => one.label === wanted);
    if (choice) return { type: "choicePicked" as const, question: id, choice: choice.id, label: wanted };
  }
  return undefined;
}

const KEEPS = new Set(["placed", "accepted", "preparing", "ready", "out_for_delivery"]);

async function holds({ prisma }: Database): Promise<void> {
  const orders = await prisma.order.findMany({
    include: { lines: true, cash: true, events: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
  });
  const kept = new Map<string, number>();
  for (const order of orders) {
    const { lines, cash, events } = order;
    expect(sumOf(lines.map(({ amount }) => amount))).toBe(order.goodsTotal);
    expect(order.total).toBe(order.goodsTotal + order.fee);
    expect(order.fee).toBe(10_000);
    expect(sumOf(cash.map(({ amount }) => amount))).toBe(order.status === "cancelled" ? 0 : order.total);
    for (const { sku, quantity, held } of lines)
      if (KEEPS.has(order.status) && held === "stock") kept.set(sku, (kept.get(sku) ?? 0) + quantity);
    answersAreTheirOffers(events.map(({ id, what, data }) => ({ id, what, data: JSON.parse(data) as EventData })));
  }
  for (const { sku, onHand, reserved } of await prisma.stock.findMany()) {
    expect({ sku, reserved }).toEqual({ sku, reserved: kept.get(sku) ?? 0 });
    expect(onHand).toBeGreaterThanOrEqual(reserved);
  }
}

interface EventData {
  readonly version: number;
  readonly offer?: unknown;
}

/** Every answer is to the offer that was the latest thing done to the order, and an offer has one answer at most. */
function answersAreTheirOffers(
  events: readonly { readonly id: string; readonly what: string; readonly data: EventData }[],
): void {
  const versions = events.map(({ data }) => data.version);
  expect(new Set(versions).size).toBe(versions.length);
  for (const { what, data } of events) {
    if (typeof data.offer !== "string") continue;
    const offer = events.find(({ id }) => id === data.offer);
    expect({ what, offered: offer?.what, version: offer?.data.version }).toEqual({
      what,
      offered: "offered",
      version: data.version - 1,
    });
  }
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function raise(): never {
  throw new Error("There are two orders.");
}
