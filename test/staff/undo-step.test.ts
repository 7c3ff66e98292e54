import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import type { Acts } from "../../src/staff/acts.ts";
import { type OrderStep, stepOrder } from "../../src/staff/step-order.ts";
import { undoStep } from "../../src/staff/undo-step.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { openRoad, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  const shop = async (words = "cod BRW 3") => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const road = openRoad(database);
    const acts: Acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    await road.say("sari", words);
    await road.turns();
    const { id } = await database.prisma.order.findFirstOrThrow();
    const version = async () => (await database.prisma.order.findUniqueOrThrow({ where: { id } })).version;
    const step = async (status: OrderStep["status"], more: Partial<OrderStep> = {}) =>
      stepOrder(acts, { order: id, version: await version(), status, staff: "rina", ...more });
    const undo = async (staff = "rina") => undoStep(acts, { order: id, version: await version(), staff });
    return { database, road, acts, id, step, undo, version };
  };

  test("what the customer has not read yet stays unsaid, and their card is the one before", async () => {
    const { database, road, id, step, undo } = await shop();
    const shown = (await database.prisma.order.findUniqueOrThrow({ where: { id } })).cardId;
    await database.prisma.outboxRow.updateMany({ data: { status: "sent" } });
    await step("cancelled", { why: { reason: "out_of_stock" } });
    await road.turns();
    expect(await undo()).toMatchObject({ type: "undone", told: "withheld" });
    await road.turns();
    const said = await database.prisma.outboxRow.findMany({ where: { status: "queued" } });
    expect(said).toEqual([]);
    expect(await database.prisma.order.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "placed",
      cardId: shown,
    });
  });

  test("who has read of it is told that it was a slip, and the card shows how it is now", async () => {
    const { database, road, id, step, undo } = await shop();
    await step("cancelled", { why: { reason: "closed" } });
    await road.turns();
    await database.prisma.outboxRow.updateMany({ data: { status: "sent" } });
    expect(await undo()).toMatchObject({ type: "undone", told: "sent" });
    const event = await database.prisma.inboxEvent.findFirstOrThrow({ orderBy: { sequence: "desc" } });
    expect(JSON.parse(event.body)).toMatchObject({ type: "orderStepped", order: id, undid: "cancelled" });
    await road.turns();
    expect((await road.heard("sari")).join("\n")).toContain("sudah masuk");
  });

  test("an order that was cancelled by a slip has its goods again, unless they were sold meanwhile", async () => {
    const { database, road, step, undo } = await shop("cod BRW 600");
    await step("cancelled", { why: { reason: "closed" } });
    expect(await database.prisma.stock.findFirst()).toMatchObject({ reserved: 0 });
    expect(await undo()).toMatchObject({ type: "undone" });
    expect(await database.prisma.stock.findFirst()).toMatchObject({ reserved: 600_000 });
    await step("cancelled", { why: { reason: "closed" } });
    await road.say("budi", "pesan BRW 600");
    await road.turns();
    expect(await undo()).toEqual({ type: "outOfStock" });
  });

  test("a day's room that was given to another order is not promised twice", async () => {
    const { database, road, step, undo } = await shop("pesan KUE 7");
    await step("cancelled", { why: { reason: "closed" } });
    await road.say("budi", "pesan KUE 8");
    await road.turns();
    expect(await undo()).toEqual({ type: "outOfStock" });
    expect(await database.prisma.dayLoad.findFirst()).toMatchObject({ booked: 8_000 });
  });

  test("only the last step is taken back, and once: two taps at once are one", async () => {
    const { acts, id, step, undo, version } = await shop();
    await step("accepted");
    await step("preparing");
    const seen = await version();
    const once = () => undoStep(acts, { order: id, version: seen, staff: "rina" });
    const both = await Promise.all([once(), once()]);
    expect(both.map(({ type }) => type).toSorted()).toEqual(["changed", "undone"]);
    expect(await undo()).toEqual({ type: "tooLate" });
  });
});
