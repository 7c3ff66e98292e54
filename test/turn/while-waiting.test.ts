import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import type { EventBody } from "../../src/channels/message.ts";
import { OutgoingMessage } from "../../src/channels/message.ts";
import { claimRows } from "../../src/outbox/claim-rows.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { takeTurns } from "../../src/turn.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { said } from "../fixtures/road.ts";
import { seedConversation, seedShop, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const NIGHT = Date.parse("2026-11-18T22:00:00+07:00");
const PERSON = "mau ngomong sama orangnya aja kak";

eachEngine((engine) => {
  /** A shop at night, and Sari, who has asked for a person. */
  const opened = async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    const hours = JSON.stringify(Array.from({ length: 7 }, () => [{ open: 480, close: 1200 }]));
    await database.prisma.branch.updateMany({ data: { hours } });
    const road = openTalkingRoad(database, { now: NIGHT });
    const id = await seedConversation(database, "sari");
    const { prisma } = database;
    const does = async (body: EventBody) => {
      road.pass(2_000);
      const event = { sender: { externalId: "sari" }, body, platformId: v7(), platformAt: road.now() };
      await road.inbox.accept(WEB_ACCOUNT, [event]);
    };
    const now = () => prisma.conversation.findUniqueOrThrow({ where: { id } });
    const rows = () => prisma.outboxRow.findMany({ where: { conversationId: id }, orderBy: { sequence: "asc" } });
    /** All that stands to be sent reaches her. */
    const delivered = () =>
      prisma.outboxRow.updateMany({ where: { status: "queued" }, data: { status: "sent", sentAt: road.now() } });
    const says = async (text: string) => {
      const before = (await rows()).length;
      await does(said(text));
      await road.turns();
      const fresh = (await rows()).slice(before);
      await delivered();
      return fresh.map(({ body }) => OutgoingMessage.parse(JSON.parse(body)).text).join("\n\n");
    };
    const tapsFirst = async () => {
      const row = (await rows()).findLast(({ id: row }) => row === asked.id);
      const [first] = OutgoingMessage.parse(JSON.parse(row?.body ?? "")).choices;
      await does({ type: "choicePicked", question: asked.id, choice: first?.id ?? "", label: first?.label ?? "" });
      await road.turns();
      await delivered();
    };
    const asked = { id: "" };
    const answersAll = async () => {
      for (let times = 0; times < 10; times++) {
        asked.id = (await now()).questionId ?? "";
        if (asked.id === "") return;
        await tapsFirst();
      }
    };
    expect(await says(PERSON)).toContain("tetap bisa pesan atau tanya di sini");
    expect(await now()).toMatchObject({ holder: "waiting", heldReason: "asked_for_person", version: 1 });
    return { database, prisma, road, id, says, does, now, rows, answersAll };
  };

  test("orders at night all the same, and still waits for the person, who sees it all unread", async () => {
    const { prisma, says, now, answersAll, rows } = await opened();
    const { heldSince, deskAt } = await now();
    expect(await says("ya udah pesen brownies coklat 2 aja cod ke Jl. Mawar 5 Beji, nama Sari 081234567890")).toContain(
      "Brownies",
    );
    await answersAll();
    expect(await prisma.order.findMany({ include: { lines: true } })).toMatchObject([
      { status: "placed", payment: "cash_on_delivery", lines: [{ quantity: 2000 }] },
    ]);
    const after = await now();
    expect(after).toMatchObject({ holder: "waiting", heldReason: "asked_for_person", version: 1, heldSince, deskAt });
    expect(after.unread).toBeGreaterThan(2);
    expect((await rows()).every(({ status }) => status === "sent")).toBe(true);
  });

  test("what is a person's alone is kept unanswered, with the graver reason", async () => {
    const { says, now, prisma } = await opened();
    expect(await says("makasih ya kak")).toBe("");
    expect(await says("kuenya kemarin basi kak")).toBe("");
    expect(await now()).toMatchObject({ holder: "waiting", heldReason: "complaint", version: 1, unread: 3 });
    expect(await says("pesen brownies coklat 2")).toBe("");
    expect(await prisma.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
  });

  test("who needs no person any more is the bot's again, and off the list of who waits", async () => {
    const { says, now } = await opened();
    expect(await says("gak jadi, udah sama bot aja")).toContain("saya bantu di sini");
    expect(await now()).toMatchObject({
      ...{ holder: "bot", version: 2, heldReason: null, heldSince: null },
      ...{ deskAt: null, deskStep: 0, heldUntil: null },
    });
    expect(await says("buka jam berapa besok?")).toMatch(/\d\d\.\d\d/);
  });

  test("a seller who takes over while the bot's words are on their way has them withheld, and it is silent from then on", async () => {
    const { database, road, id, says, does, now, rows, prisma } = await opened();
    await does(said("pesen brownies coklat 2"));
    await road.turns();
    const acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    const before = (await rows()).length;
    expect(await takeOver(acts, id, "rina")).toEqual({ type: "takenOver", version: 2 });
    expect((await rows()).at(-1)).toMatchObject({ author: "bot", status: "withheld", error: "taken over" });
    const { rows: claimed } = await database.rawTransaction((tx) => claimRows(tx, WEB_ACCOUNT, road.now(), 10, []));
    expect(claimed).toEqual([]);
    for (const words of ["cod ya", "buka jam berapa?", "gak jadi, udah sama bot aja"])
      expect(await says(words)).toBe("");
    expect(await now()).toMatchObject({ holder: "rina", version: 2 });
    expect((await rows()).length).toBe(before);
    expect(await prisma.order.count()).toBe(0);
  });

  test("a seller who takes over in the middle of a turn comes after it or before it, never both", async () => {
    for (let times = 0; times < 3; times++) {
      const { database, road, id, does, now, rows } = await opened();
      await does(said("pesen brownies coklat 2"));
      const acts = { database, clock: road.now, newId: v7, changed: () => undefined };
      await Promise.all([takeTurns(road.parts), takeOver(acts, id, "rina")]);
      await road.turns();
      expect(await now()).toMatchObject({ holder: "rina", version: 2 });
      expect((await rows()).filter(({ status }) => status === "queued")).toEqual([]);
    }
  });

  test("what the shop refuses three times is said once, and she goes on waiting as before", async () => {
    const { road, says, now, prisma, does, rows } = await opened();
    await says("pesen brownies coklat 2 cod ke Jl. Mawar 5 Beji, nama Sari 081234567890");
    const parts = { ...road.parts, advance: refusedAlways(road.parts.advance) };
    await does(said("ya"));
    for (let times = 0; times < 4; times++) await takeTurns(parts);
    expect(await now()).toMatchObject({ holder: "waiting", version: 1, heldReason: "refused_thrice" });
    expect((await rows()).filter(({ body }) => body.includes("belum bisa saya catat"))).toHaveLength(1);
    expect(await prisma.order.count()).toBe(0);
  });
});

/** A customer whose every word is something that the shop does not carry out. */
function refusedAlways(advance: Parameters<typeof takeTurns>[0]["advance"]): typeof advance {
  return (input) => {
    const outcome = advance(input);
    return { ...outcome, effects: [{ type: "cancelOrder", order: "none", version: 0, words: "" }] };
  };
}
