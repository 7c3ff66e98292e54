import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterEach, describe, expect, test } from "vitest";
import { startApp } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import { type Database, openDatabase } from "../../../src/database/database.ts";
import type { Engine } from "../../../src/database/database-url.ts";
import { eachEngine, freshDatabaseUrl } from "../../fixtures/database.ts";
import {
  type GraphStandIn,
  type GraphStandInOptions,
  startGraphStandIn,
} from "../../fixtures/whatsapp-cloud/stand-in.ts";
import { keysOf, wordsIn } from "../../fixtures/whatsapp-cloud/stand-in-customer.ts";
import type { GraphMessage } from "../../fixtures/whatsapp-cloud/stand-in-world.ts";

const LIMIT = 60_000;
const SARI = { phone: "6281234567001", userId: "ID.13491208655302741", name: "Sari" };
const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

interface Shop {
  readonly graph: GraphStandIn;
  readonly database: Database;
}

/** The demo shop as a process would run it, connected to a Graph API of our own. */
async function openShop(
  engine: Engine,
  options: GraphStandInOptions = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<Shop> {
  const graph = await startGraphStandIn(options);
  const dataDir = await mkdtemp(join(tmpdir(), "kopdar-whatsapp-"));
  const url = await freshDatabaseUrl(engine);
  const environment = {
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    PORT: "0",
    TURN_QUIET_MS: "20",
    WHATSAPP_CLOUD_TOKEN: graph.token,
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: graph.phoneNumberId,
    WHATSAPP_CLOUD_APP_SECRET: graph.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: graph.verifyToken,
    WHATSAPP_CLOUD_API_ROOT: graph.apiRoot,
    ...settings,
  };
  const app = await startApp(readConfig(environment, dataDir), pino({ level: "silent" }));
  const database = await openDatabase(url);
  running.push(
    () => graph.stop(),
    () => rm(dataDir, { recursive: true, force: true }),
    () => app.stop(),
    () => database.close(),
  );
  await graph.webhook.subscribe(`${app.url}/webhooks/whatsapp`, graph.verifyToken);
  return { graph, database };
}

function labels({ content }: GraphMessage): string[] {
  return keysOf(content.interactive).map(({ title }) => title);
}

function rows({ database }: Shop) {
  return database.prisma.outboxRow.findMany({ where: { attempts: { gt: 0 } }, orderBy: { sequence: "asc" } });
}

eachEngine((engine) => {
  describe("a shop on the official WhatsApp", () => {
    test("a customer types and taps an order, and the shop knows that it was read", { timeout: LIMIT }, async () => {
      const shop = await openShop(engine);
      const { graph, database } = shop;
      const sari = graph.customer(SARI);
      sari.says("kak mau brownies kukus 1, cod ke Jl. Melati 5 Beji");
      const flavour = await sari.hears();
      expect(labels(flavour)).toEqual(["coklat", "keju", "pandan"]);
      sari.taps(flavour, "keju");
      let last = await sari.hears();
      for (let asked = 0; asked < 6 && !wordsIn(last).includes("Atas nama"); asked++) {
        if (labels(last).includes("kecil")) sari.taps(last, "kecil");
        else sari.says("6281234567001");
        last = await sari.hears();
      }
      expect(wordsIn(last)).toContain("+6281234567001");
      sari.taps(last, "Ya, pesan");
      const card = await sari.hears();
      expect(wordsIn(card)).toContain("Pesanan #1001");
      const [order] = await database.prisma.order.findMany({ include: { customer: true } });
      expect(order).toMatchObject({ number: "1001", customer: { phone: "+6281234567001", phoneVerified: true } });
      const seen = sari.screen();
      for (const message of seen) graph.receipt(message, "read");
      const read = async () => (await rows(shop)).filter(({ status }) => status === "read");
      await expect.poll(async () => (await read()).length, { timeout: 10_000 }).toBe(seen.length);
    });

    test("an answer lost on the line is settled by its receipt: said once, and known as said", {
      timeout: LIMIT,
    }, async () => {
      const shop = await openShop(engine);
      shop.graph.fail("POST messages", { type: "dropAfter" });
      const sari = shop.graph.customer(SARI);
      sari.says("halo kak");
      const reply = await sari.hears();
      await expect
        .poll(async () => (await rows(shop)).map(({ status, externalId }) => [status, externalId]), { timeout: 10_000 })
        .toEqual([["delivered", reply.id]]);
      sari.says("menu dong");
      await sari.hears();
      expect(sari.screen().filter((message) => wordsIn(message) === wordsIn(reply))).toHaveLength(1);
    });

    test("a platform that is ill for a while is waited for, and the reply comes once", { timeout: LIMIT }, async () => {
      const shop = await openShop(engine);
      shop.graph.fail("POST messages", { type: "refused", status: 503, code: 131016 });
      shop.graph.fail("POST messages", { type: "gatewayPage", status: 502 });
      const sari = shop.graph.customer(SARI);
      sari.says("halo kak");
      await sari.hears();
      await expect
        .poll(async () => (await rows(shop)).map(({ status }) => status), { timeout: 10_000 })
        .toEqual(["delivered"]);
      expect(sari.screen()).toHaveLength(1);
    });

    test("a message that WhatsApp refuses later, its window closed, goes once more as the template", {
      timeout: LIMIT,
    }, async () => {
      const options = { receipts: false, templates: new Map([["kabar_toko", "id"]]) };
      const shop = await openShop(engine, options, { WHATSAPP_CLOUD_TEMPLATE: "kabar_toko" });
      const sari = shop.graph.customer(SARI);
      sari.says("halo kak");
      const first = await sari.hears();
      const refused = [{ code: 131047, title: "Re-engagement message" }];
      shop.graph.receipt(first, "failed", refused);
      const second = await sari.hears();
      expect(second).toMatchObject({ type: "template", callbackData: first.callbackData });
      // The platform repeats itself, and then refuses the template too: nobody is told a third time.
      shop.graph.receipt(first, "failed", refused);
      shop.graph.receipt(second, "failed", refused);
      await expect
        .poll(async () => (await rows(shop)).map(({ status, error }) => [status, error]), { timeout: 10_000 })
        .toEqual([["failed", expect.stringMatching(/24 jam/)]]);
      expect(sari.screen()).toHaveLength(2);
    });

    test("without a template it is shown to staff with the reason", { timeout: LIMIT }, async () => {
      const shop = await openShop(engine, { receipts: false });
      const sari = shop.graph.customer(SARI);
      sari.says("halo kak");
      shop.graph.receipt(await sari.hears(), "failed", [{ code: 131047, title: "Re-engagement message" }]);
      await expect
        .poll(async () => (await rows(shop)).map(({ status, error }) => [status, error]), { timeout: 10_000 })
        .toEqual([["failed", expect.stringMatching(/24 jam/)]]);
      expect(sari.screen()).toHaveLength(1);
    });

    test("who stopped promos is known by a refused message as well", { timeout: LIMIT }, async () => {
      const shop = await openShop(engine, { receipts: false });
      const sari = shop.graph.customer(SARI);
      sari.says("halo kak");
      shop.graph.receipt(await sari.hears(), "failed", [{ code: 131050, title: "Stopped marketing messages" }]);
      const consents = () => shop.database.prisma.consent.findMany({ select: { purpose: true, given: true } });
      await expect.poll(consents, { timeout: 10_000 }).toEqual([{ purpose: "promo", given: false }]);
    });

    test("the seller's own phone takes the chat; what the shop itself sent never does", {
      timeout: LIMIT,
    }, async () => {
      const { graph, database } = await openShop(engine);
      const sari = graph.customer(SARI);
      sari.says("halo kak");
      const reply = await sari.hears();
      // The platform repeats an own message as if it had come from the phone, without its mark.
      sari.hearsFromSellersPhone(wordsIn(reply), { id: reply.id });
      await graph.until(() => graph.webhook.pending.length === 0, "the echo to be taken");
      const holder = async () => (await database.prisma.conversation.findFirstOrThrow()).holder;
      expect(await holder()).toBe("bot");
      sari.hearsFromSellersPhone("Halo Bu Sari, dengan Ratna sendiri ya");
      await expect.poll(holder, { timeout: 10_000 }).not.toBe("bot");
      expect(await database.prisma.conversation.count()).toBe(1);
    });

    test("a phone that the seller wrote to first is the same chat once the customer answers", {
      timeout: LIMIT,
    }, async () => {
      const { graph, database } = await openShop(engine);
      const sari = graph.customer(SARI);
      sari.hearsFromSellersPhone("Halo Bu Sari, pesanannya siap");
      await graph.until(() => graph.webhook.pending.length === 0, "the echo to be taken");
      sari.says("makasih kak");
      await graph.until(() => graph.webhook.pending.length === 0, "the answer to be taken");
      expect(await database.prisma.contact.findMany({ select: { externalId: true } })).toEqual([
        { externalId: SARI.phone },
      ]);
    });

    test("a call is refused where that is possible, and is one call however often it is told", {
      timeout: LIMIT,
    }, async () => {
      const { graph, database } = await openShop(engine);
      const sari = graph.customer(SARI);
      const call = sari.calls();
      sari.hangsUp(call);
      await graph.until(() => graph.methods.refusedCalls.includes(call), "the call to be refused");
      await graph.until(() => graph.webhook.pending.length === 0, "the webhooks to be taken");
      const events = await database.prisma.inboxEvent.findMany({ where: { kind: "callMissed" } });
      expect(events.map(({ body }) => JSON.parse(body))).toEqual([
        { type: "callMissed", video: false, phone: "+6281234567001" },
      ]);
    });

    test("one message that cannot be received is told to staff, and the next one goes out", {
      timeout: LIMIT,
    }, async () => {
      const shop = await openShop(engine);
      shop.graph.fail("POST messages", { type: "refused", status: 400, code: 131026 }, 2);
      const sari = shop.graph.customer(SARI);
      sari.says("halo kak");
      await expect
        .poll(async () => (await rows(shop)).map(({ status, error }) => [status, error]), { timeout: 10_000 })
        .toEqual([["failed", expect.stringContaining("131026")]]);
      expect((await shop.database.prisma.contact.findFirst())?.blockedAt).toBeNull();
      sari.says("menu dong");
      await sari.hears();
    });

    test("somebody whom nothing reaches for days is written to no more, until they write again", {
      timeout: LIMIT,
    }, async () => {
      const shop = await openShop(engine, { receipts: false });
      const { graph, database } = shop;
      const sari = graph.customer(SARI);
      sari.says("halo kak");
      const undeliverable = [{ code: 131026, title: "Message undeliverable" }];
      const message = await sari.hears();
      graph.receipt(message, "failed", undeliverable);
      const failed = async () => (await rows(shop)).filter(({ status }) => status === "failed").length;
      await expect.poll(failed, { timeout: 10_000 }).toBe(1);
      const blockedAt = async () => (await database.prisma.contact.findFirst())?.blockedAt ?? null;
      expect(await blockedAt()).toBeNull();
      const daysAgo = (days: number) => BigInt(Date.now() - days * 24 * 60 * 60_000);
      await database.prisma.outboxRow.updateMany({ data: { createdAt: daysAgo(4) } });
      await database.prisma.conversation.updateMany({ data: { customerAt: daysAgo(5) } });
      graph.receipt(message, "failed", undeliverable);
      await expect.poll(blockedAt, { timeout: 10_000 }).not.toBeNull();
      sari.says("kak?");
      await sari.hears();
      expect(await blockedAt()).toBeNull();
    });
  });
});
