import { expect, test, vi } from "vitest";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { openRoad, type RoadOptions, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  const shop = async (options?: RoadOptions, onHand?: number) => {
    const database = await freshDatabase(engine);
    await seedRoad(database, onHand);
    return openRoad(database, options);
  };

  test("a customer who writes is answered once", async () => {
    const road = await shop();
    await road.say("sari", "halo");
    expect(await road.turns()).toBe(1);
    expect(await road.heard("sari")).toEqual(["Siap: halo"]);
    expect(await road.turns()).toBe(0);
  });

  test("a burst of five messages is answered once, after a short quiet", async () => {
    const road = await shop({ quietMs: 1_000 });
    for (const text of ["kak", "mau", "brownies", "dua", "ya"]) {
      await road.say("sari", text);
      expect(await road.turns()).toBe(0);
      road.pass(300);
    }
    road.pass(700);
    expect(await road.turns()).toBe(1);
    expect(await road.heard("sari")).toEqual(["Siap: kak / mau / brownies / dua / ya"]);
  });

  test("an order is written down once, with its number, stock and cash", async () => {
    const road = await shop();
    await road.say("sari", "pesan BRW 2");
    await road.turns();
    const [order] = await road.database.prisma.order.findMany({ include: { lines: true, events: true, cash: true } });
    expect(order).toMatchObject({ number: "1001", status: "placed", total: 50_000, version: 1 });
    expect(order?.pickupCode).toMatch(/^[A-Z0-9]{5}$/);
    expect(order?.lines).toMatchObject([{ sku: "BRW", quantity: 2000, held: "stock" }]);
    expect(order?.events).toMatchObject([{ what: "placed", who: "customer" }]);
    expect(order?.cash).toMatchObject([{ holder: "customer", amount: 50_000 }]);
    expect(await road.database.prisma.stock.findFirst()).toMatchObject({ onHand: 1_000_000, reserved: 2_000 });
    const [thanks, card] = await road.heard("sari");
    expect(thanks).toContain("Makasih");
    expect(card).toContain("#1001");
  });

  test("the last piece wanted by 50 at once goes to one, and 49 are told", async () => {
    const road = await shop({}, 1);
    const customers = Array.from({ length: 50 }, (_, index) => `c${index}`);
    await Promise.all(customers.map((customer) => road.say(customer, "pesan BRW 1")));
    await road.turns();
    const told = await Promise.all(customers.map((customer) => road.heard(customer)));
    expect(told.filter(([first]) => first?.startsWith("Makasih"))).toHaveLength(1);
    expect(told.filter(([first]) => first === "Maaf Kak, BRW tinggal 0")).toHaveLength(49);
    expect(await road.database.prisma.order.count()).toBe(1);
    expect(await road.database.prisma.conversation.count({ where: { holder: "waiting" } })).toBe(0);
  });

  test("a turn that our own code breaks goes to a person, and the customer is told", async () => {
    const road = await shop();
    await road.say("sari", "rusak");
    await road.say("budi", "halo");
    await road.turns();
    expect(await road.heard("budi")).toEqual(["Siap: halo"]);
    expect(await road.heard("sari")).toEqual([]);
    road.pass(1_100);
    await road.turns();
    expect(await road.heard("sari")).toEqual([expect.stringContaining("orang toko")]);
    expect(await road.conversation("sari")).toMatchObject({
      holder: "waiting",
      heldReason: "turn_failed",
      dueAt: null,
    });
  });

  test("while a person is called the bot is silent and everything is kept", async () => {
    const road = await shop();
    await road.say("sari", "orang");
    await road.turns();
    await road.say("sari", "halo? ada orang?");
    await road.turns();
    expect(await road.heard("sari")).toEqual(["Aku panggilkan ya"]);
    expect(await road.conversation("sari")).toMatchObject({
      holder: "waiting",
      version: 1,
      unread: 2,
      heldReason: "asked_for_person",
    });
    expect(await road.database.prisma.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
  });

  test("a customer cancels an order and the goods are free again", async () => {
    const road = await shop();
    await road.say("sari", "pesan BRW 2");
    await road.say("sari", "pesan KUE 3");
    await road.turns();
    await road.say("sari", "batal");
    await road.turns();
    await road.say("sari", "batal");
    await road.turns();
    const orders = await road.database.prisma.order.findMany({ orderBy: { number: "asc" } });
    expect(orders.map((order) => order.status)).toContain("cancelled");
    expect((await road.heard("sari")).at(-1)).toContain("dibatalkan");
  });
});
