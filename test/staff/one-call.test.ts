import { v7 } from "uuid";
import { beforeEach, expect, it, vi } from "vitest";
import { readCalls } from "../../src/console/call-view-store.ts";
import type { CallList } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import { callCard } from "../../src/desk/call-card.ts";
import { openCallIds } from "../../src/desk/desk-news-store.ts";
import { readDeskCalls } from "../../src/desk/desk-view-store.ts";
import { callsStanding } from "../../src/shop/call/calls-standing-store.ts";
import { type CallStep, noteCall } from "../../src/staff/note-call.ts";
import { takeCall } from "../../src/staff/take-call.ts";
import { undoCall } from "../../src/staff/undo-call.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { seedConversation, seedOrder, seedShop, seedStaff } from "../fixtures/shop.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const START = Date.parse("2026-11-18T10:00:00+07:00");
const HOUR = 3_600_000;
const PHONE = "+6281234567890";

eachEngine((engine) => {
  let database: Database;
  let now: number;
  let rina: string;
  let tasks: { readonly confirm: string; readonly asked: string };
  beforeEach(async () => {
    now = START;
    database = await freshDatabase(engine);
    await seedShop(database);
    rina = await seedStaff(database, "rina", "seller");
    // Sari wants a call at eleven, and has an order that a call confirms.
    const conversationId = await seedConversation(database, v7(), "Sari");
    const orderId = await seedOrder(database, conversationId, "1024");
    const { contact } = await database.prisma.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      include: { contact: true },
    });
    const common = { customerId: contact.customerId, conversationId, phone: PHONE, createdAt: START };
    tasks = { asked: v7(), confirm: v7() };
    const asked = { kind: "asked", reason: "tanya kue ultah", dueAt: START + HOUR, promisedAt: START + HOUR };
    await database.prisma.callTask.create({ data: { id: tasks.asked, ...common, ...asked } });
    await database.prisma.callTask.create({
      data: { id: tasks.confirm, ...common, kind: "confirm", reason: "", orderId, dueAt: START + 2 * HOUR },
    });
  });
  const acts = () => ({ database, clock: () => now, newId: v7, changed: () => undefined });
  const call = (id: string) => database.prisma.callTask.findUniqueOrThrow({ where: { id } });
  const listed = (): Promise<CallList> => readCalls(database, undefined, now);
  const notes = async (outcome: CallStep["outcome"], more: Partial<CallStep> = {}) => {
    const { version } = await call(tasks.confirm);
    return noteCall(acts(), { call: tasks.confirm, version, staff: rina, outcome, ...more });
  };

  it("who is to be called for two things is one row, one card and one on the count, as urgent as the earlier of both", async () => {
    const { calls } = await listed();
    expect(calls).toMatchObject([
      { id: tasks.confirm, kind: "confirm", along: { kind: "asked", reason: "tanya kue ultah", dueAt: START + HOUR } },
    ]);
    expect(await callsStanding(database, START + HOUR + 1)).toEqual({
      ...{ open: 1, overdue: 1 },
      nextDue: START + 2 * HOUR,
    });
    const open = await openCallIds(database.prisma);
    expect(open).toMatchObject([{ id: tasks.confirm, dueAt: START + HOUR }]);
    const reader = { staffId: rina, timeZone: "Asia/Jakarta", now };
    const [both, led] = await readDeskCalls(database.prisma, [tasks.confirm, tasks.asked]);
    if (!both || !led) throw new Error("A call has no card.");
    expect(callCard(both, reader).message.text).toContain("Sekalian: Minta ditelepon: “tanya kue ultah”");
    expect(callCard(led, reader).message).toMatchObject({
      text: expect.stringContaining("Jadi satu dengan telepon konfirmasi"),
      choices: [],
    });
  });

  it("who takes the one takes both, and who passes it on passes both on", async () => {
    await takeCall(acts(), { call: tasks.confirm, version: 0, staff: rina });
    expect((await call(tasks.asked)).takenBy).toBe(rina);
    const doni = await seedStaff(database, "doni", "seller");
    await notes("passed_on", { to: doni });
    expect([(await call(tasks.asked)).takenBy, (await call(tasks.confirm)).takenBy]).toEqual([doni, doni]);
  });

  it.each([
    ["ordered", "ordered"],
    ["reached", null],
    ["thinking", null],
  ] as const)(
    "“%s” settles what else they had called for; without a yes the order is still to be called about",
    async (outcome, rest) => {
      await notes(outcome);
      expect(await call(tasks.asked)).toMatchObject({ outcome: "reached", takenBy: rina, tries: 1 });
      expect(await call(tasks.confirm)).toMatchObject({ outcome: rest, tries: 1 });
      const { calls, finished } = await listed();
      expect(calls.length).toBe(rest === null ? 1 : 0);
      expect(calls.flatMap(({ along }) => along ?? [])).toEqual([]);
      expect(finished.map(({ id }) => id)).toEqual(rest === null ? [] : [tasks.confirm]);
    },
  );

  it("nobody answers: both are tried again together, and in the end asked about in the chat together", async () => {
    await notes("no_answer");
    const [order, other] = [await call(tasks.confirm), await call(tasks.asked)];
    expect(other).toMatchObject({ outcome: null, tries: 1, dueAt: order.dueAt });
    for (let tries = 1; tries < 4; tries++) await notes("no_answer");
    expect(await call(tasks.asked)).toMatchObject({ outcome: "gave_up" });
    expect(await call(tasks.confirm)).toMatchObject({ outcome: null, tries: 4 });
  });

  it("a slip is taken back for both", async () => {
    const before = await call(tasks.asked);
    await notes("ordered");
    now += 60_000;
    expect(await undoCall(acts(), { call: tasks.confirm, version: 1, staff: rina })).toMatchObject({ type: "undone" });
    expect(await call(tasks.asked)).toEqual({ ...before, version: 2 });
    expect((await listed()).calls).toMatchObject([{ id: tasks.confirm, along: { kind: "asked" } }]);
  });

  it("once the order needs no call any more, the other matter stands on the list by itself", async () => {
    await database.prisma.callTask.update({
      where: { id: tasks.confirm },
      data: { outcome: "ordered", closedAt: now },
    });
    expect((await listed()).calls).toMatchObject([{ id: tasks.asked, kind: "asked" }]);
    const [card] = await readDeskCalls(database.prisma, [tasks.asked]);
    expect(card).toMatchObject({ led: false, stamp: "0" });
  });
});
