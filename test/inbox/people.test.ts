import fc from "fast-check";
import { v7 } from "uuid";
import { expect, onTestFinished, test, vi } from "vitest";
import type { EventBody } from "../../src/channels/message.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { isTransient } from "../../src/database/transient.ts";
import { joinCustomer, partCustomer } from "../../src/staff/link-customers.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { ACCOUNT, incoming, openRoad, type Road, said, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const SARI = "+6281200000101";
const card = (phone: string, own: boolean): EventBody => ({ type: "contactShared", phone, own });

eachEngine((engine) => {
  const shop = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    return { database, ...talking(database) };
  };
  const talking = (database: Database, road: Road = openRoad(database)) => {
    const acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    /** Words of a contact whose number the platform vouches for */
    const says = (contact: string, body: EventBody, phone?: string) => {
      const event = incoming(contact, body, v7());
      return road.inbox.accept(ACCOUNT, [{ ...event, sender: { ...event.sender, ...(phone ? { phone } : {}) } }]);
    };
    const orders = async (contact: string, what = "cod TEH 1") => {
      await says(contact, said(what));
      await road.turns();
    };
    const contactOf = (contact: string) =>
      database.prisma.contact.findFirstOrThrow({
        where: { externalId: contact },
        include: { conversation: true, customer: { include: { orders: true, consents: true, calls: true } } },
      });
    const idOf = async (contact: string) => (await contactOf(contact)).conversation?.id ?? "";
    return { road, acts, says, orders, contactOf, idOf };
  };

  test("one number vouched for on two channels is one customer: the older, with everything of both", async () => {
    const { database, road, says, orders, contactOf } = await shop();
    await orders("tele");
    const older = (await contactOf("tele")).customerId;
    road.pass(1_000);
    await says("wa", said("cod BRW 2"), SARI);
    await road.turns();
    const { customerId: newer } = await contactOf("wa");
    const things = { customerId: newer, at: 1n };
    await database.prisma.consent.create({
      data: { ...things, id: "c", purpose: "promo", channel: "x", given: false, wording: "stop", eventId: "e" },
    });
    await database.prisma.touch.create({ data: { ...things, id: "t", contactId: "k", source: "ig" } });
    await database.prisma.callTask.create({
      data: { id: "ct", customerId: newer, conversationId: "v", reason: "telp", createdAt: 1n },
    });
    await database.prisma.customer.update({ where: { id: newer }, data: { address: "Jl. Melati 3", zoneId: "dekat" } });
    await says("tele", card(SARI, true));
    await road.turns();
    for (const contact of ["tele", "wa"]) {
      const { customer } = await contactOf(contact);
      expect(customer).toMatchObject({ id: older, phone: SARI, phoneVerified: true, address: "Jl. Melati 3" });
      expect(customer.orders).toHaveLength(2);
      expect(customer.consents).toMatchObject([{ given: false }]);
      expect(customer.calls).toHaveLength(1);
    }
    expect(await database.prisma.touch.count({ where: { customerId: older } })).toBe(1);
    expect(await database.prisma.contactLink.findMany()).toMatchObject([
      { contactId: (await contactOf("wa")).id, fromCustomer: newer, toCustomer: older, who: "phone" },
    ]);
    await road.say("tele", "status");
    await road.turns();
    expect((await road.heard("tele")).at(-1)).toContain("BRW");
  });

  test("whoever writes for the first time with a known number is that customer at once", async () => {
    const { database, says, contactOf } = await shop();
    await says("wa", said("halo"), SARI);
    await says("cloud", said("halo"), SARI);
    expect((await contactOf("cloud")).customerId).toBe((await contactOf("wa")).customerId);
    expect(await database.prisma.customer.count()).toBe(1);
    expect((await contactOf("cloud")).phone).toBe(SARI);
  });

  test("a number that is typed, or stands on somebody's card, links nobody", async () => {
    const { database, road, says, contactOf } = await shop();
    await says("wa", said("halo"), SARI);
    await says("tele", card(SARI, false));
    await says("web", said("nomor saya 081200000101"));
    await road.turns();
    const { customerId } = await contactOf("web");
    await database.prisma.customer.update({ where: { id: customerId }, data: { phone: SARI, phoneVerified: false } });
    await says("web", said("halo?"));
    await says("wa2", said("halo"), SARI);
    const owners = await Promise.all(
      ["wa", "tele", "web", "wa2"].map(async (name) => (await contactOf(name)).customerId),
    );
    expect(new Set(owners).size).toBe(3);
    expect(owners[3]).toBe(owners[0]);
  });

  test("staff join two customers and part them again: each has what was said and ordered in its own chat", async () => {
    const { database, road, acts, orders, contactOf, idOf } = await shop();
    await orders("ani");
    road.pass(1_000);
    await orders("budi", "cod TEH 3");
    const [ani, budi] = [await contactOf("ani"), await contactOf("budi")];
    await database.prisma.customer.update({ where: { id: ani.customerId }, data: { address: "Jl. Ani 1" } });
    expect(await joinCustomer(acts, await idOf("budi"), ani.customerId, "rina")).toEqual({ type: "linked" });
    expect(await joinCustomer(acts, await idOf("budi"), ani.customerId, "rina")).toEqual({ type: "nothingToDo" });
    expect((await contactOf("budi")).customer).toMatchObject({ id: ani.customerId, address: "Jl. Ani 1" });
    await orders("budi");
    expect((await contactOf("ani")).customer.orders).toHaveLength(3);
    expect(await partCustomer(acts, budi.id, "rina")).toEqual({ type: "linked" });
    expect(await partCustomer(acts, budi.id, "rina")).toEqual({ type: "nothingToDo" });
    const parted = (await contactOf("budi")).customer;
    expect(parted).toMatchObject({ id: budi.customerId, name: "Kak budi", address: "Jl. Melati 3" });
    expect(parted.orders).toHaveLength(2);
    expect((await contactOf("ani")).customer.orders).toHaveLength(1);
    const audit = await database.prisma.audit.findMany({ orderBy: { id: "asc" } });
    expect(audit.map(({ who, what }) => [who, what])).toEqual([
      ["rina", "joinedCustomers"],
      ["rina", "partedCustomers"],
    ]);
    expect(await joinCustomer(acts, "none", ani.customerId, "rina")).toEqual({ type: "unknown" });
    expect(await joinCustomer(acts, await idOf("budi"), "none", "rina")).toEqual({ type: "unknown" });
  });

  test("when the first of two is parted, its name, number and address go with it and are offered to nobody else", async () => {
    const { database, road, acts, says, contactOf, idOf } = await shop();
    await says("ani", said("halo"), SARI);
    road.pass(1_000);
    await says("budi", said("halo"));
    const ani = await contactOf("ani");
    await joinCustomer(acts, await idOf("budi"), ani.customerId, "rina");
    await database.prisma.customer.update({
      where: { id: ani.customerId },
      data: { name: "Ani", address: "Jl. Ani 1", zoneId: "dekat", form: "Bu" },
    });
    await partCustomer(acts, ani.id, "rina");
    expect((await contactOf("ani")).customer).toMatchObject({
      name: "Ani",
      phone: SARI,
      phoneVerified: true,
      address: "Jl. Ani 1",
      form: "Bu",
    });
    expect((await contactOf("budi")).customer).toMatchObject({
      name: "Kak budi",
      phone: null,
      phoneVerified: false,
      address: null,
      form: null,
    });
  });

  test("what staff parted is not joined again by a number that both have", async () => {
    const { acts, says, contactOf } = await shop();
    await says("wa", said("halo"), SARI);
    await says("ibu", said("halo"), SARI);
    await partCustomer(acts, (await contactOf("ibu")).id, "rina");
    const owner = (await contactOf("wa")).customerId;
    await says("ibu", said("halo lagi"), SARI);
    await says("ibu", card(SARI, true), "+6281200000999");
    await says("ibu", card(SARI, true), SARI);
    expect((await contactOf("wa")).customerId).toBe(owner);
    expect((await contactOf("ibu")).customerId).not.toBe(owner);
  });

  test("a promo that was refused on one channel stays refused for the person", async () => {
    const { database, says, contactOf } = await shop();
    await says("tele", said("halo"));
    await says("wa", said("halo"), SARI);
    const consent = async (contact: string, given: boolean, at: number) => {
      const { customerId } = await contactOf(contact);
      const rest = { purpose: "promo", channel: "x", wording: "", eventId: "e" };
      await database.prisma.consent.create({ data: { id: v7(), customerId, given, at, ...rest } });
    };
    await consent("tele", true, 1);
    await consent("wa", false, 2);
    await says("tele", card(SARI, true), SARI);
    const latest = (await contactOf("tele")).customer.consents.toSorted((a, b) => Number(b.at - a.at));
    expect(latest[0]).toMatchObject({ given: false });
  });

  test("two processes that meet one number at once make one customer of it", async () => {
    const { database } = await shop();
    const other = engine === "sqlite" ? database : await secondConnection(database);
    const [here, there] = [talking(database), talking(other)];
    const phones = Array.from({ length: 12 }, (_, index) => `+62812000003${String(index).padStart(2, "0")}`);
    await Promise.all(
      phones.flatMap((phone, index) => [
        patiently(() => here.says(`a${index}`, said("halo"), phone)),
        patiently(() => there.says(`b${index}`, said("halo"), phone)),
      ]),
    );
    expect(await database.prisma.contact.count()).toBe(24);
    expect(await database.prisma.customer.count()).toBe(12);
    await expectEverythingInPlace(database);
  });

  test("orders racing joins and partings in two processes: each order is its own chat's customer's, and none is lost", async () => {
    const { database } = await shop();
    const other = engine === "sqlite" ? database : await secondConnection(database);
    const [here, there] = [talking(database), talking(other)];
    const names = Array.from({ length: 10 }, (_, index) => `c${index}`);
    await Promise.all(names.map((name) => here.says(name, said("halo"))));
    await here.road.turns();
    const ids = new Map(await Promise.all(names.map(async (name) => [name, await here.contactOf(name)] as const)));
    const linkAll = async () => {
      for (const [index, name] of names.entries()) {
        const contact = ids.get(name);
        const target = ids.get(names[(index * 3 + 1) % names.length] ?? "");
        if (!contact?.conversation || !target) throw new Error("A contact is missing.");
        const { id } = contact.conversation;
        await patiently(async () =>
          joinCustomer(there.acts, id, (await there.contactOf(target.externalId)).customerId, "rina"),
        );
        if (index % 2) await patiently(() => partCustomer(there.acts, contact.id, "rina"));
        await patiently(() => there.says(name, card(`+62812000004${index % 3}0`, true), `+62812000004${index % 3}0`));
      }
    };
    const orderAll = async () => {
      for (let round = 0; round < 3; round++) {
        await Promise.all(names.map((name) => patiently(() => here.says(name, said("pesan TEH 1")))));
        await patiently(() => here.road.turns());
      }
    };
    await Promise.all([linkAll(), orderAll()]);
    await here.road.turns();
    expect(await database.prisma.order.count()).toBe(30);
    expect(await database.prisma.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
    await expectEverythingInPlace(database);
  });

  test("after any sequence of joining, parting, sharing numbers and ordering everything is there, each with one customer", async () => {
    const { database, road, acts, says, orders, contactOf, idOf } = await shop();
    let runs = 0;
    const who = fc.nat(3);
    const step = fc.oneof(
      fc.record({ type: fc.constant("order" as const), who }),
      fc.record({ type: fc.constant("number" as const), who, phone: fc.nat(1) }),
      fc.record({ type: fc.constant("join" as const), who, other: who }),
      fc.record({ type: fc.constant("part" as const), who }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        runs += 1;
        const name = (index: number) => `r${runs}-${index}`;
        for (const index of [0, 1, 2, 3]) await says(name(index), said("halo"));
        const before = await counts(database);
        let ordered = 0;
        for (const one of steps) {
          road.pass(10);
          const contact = name(one.who);
          if (one.type === "order") await orders(contact, "cod TEH 1");
          if (one.type === "order") ordered += 1;
          if (one.type === "number") await says(contact, said("ini nomorku"), `+628${runs}0000${one.phone}`);
          if (one.type === "join")
            await joinCustomer(acts, await idOf(contact), (await contactOf(name(one.other))).customerId, "rina");
          if (one.type === "part") await partCustomer(acts, (await contactOf(contact)).id, "rina");
          await expectEverythingInPlace(database);
        }
        const after = await counts(database);
        expect(after).toEqual({ ...before, orders: before.orders + ordered });
      }),
      { numRuns: 20 },
    );
  });
});

/** An order belongs to the customer of the contact in whose chat it was placed, whoever that is by now. */
async function expectEverythingInPlace({ prisma }: Database): Promise<void> {
  const conversations = await prisma.conversation.findMany({ include: { contact: true, orders: true } });
  for (const { contact, orders } of conversations)
    for (const order of orders) expect(order.customerId).toBe(contact.customerId);
}

async function counts({ prisma }: Database) {
  return { orders: await prisma.order.count(), contacts: await prisma.contact.count() };
}

/** As a driver does: what a busy database refused is brought again. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error)) throw error;
    }
  }
}

async function secondConnection(database: Database): Promise<Database> {
  const other = await openDatabase(database.url);
  onTestFinished(() => other.close());
  return other;
}
