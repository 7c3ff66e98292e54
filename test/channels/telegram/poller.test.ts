import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChannelHealth } from "../../../src/channels/channel.ts";
import {
  createBusinessConnections,
  rememberedConnections,
} from "../../../src/channels/telegram/business-connections.ts";
import { createGrammyClient } from "../../../src/channels/telegram/grammy-client.ts";
import { poll } from "../../../src/channels/telegram/poller.ts";
import { createReceiver } from "../../../src/channels/telegram/receiver.ts";
import { RecordingIntake } from "../../contracts/recording-intake.ts";
import { startTelegramStandIn, type TelegramStandIn } from "../../fixtures/telegram/stand-in.ts";

const log = pino({ level: "silent" });
const waits = { conflict: () => 10, backoff: () => 10 };

describe("fetching updates", () => {
  let bot: TelegramStandIn;
  let intake: RecordingIntake;
  let health: ChannelHealth[];
  const running: { stop: AbortController; ended: Promise<void> }[] = [];

  beforeEach(async () => {
    bot = await startTelegramStandIn();
    intake = new RecordingIntake();
    health = [];
  });
  afterEach(async () => {
    for (const { stop } of running) stop.abort();
    await Promise.all(running.splice(0).map(({ ended }) => ended));
    await bot.stop();
  });

  function startPolling(token = bot.token): { stop: AbortController; ended: Promise<void> } {
    const client = createGrammyClient({ token, apiRoot: bot.apiRoot });
    const receiver = createReceiver(client, createBusinessConnections(client, rememberedConnections(), log), log);
    const stop = new AbortController();
    const parts = {
      client,
      log,
      waits,
      receive: (updates: readonly unknown[]) => receiver.receive("account", intake, updates),
      health: (now: ChannelHealth) => void health.push(now),
    };
    const one = { stop, ended: poll(parts, stop.signal) };
    running.push(one);
    return one;
  }

  const texts = () => intake.stored.map((event) => (event.body.type === "messageReceived" ? event.body.text : ""));

  it("what was stored but not yet confirmed when the shop died comes again and is the same event", async () => {
    const first = startPolling();
    await bot.until(bot.isPolled, "polling");
    bot.fail("getUpdates", { type: "dropBefore" }, 1);
    bot.customer(1).says("mau pesan");
    await intake.received("1");
    first.stop.abort();
    await first.ended;
    expect(bot.unconfirmed()).toBe(1);
    startPolling();
    await bot.until(() => bot.unconfirmed() === 0, "confirmation");
    expect(intake.offered).toBe(2);
    expect(texts()).toEqual(["mau pesan"]);
  });

  it("more messages than fit into one answer all arrive, in order", async () => {
    const lines = Array.from({ length: 250 }, (_, index) => `pesan ${index}`);
    for (const line of lines) bot.customer(1).says(line);
    startPolling();
    await intake.received("1", 250);
    expect(texts()).toEqual(lines);
  });

  it("told to slow down, it waits as long as it was told", async () => {
    bot.fail("getUpdates", { type: "tooMany", retryAfter: 1 }, 1);
    const begun = Date.now();
    startPolling();
    bot.customer(1).says("kak");
    await intake.received("1");
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1000);
    expect(bot.calls("getUpdates").filter((call) => call.status === 429)).toHaveLength(1);
  });

  it("a dropped line, a server error and a gateway's page only delay", async () => {
    bot.fail("deleteWebhook", { type: "dropBefore" }, 1);
    bot.fail("getUpdates", { type: "dropBefore" }, 1);
    bot.fail("getUpdates", { type: "serverError" }, 1);
    bot.fail("getUpdates", { type: "gatewayPage" }, 1);
    bot.customer(1).says("kak");
    startPolling();
    await intake.received("1");
    expect(health.filter((one) => one.state === "retrying")).toHaveLength(4);
    await expect.poll(() => health.at(-1)).toEqual({ state: "live" });
  });

  it("an answer lost after Telegram gave it out loses no message", async () => {
    bot.fail("getUpdates", { type: "dropAfter" }, 1);
    bot.customer(1).says("kak");
    startPolling();
    await intake.received("1");
    expect(texts()).toEqual(["kak"]);
  });

  it("two shops with one bot get in each other's way, yet every message is stored once", async () => {
    startPolling();
    await bot.until(bot.isPolled, "polling");
    startPolling();
    await bot.until(() => bot.calls("getUpdates").some((call) => call.status === 409), "the two to meet");
    bot.customer(1).says("kak");
    await bot.until(() => bot.unconfirmed() === 0, "confirmation");
    expect(texts()).toEqual(["kak"]);
  });

  it("a webhook that somebody left is removed, and what waits there is kept", async () => {
    await fetch(`${bot.apiRoot}/bot${bot.token}/setWebhook?url=https://toko.example/telegram/webhook`);
    bot.customer(1).says("ditulis sebelum buka");
    startPolling();
    await intake.received("1");
    await fetch(`${bot.apiRoot}/bot${bot.token}/setWebhook?url=https://toko.example/telegram/webhook`);
    bot.customer(1).says("ditulis sesudahnya");
    await intake.received("1", 2);
    for (const call of bot.calls("deleteWebhook")) expect(call.params).not.toHaveProperty("drop_pending_updates");
  });

  it("a refused token is reported, not hammered, and stopping still works", async () => {
    const wrong = startPolling("731000:salah");
    await expect.poll(() => health.at(-1)?.state).toBe("failed");
    expect(bot.calls()).toHaveLength(0);
    wrong.stop.abort();
    await wrong.ended;
    expect(health).toHaveLength(1);
  });

  it("an update that comes late and out of order does not make it ask again for what it has", async () => {
    startPolling();
    bot.customer(1).says("satu");
    bot.customer(1).says("dua");
    await intake.received("1", 2);
    await bot.redeliver({ times: 2, order: "reversed" });
    bot.customer(1).says("tiga");
    await intake.received("1", 3);
    const offsets = bot.calls("getUpdates").map((call) => Number(call.params.offset));
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
    expect(texts()).toEqual(["satu", "dua", "tiga"]);
  });
});
