import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callWithin } from "../../../src/channels/telegram/call-within.ts";
import { createGrammyClient } from "../../../src/channels/telegram/grammy-client.ts";
import { createTelegrafClient } from "../../../src/channels/telegram/telegraf-client.ts";
import { startTelegramStandIn, type TelegramStandIn } from "../../fixtures/telegram/stand-in.ts";

describe.each([
  ["grammY", createGrammyClient],
  ["telegraf", createTelegrafClient],
])("a call to Telegram through %s", (_, createClient) => {
  let bot: TelegramStandIn;
  beforeEach(async () => {
    bot = await startTelegramStandIn();
  });
  afterEach(() => bot.stop());

  const call = (method: string, params: object = {}, token = bot.token) =>
    callWithin(createClient({ token, apiRoot: bot.apiRoot }), method, params, new AbortController().signal, 150);

  it("brings what Telegram answered", async () => {
    expect(await call("getMe")).toMatchObject({ type: "done", result: { id: bot.botId } });
    expect(await call("getWebhookInfo")).toMatchObject({ type: "done", result: { url: "" } });
    expect(await call("sendMessage", { text: "x" })).toEqual({
      type: "refused",
      code: 400,
      description: "Bad Request: chat_id is empty",
    });
    expect(await call("getMe", {}, "731000:salah")).toMatchObject({ type: "refused", code: 401 });
  });

  it("brings how long to wait", async () => {
    bot.fail("getMe", { type: "tooMany", retryAfter: 7 });
    expect(await call("getMe")).toMatchObject({ type: "refused", code: 429, retryAfter: 7 });
  });

  it("is made once and given up when no answer comes", async () => {
    bot.fail("getMe", { type: "silent" });
    expect(await call("getMe")).toMatchObject({ type: "lost", written: true });
    bot.fail("getMe", { type: "dropAfter" });
    expect(await call("getMe")).toMatchObject({ type: "lost", written: true });
    expect(bot.calls("getMe")).toHaveLength(2);
  });

  it("knows a line that never was from one that broke", async () => {
    await bot.stop();
    expect(await call("getMe")).toEqual({ type: "lost", written: false, reason: "ECONNREFUSED" });
    bot = await startTelegramStandIn();
  });
});
