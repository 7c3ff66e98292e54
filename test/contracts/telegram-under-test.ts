import { createServer, type RequestListener, type Server } from "node:http";
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from "fastify";
import { pino } from "pino";
import { createTelegramChannel, type TelegramDriver } from "../../src/channels/telegram/telegram-channel.ts";
import { startTelegramStandIn, type TelegramStandIn } from "../fixtures/telegram/stand-in.ts";
import type { Fault } from "../fixtures/telegram/stand-in-faults.ts";
import type { StandInMessage } from "../fixtures/telegram/stand-in-world.ts";
import type { ChannelUnderTest, ContractCustomer, Shown, StartChannel, Trouble } from "./channel-under-test.ts";
import type { RecordingIntake } from "./recording-intake.ts";

const account = "telegram-account";

const faults: { readonly [trouble in Trouble]: Fault } = {
  blocked: { type: "blocked" },
  tooMany: { type: "tooMany", retryAfter: 3 },
  serverError: { type: "serverError", code: 502 },
  lostBeforeDelivery: { type: "dropBefore" },
  lostAfterDelivery: { type: "dropAfter" },
};

/** Telegram for the contract: a stand-in, and the channel over real HTTP, polled or pushed to. */
export function telegramUnderTest(driver: TelegramDriver, way: "polling" | "webhook"): StartChannel {
  return async (intake) => {
    const bot = await startTelegramStandIn();
    const door = way === "webhook" ? await openDoor() : undefined;
    let listening = await listen(bot, driver, intake, door);
    let lastCustomer = 7000;
    return {
      get channel() {
        return listening.channel;
      },
      customer() {
        lastCustomer += 1;
        return telegramCustomer(bot, lastCustomer);
      },
      unconfirmed: bot.unconfirmed,
      async allConfirmed() {
        await bot.until(() => bot.unconfirmed() === 0, "all updates to be confirmed", 10_000);
      },
      redeliver: () => bot.redeliver(),
      trouble: (kind) => bot.fail("sendMessage", faults[kind]),
      async restart(meanwhile) {
        await listening.end();
        await meanwhile();
        listening = await listen(bot, driver, intake, door);
      },
      async stop() {
        await listening.end();
        door?.server.closeAllConnections();
        door?.server.close();
        await bot.stop();
      },
    } satisfies ChannelUnderTest;
  };
}

/** An address that stays while the shop behind it comes and goes. */
interface Door {
  readonly url: string;
  readonly server: Server;
  shop: RequestListener | undefined;
}

async function openDoor(): Promise<Door> {
  const server = createServer((request, response) => {
    if (door.shop) door.shop(request, response);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const door: Door = { url: `http://127.0.0.1:${port}`, server, shop: undefined };
  return door;
}

async function listen(bot: TelegramStandIn, driver: TelegramDriver, intake: RecordingIntake, door: Door | undefined) {
  const channel = await createTelegramChannel({
    token: bot.token,
    apiRoot: bot.apiRoot,
    driver,
    log: pino({ level: "silent" }),
    ...(door ? { webhookUrl: door.url, webhookSecret: "rahasia-toko_1" } : {}),
  });
  const stop = new AbortController();
  const shop = door ? await openShop(channel.webhook(account, intake)) : undefined;
  if (door && shop) door.shop = (request, response) => shop.routing(request, response);
  const before = bot.calls(door ? "setWebhook" : "getUpdates").length;
  const ended = channel.listen(account, intake, stop.signal);
  const begun = () => (door ? bot.calls("setWebhook") : bot.calls("getUpdates")).length > before || bot.isPolled();
  await bot.until(begun, "the channel to listen");
  return {
    channel,
    async end() {
      if (door) door.shop = undefined;
      stop.abort();
      await ended;
      await shop?.close();
    },
  };
}

async function openShop(plugin: FastifyPluginAsync | undefined): Promise<FastifyInstance> {
  if (!plugin) throw new Error("The channel has no webhook");
  const shop = Fastify();
  await shop.register(plugin);
  await shop.ready();
  return shop;
}

function telegramCustomer(bot: TelegramStandIn, id: number): ContractCustomer {
  const customer = bot.customer(id);
  const shown = (message: StandInMessage): Shown => ({
    id: `${message.message_id}`,
    text: message.text ?? message.caption ?? "",
    buttons: message.reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? keysBeneath(message),
    ...(message.location ? { location: message.location } : {}),
  });
  // The keyboard stands beneath the whole chat, so it counts with the last message.
  const keysBeneath = (message: StandInMessage): string[] => {
    if (bot.messagesTo(id).at(-1) !== message) return [];
    return (
      customer
        .chat()
        .keyboard?.keyboard.flat()
        .map((key) => key.text) ?? []
    );
  };
  const byId = (messageId: string) => {
    const message = customer.chat().messages.find((one) => `${one.message_id}` === messageId);
    if (!message) throw new Error(`There is no message ${messageId}`);
    return message;
  };
  return {
    contact: `${id}`,
    opens: (source) => void customer.starts(source),
    says: (text) => ({ id: `${customer.says(text).message_id}` }),
    changes: (said, text) => void customer.edits(byId(said.id), text),
    taps: (message, label) => void customer.taps(byId(message.id), label),
    sharesNumber: (phone) => void customer.sharesContact({ phone }),
    sharesLocation: (latitude, longitude) => void customer.sharesLocation(latitude, longitude),
    doesSomethingUnknown() {
      customer.sends({ pinned_message: { message_id: 1, date: 1, chat: { id, type: "private" } } });
      bot.pushes("message_from_the_future", { from: customer.user, words: "?" });
    },
    screen: () => bot.messagesTo(id).map(shown),
    looksAt(message) {
      const sizes = byId(message.id).photo;
      const file = Array.isArray(sizes) ? bot.file(`${sizes.at(-1)?.file_id}`) : undefined;
      return file?.toString("base64");
    },
    signs: () => bot.calls("sendChatAction").filter(({ params }) => `${params.chat_id}` === `${id}`).length,
    removes: (message) => void customer.chat().messages.splice(customer.chat().messages.indexOf(byId(message.id)), 1),
  };
}
