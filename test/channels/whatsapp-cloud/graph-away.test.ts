import Fastify from "fastify";
import pino from "pino";
import { expect, onTestFinished, test, vi } from "vitest";
import { createWhatsAppCloudChannel } from "../../../src/channels/whatsapp-cloud/whatsapp-cloud-channel.ts";
import { whatsAppCloudRecords } from "../../../src/channels/whatsapp-cloud/whatsapp-cloud-store.ts";
import type { Engine } from "../../../src/database/database-url.ts";
import { eachEngine, freshDatabase } from "../../fixtures/database.ts";
import { seedRoad } from "../../fixtures/road.ts";
import { startGraphStandIn } from "../../fixtures/whatsapp-cloud/stand-in.ts";
import { type GraphCustomer, wordsIn } from "../../fixtures/whatsapp-cloud/stand-in-customer.ts";
import { staffed } from "../../fixtures/workers.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const SARI = { phone: "6281234567001", userId: "ID.1001", name: "Sari" };
const BUDI = { phone: "6281234567002", userId: "ID.1002", name: "Budi" };
const ANI = { phone: "6281234567003", userId: "ID.1003", name: "Ani" };

/** A small shop on the official WhatsApp whose clock stands still unless time is passed. */
async function openShop(engine: Engine) {
  let now = Date.now();
  const clock = () => now;
  const graph = await startGraphStandIn({ now: clock });
  const database = await freshDatabase(engine);
  await seedRoad(database);
  const { token, phoneNumberId, appSecret, verifyToken, apiRoot } = graph;
  const channel = await createWhatsAppCloudChannel({
    ...{ token, phoneNumberId, appSecret, verifyToken, apiRoot, clock },
    records: whatsAppCloudRecords(database),
    log: pino({ level: "silent" }),
  });
  const workers = await staffed(database, [channel], { clock });
  const door = Fastify({ forceCloseConnections: true });
  await door.register(channel.webhook(workers.accountOf(channel), workers.intake));
  const url = await door.listen({ port: 0, host: "127.0.0.1" });
  await graph.webhook.subscribe(`${url}/webhooks/whatsapp`, verifyToken);
  onTestFinished(async () => {
    await workers.stop();
    await door.close();
    await graph.stop();
  });
  const unsettled = { status: { in: ["queued", "sending"] } };
  return {
    graph,
    database,
    workers,
    pass: (ms: number) => {
      now += ms;
      workers.wake();
    },
    /** What they write is answered, whether or not the answer can go out. */
    answered: (count: number) =>
      expect.poll(() => database.prisma.outboxRow.count(), { timeout: 20_000 }).toBeGreaterThanOrEqual(count),
    /** The first row of each chat that waits was tried and may not be tried before time passes. */
    resting: (chats: number) =>
      expect
        .poll(() => database.prisma.outboxRow.count({ where: { status: "queued", notBefore: { gt: now } } }), {
          timeout: 20_000,
        })
        .toBe(chats),
    unsettled: () => database.prisma.outboxRow.count({ where: unsettled }),
  };
}

const screen = (customer: GraphCustomer) => customer.screen().map(wordsIn);

eachEngine((engine) => {
  test("the platform is out of reach for a minute while customers write on: every answer comes once and in order", async () => {
    const { graph, pass, answered, resting, unsettled } = await openShop(engine);
    const [sari, budi, ani] = [graph.customer(SARI), graph.customer(BUDI), graph.customer(ANI)];
    sari.says("halo");
    expect(wordsIn(await sari.hears())).toBe("Siap: halo");

    await graph.leave();
    const asked = ["satu", "dua", "tiga"];
    for (const [index, words] of asked.entries()) {
      sari.says(words);
      budi.says(words);
      await answered(1 + 2 * (index + 1));
      // Twenty seconds, tried again and again
      for (let tries = 0; tries < 4; tries++) {
        await resting(2);
        pass(5_000);
      }
    }
    await resting(2);
    await graph.comeBack();
    // Words that come before the next try do not overtake those that wait for it.
    sari.says("empat");
    await answered(8);
    ani.says("halo");
    expect(wordsIn(await ani.hears())).toBe("Siap: halo");
    expect(screen(sari)).toEqual(["Siap: halo"]);

    // It answers again, but is ill: once with its own error, once with a gateway's page.
    graph.fail("POST messages", { type: "refused", status: 503, code: 131016 }, 1, SARI.userId);
    graph.fail("POST messages", { type: "gatewayPage", status: 502 }, 1, SARI.userId);
    for (let tries = 0; tries < 2; tries++) {
      pass(5_000);
      await resting(1);
    }
    pass(5_000);
    await expect.poll(unsettled, { timeout: 20_000 }).toBe(0);
    expect(screen(sari)).toEqual(["halo", ...asked, "empat"].map((words) => `Siap: ${words}`));
    expect(screen(budi)).toEqual(asked.map((words) => `Siap: ${words}`));
  });

  test("one customer to whom nothing may go for a while holds up nobody else, and their own messages keep their order", async () => {
    const { graph, pass, answered, resting, unsettled } = await openShop(engine);
    const [sari, budi] = [graph.customer(SARI), graph.customer(BUDI)];
    graph.fail("POST messages", { type: "refused", status: 400, code: 131056 }, 1, SARI.userId);
    sari.says("satu");
    await resting(1);
    for (const words of ["dua", "tiga"]) {
      sari.says(words);
      budi.says(words);
      expect(wordsIn(await budi.hears())).toBe(`Siap: ${words}`);
    }
    await answered(5);
    budi.says("empat");
    await budi.hears();
    expect(screen(sari)).toEqual([]);
    pass(6_000);
    await expect.poll(unsettled, { timeout: 20_000 }).toBe(0);
    expect(screen(sari)).toEqual(["Siap: satu", "Siap: dua", "Siap: tiga"]);
  });
});
