import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MOST_MEDIA_BYTES } from "../../../src/channels/channel.ts";
import { createTelegramChannel, type TelegramChannel } from "../../../src/channels/telegram/telegram-channel.ts";
import { startTelegramStandIn, type TelegramStandIn } from "../../fixtures/telegram/stand-in.ts";
import type { StandInMessage } from "../../fixtures/telegram/stand-in-world.ts";

const never = new AbortController().signal;
const fileIn = (message: StandInMessage, part: string) => Object(message[part]).file_id;

describe.each(["grammy", "telegraf"] as const)("files that came by Telegram (%s)", (driver) => {
  let bot: TelegramStandIn;
  let channel: TelegramChannel;
  beforeEach(async () => {
    bot = await startTelegramStandIn();
    channel = await createTelegramChannel({
      token: bot.token,
      apiRoot: bot.apiRoot,
      driver,
      log: pino({ enabled: false }),
    });
  });
  afterEach(() => bot.stop());

  it("a voice note is fetched whole", async () => {
    const file = await channel.media(fileIn(bot.customer(1).sendsVoice(), "voice"), never);
    expect(file.type === "file" && Buffer.from(file.bytes).toString()).toBe("voice.ogg");
  });

  it("a file that Telegram does not know any more is gone", async () => {
    expect(await channel.media("no-such-file", never)).toEqual({ type: "gone" });
  });

  it("a file too large for bots, or for us, is left where it is", async () => {
    const id = fileIn(bot.customer(1).sendsVideo(), "video");
    bot.fail("getFile", { type: "refused", code: 400, description: "Bad Request: file is too big" });
    expect(await channel.media(id, never)).toEqual({ type: "tooLarge" });
    const large = bot.storesFile("besar.mp4", Buffer.alloc(MOST_MEDIA_BYTES + 1));
    expect(await channel.media(large, never)).toEqual({ type: "tooLarge" });
  });

  it("while Telegram is away nobody is told that the file is gone", async () => {
    const id = fileIn(bot.customer(1).sendsDocument("nota.pdf"), "document");
    bot.fail("getFile", { type: "dropBefore" });
    expect(await channel.media(id, never)).toEqual({ type: "away" });
    bot.fail("getFile", { type: "serverError", code: 502 });
    expect(await channel.media(id, never)).toEqual({ type: "away" });
    expect(await channel.media(id, never)).toMatchObject({ type: "file" });
  });
});
