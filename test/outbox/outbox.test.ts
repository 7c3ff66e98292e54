import { EventEmitter, once } from "node:events";
import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { noMetrics } from "../../src/metrics.ts";
import { Sender } from "../../src/outbox/sender.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import type { Workers } from "../../src/worker.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { ACCOUNT, incoming, openRoad, said, seedRoad } from "../fixtures/road.ts";
import { Wire } from "../fixtures/wire.ts";
import { staffed } from "../fixtures/workers.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  const shop = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    return database;
  };
  const say = (workers: Workers, wire: Wire, contact: string, ...texts: string[]) =>
    workers.intake.accept(
      workers.accountOf(wire),
      texts.map((text) => incoming(contact, said(text), v7())),
    );

  test("what a customer writes is answered on their channel", async () => {
    const wire = new Wire();
    const database = await shop();
    const workers = await staffed(database, [wire]);
    await say(workers, wire, "sari", "halo");
    await wire.until(({ sent }) => sent.length === 1);
    expect(wire.heardBy("sari")).toEqual(["Siap: halo"]);
    await workers.stop();
    expect(await database.prisma.outboxRow.findFirst()).toMatchObject({ status: "sent", attempts: 1 });
  });

  test("when the platform asks to wait, only that chat waits, and nothing overtakes", async () => {
    const wire = new Wire();
    const workers = await staffed(await shop(), [wire]);
    const heardFirst: string[] = [];
    wire.answer = (delivery, count) => {
      if (delivery.contact === "sari" && count === 1 && wire.heardBy("sari").length === 0)
        return { type: "retry", afterMs: 1_500, reason: "429" };
      heardFirst.push(delivery.contact);
      return { type: "sent", externalId: delivery.rowId, at: Date.now() };
    };
    await say(workers, wire, "sari", "pesan TEH 1");
    await say(workers, wire, "budi", "halo");
    await wire.until(({ sent }) => sent.length === 3);
    expect(heardFirst[0]).toBe("budi");
    expect(wire.heardBy("sari")).toEqual([expect.stringContaining("Makasih"), expect.stringContaining("#1001")]);
  });

  test("a message kept back while the shop's number is away for long is still tried like a new one afterwards", async () => {
    const wire = new Wire();
    const database = await shop();
    const workers = await staffed(database, [wire]);
    let tries = 0;
    wire.answer = (delivery) => {
      tries += 1;
      if (tries <= 25) return { type: "retry", afterMs: 0, reason: "not connected", held: true };
      if (tries === 26) return { type: "retry", afterMs: 0, reason: "502" };
      return { type: "sent", externalId: delivery.rowId, at: Date.now() };
    };
    await say(workers, wire, "sari", "halo");
    await wire.until(({ sent }) => sent.length === 1);
    await workers.stop();
    expect(await database.prisma.outboxRow.findFirst()).toMatchObject({ status: "sent", attempts: 2 });
  });

  test("a customer who blocked the shop is sent nothing more, and staff see what failed", async () => {
    const wire = new Wire();
    const database = await shop();
    const workers = await staffed(database, [wire]);
    wire.answer = () => ({ type: "blocked", reason: "403" });
    await say(workers, wire, "sari", "pesan TEH 1");
    await expect
      .poll(() => database.prisma.outboxRow.findMany({ orderBy: { sequence: "asc" }, select: { status: true } }))
      .toEqual([{ status: "failed" }, { status: "failed" }]);
    expect(await database.prisma.contact.findFirst()).toMatchObject({ blockedAt: expect.anything() });
    expect(wire.sent).toEqual([]);
    wire.answer = (delivery) => ({ type: "sent", externalId: delivery.rowId, at: Date.now() });
    await say(workers, wire, "sari", "aku balik");
    await wire.until(({ sent }) => sent.length === 1);
    expect(wire.heardBy("sari")).toEqual(["Siap: aku balik"]);
  });

  test("a lost answer is settled by what the platform remembers, and sent again where it remembers nothing", async () => {
    const wire = new Wire();
    const workers = await staffed(await shop(), [wire]);
    wire.answer = (delivery, count) =>
      count === 1
        ? { type: "unknown", reason: "socket" }
        : { type: "sent", externalId: delivery.rowId, at: Date.now() };
    wire.remembers = ({ contact, rowId }) =>
      contact === "sari" ? { type: "sent", externalId: rowId, at: Date.now() } : undefined;
    await say(workers, wire, "sari", "halo");
    await say(workers, wire, "budi", "halo");
    await wire.until(({ heardBy }) => heardBy.call(wire, "budi").length === 2);
    expect(wire.heardBy("sari")).toHaveLength(1);
  });

  test("a message that the platform will never take is shown to staff as failed", async () => {
    const wire = new Wire();
    const database = await shop();
    const workers = await staffed(database, [wire]);
    wire.answer = () => ({ type: "rejected", reason: "400" });
    await say(workers, wire, "sari", "halo");
    await expect.poll(() => database.prisma.outboxRow.findFirst()).toMatchObject({ status: "failed", error: "400" });
    expect(workers.faults).toEqual([]);
  });

  test("a takeover withholds what the bot has not sent yet", async () => {
    const wire = new Wire();
    const database = await shop();
    const workers = await staffed(database, [wire]);
    wire.answer = () => ({ type: "retry", afterMs: 60_000, reason: "429" });
    await say(workers, wire, "sari", "pesan TEH 1");
    await expect.poll(() => database.prisma.outboxRow.count({ where: { attempts: 1, status: "queued" } })).toBe(1);
    const { id } = await database.prisma.conversation.findFirstOrThrow();
    expect(await takeOver(workers.acts, id, "staf-1")).toMatchObject({ type: "takenOver", version: 1 });
    const rows = await database.prisma.outboxRow.findMany();
    expect(rows.map((row) => row.status)).toEqual(["withheld", "withheld"]);
    expect(await takeOver(workers.acts, id, "staf-2")).toEqual({ type: "heldBy", staff: "staf-1" });
  });

  test.each([
    ["cuts off a sending that takes too long, and puts the message back", true, "queued"],
    ["does not wait for a driver that will not let go, and leaves the message to be found", false, "sending"],
  ])("a stop %s", async (_, heeds, status) => {
    const database = await shop();
    const road = openRoad(database);
    await road.say("sari", "halo");
    await road.turns();
    const wire = new Wire();
    const parts = { database, account: ACCOUNT, clock: road.now, metrics: noMetrics, onSettled: () => undefined };
    const faults: unknown[] = [];
    const report = (error: unknown) => void faults.push(error);
    const platform = new EventEmitter();
    wire.answer = (_delivery, _count, signal) =>
      new Promise((resolve) => {
        platform.emit("asked");
        if (heeds) signal.addEventListener("abort", () => resolve({ type: "unknown", reason: "cut off" }));
      });
    const asked = once(platform, "asked");
    const stopped = new Sender({ ...parts, channel: wire, report, patienceMs: 50 });
    stopped.start();
    await asked;
    await stopped.stop();
    expect(await database.prisma.outboxRow.findMany()).toMatchObject([{ status, attempts: 1 }]);
    road.pass(60_000);
    const next = new Wire();
    const after = new Sender({ ...parts, channel: next, report });
    after.start();
    await next.until(({ sent }) => sent.length === 1);
    await after.stop();
    expect(next.heardBy("sari")).toEqual(["Siap: halo"]);
    expect(faults).toEqual([]);
  });

  test("a takeover withdraws what its driver lets wait, whichever process it comes from", async () => {
    const wire = new Wire();
    const database = await shop();
    const workers = await staffed(database, [wire]);
    const elsewhere = { database, clock: Date.now, newId: v7, changed: () => undefined };
    wire.answer = async ({ stands, rowId }) => {
      expect(await stands?.()).toBe(true);
      const { id } = await database.prisma.conversation.findFirstOrThrow();
      await takeOver(elsewhere, id, "sari");
      if (!(await stands?.())) return { type: "retry", afterMs: 0, reason: "taken over", held: true };
      return { type: "sent", externalId: rowId, at: Date.now() };
    };
    await say(workers, wire, "budi", "halo");
    const status = async () => (await database.prisma.outboxRow.findFirst())?.status;
    await expect.poll(status, { timeout: 10_000 }).toBe("withheld");
    expect(wire.sent).toEqual([]);
    expect(workers.faults).toEqual([]);
  });

  test("what a dead process left half sent is sent by the next one", async () => {
    const wire = new Wire();
    const database = await shop();
    const first = await staffed(database, [wire]);
    wire.answer = () => ({ type: "retry", afterMs: 3_600_000, reason: "429" });
    await say(first, wire, "sari", "halo");
    await expect.poll(() => database.prisma.outboxRow.count({ where: { attempts: 1, status: "queued" } })).toBe(1);
    await first.stop();
    await database.prisma.outboxRow.updateMany({ data: { status: "sending" } });
    wire.answer = (delivery) => ({ type: "sent", externalId: delivery.rowId, at: Date.now() });
    await staffed(database, [wire]);
    await wire.until(({ sent }) => sent.length === 1);
    expect(wire.heardBy("sari")).toEqual(["Siap: halo"]);
  });
});
