import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel } from "../../../src/channels/channel.ts";
import { OutgoingMessage } from "../../../src/channels/message.ts";
import { createTelegramChannel, type TelegramDriver } from "../../../src/channels/telegram/telegram-channel.ts";
import { JPEG, png } from "../../fixtures/pictures.ts";
import { startTelegramStandIn, type TelegramStandIn } from "../../fixtures/telegram/stand-in.ts";
import { isUpload } from "../../fixtures/telegram/stand-in-params.ts";

const never = new AbortController().signal;
const SARI = 7001;
const image = { data: JPEG.toString("base64"), mime: "image/jpeg" };
const CAPTION = "Brownies\nRp50.000 per pcs";
const unusable = { type: "refused", code: 400, description: "Bad Request: IMAGE_PROCESS_FAILED" } as const;

describe.each(["grammy", "telegraf"] as const)("pictures on Telegram by %s", (driver: TelegramDriver) => {
  let bot: TelegramStandIn;
  let channel: Channel;
  beforeEach(async () => {
    bot = await startTelegramStandIn();
    bot.customer(SARI).says("kak");
    const log = pino({ level: "silent" });
    channel = await createTelegramChannel({ token: bot.token, apiRoot: bot.apiRoot, driver, log });
  });
  afterEach(() => bot.stop());

  const send = (message: { text: string; [part: string]: unknown }, edited?: string) =>
    channel.send(
      {
        rowId: randomUUID(),
        contact: `${SARI}`,
        message: OutgoingMessage.parse(message),
        ...(edited === undefined ? {} : { externalIdToEdit: edited }),
      },
      never,
    );
  // A library may put the file beside the parameter, and name it there.
  const photos = () =>
    bot.calls("sendPhoto").map(({ params: { photo, ...beside } }) => {
      const name =
        typeof photo === "string" && photo.startsWith("attach://") ? photo.slice("attach://".length) : undefined;
      return name === undefined ? photo : beside[name];
    });
  const seen = () =>
    bot.messagesTo(SARI).map(({ text, caption, photo }) => ({ words: text ?? caption, photo: photo !== undefined }));

  it("one is uploaded once, and goes by Telegram's own id from then on", async () => {
    expect(await send({ text: CAPTION, image })).toMatchObject({ type: "sent" });
    expect(await send({ text: "Ini lagi, Kak", image })).toMatchObject({ type: "sent" });
    const [first, second] = photos();
    expect(isUpload(first) && { name: first.filename, bytes: first.bytes }).toEqual({ name: "foto.jpg", bytes: JPEG });
    expect(typeof second).toBe("string");
    const other = { data: png().toString("base64"), mime: "image/png" };
    await send({ text: "Yang lain", image: other });
    const third = photos()[2];
    expect(isUpload(third) && third.filename).toBe("foto.png");
    expect(seen()).toEqual([CAPTION, "Ini lagi, Kak", "Yang lain"].map((words) => ({ words, photo: true })));
  });

  it("an id that Telegram knows no more is not the end of it: it is uploaded anew", async () => {
    await send({ text: CAPTION, image });
    bot.fail("sendPhoto", {
      type: "refused",
      code: 400,
      description: "Bad Request: wrong file identifier/HTTP URL specified",
    });
    expect(await send({ text: CAPTION, image })).toMatchObject({ type: "sent" });
    expect(photos().map((photo) => typeof photo)).toEqual(["object", "string", "object"]);
    expect(seen()).toHaveLength(2);
  });

  it("one that Telegram cannot use takes nothing from the words", async () => {
    bot.fail("sendPhoto", unusable);
    const choices = [{ id: "yes", label: "Mau" }];
    expect(await send({ text: CAPTION, image, choices })).toMatchObject({ type: "sent" });
    expect(seen()).toEqual([{ words: CAPTION, photo: false }]);
    expect(bot.messagesTo(SARI)[0]?.reply_markup?.inline_keyboard.flat()).toMatchObject([{ text: "Mau" }]);
  });

  it("words too long to stand beneath it come after it, whole", async () => {
    const text = "Keterangan panjang sekali. ".repeat(60).trim();
    expect(await send({ text, image })).toMatchObject({ type: "sent" });
    expect(seen()).toEqual([
      { words: undefined, photo: true },
      { words: text, photo: false },
    ]);
    bot.fail("sendPhoto", unusable, 2);
    expect(await send({ text, image })).toMatchObject({ type: "sent" });
    expect(seen().slice(2)).toEqual([{ words: text, photo: false }]);
  });

  it("told to wait, nothing is delivered; an answer lost on the way is never sent twice", async () => {
    bot.fail("sendPhoto", { type: "tooMany", retryAfter: 4 });
    expect(await send({ text: CAPTION, image })).toMatchObject({ type: "retry", afterMs: 4_000 });
    expect(seen()).toEqual([]);
    bot.fail("sendPhoto", { type: "dropAfter" });
    expect(await send({ text: CAPTION, image })).toMatchObject({ type: "unknown" });
    expect(seen()).toHaveLength(1);
    bot.fail("sendPhoto", { type: "blocked" });
    expect(await send({ text: CAPTION, image })).toMatchObject({ type: "blocked" });
    expect(seen()).toHaveLength(1);
  });

  it("words that are to stand in its place are sent anew, and so is a picture in the place of words", async () => {
    const picture = await send({ text: CAPTION, image });
    expect(await send({ text: "Sudah habis, Kak" }, picture.type === "sent" ? picture.externalId : "")).toMatchObject({
      type: "sent",
    });
    const words = await send({ text: "Sebentar ya" });
    await send({ text: CAPTION, image }, words.type === "sent" ? words.externalId : "");
    expect(seen().map(({ photo }) => photo)).toEqual([true, false, false, true]);
  });
});
