import fc from "fast-check";
import { v7 } from "uuid";
import { expect, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { noteCall } from "../../src/staff/note-call.ts";
import { stepOrder } from "../../src/staff/step-order.ts";
import { undoCall } from "../../src/staff/undo-call.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { type Road, said } from "../fixtures/road.ts";
import { seedConversation, seedOrder, seedShop, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";

const NOW = Date.parse("2026-11-18T10:00:00+07:00");
const OUTCOMES = ["no_answer", "wrong_number", "reached", "thinking", "cancelled", "ordered"] as const;
const step = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...OUTCOMES).map((outcome) => ({ type: "note" as const, outcome })) },
  { weight: 2, arbitrary: fc.constant({ type: "undo" as const }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("ya, jadi", "batal", "0813 1111 2222", "hmm")
      .map((text) => ({ type: "says" as const, text })),
  },
  { weight: 2, arbitrary: fc.constant({ type: "begin" as const }) },
);

eachEngine((engine) => {
  const confirmed = async (database: Database, orderId: string) =>
    (await database.prisma.callTask.findFirstOrThrow({ where: { orderId } })).outcome === "ordered";

  const play = async (
    database: Database,
    road: Road,
    steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
  ) => {
    const customer = v7();
    const conversationId = await seedConversation(database, customer);
    const orderId = await seedOrder(database, conversationId, v7());
    const { customerId } = await database.prisma.order.findUniqueOrThrow({ where: { id: orderId } });
    const id = v7();
    const task = { id, customerId, conversationId, orderId, kind: "confirm", reason: "", dueAt: NOW, createdAt: NOW };
    await database.prisma.callTask.create({ data: task });
    const acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    for (const each of steps) {
      const call = await database.prisma.callTask.findUniqueOrThrow({ where: { id } });
      const before = { call: id, version: call.version, staff: "rina" };
      if (each.type === "note") await noteCall(acts, { ...before, outcome: each.outcome });
      else if (each.type === "undo") await undoCall(acts, before);
      else if (each.type === "begin") {
        const order = await database.prisma.order.findUniqueOrThrow({ where: { id: orderId } });
        const wasConfirmed = await confirmed(database, orderId);
        const begun = await stepOrder(acts, {
          order: orderId,
          version: order.version,
          status: "accepted",
          staff: "rina",
        });
        if (!wasConfirmed) expect(begun.type).not.toBe("stepped");
      } else {
        const event = {
          sender: { externalId: customer },
          body: said(each.text),
          platformId: v7(),
          platformAt: road.now(),
        };
        await road.inbox.accept(WEB_ACCOUNT, [event]);
      }
      await road.turns();
      const sent = { status: "sent", sentAt: road.now() };
      await database.prisma.outboxRow.updateMany({ where: { status: "queued" }, data: sent });
      road.pass(2_000);
      const order = await database.prisma.order.findUniqueOrThrow({ where: { id: orderId } });
      const open = await database.prisma.callTask.count({ where: { id, outcome: null } });
      // An order that waits for its yes is on the list; one that is begun or called off is not.
      expect(open).toBe(order.status === "placed" && !(await confirmed(database, orderId)) ? 1 : 0);
    }
  };

  it("whatever is noted, undone and answered, an order without a yes is never begun and always on the list", async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    const road = openTalkingRoad(database, { now: NOW });
    const steps = fc.array(step, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, (some) => play(database, road, some)),
      { numRuns: 12 },
    );
  });
});
