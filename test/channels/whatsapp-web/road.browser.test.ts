import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import type { PaceSettings } from "../../../src/channels/connection.ts";
import { createWhatsAppWebChannel } from "../../../src/channels/whatsapp-web/whatsapp-web-channel.ts";
import { whatsAppWebRecords } from "../../../src/channels/whatsapp-web/whatsapp-web-store.ts";
import type { Engine } from "../../../src/database/database-url.ts";
import { takeOver } from "../../../src/staff/take-over.ts";
import { eachEngine, freshDatabase } from "../../fixtures/database.ts";
import { seedRoad } from "../../fixtures/road.ts";
import { StandInWorld } from "../../fixtures/whatsapp-web/stand-in-world.ts";
import { staffed } from "../../fixtures/workers.ts";

const SARI = "6281234567001@c.us";
const BUDI = "6281234567002@c.us";

/** A small shop whose number is live in a real browser. */
async function openShop(engine: Engine, pace: Partial<PaceSettings>) {
  const world = await StandInWorld.open();
  const dataDir = mkdtempSync(join(tmpdir(), "kopdar-whatsapp-"));
  const database = await freshDatabase(engine);
  await seedRoad(database);
  const channel = createWhatsAppWebChannel({
    dataDir,
    records: whatsAppWebRecords(database, Date.now),
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    pace,
    clock: Date.now,
    random: Math.random,
    log: pino({ level: process.env.SHOW_LOG ?? "silent" }),
    script: world.script("after September 2026"),
    waits: { restart: () => 100 },
  });
  const workers = await staffed(database, [channel]);
  onTestFinished(async () => {
    await workers.stop();
    world.close();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });
  const state = (type: string) => expect.poll(() => channel.connection.state().type, { timeout: 30_000 }).toBe(type);
  channel.connection.connect();
  await state("scan");
  world.scans();
  await state("live");
  return { world, database, channel, workers, state };
}

it("answers every message once on the whole road, however often the browser is killed, and stops when the seller writes", async () => {
  const { world, database, channel, workers, state } = await openShop("sqlite", {
    leastDelayMs: 300,
    mostDelayMs: 500,
  });
  const answers = () => world.seenBy(SARI).map(({ body }) => body);
  for (const round of [1, 2, 3]) {
    world.arrives(SARI, { body: `halo ${round}` });
    // In turn: before it is heard, while the answer waits its turn, and when it is on its way.
    if (round === 2) await world.until(() => world.acts.at(-1)?.type === "typing", "the bot to type");
    if (round === 3) await world.until(() => answers().length === 3, "the answer to arrive");
    process.kill(channel.processes().browser ?? 0, "SIGKILL");
    await expect.poll(() => answers().length, { timeout: 40_000 }).toBe(round);
    await state("live");
  }
  expect(answers()).toEqual(["Siap: halo 1", "Siap: halo 2", "Siap: halo 3"]);
  expect(world.doubled).toBe(0);
  await expect.poll(() => database.prisma.outboxRow.count({ where: { status: "sent" } }), { timeout: 20_000 }).toBe(3);
  // None of its own words was taken for the seller's.
  expect(await database.prisma.conversation.findMany()).toMatchObject([{ holder: "bot" }]);

  world.arrives(SARI, { fromMe: true, body: "saya lanjutkan ya kak" });
  await expect.poll(async () => (await database.prisma.conversation.findFirst())?.holder).not.toBe("bot");
  world.arrives(SARI, { body: "siap kak" });
  await expect.poll(() => database.prisma.inboxEvent.count({ where: { handledAt: { not: null } } })).toBe(5);
  expect(answers()).toHaveLength(4);
  expect(workers.faults).toEqual([]);
}, 120_000);

eachEngine((engine) => {
  it("never says what waited for its pace when a seller takes the chat over in the console", async () => {
    const { world, database, workers } = await openShop(engine, { leastDelayMs: 4_000, mostDelayMs: 4_000 });
    const rows = async (contact: string) =>
      (await database.prisma.outboxRow.findMany({ where: { conversation: { contact: { externalId: contact } } } })).map(
        ({ status }) => status,
      );
    const takenOver = async (contact: string) => {
      const { id } = await database.prisma.conversation.findFirstOrThrow({
        where: { contact: { externalId: contact } },
      });
      expect(await takeOver(workers.acts, id, "seller")).toMatchObject({ type: "takenOver" });
    };
    world.arrives(SARI, { body: "kak" });
    await world.until(() => world.acts.some(({ type }) => type === "typing"), "the bot to type");
    world.arrives(BUDI, { body: "min" });
    // Sari's answer is being typed, Budi's stands in line behind it.
    await expect.poll(() => rows(BUDI), { timeout: 10_000 }).toEqual(["sending"]);
    expect(await rows(SARI)).toEqual(["sending"]);
    await takenOver(BUDI);
    await takenOver(SARI);
    for (const contact of [SARI, BUDI])
      await expect.poll(() => rows(contact), { timeout: 15_000 }).toEqual(["withheld"]);
    expect([...world.seenBy(SARI), ...world.seenBy(BUDI)]).toEqual([]);
    expect(world.acts.filter(({ type }) => type === "typing")).toHaveLength(1);
    expect(workers.faults).toEqual([]);
  });
});
