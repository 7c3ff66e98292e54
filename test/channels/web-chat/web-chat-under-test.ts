import Fastify, { type FastifyInstance } from "fastify";
import { v7 } from "uuid";
import type { Channel, Delivery, Intake } from "../../../src/channels/channel.ts";
import type { EventBody } from "../../../src/channels/message.ts";
import { createWebChatChannel } from "../../../src/channels/web-chat/web-chat-channel.ts";
import { webChatRoutes } from "../../../src/channels/web-chat/web-chat-routes.ts";
import type { Database } from "../../../src/database/database.ts";
import { Inbox } from "../../../src/inbox/inbox.ts";
import { openLiveUpdates } from "../../../src/live-updates.ts";
import { photoOf } from "../../../src/shop/photo/photo.ts";
import { keepPhoto, readPhoto } from "../../../src/shop/photo/photo-store.ts";
import type { ChannelUnderTest, StartChannel } from "../../contracts/channel-under-test.ts";
import type { RecordingIntake } from "../../contracts/recording-intake.ts";
import { freshDatabase } from "../../fixtures/database.ts";
import { seedShop, WEB_ACCOUNT } from "../../fixtures/shop.ts";
import { PageCustomer } from "./page-customer.ts";

/** The web chat for the contract: its server on a port of its own, and customers who behave as the page does. */
export const webChatUnderTest: StartChannel = async (recording) => {
  const database = await freshDatabase("sqlite");
  await seedShop(database);
  const live = openLiveUpdates(database);
  const customers: PageCustomer[] = [];
  const inbox = new Inbox({ database, clock: Date.now, newId: v7, quietMs: 0, onAccepted: () => undefined });
  const intake = bothOf(recording, inbox);

  const open = async (port: number) => {
    const channel = createWebChatChannel({ accountName: "Dapur Bu Ratna", clock: Date.now });
    const stop = new AbortController();
    const ended = channel.listen(WEB_ACCOUNT, intake, stop.signal);
    const server: FastifyInstance = Fastify({ forceCloseConnections: true });
    const pictureOf = (photo: string) => readPhoto(database, photo);
    await server.register(webChatRoutes, {
      database,
      account: WEB_ACCOUNT,
      channel,
      intake,
      live,
      pictureOf,
      clock: Date.now,
    });
    const url = await server.listen({ port, host: "127.0.0.1" });
    const close = async () => {
      stop.abort();
      await ended;
      await server.close();
    };
    return { channel: stored(database, channel, customers), url, close };
  };
  let shop = await open(0);
  const { url } = shop;
  return {
    get channel() {
      return shop.channel;
    },
    async customer() {
      const customer = await PageCustomer.at(url);
      customers.push(customer);
      return customer;
    },
    unconfirmed: () => customers.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0),
    allConfirmed: async () => void (await Promise.all(customers.map((customer) => customer.allConfirmed()))),
    redeliver: async () => void (await Promise.all(customers.map((customer) => customer.sayAllAgain()))),
    trouble: () => {
      throw new Error("Nothing stands between the shop and its own page that could go wrong.");
    },
    async restart(meanwhile) {
      await shop.close();
      await meanwhile();
      shop = await open(Number(new URL(url).port));
    },
    async stop() {
      await shop.close();
      await live.close();
    },
  } satisfies ChannelUnderTest;
};

/** Opening the page makes a chat, so the contract hears of an opening only where it says where somebody came from. */
function bothOf(recording: RecordingIntake, inbox: Inbox): Intake {
  const isPlainOpening = (body: EventBody) => body.type === "chatStarted" && body.source === undefined;
  return {
    accept: async (account, events) => {
      const told = events.filter(({ body }) => !isPlainOpening(body));
      if (told.length > 0) await recording.accept(account, told);
      return inbox.accept(account, events);
    },
    receipt: (account, receipts) => recording.receipt(account, receipts),
  };
}

/** Sends as the outbox does: the row is stored as being sent, and every page that is told reads it. */
function stored(database: Database, channel: Channel, customers: readonly PageCustomer[]): Channel {
  return {
    ...channel,
    send: async (delivery, signal) => {
      await storeRow(database, delivery);
      const result = await channel.send(delivery, signal);
      for (const customer of customers) await customer.read();
      return result;
    },
  };
}

async function storeRow(database: Database, { rowId, contact, message, externalIdToEdit }: Delivery): Promise<void> {
  const { prisma } = database;
  const photo = message.image && photoOf(Buffer.from(message.image.data, "base64"));
  if (photo) await keepPhoto(database, photo, { who: "test", at: Date.now() });
  const { id, sequence } = await prisma.conversation.findFirstOrThrow({ where: { contact: { externalId: contact } } });
  await prisma.conversation.update({ where: { id }, data: { sequence: sequence + 1 } });
  const picture = photo ? { photo: photo.id } : {};
  const body = { ...message, ...picture, ...(externalIdToEdit === undefined ? {} : { replaces: externalIdToEdit }) };
  await prisma.outboxRow.create({
    data: {
      id: rowId,
      key: rowId,
      conversationId: id,
      accountId: WEB_ACCOUNT,
      sequence: sequence + 1,
      version: 0,
      author: "bot",
      purpose: "reply",
      priority: 0,
      body: JSON.stringify(body),
      status: "sending",
      notBefore: 0,
      afterCrash: "repeat",
      createdAt: Date.now(),
    },
  });
}
