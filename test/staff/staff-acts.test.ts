import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import type { Effect } from "../../src/conversation/effect.ts";
import type { Acts } from "../../src/staff/acts.ts";
import { handBack } from "../../src/staff/hand-back.ts";
import { reply } from "../../src/staff/reply.ts";
import { stepOrder } from "../../src/staff/step-order.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { openRoad, type Road, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  const shop = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const road = openRoad(database);
    const acts: Acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    const idOf = async (contact: string) => (await road.conversation(contact)).id;
    return { road, acts, idOf };
  };
  const order = async (road: Road, words: string) => {
    await road.say("sari", words);
    await road.turns();
    return road.database.prisma.order.findFirstOrThrow({ orderBy: { number: "desc" } });
  };

  test("a seller takes over, answers once, and hands back; the bot goes on and old messages are not answered", async () => {
    const { road, acts, idOf } = await shop();
    await road.say("sari", "halo");
    await road.turns();
    const id = await idOf("sari");
    expect(await takeOver(acts, id, "rina")).toEqual({ type: "takenOver", version: 1 });
    await road.say("sari", "bisa nego?");
    await road.turns();
    const first = await reply(acts, id, "rina", "Bisa Kak", "k-1");
    expect(await reply(acts, id, "rina", "Bisa Kak", "k-1")).toEqual(first);
    await road.say("sari", "asyik");
    expect(await handBack(acts, id, "rina")).toEqual({ type: "handedBack", version: 2 });
    await road.turns();
    expect(await road.heard("sari")).toEqual(["Siap: halo", "Bisa Kak", "Aku lanjut bantu ya Kak"]);
    await road.say("sari", "makasih");
    await road.turns();
    expect((await road.heard("sari")).at(-1)).toBe("Siap: makasih");
    expect(await handBack(acts, id, "rina")).toEqual({ type: "withBot" });
  });

  test("two sellers do not answer over each other", async () => {
    const { road, acts, idOf } = await shop();
    await road.say("sari", "orang");
    await road.turns();
    const id = await idOf("sari");
    const taken = await Promise.all([takeOver(acts, id, "rina"), takeOver(acts, id, "doni")]);
    expect(taken.map(({ type }) => type).toSorted()).toEqual(["heldBy", "takenOver"]);
    const winner = (await road.conversation("sari")).holder;
    const loser = winner === "rina" ? "doni" : "rina";
    expect(await reply(acts, id, loser, "halo", "k")).toEqual({ type: "heldBy", staff: winner });
    expect(await handBack(acts, id, loser)).toEqual({ type: "heldBy", staff: winner });
  });

  test("what the bot said before it called a person is still sent", async () => {
    const { road } = await shop();
    await road.say("sari", "pesan TEH 1");
    await road.turns();
    await road.say("sari", "orang");
    await road.turns();
    const rows = await road.database.prisma.outboxRow.findMany();
    expect(rows.map((row) => [row.status, row.version])).toEqual(rows.map(() => ["queued", 1]));
  });

  test("the shop moves an order on: the customer's card changes in place, once for each step", async () => {
    const { road, acts } = await shop();
    const { id, version, cardId } = await order(road, "pesan BRW 2");
    const step = { order: id, version, status: "accepted" as const, staff: "rina" };
    expect(await stepOrder(acts, step)).toEqual({ type: "stepped", version: 2 });
    expect(await stepOrder(acts, step)).toEqual({ type: "changed", status: "accepted", version: 2 });
    await road.turns();
    const card = await road.database.prisma.outboxRow.findFirstOrThrow({ orderBy: { sequence: "desc" } });
    expect(card).toMatchObject({ purpose: "order", key: `card:${id}:2:0` });
    expect(JSON.parse(card.body)).toMatchObject({ replaces: cardId, text: expect.stringContaining("diterima toko") });
    expect(await stepOrder(acts, { ...step, version: 2, status: "completed" })).toMatchObject({ type: "notAllowed" });
    expect(await stepOrder(acts, { ...step, order: "no-such-order" })).toEqual({ type: "unknownOrder" });
  });

  test("a customer is told how the order goes on while a person holds the chat, and the bot stays silent", async () => {
    const { road, acts, idOf } = await shop();
    const { id } = await order(road, "pesan BRW 2");
    const talkative = openRoad(road.database, {
      advance: (input) => ({
        state: { ...input.state, lost: 2 },
        effects: [
          ...input.events.flatMap(({ body }): Effect[] =>
            body.type === "orderStepped"
              ? [
                  { type: "showOrder", by: { order: body.order } },
                  { type: "say", text: `Kabar: ${body.status}`, purpose: "order" },
                ]
              : [],
          ),
          { type: "say", text: "Saya bot" },
          { type: "cancelTimer", key: "apa saja" },
        ],
      }),
    });
    await takeOver(acts, await idOf("sari"), "rina");
    const before = await road.conversation("sari");
    await road.say("sari", "sudah sampai mana?");
    await stepOrder(acts, { order: id, version: 1, status: "accepted", staff: "doni" });
    await talkative.turns();
    // Given back before it was sent: it is still the shop's word, not the bot's.
    await handBack(acts, await idOf("sari"), "rina");
    const told = await road.database.prisma.outboxRow.findMany({
      where: { author: "doni" },
      orderBy: { sequence: "asc" },
    });
    expect(told.map(({ purpose, status, version }) => ({ purpose, status, version }))).toEqual([
      { purpose: "order", status: "queued", version: before.version },
      { purpose: "order", status: "queued", version: before.version },
    ]);
    const heard = await road.heard("sari");
    expect(heard.at(-2)).toContain("diterima toko");
    expect(heard.at(-1)).toBe("Kabar: accepted");
    expect(await road.conversation("sari")).toMatchObject({ state: before.state, unread: before.unread + 1 });
  });

  test("a customer who waits for a person is told of the order as well", async () => {
    const { road, acts } = await shop();
    const { id } = await order(road, "pesan BRW 2");
    await road.say("sari", "orang");
    await road.turns();
    await stepOrder(acts, { order: id, version: 1, status: "accepted", staff: "rina" });
    await road.turns();
    expect((await road.heard("sari")).at(-1)).toContain("diterima toko");
    expect(await road.conversation("sari")).toMatchObject({ holder: "waiting", heldReason: "asked_for_person" });
  });

  test("a step made just before the chat is handed back is told", async () => {
    const { road, acts, idOf } = await shop();
    const { id } = await order(road, "pesan BRW 2");
    await takeOver(acts, await idOf("sari"), "rina");
    await road.say("sari", "tolong ya");
    await stepOrder(acts, { order: id, version: 1, status: "accepted", staff: "rina" });
    await handBack(acts, await idOf("sari"), "rina");
    await road.turns();
    const heard = (await road.heard("sari")).slice(-2);
    expect(heard).toEqual(["Aku lanjut bantu ya Kak", expect.stringContaining("diterima toko")].toReversed());
  });

  test("a customer cannot cancel what the shop has begun in the same moment", async () => {
    const { road, acts } = await shop();
    const { id } = await order(road, "pesan BRW 2");
    await stepOrder(acts, { order: id, version: 1, status: "preparing", staff: "rina" });
    await road.say("sari", "batal");
    await road.turns();
    const found = await road.database.prisma.order.findUniqueOrThrow({ where: { id } });
    expect(found.status).toBe("preparing");
    expect(await road.conversation("sari")).toMatchObject({ holder: "waiting", heldReason: "refused_thrice" });
  });

  test("goods leave with a completed order, come back from a failed delivery, and cash adds up", async () => {
    const { road, acts } = await shop();
    const { id } = await order(road, "cod BRW 3");
    const stock = () => road.database.prisma.stock.findFirstOrThrow();
    let version = 1;
    const to = async (status: Parameters<typeof stepOrder>[1]["status"]) => {
      expect(await stepOrder(acts, { order: id, version, status, staff: "rina" })).toMatchObject({ type: "stepped" });
      version += 1;
    };
    for (const status of ["preparing", "ready", "out_for_delivery", "failed_delivery"] as const) await to(status);
    expect(await stock()).toMatchObject({ onHand: 1_000_000, reserved: 0 });
    await to("out_for_delivery");
    expect(await stock()).toMatchObject({ onHand: 1_000_000, reserved: 3_000 });
    await to("completed");
    expect(await stock()).toMatchObject({ onHand: 997_000, reserved: 0 });
    const cash = await road.database.prisma.cashEntry.groupBy({ by: ["holder"], _sum: { amount: true } });
    expect(Object.fromEntries(cash.map(({ holder, _sum }) => [holder, _sum.amount]))).toEqual({
      customer: 0,
      shop: 80_000,
    });
  });

  test("goods given back after a failed delivery may be sold meanwhile, and are not promised twice", async () => {
    const { road, acts } = await shop();
    const { id } = await order(road, "cod BRW 600");
    for (const [index, status] of (["preparing", "ready", "out_for_delivery", "failed_delivery"] as const).entries())
      await stepOrder(acts, { order: id, version: index + 1, status, staff: "rina" });
    await road.say("budi", "pesan BRW 600");
    await road.turns();
    expect(await stepOrder(acts, { order: id, version: 5, status: "out_for_delivery", staff: "rina" })).toEqual({
      type: "outOfStock",
    });
    expect(await road.database.prisma.stock.findFirst()).toMatchObject({ reserved: 600_000 });
  });

  test("made-to-order goods are promised up to the day's capacity, and a cancelled order makes room", async () => {
    const { road } = await shop();
    await order(road, "pesan KUE 7");
    await road.say("budi", "pesan KUE 4");
    await road.turns();
    expect(await road.database.prisma.order.count()).toBe(1);
    expect(await road.conversation("budi")).toMatchObject({ holder: "waiting", heldReason: "refused_thrice" });
    await road.say("sari", "batal");
    await road.turns();
    await road.say("tono", "pesan KUE 10");
    await road.turns();
    expect(await road.database.prisma.order.count({ where: { status: "placed" } })).toBe(1);
    expect(await road.database.prisma.dayLoad.findFirst()).toMatchObject({ booked: 10_000 });
  });

  test("a web visitor whom nobody has verified has at most two open COD orders", async () => {
    const { road } = await shop();
    const web = openRoad(road.database, { channel: "web-chat" });
    for (let count = 0; count < 3; count++) {
      await web.say("tamu", "cod TEH 1");
      await web.turns();
    }
    expect(await road.database.prisma.order.count()).toBe(2);
    expect((await web.heard("tamu")).at(-1)).toContain("orang toko");
  });
});
