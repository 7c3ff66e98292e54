import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { ACCOUNT, incoming, openRoad, type RoadOptions, said, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  const shop = async (options?: RoadOptions) => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    return openRoad(database, options);
  };

  test("a message delivered five times, out of order, is one message", async () => {
    const road = await shop();
    const messages = ["satu", "dua", "tiga"].map((text) => incoming("sari", said(text), `m-${text}`));
    await road.inbox.accept(ACCOUNT, messages);
    await road.turns();
    for (let again = 0; again < 4; again++) {
      await road.inbox.accept(ACCOUNT, messages.toReversed());
      await Promise.all(messages.map((message) => road.inbox.accept(ACCOUNT, [message, message])));
    }
    expect(await road.turns()).toBe(0);
    expect(await road.heard("sari")).toEqual(["Siap: satu / dua / tiga"]);
    expect(await road.database.prisma.inboxEvent.count()).toBe(3);
  });

  test("a redelivery does not put off the answer", async () => {
    const road = await shop({ quietMs: 1_000 });
    await road.say("sari", "halo", "m-1");
    const { dueAt } = await road.conversation("sari");
    road.pass(900);
    await road.say("sari", "halo", "m-1");
    expect((await road.conversation("sari")).dueAt).toEqual(dueAt);
  });

  test("an edit is not taken for its message, nor one customer's for another's", async () => {
    const road = await shop();
    await road.event("sari", said("halo"), "m-1");
    await road.event("sari", { type: "messageEdited", text: "halo kak", platformId: "m-1" }, "m-1");
    await road.event("budi", said("halo juga"), "m-1");
    expect(await road.database.prisma.inboxEvent.count()).toBe(3);
  });

  test("a customer who never stops typing is answered all the same", async () => {
    const road = await shop({ quietMs: 1_000 });
    let answered = 0;
    for (let count = 0; count < 12 && answered === 0; count++) {
      await road.say("sari", `kata ${count}`);
      road.pass(600);
      answered = await road.turns();
    }
    expect(await road.heard("sari")).toHaveLength(1);
  });

  test("a tap is answered at once", async () => {
    const road = await shop({ quietMs: 1_000 });
    await road.event("sari", { type: "choicePicked", question: "q", choice: "0", label: "Ya" });
    expect(await road.turns()).toBe(1);
  });

  test("strangers who write at the same moment, to several processes, are each welcomed once", async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const roads = [openRoad(database), openRoad(database), openRoad(database)];
    const names = Array.from({ length: 20 }, (_, index) => `tamu${index}`);
    await Promise.all(
      roads.flatMap((road, index) =>
        (index === 1 ? names.toReversed() : names).map((name) => road.say(name, `dari ${index}`)),
      ),
    );
    expect(await database.prisma.contact.count()).toBe(20);
    expect(await database.prisma.customer.count()).toBe(20);
    expect(await database.prisma.conversation.count()).toBe(20);
    const events = await database.prisma.inboxEvent.findMany({ select: { sequence: true } });
    expect(events.map(({ sequence }) => sequence).toSorted()).toEqual(names.flatMap(() => [1, 2, 3]).toSorted());
  });

  test("where a customer came from is kept with the contact", async () => {
    const road = await shop();
    await road.event("sari", { type: "chatStarted", source: "qr-meja-3" });
    expect(await road.database.prisma.contact.findFirst()).toMatchObject({ source: "qr-meja-3" });
  });

  test("a phone number the platform vouches for links two contacts to one customer", async () => {
    const road = await shop();
    const sender = (externalId: string) => ({ externalId, phone: "+628123456789" });
    for (const id of ["a", "b"])
      await road.inbox.accept(ACCOUNT, [{ sender: sender(id), body: said("halo"), platformId: v7() }]);
    expect(await road.database.prisma.customer.count()).toBe(1);
    expect(await road.database.prisma.contact.count()).toBe(2);
  });

  test("a receipt moves its message on and never back, and starts no turn", async () => {
    const road = await shop();
    await road.say("sari", "halo");
    await road.turns();
    const { prisma } = road.database;
    await prisma.outboxRow.updateMany({ data: { status: "sent", externalId: "m-9", sentAt: 1n } });
    await road.inbox.receipt(ACCOUNT, [
      { externalId: "m-9", status: "read" },
      { externalId: "m-9", status: "delivered" },
    ]);
    expect(await prisma.outboxRow.findFirst()).toMatchObject({ status: "read" });
    await road.inbox.receipt(ACCOUNT, [{ externalId: "m-9", status: "delivered" }]);
    await road.inbox.receipt(ACCOUNT, [{ externalId: "nobody's", status: "read" }]);
    expect(await prisma.outboxRow.findFirst()).toMatchObject({ status: "read" });
    expect(await road.turns()).toBe(0);
  });

  test("one event that cannot be stored costs the others nothing", async () => {
    const road = await shop();
    const bad = road.inbox.accept("no-such-account", [incoming("sari", said("halo"), "x")]);
    const good = Array.from({ length: 5 }, (_, index) => road.say(`c${index}`, "halo"));
    await expect(bad).rejects.toThrow();
    await Promise.all(good);
    expect(await road.turns()).toBe(5);
  });

  test("a customer who blocks and comes back is known as such", async () => {
    const road = await shop();
    await road.say("sari", "halo");
    await road.event("sari", { type: "contactBlocked" });
    const { prisma } = road.database;
    expect((await prisma.contact.findFirst())?.blockedAt).not.toBeNull();
    await road.turns();
    expect((await prisma.contact.findFirst())?.blockedAt).not.toBeNull();
    await road.say("sari", "aku balik");
    await road.turns();
    expect((await prisma.contact.findFirst())?.blockedAt).toBeNull();
  });
});
