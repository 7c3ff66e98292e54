import { v7 } from "uuid";
import { expect, onTestFinished, test, vi } from "vitest";
import { type EventBody, OWN_PHONE, QUIET } from "../../src/channels/message.ts";
import { openDatabase } from "../../src/database/database.ts";
import type { Acts } from "../../src/staff/acts.ts";
import { handBack } from "../../src/staff/hand-back.ts";
import { armDesk } from "../../src/staff/holds-store.ts";
import { reply } from "../../src/staff/reply.ts";
import { stepOrder } from "../../src/staff/step-order.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { tendHolds } from "../../src/staff/tend-holds.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { linkDesk, toldTo } from "../fixtures/desks.ts";
import { openRoad, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
const wrote = (text: string): EventBody => ({ type: "sellerWrote", text, attachments: [] });

eachEngine((engine) => {
  const shop = async (settings: Record<string, unknown> = {}) => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    await database.prisma.shop.updateMany({ data: { settings: JSON.stringify(settings) } });
    const road = openRoad(database);
    const acts: Acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    const stored = () => database.prisma.conversation.findFirstOrThrow({ where: { holder: { not: "desk" } } });
    /** Minutes pass, and the desk looks whenever it wants to. */
    const pass = async (minutes: number) => {
      for (let passed = 0; passed < minutes; passed++) {
        road.pass(MINUTE);
        while ((await tendHolds(acts)).length > 0);
      }
      await road.turns();
    };
    const taken = async () => {
      await road.say("sari", "halo");
      await road.turns();
      await database.prisma.outboxRow.updateMany({ data: { status: "sent" } });
      const { id } = await stored();
      await takeOver(acts, id, "rina");
      return id;
    };
    return { database, road, acts, stored, pass, taken };
  };

  test("who is quiet for half an hour gives the chat back without a click, and the bot goes on", async () => {
    const { database, road, stored, pass, taken } = await shop();
    const id = await taken();
    const since = road.now();
    expect(await stored()).toMatchObject({
      heldUntil: BigInt(since + 30 * MINUTE),
      deskAt: BigInt(since + 25 * MINUTE),
    });
    await pass(29);
    expect(await stored()).toMatchObject({ holder: "rina", version: 1 });
    await pass(1);
    expect(await stored()).toMatchObject({ holder: "bot", version: 2, heldUntil: null, deskAt: null, deskStep: 0 });
    expect((await road.heard("sari")).at(-1)).toBe("Aku lanjut bantu ya Kak");
    const [entry] = await database.prisma.audit.findMany({ where: { what: "handedBack" } });
    expect(entry).toMatchObject({ who: QUIET, subject: id, data: JSON.stringify({ from: "rina" }) });
  });

  test("each word of the seller makes it last as long again, in the console and on the shop's phone; others' words do not", async () => {
    const { database, road, acts, stored, pass, taken } = await shop();
    const id = await taken();
    await pass(20);
    await reply(acts, id, "rina", "Sebentar ya Kak", "k-1");
    await pass(20);
    await road.event("sari", wrote("Ini dari HP toko"));
    await pass(20);
    await reply(acts, id, "rina", "Sebentar ya Kak", "k-1");
    await road.say("sari", "oke");
    await database.prisma.outboxRow.updateMany({ data: { status: "sent" } });
    await pass(9);
    expect(await stored()).toMatchObject({ holder: "rina", version: 1 });
    await pass(1);
    expect(await stored()).toMatchObject({ holder: "bot", version: 2 });
  });

  test("a step that the holder takes on the customer's order makes it last as long again; a colleague's step does not", async () => {
    const { database, road, acts, stored, pass } = await shop();
    await road.say("sari", "pesan TEH 1");
    await road.turns();
    const { id } = await stored();
    await takeOver(acts, id, "rina");
    const order = await database.prisma.order.findFirstOrThrow();
    await pass(20);
    const accepted = { order: order.id, version: order.version, status: "accepted" as const, staff: "rina" };
    expect(await stepOrder(acts, accepted)).toMatchObject({ type: "stepped" });
    await pass(20);
    expect(await stored()).toMatchObject({ holder: "rina", version: 1 });
    const prepared = { ...accepted, version: order.version + 1, status: "preparing" as const, staff: "doni" };
    expect(await stepOrder(acts, prepared)).toMatchObject({ type: "stepped" });
    await pass(9);
    expect(await stored()).toMatchObject({ holder: "rina", version: 1 });
    await pass(1);
    expect(await stored()).toMatchObject({ holder: "bot", version: 2 });
  });

  test("a chat answered from the shop's own phone comes back as well", async () => {
    const { road, stored, pass } = await shop({ quietMinutes: 10 });
    await road.event("sari", wrote("Halo Kak"));
    await pass(9);
    await road.event("sari", wrote("Masih ada ya"));
    await pass(9);
    expect(await stored()).toMatchObject({ holder: OWN_PHONE });
    await pass(1);
    expect(await stored()).toMatchObject({ holder: "bot", version: 2 });
  });

  test("five minutes before, the holder is told once; of the shop's phone, whoever is on duty", async () => {
    const { database, road, acts, pass, taken } = await shop();
    await linkDesk(database, "rina", "seller");
    await linkDesk(database, "doni", "seller");
    await taken();
    await pass(24);
    expect(await toldTo(database, "rina")).toEqual([]);
    await pass(4);
    expect(await toldTo(database, "rina")).toEqual([expect.stringContaining("5 menit lagi dikembalikan ke bot")]);
    expect(await toldTo(database, "doni")).toEqual([]);
    await pass(2);
    await road.event("sari", wrote("Halo Kak"));
    await pass(26);
    expect(await toldTo(database, "doni")).toEqual([expect.stringContaining("HP toko")]);
    expect(await tendHolds(acts)).toEqual([]);
  });

  test("a shop that wants no end has none; one that sets an end again has it from then on", async () => {
    const { database, road, stored, pass, taken } = await shop({ quietMinutes: 0 });
    await taken();
    await pass(1);
    expect(await stored()).toMatchObject({ holder: "rina", heldUntil: null, deskAt: null });
    road.pass(24 * 60 * MINUTE);
    await database.prisma.shop.updateMany({ data: { settings: JSON.stringify({ quietMinutes: 5 }) } });
    await armDesk(database, road.now());
    await pass(4);
    expect(await stored()).toMatchObject({ holder: "rina" });
    await pass(3);
    expect(await stored()).toMatchObject({ holder: "bot" });
  });

  test("while the shop's computer was off nothing ends without its warning", async () => {
    const { road, acts, stored, pass, taken } = await shop();
    await taken();
    road.pass(5 * 60 * MINUTE);
    await tendHolds(acts);
    expect(await stored()).toMatchObject({ holder: "rina", heldUntil: BigInt(road.now() + 5 * MINUTE) });
    await pass(5);
    expect(await stored()).toMatchObject({ holder: "bot" });
  });

  test("a reply that races the end wins or comes after it, and the chat is never half of each", async () => {
    const { database, road, acts } = await shop();
    const other = engine === "sqlite" ? database : await openDatabase(database.url);
    if (other !== database) onTestFinished(() => other.close());
    const names = Array.from({ length: 12 }, (_, index) => `c${index}`);
    for (const name of names) {
      await road.say(name, "halo");
      await takeOver(acts, (await road.conversation(name)).id, "rina");
    }
    road.pass(25 * MINUTE);
    await tendHolds(acts);
    road.pass(5 * MINUTE);
    const ids = await Promise.all(names.map(async (name) => (await road.conversation(name)).id));
    await Promise.all([
      tendHolds(acts),
      tendHolds({ ...acts, database: other }),
      ...ids.map((id) => reply({ ...acts, database: other }, id, "rina", "Masih di sini Kak", "k")),
    ]);
    await road.turns();
    for (const name of names) {
      const { id, holder, version, ...rest } = await database.prisma.conversation.findFirstOrThrow({
        where: { contact: { externalId: name } },
      });
      // Won: never given back. Lost: given back, and taken anew by the reply.
      expect([holder, rest.heldUntil]).toEqual(["rina", BigInt(road.now() + 30 * MINUTE)]);
      const backs = await database.prisma.inboxEvent.count({ where: { conversationId: id, kind: "handedBack" } });
      expect(version).toBe(1 + 2 * backs);
      expect(
        await database.prisma.outboxRow.count({ where: { conversationId: id, author: "bot", status: "queued" } }),
      ).toBe(0);
      expect(
        await database.prisma.outboxRow.count({ where: { conversationId: id, author: "rina", status: "queued" } }),
      ).toBe(1);
    }
  });

  test("words said to the bot that nobody answered are answered; words said to a person go to a person", async () => {
    const { database, road, acts, stored, pass, taken } = await shop();
    const id = await taken();
    await road.say("sari", "masih ada?");
    await road.turns();
    await pass(30);
    expect((await road.heard("sari")).slice(1)).toEqual(
      ["Aku lanjut bantu ya Kak\nSiap: masih ada?"].join("\n").split("\n"),
    );
    await reply(acts, id, "rina", "Ada Kak. Mau berapa?", "k-1");
    await road.say("sari", "dua");
    await road.turns();
    await pass(30);
    const last = await database.prisma.inboxEvent.findFirstOrThrow({
      where: { kind: "handedBack" },
      orderBy: { sequence: "desc" },
    });
    expect(JSON.parse(last.body)).toEqual({ type: "handedBack", staff: QUIET, unanswered: "asked" });
    expect(await stored()).toMatchObject({ holder: "bot" });
    expect(await handBack(acts, id, "rina")).toEqual({ type: "withBot" });
  });

  test("what the bot had understood before it was taken away is not heard twice", async () => {
    const { road, acts, stored, pass } = await shop();
    await road.say("sari", "pesan TEH 1");
    await road.turns();
    await takeOver(acts, (await stored()).id, "rina");
    await pass(30);
    expect(await road.database.prisma.order.count()).toBe(1);
    const back = await road.database.prisma.inboxEvent.findFirstOrThrow({ where: { kind: "handedBack" } });
    expect(JSON.parse(back.body)).toEqual({ type: "handedBack", staff: QUIET });
  });
});
