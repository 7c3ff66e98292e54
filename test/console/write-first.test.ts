import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { Abilities, ChannelHealth } from "../../src/channels/channel.ts";
import type { Sender } from "../../src/channels/message.ts";
import { whatsAppCloudAbilities } from "../../src/channels/whatsapp-cloud/whatsapp-cloud-abilities.ts";
import { whatsAppWebAbilities } from "../../src/channels/whatsapp-web/plan-parts.ts";
import type { WriteFirstView } from "../../src/console/write-first-view.ts";
import type { Database } from "../../src/database/database.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { ownNumberWithoutBrowser } from "../fixtures/own-number.ts";
import { type Road, said } from "../fixtures/road.ts";
import { seedConversation, seedShop, seedStaff, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";
import { bodyOf, HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

const NOW = Date.parse("2026-11-18T10:00:00+07:00");
const OWN = "own-account";
const CLOUD = "cloud-account";
const SHOPS_OWN = "+6281230009000";

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  let road: Road;
  let rina: HttpBrowser;
  let rinaId: string;
  let abilities: Record<string, Abilities>;
  let states: Record<string, ChannelHealth["state"]>;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    rinaId = await seedStaff(database, "rina", "seller");
    await seedStaff(database, "doni", "seller");
    await seedStaff(database, "bos", "owner");
    for (const [id, channel] of [
      [OWN, "whatsapp-web"],
      [CLOUD, "whatsapp-cloud"],
    ] as const)
      await database.prisma.channelAccount.create({ data: { id, channel, externalId: id, name: channel } });
    road = openTalkingRoad(database, { now: NOW });
    server = await openWebServer(database, {
      clock: road.now,
      channelOf: (id) => {
        const known = abilities[id];
        return known && { abilities: known, media: async () => ({ type: "gone" }) };
      },
      healthOf: (id) => (states[id] === undefined ? undefined : { state: states[id] }),
      ownNumber: {
        ...ownNumberWithoutBrowser(database).connection,
        state: () => ({ type: "live", phone: SHOPS_OWN, name: "Dapur Bu Ratna" }),
      },
    });
    rina = await signedIn("rina");
    ownNumber("live");
  });

  const signedIn = async (username: string) => {
    const browser = new HttpBrowser(server.url);
    await browser.enter(database, username);
    return browser;
  };
  /** The shop sells on its own number alone, and that is in this state. */
  const ownNumber = (state: ChannelHealth["state"]) => {
    abilities = { [OWN]: whatsAppWebAbilities };
    states = { [OWN]: state };
  };
  const wayTo = async (whom: Record<string, string>, browser = rina) =>
    bodyOf<WriteFirstView>(await browser.get(`/console/api/write-first?${new URLSearchParams(whom)}`));
  const write = (body: object, browser = rina) =>
    browser.post("/console/api/write-first", { id: v7(), text: "Halo Kak, ini Dapur Bu Ratna", ...body });
  const begun = async (body: object, browser = rina) => {
    // Nobody writes to strangers so often: an hour lies between two of them.
    road.pass(3_600_001);
    return (await bodyOf<{ conversation: string }>(await write(body, browser))).conversation;
  };
  let last = 1000;
  const newNumber = () => {
    last += 1;
    return `+628123000${last}`;
  };
  const writes = async (account: string, sender: Sender, text = "iya kak") => {
    await road.inbox.accept(account, [{ sender, body: said(text), platformId: v7(), platformAt: road.now() }]);
    await road.turns();
  };
  const conversation = (id: string) =>
    database.prisma.conversation.findUniqueOrThrow({
      where: { id },
      include: { contact: { include: { customer: true } }, outbox: { orderBy: { sequence: "asc" } }, events: true },
    });

  it("a number that never wrote gets one seller's words, and the chat is theirs from the start", async () => {
    const phone = newNumber();
    expect(await wayTo({ phone: `0${phone.slice(3)}` })).toEqual({
      ...{ phone, isVouched: false, chats: [] },
      way: { type: "number", channel: "whatsapp-web" },
    });
    const id = await begun({ phone: `0${phone.slice(3)}`, name: "Bu Tatik" });
    const { holder, contact, outbox, customerAt } = await conversation(id);
    expect([holder, customerAt]).toEqual([rinaId, null]);
    expect(contact).toMatchObject({ accountId: OWN, externalId: `${phone.slice(1)}@c.us`, phone, name: "Bu Tatik" });
    expect(contact.customer).toMatchObject({ name: "Bu Tatik", phone, phoneVerified: true });
    expect(outbox).toMatchObject([{ author: rinaId, purpose: "reply", status: "queued", accountId: OWN }]);
    expect(await database.prisma.audit.count({ where: { what: "wroteFirst", who: rinaId, subject: id } })).toBe(1);
  });

  it("a double click, or an answer lost on the way, sends the words once", async () => {
    const [phone, id] = [newNumber(), v7()];
    road.pass(3_600_001);
    const both = await Promise.all([write({ phone, id }), write({ phone, id })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const [one, other] = await Promise.all(both.map((response) => bodyOf<{ conversation: string }>(response)));
    expect(one).toEqual(other);
    expect((await conversation(one?.conversation ?? "")).outbox).toHaveLength(1);
    expect(await database.prisma.customer.count({ where: { phone } })).toBe(1);
  });

  it("their answer comes into the same thread, of the same customer, and the bot keeps silent", async () => {
    const phone = newNumber();
    const id = await begun({ phone });
    await writes(OWN, { externalId: `${phone.slice(1)}@c.us`, phone, name: "Tatik" });
    const { holder, events, outbox, contact } = await conversation(id);
    expect([holder, events.length, outbox.length]).toEqual([rinaId, 1, 1]);
    expect(await database.prisma.contact.count({ where: { phone } })).toBe(1);
    expect(contact.customer.phone).toBe(phone);
  });

  it("handed back before they answer, the bot says nothing to somebody who never wrote", async () => {
    const id = await begun({ phone: newNumber() });
    expect((await rina.post(`/console/api/conversations/${id}/hand-back`)).status).toBe(204);
    await road.turns();
    expect((await conversation(id)).outbox).toMatchObject([{ author: rinaId }]);
  });

  it("who gave that number elsewhere, vouched for by the platform, stays one customer", async () => {
    const phone = newNumber();
    await writes(WEB_ACCOUNT, { externalId: "telegram-like", name: "Sari", phone }, "halo");
    const { contact } = await database.prisma.conversation.findFirstOrThrow({
      where: { contact: { externalId: "telegram-like" } },
      include: { contact: true },
    });
    expect(await wayTo({ customer: contact.customerId })).toMatchObject({
      ...{ name: "Sari", phone, isVouched: true, chats: [{ channel: "web-chat" }] },
      way: { type: "number" },
    });
    const id = await begun({ customer: contact.customerId, phone });
    expect((await conversation(id)).contact.customerId).toBe(contact.customerId);
  });

  it("a number that was merely typed joins nobody: whoever answers is a customer of their own", async () => {
    const typed = await seedConversation(database, "typed-it");
    const phone = newNumber();
    const { contact } = await database.prisma.conversation.findUniqueOrThrow({
      where: { id: typed },
      include: { contact: true },
    });
    await database.prisma.customer.update({ where: { id: contact.customerId }, data: { phone } });
    expect(await wayTo({ customer: contact.customerId })).toMatchObject({ phone, isVouched: false });
    const begin = await conversation(await begun({ customer: contact.customerId, phone }));
    expect(begin.contact.customerId).not.toBe(contact.customerId);
    expect(begin.contact.customer.name).toBe("Sari");
  });

  it("who has a WhatsApp chat already is answered in it, whoever wrote to a colleague's not at all", async () => {
    const phone = newNumber();
    await writes(OWN, { externalId: "7007@lid", phone, name: "Budi" }, "halo");
    const { id } = await database.prisma.conversation.findFirstOrThrow({
      where: { contact: { externalId: "7007@lid" } },
    });
    expect(await wayTo({ phone })).toMatchObject({ way: { type: "chat" }, chats: [{ conversationId: id }] });
    expect(await begun({ phone })).toBe(id);
    expect((await conversation(id)).holder).toBe(rinaId);
    expect(await database.prisma.contact.count({ where: { phone } })).toBe(1);
    expect((await write({ phone }, await signedIn("doni"))).status).toBe(409);
  });

  it("who blocked the shop or asked to be forgotten is not written to", async () => {
    const blocked = newNumber();
    const chat = await begun({ phone: blocked });
    await database.prisma.contact.updateMany({ where: { phone: blocked }, data: { blockedAt: 1n } });
    expect(await wayTo({ phone: blocked })).toMatchObject({ way: { type: "refused", why: "blocked" }, chats: [] });
    expect((await write({ phone: blocked })).status).toBe(409);
    expect((await conversation(chat)).outbox).toHaveLength(1);

    const erased = newNumber();
    const gone = await conversation(await begun({ phone: erased }));
    const bos = await signedIn("bos");
    const { customerId } = gone.contact;
    expect((await bos.post(`/console/api/customers/${customerId}/erase`, { sure: "hapus" })).status).toBe(204);
    expect((await rina.get(`/console/api/write-first?customer=${customerId}`)).status).toBe(404);
    const refused = await write({ phone: erased });
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: "erased" }]);
    // Who writes again of their own will is somebody to talk with.
    await writes(OWN, { externalId: `${erased.slice(1)}@c.us`, phone: erased }, "halo, saya lagi");
    expect((await write({ phone: erased })).status).toBe(200);
  });

  it("the shop writes to ten strangers in an hour at most, and then to those it knows", async () => {
    road.pass(3_600_001);
    const numbers = Array.from({ length: 10 }, newNumber);
    for (const phone of numbers) expect((await write({ phone })).status).toBe(200);
    const refused = await write({ phone: newNumber() });
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: "tooManyStrangers" }]);
    expect((await write({ phone: numbers[0] })).status).toBe(200);
    road.pass(3_600_001);
    expect((await write({ phone: newNumber() })).status).toBe(200);
  });

  it("at the same instant, too, it is ten; and one who is written to by two is one stranger", async () => {
    const begunSoFar = () => database.prisma.audit.count({ where: { what: "wroteFirst" } });
    const doni = await signedIn("doni");
    road.pass(3_600_001);
    const before = await begunSoFar();
    const all = await Promise.all(
      Array.from({ length: 16 }, (_, at) => write({ phone: newNumber() }, at % 2 ? doni : rina)),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(await begunSoFar()).toBe(before + 10);
    road.pass(3_600_001);
    for (const phone of [newNumber(), newNumber(), newNumber()]) {
      const both = await Promise.all([write({ phone }), write({ phone }, doni)]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    }
    expect(await begunSoFar()).toBe(before + 13);
  });

  it("the shop does not write to the number that it writes from", async () => {
    expect((await wayTo({ phone: "081230009000" })).way).toEqual({ type: "refused", why: "shopsOwn" });
    const refused = await write({ phone: "0812-3000-9000" });
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: "shopsOwn" }]);
    expect(await database.prisma.contact.count({ where: { phone: SHOPS_OWN } })).toBe(0);
  });

  it("a number is read as people write it down", async () => {
    const phone = newNumber();
    const national = phone.slice(3);
    for (const typed of [
      `0${national}`,
      national,
      `+62 0${national}`,
      `0062${national}`,
      `\u202a+62 ${national}\u202c`,
    ])
      expect(await wayTo({ phone: typed })).toMatchObject({ phone });
    expect(await wayTo({ phone: "\u202a+81 90-1234-5678" })).toMatchObject({ phone: "+819012345678" });
  });

  it("where no number of the shop's can, the seller is told why, and nothing is kept", async () => {
    const phone = newNumber();
    const tries: readonly [() => void, string][] = [
      [() => ownNumber("stopped"), "notConnected"],
      [() => ownNumber("failed"), "notConnected"],
      [() => (abilities = {}), "noWhatsApp"],
      [() => (abilities = { [CLOUD]: whatsAppCloudAbilities }), "noTemplate"],
    ];
    for (const [happens, why] of tries) {
      happens();
      states = { ...states, [CLOUD]: "live" };
      expect((await wayTo({ phone })).way).toEqual({ type: "link", why });
      expect((await write({ phone })).status).toBe(409);
    }
    expect(await database.prisma.contact.count({ where: { phone } })).toBe(0);
    ownNumber("live");
  });

  it("the official number goes first where it has a template, and only with words that fit one", async () => {
    abilities = { [OWN]: whatsAppWebAbilities, [CLOUD]: { ...whatsAppCloudAbilities, templateLetters: 40 } };
    states = { [OWN]: "live", [CLOUD]: "live" };
    const phone = newNumber();
    expect((await wayTo({ phone })).way).toEqual({ type: "number", channel: "whatsapp-cloud", templateLetters: 40 });
    expect((await write({ phone, text: "a".repeat(41) })).status).toBe(409);
    const { contact } = await conversation(await begun({ phone }));
    expect(contact).toMatchObject({ accountId: CLOUD, externalId: phone.slice(1) });
    // The number answers under the id that the platform has for it.
    await writes(CLOUD, { externalId: phone.slice(1), phone });
    expect(await database.prisma.contact.count({ where: { phone } })).toBe(1);
    ownNumber("live");
  });

  it("what is no number, and empty words, are refused", async () => {
    for (const body of [{ phone: "0812" }, { phone: "halo" }, {}, { phone: newNumber(), text: "  " }])
      expect((await write(body)).status).toBe(400);
    expect((await rina.get("/console/api/write-first")).status).toBe(400);
    expect((await rina.get("/console/api/write-first?customer=nobody")).status).toBe(404);
  });
});
