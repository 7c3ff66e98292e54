import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { OWN_PHONE } from "../../src/channels/message.ts";
import type { Acts } from "../../src/staff/acts.ts";
import { giveUp } from "../../src/staff/give-up.ts";
import { handBack } from "../../src/staff/hand-back.ts";
import { type OrderStep, stepOrder } from "../../src/staff/step-order.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { tendHolds } from "../../src/staff/tend-holds.ts";
import { undoStep } from "../../src/staff/undo-step.ts";
import { fireTimers } from "../../src/timers/fire-timers.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { openRoad, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
const HELLO = "Aku lanjut bantu ya Kak";

eachEngine((engine) => {
  /** A customer with an order, whose chat Rina holds. */
  const shop = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const road = openRoad(database);
    const acts: Acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    await road.say("sari", "cod BRW 3");
    await road.turns();
    const { id } = await database.prisma.order.findFirstOrThrow();
    const chat = (await road.conversation("sari")).id;
    const version = async () => (await database.prisma.order.findUniqueOrThrow({ where: { id } })).version;
    const settle = () =>
      database.prisma.outboxRow.updateMany({
        where: { status: "queued" },
        data: { status: "sent", sentAt: road.now() },
      });
    /** What the customer is sent by it */
    const heard = async (act: () => Promise<unknown>) => {
      const before = (await road.heard("sari")).length;
      await act();
      await road.turns();
      await settle();
      road.pass(1_000);
      return (await road.heard("sari")).slice(before);
    };
    const step = (status: OrderStep["status"], tell?: OrderStep["tell"], staff = "rina") =>
      heard(async () =>
        expect(
          await stepOrder(acts, { order: id, version: await version(), status, staff, ...(tell ? { tell } : {}) }),
        ).toMatchObject({ type: "stepped" }),
      );
    const undo = async () => undoStep(acts, { order: id, version: await version(), staff: "rina" });
    const back = () => heard(() => handBack(acts, chat, "rina"));
    const take = () => takeOver(acts, chat, "rina");
    await settle();
    await take();
    return { database, road, acts, id, chat, heard, step, undo, back, take };
  };

  test("what the seller keeps for later is told once the bot has the chat again: the latest, and once", async () => {
    const { step, back, take } = await shop();
    expect(await step("accepted", "later")).toEqual([]);
    expect(await step("preparing", "later")).toEqual([]);
    expect(await back()).toEqual([expect.stringMatching(/sedang disiapkan/), HELLO]);
    await take();
    expect(await back()).toEqual([HELLO]);
  });

  test("without a choice the customer is told at once, whoever steps; nothing of it is told again", async () => {
    const { step, back } = await shop();
    expect(await step("accepted")).toHaveLength(1);
    expect(await step("preparing", "later")).toEqual([]);
    expect(await step("ready", undefined, "doni")).toHaveLength(1);
    expect(await back()).toEqual([HELLO]);
  });

  test("what the seller has told is not told by the bot, and whoever takes it back is reminded of it", async () => {
    const { step, back, undo, heard } = await shop();
    expect(await step("accepted", "later")).toEqual([]);
    expect(await step("preparing", "never")).toEqual([]);
    expect(await back()).toEqual([HELLO]);
    expect(await heard(async () => expect(await undo()).toMatchObject({ type: "undone", told: "never" }))).toEqual([]);
  });

  test("a step that was kept and taken back is never told; the one before it is", async () => {
    const { step, back, undo, heard } = await shop();
    await step("accepted", "later");
    await step("preparing", "later");
    expect(await heard(async () => expect(await undo()).toMatchObject({ type: "undone", told: "withheld" }))).toEqual(
      [],
    );
    const told = await back();
    expect(told).toHaveLength(2);
    expect(told[0]).not.toMatch(/siapkan/);
    expect(await heard(async () => expect(await undo()).toEqual({ type: "tooLate" }))).toEqual([]);
  });

  test("a kept step that was told since is taken back with its correction", async () => {
    const { step, back, undo, take } = await shop();
    await step("accepted", "later");
    await back();
    expect(await undo()).toMatchObject({ type: "undone", told: "sent" });
    await take();
    expect(await back()).not.toEqual([]);
  });

  test("it is told however the chat comes back: left quiet, by a sign on the shop's phone, when the seller leaves", async () => {
    const { database, road, acts, chat, step, heard, take } = await shop();
    await step("accepted", "later");
    const quiet = await heard(async () => {
      for (let minutes = 0; minutes <= 31; minutes++) {
        road.pass(MINUTE);
        while ((await tendHolds(acts)).length > 0);
      }
    });
    expect(quiet).toHaveLength(2);
    await road.event("sari", { type: "sellerWrote", text: "Halo Kak", attachments: [] });
    expect(await step("preparing", "later")).toEqual([]);
    road.pass(MINUTE);
    const signed = await heard(() => road.event("sari", { type: "handedBack", staff: OWN_PHONE }));
    expect(signed).toEqual([HELLO, expect.stringMatching(/sedang disiapkan/)]);
    await take();
    expect(await step("ready", "later")).toEqual([]);
    expect(await heard(() => database.transaction((tx) => giveUp(tx, engine, "rina", road.now())))).toHaveLength(1);
    expect(await road.conversation("sari")).toMatchObject({ id: chat, holder: "waiting" });
  });

  test("an order or a step that a takeover kept from the customer is told when the chat comes back, as it stands, once", async () => {
    const { database, road, acts, id, step, back, take } = await shop();
    const unsent = async (act: () => Promise<unknown>) => {
      await act();
      await road.turns();
      await take();
    };
    await back();
    await unsent(() => stepOrder(acts, { order: id, version: 1, status: "accepted", staff: "doni" }));
    expect(await database.prisma.outboxRow.count({ where: { status: "withheld", purpose: "order" } })).toBe(1);
    expect(await back()).toEqual([expect.stringMatching(/Status: diterima/), HELLO]);
    await unsent(() => road.say("sari", "pesan TEH 1"));
    expect(await back()).toEqual([expect.stringMatching(/TEH.*sudah masuk/s), HELLO]);
    await take();
    expect(await back()).toEqual([HELLO]);
    await unsent(() => stepOrder(acts, { order: id, version: 2, status: "preparing", staff: "doni" }));
    expect(await step("ready", "never")).toEqual([]);
    expect(await back()).toEqual([HELLO]);
  });

  test("a step that a takeover kept from the customer is taken back without a word", async () => {
    const { road, acts, id, back, take, undo, heard } = await shop();
    await back();
    await stepOrder(acts, { order: id, version: 1, status: "accepted", staff: "rina" });
    await road.turns();
    await take();
    expect(await heard(async () => expect(await undo()).toMatchObject({ type: "undone", told: "withheld" }))).toEqual(
      [],
    );
    expect(await back()).toEqual([HELLO]);
  });

  test("where no person holds the chat there is nothing to wait for", async () => {
    const { step, back } = await shop();
    await back();
    expect(await step("accepted", "later")).toHaveLength(1);
  });

  test("a reminder that falls due in a held chat is not sent, then or later", async () => {
    const { database, road, heard, back, take } = await shop();
    await back();
    await road.say("sari", "ingatkan bayar 1000");
    await road.turns();
    await take();
    road.pass(MINUTE);
    expect(await heard(() => fireTimers(database, road.now(), v7))).toEqual([]);
    expect(await database.prisma.inboxEvent.count({ where: { kind: "timerFell" } })).toBe(1);
    expect(await back()).toEqual([HELLO]);
  });
});
