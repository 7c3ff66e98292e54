import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { Inbox } from "../../src/inbox/inbox.ts";
import { eraseCustomer } from "../../src/staff/erase-customer.ts";
import { joinCustomer } from "../../src/staff/link-customers.ts";
import { reply } from "../../src/staff/reply.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { ACCOUNT, incoming, openRoad, type Road, said, seedRoad } from "../fixtures/road.ts";
import { seedOrder, seedShop } from "../fixtures/shop.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";

const OWNER = "owner-1";

eachEngine((engine) => {
  async function shop(): Promise<{ readonly database: Database; readonly road: Road }> {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    return { database, road: openRoad(database) };
  }
  const customerOf = async ({ prisma }: Database, contact: string) =>
    (await prisma.contact.findFirstOrThrow({ where: { externalId: contact } })).customerId;
  const actsOf = ({ database, now }: Road) => ({ database, clock: now, newId: v7, changed: () => undefined });
  const erase = (road: Road, customer: string) => eraseCustomer(actsOf(road), customer, OWNER, () => "a key");

  test("whoever was erased and writes again is a stranger, also to a process that still remembers them", async () => {
    const { database, road } = await shop();
    await road.say("sari", "halo", "m-1");
    await road.turns();
    const before = await road.conversation("sari");
    const other = new Inbox({ database, clock: road.now, newId: v7, quietMs: 0, onAccepted: () => undefined });
    await other.accept(ACCOUNT, [incoming("sari", said("masih di sini"), "m-2")]);
    await road.turns();
    expect(await erase(road, await customerOf(database, "sari"))).toEqual({ type: "erased" });
    await other.accept(ACCOUNT, [incoming("sari", said("halo lagi"), "m-3")]);
    await road.turns();
    const after = await road.conversation("sari");
    expect(after.id).not.toBe(before.id);
    const events = await database.prisma.inboxEvent.findMany({ where: { conversationId: after.id } });
    expect(events.map(({ body }) => JSON.parse(body).text)).toEqual(["halo lagi"]);
    expect(await road.heard("sari")).toHaveLength(1);
    expect(await database.prisma.customer.count({ where: { erasedAt: null } })).toBe(1);
  });

  test("what the platform tells again of an erased person brings nothing back", async () => {
    const { database, road } = await shop();
    await road.say("sari", "halo", "m-1");
    await road.turns();
    await erase(road, await customerOf(database, "sari"));
    const fresh = new Inbox({ database, clock: road.now, newId: v7, quietMs: 0, onAccepted: () => undefined });
    for (const inbox of [road.inbox, fresh]) {
      const accepted = await inbox.accept(ACCOUNT, [incoming("sari", said("halo"), "m-1")]);
      expect(accepted.withBot.size).toBe(0);
    }
    expect(await database.prisma.contact.count({ where: { externalId: "sari" } })).toBe(0);
    expect(await database.prisma.customer.count()).toBe(1);
    expect(await database.prisma.inboxEvent.count()).toBe(1);
    // Together with something new, only that counts.
    await fresh.accept(ACCOUNT, [incoming("sari", said("halo"), "m-1"), incoming("sari", said("pesan"), "m-2")]);
    const { id } = await road.conversation("sari");
    expect(await database.prisma.inboxEvent.count({ where: { conversationId: id } })).toBe(1);
  });

  test("a late receipt finds nothing of an erased person's, and nothing is sent to them any more", async () => {
    const { database, road } = await shop();
    await road.say("sari", "halo");
    await road.turns();
    const { id: rowId } = await database.prisma.outboxRow.findFirstOrThrow();
    await database.prisma.outboxRow.update({ where: { id: rowId }, data: { status: "sending", attempts: 1 } });
    const { id } = await road.conversation("sari");
    await erase(road, await customerOf(database, "sari"));
    await road.inbox.receipt(ACCOUNT, [{ externalId: "wamid.6281234", rowId, status: "delivered", notHeardSince: 1 }]);
    await road.inbox.receipt(ACCOUNT, [{ externalId: "wamid.6281234", rowId, status: "delivered" }]);
    expect(await database.prisma.outboxRow.findUniqueOrThrow({ where: { id: rowId } })).toMatchObject({
      status: "withheld",
      externalId: null,
      body: "{}",
    });
    expect((await takeOver(actsOf(road), id, OWNER, "owner")).type).toBe("unknownConversation");
    expect((await reply(actsOf(road), id, OWNER, "halo", v7(), "owner")).type).toBe("unknownConversation");
    expect(await road.turns()).toBe(0);
  });

  test("that somebody wants no promos is honoured when they come back, until they say otherwise", async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    await database.prisma.channelAccount.create({
      data: { id: ACCOUNT, channel: "telegram", externalId: "1", name: "Toko" },
    });
    const road = openTalkingRoad(database);
    const write = async (text: string) => {
      await road.say("sari", text);
      await road.turns();
    };
    const consents = async () =>
      (
        await database.prisma.consent.findMany({
          where: { customerId: await customerOf(database, "sari") },
          orderBy: { at: "asc" },
        })
      ).map(({ given }) => given);
    await write("stop promo ya kak");
    expect(await consents()).toEqual([false]);
    for (const _ of ["once", "twice"]) {
      road.pass(60_000);
      await erase(road, await customerOf(database, "sari"));
      await write("halo kak");
      expect(await consents()).toEqual([false]);
    }
    road.pass(60_000);
    await road.event("sari", { type: "marketingChosen", wanted: true, wording: "Ya" });
    await road.turns();
    expect((await consents()).at(-1)).toBe(true);
    road.pass(60_000);
    await erase(road, await customerOf(database, "sari"));
    await write("halo kak");
    expect(await consents()).toEqual([]);
    const hashes = await database.prisma.erasure.findMany();
    expect(JSON.stringify(hashes, (_, value) => String(value))).not.toContain("sari");
  });

  test("a number that refused promos is known again on another channel once the platform vouches for it", async () => {
    const { database, road } = await shop();
    const phone = "+6281234567001";
    await road.event("sari", { type: "contactShared", phone, own: true });
    const customerId = await customerOf(database, "sari");
    await database.prisma.consent.create({
      data: {
        id: v7(),
        customerId,
        purpose: "promo",
        channel: "telegram",
        given: false,
        wording: "stop",
        eventId: "e",
        at: 1,
      },
    });
    await erase(road, customerId);
    await road.say("sari-lain", "halo");
    expect(
      await database.prisma.consent.count({ where: { customerId: await customerOf(database, "sari-lain") } }),
    ).toBe(0);
    await road.event("sari-lain", { type: "contactShared", phone, own: true });
    expect(
      await database.prisma.consent.findMany({ where: { customerId: await customerOf(database, "sari-lain") } }),
    ).toMatchObject([{ given: false, purpose: "promo" }]);
  });

  test("nobody is erased while an order runs or cash is due, nor twice, nor a stranger", async () => {
    const { database, road } = await shop();
    await database.prisma.branch.updateMany({ data: { id: "toko" } });
    await database.prisma.deliveryZone.create({
      data: { id: "depok", code: "depok", name: "Depok", branchId: "toko", areas: "[]", fee: 0 },
    });
    await road.say("sari", "halo");
    const { id } = await road.conversation("sari");
    const customer = await customerOf(database, "sari");
    const order = await seedOrder(database, id, "7001");
    const set = (status: string) => database.prisma.order.update({ where: { id: order }, data: { status } });
    for (const status of ["placed", "accepted", "preparing", "ready", "out_for_delivery", "failed_delivery"]) {
      await set(status);
      expect(await erase(road, customer)).toEqual({ type: "orderRunning", order: "7001" });
    }
    await set("completed");
    const cash = (amount: number) =>
      database.prisma.cashEntry.create({ data: { id: v7(), orderId: order, holder: "customer", amount, at: 1 } });
    await cash(100_000);
    expect(await erase(road, customer)).toEqual({ type: "cashDue", order: "7001" });
    await cash(-100_000);
    expect(await erase(road, customer)).toEqual({ type: "erased" });
    expect(await erase(road, customer)).toEqual({ type: "unknown" });
    expect(await erase(road, "nobody")).toEqual({ type: "unknown" });
    expect(await database.prisma.order.findUniqueOrThrow({ where: { id: order } })).toMatchObject({
      total: 100_000,
      status: "completed",
      address: null,
      contactName: null,
    });
  });

  test("somebody whom staff joined from two contacts is erased as a whole, with the row that was kept aside", async () => {
    const { database, road } = await shop();
    await road.say("sari", "halo");
    await road.say("sari-web", "halo");
    const [one, other] = [await customerOf(database, "sari"), await customerOf(database, "sari-web")];
    const { id } = await road.conversation("sari");
    await database.prisma.customer.update({ where: { id: other }, data: { note: "pagar hijau" } });
    expect((await joinCustomer(actsOf(road), id, other, OWNER)).type).toBe("linked");
    const joined = await database.prisma.customer.findUniqueOrThrow({
      where: { id: await customerOf(database, "sari") },
    });
    expect(joined.note).toBe("pagar hijau");
    await erase(road, await customerOf(database, "sari"));
    const rows = await database.prisma.customer.findMany({ where: { id: { in: [one, other] } } });
    expect(rows.map(({ name, note, erasedAt }) => [name, note, erasedAt === null])).toEqual([
      [null, null, false],
      [null, null, false],
    ]);
    expect(await database.prisma.contact.count({ where: { externalId: { startsWith: "sari" } } })).toBe(0);
  });
});
