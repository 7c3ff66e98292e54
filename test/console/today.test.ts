import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { ChannelHealth } from "../../src/channels/channel.ts";
import type { TodayView } from "../../src/console/today-view.ts";
import type { Database } from "../../src/database/database.ts";
import type { RawTx } from "../../src/database/raw-tx.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { readToday } from "../../src/staff/today-store.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { seedConversation, seedEvent, seedOrder, seedSaid, seedShop, seedStaff, seedWords } from "../fixtures/shop.ts";
import { HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

/** Ten in the morning in Depok; in London it is still night, and in Jayapura noon. */
const NOW = Date.parse("2026-11-22T10:00:00+07:00");
const MIDNIGHT = Date.parse("2026-11-22T00:00:00+07:00");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    for (const role of ["owner", "seller", "courier"] as const) await seedStaff(database, role, role);
    const live = { ownerUntil: NOW + MINUTE };
    await database.prisma.channelAccount.updateMany({ data: live });
    server = await openWebServer(database, { clock: () => NOW });
  });
  const today = async (who = "owner"): Promise<TodayView> => {
    const browser = new HttpBrowser(server.url);
    await browser.enter(database, who);
    return browser.read<TodayView>("/console/api/today");
  };
  /** A customer who wrote at these instants. */
  const talk = async (contact: string, ...at: number[]): Promise<string> => {
    const id = await seedConversation(database, contact, contact);
    for (const instant of at) {
      await seedSaid(database, id, "halo");
      await database.prisma.inboxEvent.updateMany({
        where: { conversationId: id, at: { gt: NOW } },
        data: { at: instant },
      });
    }
    await database.prisma.conversation.update({ where: { id }, data: { lastAt: Math.max(0, ...at) } });
    return id;
  };
  const order = async (conversation: string, number: string, status: string, change: object) => {
    const id = await seedOrder(database, conversation, number, status);
    await database.prisma.order.update({ where: { id }, data: { placedAt: NOW - HOUR, ...change } });
    return id;
  };

  it("a new shop sees that nothing waits and nothing is stuck", async () => {
    const { waiting, came, stuck, days, hours, away, day } = await today();
    expect(day).toBe("2026-11-22");
    expect(waiting).toEqual({ conversations: 0, calls: 0, callsOverdue: 0, toStart: 0, late: 0, unconfirmed: 0 });
    expect(came).toEqual({ messages: 0, callers: 0, orders: 0, sum: 0, cashDue: 0, cashReceived: 0 });
    expect([stuck.failed, stuck.withheld, stuck.failedTurns]).toEqual(Array(3).fill({ count: 0, latest: [] }));
    expect(days.map((each) => each.day).at(0)).toBe("2026-11-16");
    expect([days.length, hours.length, away]).toEqual([7, 24, []]);
  });

  it("what customers wrote since the shop's own midnight counts, hour by hour; what they wrote before does not", async () => {
    await talk("sari", MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + 7 * HOUR);
    await talk("budi", MIDNIGHT + 7 * HOUR + MINUTE);
    const { came, hours } = await today();
    expect(came.messages).toBe(3);
    expect(hours.filter(({ messages }) => messages > 0)).toEqual([
      { hour: 0, messages: 1, orders: 0 },
      { hour: 7, messages: 2, orders: 0 },
    ]);
  });

  it("a caller counts once, however often they rang", async () => {
    const id = await talk("penelepon", MIDNIGHT + HOUR);
    for (let rang = 0; rang < 3; rang++) await seedEvent(database, id, { type: "callMissed", video: false });
    expect((await today()).came.callers).toBe(1);
  });

  it("who waits, who is to be called and which orders are late stand with how long", async () => {
    const id = await talk("menunggu", MIDNIGHT);
    await database.prisma.conversation.update({ where: { id }, data: { holder: "waiting", heldSince: NOW - HOUR } });
    await order(id, "1", "placed", { day: "2026-11-22", time: "09:30" });
    await order(id, "2", "preparing", { day: "2026-11-21" });
    await order(id, "3", "placed", { day: "2026-11-25" });
    const confirmed = await order(id, "4", "placed", { day: "2026-11-22", time: "sore" });
    const { contact } = await database.prisma.conversation.findUniqueOrThrow({
      where: { id },
      include: { contact: true },
    });
    const call = { customerId: contact.customerId, conversationId: id, reason: "", createdAt: NOW };
    const { callTask } = database.prisma;
    await callTask.create({ data: { id: "k1", ...call, dueAt: NOW - 1 } });
    // Nobody was told a minute for it: for a quarter of an hour it is on time.
    const late = NOW - 15 * MINUTE;
    await callTask.create({ data: { id: "k2", ...call, dueAt: late + 1, kind: "confirm", orderId: confirmed } });
    const { waiting, came } = await today("seller");
    expect(waiting).toMatchObject({ conversations: 1, waitingSince: NOW - HOUR, calls: 2, callsOverdue: 1 });
    expect(waiting).toMatchObject({ toStart: 3, late: 2, unconfirmed: 1 });
    await callTask.update({ where: { id: "k2" }, data: { dueAt: late } });
    expect((await today()).waiting.callsOverdue).toBe(2);
    expect(came).toMatchObject({ orders: 4, sum: 400_000, cashDue: 400_000, cashReceived: 0 });
  });

  it("cash counts as received when it leaves the customer, and only once when a courier hands it on", async () => {
    const id = await talk("tunai", MIDNIGHT);
    const done = await order(id, "5", "completed", { placedAt: MIDNIGHT - 26 * HOUR });
    const { cashEntry } = database.prisma;
    const move = (entry: string, holder: string, amount: number, at = NOW) =>
      cashEntry.create({ data: { id: entry, orderId: done, holder, amount, at } });
    await move("c1", "customer", 100_000, MIDNIGHT - 26 * HOUR);
    await move("c2", "customer", -100_000);
    await move("c3", "courier-1", 100_000);
    await move("c4", "courier-1", -100_000);
    await move("c5", "shop", 100_000);
    const { came, days } = await today();
    expect([came.cashReceived, came.cashDue]).toEqual([100_000, 400_000]);
    expect(days.map(({ orders, sum }) => [orders, sum])).toEqual([
      ...Array(4).fill([0, 0]),
      [1, 100_000],
      [0, 0],
      [4, 400_000],
    ]);
  });

  it("what could not be sent, was held back, or that the bot failed at is named with its customer", async () => {
    const id = await talk("macet", MIDNIGHT);
    const { outboxRow, conversation } = database.prisma;
    await seedWords(database, id, { text: "gagal" }, { status: "failed" });
    await seedWords(database, id, { text: "gagal lagi" }, { status: "failed" });
    await seedWords(database, id, { text: "ditahan" }, { status: "queued" });
    const acts = { database, clock: () => NOW, newId: v7, changed: () => undefined };
    await takeOver(acts, id, "rina");
    const undone = await seedWords(database, id, { text: "diurungkan" }, { status: "withheld" });
    await outboxRow.update({ where: { id: undone }, data: { error: "undone" } });
    await outboxRow.updateMany({ data: { createdAt: NOW, notBefore: NOW } });
    const held = { holder: "waiting", heldReason: "turn_failed", heldSince: NOW };
    await conversation.update({ where: { id }, data: held });
    const { stuck } = await today();
    expect(stuck.failed).toEqual({ count: 2, latest: [{ conversationId: id, customer: "macet", at: NOW, count: 2 }] });
    expect(stuck.withheld.count).toBe(1);
    expect(stuck.failedTurns.latest.map(({ customer }) => customer)).toEqual(["macet"]);
  });

  it("a channel that no process runs is named; one that the shop gave up long ago is not", async () => {
    const account = { channel: "telegram", name: "Bot" };
    const { channelAccount } = database.prisma;
    await channelAccount.create({ data: { id: "gone", externalId: "1", ...account, ownerUntil: NOW - HOUR } });
    await channelAccount.create({ data: { id: "old", externalId: "2", ...account, ownerUntil: NOW - 50 * HOUR } });
    expect((await today()).away).toEqual([{ channel: "telegram", name: "Bot", state: "stopped" }]);
  });

  it("the shop's own number that was never connected is not told as stuck; one that fell out is", async () => {
    const own = { id: "own", channel: "whatsapp-web", externalId: "own-number", name: "WhatsApp" };
    await database.prisma.channelAccount.create({ data: { ...own, ownerUntil: NOW + MINUTE } });
    let state: ChannelHealth["state"] = "stopped";
    const healthOf = (id: string) => (id === "own" ? { state } : undefined);
    const here = await openWebServer(database, { clock: () => NOW, healthOf });
    const browser = new HttpBrowser(here.url);
    await browser.enter(database, "owner");
    const away = async () => (await browser.read<TodayView>("/console/api/today")).away.map(({ channel }) => channel);
    expect(await away()).not.toContain("whatsapp-web");
    state = "failed";
    expect(await away()).toContain("whatsapp-web");
  });

  it("a new order for another day is work now, an accepted one only on its day", async () => {
    const before = (await today()).waiting.toStart;
    const id = await talk("besok", MIDNIGHT);
    const placed = await order(id, "90", "placed", { day: "2026-11-23" });
    expect((await today()).waiting.toStart).toBe(before + 1);
    await database.prisma.order.update({ where: { id: placed }, data: { status: "accepted" } });
    expect((await today()).waiting.toStart).toBe(before);
    await database.prisma.order.update({ where: { id: placed }, data: { status: "cancelled" } });
  });

  it("is not for couriers", async () => {
    const browser = new HttpBrowser(server.url);
    await browser.enter(database, "courier");
    expect((await browser.get("/console/api/today")).status).toBe(403);
  });

  it("takes as many statements in a busy shop as in a quiet one", async () => {
    let statements = 0;
    const counted: RawTx = {
      $queryRaw: (query) => {
        statements += 1;
        return database.prisma.$queryRaw(query);
      },
      $executeRaw: (query) => database.prisma.$executeRaw(query),
    };
    await readToday(counted, NOW);
    const before = statements;
    for (let count = 0; count < 30; count++) await order(await talk(`ramai-${count}`, NOW), `r${count}`, "placed", {});
    statements = 0;
    expect((await readToday(counted, NOW)).came.orders).toBe(34);
    expect(statements).toBe(before);
  });
});
