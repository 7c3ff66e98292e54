import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "libsql";
import { v7 } from "uuid";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { sqliteFile } from "../../src/database/database-url.ts";
import { sql } from "../../src/database/sql.ts";
import { isTransient } from "../../src/database/transient.ts";
import { takeTurns } from "../../src/turn.ts";
import { cuttableLine } from "../fixtures/cuttable.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { ACCOUNT, incoming, openRoad, said, seedRoad } from "../fixtures/road.ts";
import { Wire } from "../fixtures/wire.ts";
import { type Staffed, staffed } from "../fixtures/workers.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  const shop = async (onHand?: number) => {
    const database = await freshDatabase(engine, { busyTimeoutMs: 2_000 });
    await seedRoad(database, onHand);
    return database;
  };
  const say = (workers: Staffed, wire: Wire, contact: string, text: string) =>
    workers.intake.accept(workers.accountOf(wire), [incoming(contact, said(text), v7())]);

  test("2,000 conversations due at once are all answered, and none goes to a person for it", async () => {
    const road = openRoad(await shop());
    const names = Array.from({ length: 2_000 }, (_, index) => `c${index}`);
    await road.inbox.accept(
      ACCOUNT,
      names.map((name) => incoming(name, said("halo"), v7())),
    );
    expect(await road.turns()).toBe(2_000);
    expect(await road.database.prisma.outboxRow.count()).toBe(2_000);
    expect(await road.database.prisma.conversation.count({ where: { holder: "bot", dueAt: null } })).toBe(2_000);
  });

  test("several takers of turns never answer anything twice, and all orders are there once", async () => {
    const database = await shop();
    const roads = [openRoad(database), openRoad(database), openRoad(database)];
    const names = Array.from({ length: 120 }, (_, index) => `c${index}`);
    await roads[0]?.inbox.accept(
      ACCOUNT,
      names.map((name) => incoming(name, said("pesan BRW 1"), v7())),
    );
    const answered = await Promise.all(roads.map((road) => road.turns()));
    expect(answered.reduce((sum, count) => sum + count, 0)).toBe(120);
    expect(await database.prisma.order.count()).toBe(120);
    expect(await database.prisma.stock.findFirst()).toMatchObject({ reserved: 120_000 });
    const numbers = (await database.prisma.order.findMany()).map((order) => Number(order.number));
    expect(numbers.toSorted()).toEqual(names.map((_, index) => 1001 + index));
  });

  test("two processes with all conversations never answer twice, and keep the order within each chat", async () => {
    const database = await shop();
    const other = engine === "sqlite" ? database : await secondConnection(database);
    const wire = new Wire();
    const one = await staffed(database, [wire]);
    const two = await staffed(other, [wire]);
    const names = Array.from({ length: 15 }, (_, index) => `c${index}`);
    for (let count = 0; count < 6; count++)
      await Promise.all(names.map((name, index) => say((index + count) % 2 ? one : two, wire, name, `${count}`)));
    await wire.until(() => names.every((name) => wordsIn(wire.heardBy(name)).length >= 6));
    for (const name of names) expect(wordsIn(wire.heardBy(name))).toEqual(["0", "1", "2", "3", "4", "5"]);
  });

  test("a busy database delays answers and reaches no customer", async () => {
    const database = await shop();
    const wire = new Wire();
    const workers = await staffed(database, [wire]);
    const { lock, unlock } = await locker(database);
    const held = Promise.all(Array.from({ length: 10 }, (_, index) => say(workers, wire, `c${index}`, "halo")));
    await held;
    await lock();
    const late = say(workers, wire, "telat", "halo").catch(() => "not accepted");
    await sleep(1_000);
    await unlock();
    if ((await late) === "not accepted") await say(workers, wire, "telat", "halo");
    await wire.until(({ sent }) => sent.length === 11);
    expect(await database.prisma.conversation.count({ where: { holder: "waiting" } })).toBe(0);
    expect(new Set(wire.sent.map(({ rowId }) => rowId)).size).toBe(11);
  });

  test("takeovers racing turns: what the bot says is sent before, or withheld, never after", async () => {
    const database = await shop();
    const road = openRoad(database);
    const { takeOver } = await import("../../src/staff/take-over.ts");
    const acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    const names = Array.from({ length: 30 }, (_, index) => `c${index}`);
    await Promise.all(names.map((name) => road.say(name, "halo")));
    const ids = await Promise.all(names.map(async (name) => (await road.conversation(name)).id));
    await Promise.all([road.turns(), ...ids.map((id) => takeOver(acts, id, "staf"))]);
    await road.turns();
    const rows = await database.prisma.outboxRow.findMany({ include: { conversation: true } });
    for (const row of rows) expect(row).toMatchObject({ status: "withheld", version: 0, conversation: { version: 1 } });
    expect(await database.prisma.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
  });

  test("an older and a newer release taking turns in one chat lose no answer", async () => {
    const database = await shop();
    const newer = openRoad(database, {
      advance: ({ state, picture }) => ({
        state: {
          ...state,
          loyaltyCard: "emas",
          topics: [
            { id: "t1", flow: "gift", answers: { wrap: { paper: "merah" } }, touchedAt: picture.now, ribbon: "besar" },
            ...state.topics.slice(1),
          ],
        },
        effects: [{ type: "say", text: "baru" }],
      }),
    });
    const older = openRoad(database);
    for (const road of [newer, older, newer, older]) {
      await road.say("sari", "halo");
      await road.turns();
    }
    const state: unknown = JSON.parse((await older.conversation("sari")).state ?? "{}");
    expect(state).toMatchObject({
      loyaltyCard: "emas",
      topics: [{ flow: "gift", answers: { wrap: { paper: "merah" } }, ribbon: "besar" }],
    });
  });

  test("a part of the memory that today's code cannot read stays as it was stored", async () => {
    const road = openRoad(await shop());
    await road.say("sari", "halo");
    await road.turns();
    const strange = { flow: "order", shape: "of another release" };
    const { id } = await road.conversation("sari");
    await road.database.prisma.conversation.update({
      where: { id },
      data: { state: JSON.stringify({ topics: [strange], lost: "many", lastWords: { text: "halo", at: 1 } }) },
    });
    await road.say("sari", "lagi");
    await road.turns();
    const state: unknown = JSON.parse((await road.conversation("sari")).state ?? "{}");
    expect(state).toMatchObject({ topics: [strange], lastWords: { text: "halo|lagi" } });
  });

  test("a price that changed while the customer agreed is never charged silently", async () => {
    const road = openRoad(await shop());
    await road.say("sari", "pesan BRW 1");
    const { prisma } = road.database;
    await road.turns();
    await prisma.$transaction([
      prisma.product.update({ where: { sku: "BRW" }, data: { price: 30_000 } }),
      prisma.shop.update({ where: { id: 1 }, data: { catalogueVersion: { increment: 1 } } }),
    ]);
    await road.say("budi", "pesan BRW 1");
    await road.turns();
    const totals = (await prisma.order.findMany({ orderBy: { number: "asc" } })).map((order) => order.total);
    expect(totals).toEqual([25_000, 30_000]);
  });

  test("what the shop refuses three times goes to a person, and nothing of it was written", async () => {
    const road = openRoad(await shop(), {
      advance: ({ state, picture }) => ({
        state,
        effects: [
          { type: "setTimer", key: "later", dueAt: picture.now + 1 },
          { type: "cancelOrder", order: "no-such-order", version: 1, words: "batal" },
          { type: "say", text: "sudah dibatalkan" },
        ],
      }),
    });
    await road.say("sari", "batal");
    await road.turns();
    expect(await road.heard("sari")).toEqual([expect.stringContaining("orang toko")]);
    expect(await road.conversation("sari")).toMatchObject({ holder: "waiting", heldReason: "refused_thrice" });
    expect(await road.database.prisma.timer.count()).toBe(0);
  });
});

