import { v7 } from "uuid";
import { beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { noteCall } from "../../src/staff/note-call.ts";
import { takeCall } from "../../src/staff/take-call.ts";
import { undoCall } from "../../src/staff/undo-call.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { seedConversation, seedShop, seedStaff } from "../fixtures/shop.ts";

const START = Date.parse("2026-11-18T10:00:00+07:00");
const MINUTE = 60_000;

eachEngine((engine) => {
  let database: Database;
  let now: number;
  let rina: string;
  let doni: string;
  beforeEach(async () => {
    now = START;
    database = await freshDatabase(engine);
    await seedShop(database);
    rina = await seedStaff(database, "rina", "seller");
    doni = await seedStaff(database, "doni", "seller");
  });
  const acts = () => ({ database, clock: () => now, newId: v7, changed: () => undefined });
  const seedCall = async (more: object = {}) => {
    const conversationId = await seedConversation(database, v7(), "Sari");
    const { contact } = await database.prisma.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      include: { contact: true },
    });
    const { customerId } = contact;
    const call = { id: v7(), customerId, conversationId, kind: "missed", reason: "", createdAt: START, ...more };
    return database.prisma.callTask.create({ data: call });
  };
  const call = (id: string) => database.prisma.callTask.findUniqueOrThrow({ where: { id } });
  const told = (conversationId: string) =>
    database.prisma.outboxRow.findFirstOrThrow({ where: { conversationId }, orderBy: { sequence: "desc" } });

  it("a slip is taken back: the call is as it was, and the customer is not told of it", async () => {
    const task = await seedCall({ phone: "+6281234567890", dueAt: START, tries: 1, takenBy: rina, promisedAt: START });
    await noteCall(acts(), { call: task.id, version: 0, staff: rina, outcome: "wrong_number" });
    expect((await call(task.id)).outcome).toBe("wrong_number");
    now += 9 * MINUTE;
    const undone = await undoCall(acts(), { call: task.id, version: 1, staff: rina });
    expect(undone).toEqual({ type: "undone", version: 2, told: "withheld" });
    expect(await call(task.id)).toEqual({ ...task, version: 2 });
    expect(await told(task.conversationId)).toMatchObject({ status: "withheld" });
    const tries = await database.prisma.callTry.findMany({ where: { taskId: task.id }, orderBy: { id: "asc" } });
    expect(tries.map(({ outcome, who }) => [outcome, who])).toEqual([
      ["wrong_number", rina],
      ["undone", rina],
    ]);
    expect(await database.prisma.audit.count({ where: { subject: task.id, what: "callUndone" } })).toBe(1);
  });

  it("what the customer has read already stays said, and the seller is told so", async () => {
    const task = await seedCall();
    await noteCall(acts(), { call: task.id, version: 0, staff: rina, outcome: "no_answer" });
    const row = await told(task.conversationId);
    await database.prisma.outboxRow.update({ where: { id: row.id }, data: { status: "delivered" } });
    expect(await undoCall(acts(), { call: task.id, version: 1, staff: rina })).toMatchObject({ told: "sent" });
    expect(await call(task.id)).toMatchObject({ tries: 0, dueAt: null, outcome: null });
    expect((await told(task.conversationId)).status).toBe("delivered");
  });

  it("of what was told to nobody nothing is said", async () => {
    const task = await seedCall();
    await noteCall(acts(), { call: task.id, version: 0, staff: rina, outcome: "reached" });
    expect(await undoCall(acts(), { call: task.id, version: 1, staff: rina })).toMatchObject({ told: "nothing" });
  });

  it("after ten minutes, by a colleague, of what changed since, or twice, nothing is taken back", async () => {
    const task = await seedCall();
    await noteCall(acts(), { call: task.id, version: 0, staff: rina, outcome: "no_answer" });
    const undo = (staff: string, version: number, rank?: "owner") =>
      undoCall(acts(), { call: task.id, version, staff }, rank);
    expect(await undo(doni, 1)).toEqual({ type: "notYours" });
    expect(await undo(rina, 0)).toEqual({ type: "changed" });
    expect(await undo(doni, 1, "owner")).toMatchObject({ type: "undone", version: 2 });
    expect(await undo(rina, 2)).toEqual({ type: "changed" });
    await noteCall(acts(), { call: task.id, version: 2, staff: rina, outcome: "no_answer" });
    await takeCall(acts(), { call: task.id, version: 3, staff: doni });
    expect(await undo(rina, 4)).toEqual({ type: "changed" });
    await noteCall(acts(), { call: task.id, version: 4, staff: rina, outcome: "reached" });
    now += 10 * MINUTE + 1;
    expect(await undo(rina, 5)).toEqual({ type: "tooLate" });
    expect(await undo("nobody", 5, "owner")).toEqual({ type: "tooLate" });
    expect(await undoCall(acts(), { call: v7(), version: 0, staff: rina })).toEqual({ type: "unknownCall" });
  });

  it("a customer who called again meanwhile stands on the list once", async () => {
    const task = await seedCall();
    await noteCall(acts(), { call: task.id, version: 0, staff: rina, outcome: "reached" });
    await seedCall({ customerId: task.customerId });
    expect(await undoCall(acts(), { call: task.id, version: 1, staff: rina })).toEqual({ type: "changed" });
  });

  it("of two who undo at once one does", async () => {
    const task = await seedCall();
    await noteCall(acts(), { call: task.id, version: 0, staff: rina, outcome: "cancelled" });
    const undo = () => undoCall(acts(), { call: task.id, version: 1, staff: rina });
    const types = (await Promise.all([undo(), undo()])).map(({ type }) => type);
    expect(types.toSorted()).toEqual(["changed", "undone"]);
    expect(await database.prisma.callTry.count({ where: { taskId: task.id, outcome: "undone" } })).toBe(1);
  });
});