test("deadlocks provoked between processes are taken again, and nobody notices", async () => {
  const database = await freshDatabase("postgresql");
  await seedRoad(database);
  const road = openRoad(database);
  const other = await secondConnection(database);
  const names = Array.from({ length: 40 }, (_, index) => `c${index}`);
  await road.inbox.accept(
    ACCOUNT,
    names.map((name) => incoming(name, said("pesan BRW 1"), v7())),
  );
  const shopIsLocked = signal();
  // Locks the shop and then the goods: the other way round than everybody else.
  const rival = other
    .transaction(async (tx) => {
      await tx.$executeRaw(sql`UPDATE "Shop" SET "orderCounter" = "orderCounter" WHERE "id" = 1`);
      shopIsLocked.give();
      await expect.poll(() => waitingForLocks(database), { timeout: 10_000 }).toBe(1);
      await tx.$executeRaw(sql`UPDATE "Stock" SET "onHand" = "onHand"`);
    })
    .catch(() => undefined);
  await shopIsLocked.given;
  for (let answered = 0, tries = 0; answered < 40 && tries < 10; tries++)
    answered += await takeTurns(road.parts).then(
      (taken) => taken.answered.length,
      () => 0,
    );
  await rival;
  expect(await database.prisma.order.count()).toBe(40);
  expect(await database.prisma.conversation.count({ where: { holder: "bot", failures: 0 } })).toBe(40);
  expect(await deadlocks(database), "deadlocks that this test provoked").toBeGreaterThan(0);
});

test("PostgreSQL gone for ten seconds: everything is answered once it is back, each once", async () => {
  const direct = await freshDatabase("postgresql");
  await seedRoad(direct);
  const line = await cuttableLine(direct.url);
  const database = await openDatabase(line.url);
  onTestFinished(async () => {
    await database.close();
    await line.close();
  });
  const wire = new Wire();
  const workers = await staffed(database, [wire]);
  const patiently = async (contact: string) => {
    const event = incoming(contact, said("halo"), `m-${contact}`);
    for (;;) {
      try {
        return await workers.intake.accept(workers.accountOf(wire), [event]);
      } catch {
        await sleep(200);
      }
    }
  };
  const early = Array.from({ length: 20 }, (_, index) => patiently(`awal${index}`));
  await sleep(50);
  line.cut();
  const late = Array.from({ length: 20 }, (_, index) => patiently(`akhir${index}`));
  await sleep(10_000);
  line.mend();
  await Promise.all([...early, ...late]);
  const names = Array.from({ length: 20 }, (_, index) => [`awal${index}`, `akhir${index}`]).flat();
  await wire.until(() => names.every((name) => wire.heardBy(name).length > 0));
  expect(await direct.prisma.outboxRow.count()).toBe(40);
  expect(await direct.prisma.conversation.count({ where: { holder: "waiting" } })).toBe(0);
  expect(workers.faults.every((fault) => fault.transient)).toBe(true);
  await workers.stop();
});

/** A message may be answered alone or with its neighbours; either way its words come in their order. */
function wordsIn(answers: readonly string[]): string[] {
  return answers.flatMap((answer) => answer.replace("Siap: ", "").split(" / "));
}

async function secondConnection(database: Database): Promise<Database> {
  const other = await openDatabase(database.url);
  onTestFinished(() => other.close());
  return other;
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

async function waitingForLocks(database: Database): Promise<number> {
  const rows = await database.prisma.$queryRaw<{ waiting: bigint }[]>(sql`
    SELECT COUNT(*) AS "waiting" FROM pg_stat_activity
    WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`);
  return Number(rows[0]?.waiting);
}

async function deadlocks(database: Database): Promise<number> {
  const rows = await database.prisma.$queryRaw<{ deadlocks: bigint }[]>(
    sql`SELECT "deadlocks" FROM pg_stat_database WHERE "datname" = current_database()`,
  );
  return Number(rows[0]?.deadlocks);
}

/** Another process that holds what everybody wants. */
async function locker(database: Database): Promise<{ lock: () => Promise<void>; unlock: () => Promise<void> }> {
  if (database.engine === "sqlite") {
    const other = new Sqlite(sqliteFile(database.url));
    onTestFinished(() => {
      other.close();
    });
    return { lock: () => whenFree(() => other.exec("BEGIN EXCLUSIVE")), unlock: async () => void other.exec("COMMIT") };
  }
  const other = await secondConnection(database);
  const { given: released, give: release } = signal();
  let done: Promise<unknown> = Promise.resolve();
  return {
    lock: () =>
      new Promise((resolve) => {
        done = other.transaction(async (tx) => {
          await tx.$executeRaw(sql`LOCK TABLE "Conversation" IN ACCESS EXCLUSIVE MODE`);
          resolve();
          await released;
        });
      }),
    unlock: async () => {
      release();
      await done;
    },
  };
}

/** The shop may be writing just now; its writes are short. */
async function whenFree(lock: () => unknown): Promise<void> {
  for (;;) {
    try {
      lock();
      return;
    } catch (error) {
      if (!isTransient(error)) throw error;
      await sleep(2);
    }
  }
}
