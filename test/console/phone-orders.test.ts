import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { EventBody } from "../../src/channels/message.ts";
import type { PhoneDraftView, ProposalLink } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { type Road, said } from "../fixtures/road.ts";
import { seedConversation, seedShop, seedStaff, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";
import { bodyOf, HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

const NOW = Date.parse("2026-11-18T10:00:00+07:00");

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  let road: Road;
  let rina: HttpBrowser;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    for (const [name, role] of [
      ["rina", "seller"],
      ["doni", "seller"],
      ["kurir", "courier"],
    ] as const)
      await seedStaff(database, name, role);
    road = openTalkingRoad(database, { now: NOW });
    server = await openWebServer(database, { clock: road.now });
    rina = await signedIn("rina");
  });

  const signedIn = async (username: string) => {
    const browser = new HttpBrowser(server.url);
    await browser.enter(database, username);
    return browser;
  };
  const hears = async (before: PhoneDraftView | undefined, step: object, conversation?: string) =>
    bodyOf<PhoneDraftView>(
      await rina.post("/console/api/phone-orders/hear", { conversation, draft: before?.draft, step }),
    );
  const write = async (texts: readonly string[], conversation?: string) => {
    let view = await hears(undefined, { type: "begun" }, conversation);
    for (const text of texts) view = await hears(view, { type: "words", text }, conversation);
    return view;
  };
  const send = (view: PhoneDraftView, conversation: string, id: string = v7(), browser = rina) =>
    browser.post("/console/api/phone-orders", { id, conversation, draft: view.draft });
  /** All that is due is answered, and what was said has reached the customer. */
  const answered = async () => {
    await road.turns();
    await database.prisma.outboxRow.updateMany({
      where: { status: "queued" },
      data: { status: "sent", sentAt: road.now() },
    });
    road.pass(5_000);
  };
  const happens = async (contact: string, body: EventBody) => {
    const event = { sender: { externalId: contact }, body, platformId: v7(), platformAt: road.now() };
    await road.inbox.accept(WEB_ACCOUNT, [event]);
    await answered();
  };
  const ordersOf = (conversationId: string) =>
    database.prisma.order.findMany({ where: { conversationId }, include: { lines: true } });
  let people = 0;
  const newCustomer = async () => {
    people += 1;
    const contact = `caller-${people}`;
    return { contact, id: await seedConversation(database, contact) };
  };

  it("a draft that no page of ours hands back is heard as an empty one, and more than a line can hold is refused", async () => {
    for (const basket of ["x", null, 7, { lines: "x" }])
      for (const step of [{ type: "begun" }, { type: "price", line: "1", price: 5 }]) {
        const draft = { topics: [{ id: v7(), flow: "order", answers: { basket }, touchedAt: NOW }], lost: 0 };
        const heard = await rina.post("/console/api/phone-orders/hear", { draft, step });
        expect([heard.status, (await bodyOf<PhoneDraftView>(heard)).lines]).toEqual([200, []]);
      }
    const written = await write(["2 brownies keju"]);
    const edit = { type: "setQuantity", line: written.lines[0]?.id, quantity: 3_000_000_000_000 };
    const body = { draft: written.draft, step: { type: "edit", edit } };
    expect((await rina.post("/console/api/phone-orders/hear", body)).status).toBe(400);
  });

  it("what is said on the phone is written down in the customer's words, and asks for what is open", async () => {
    const { id } = await newCustomer();
    const first = await write(["2 brownies cod besok sore"], id);
    expect(first.lines).toMatchObject([{ name: "Brownies", quantity: 2000, options: [{ name: "rasa", value: null }] }]);
    expect(first.facts).toContainEqual({ slot: "fulfilment", value: "delivery" });
    expect(first.facts.find(({ slot }) => slot === "when")?.value).toMatch(/^besok .* sore$/);
    expect(first.question?.choices).toEqual(["coklat", "keju"]);
    const tapped = await hears(first, { type: "choice", index: 1 }, id);
    expect(tapped.lines[0]?.options[0]?.value).toBe("keju");
    const more = await hears(tapped, { type: "words", text: "alamatnya jl kenanga 3 beji, atas nama bu tatik" }, id);
    expect(more.summary).toMatch(/keju.*2 pcs = Rp100\.000[\s\S]*kenanga 3/i);
    expect(more.question).toBeUndefined();
    expect(await ordersOf(id)).toEqual([]);
    expect(await database.prisma.outboxRow.count({ where: { conversationId: id } })).toBe(0);
  });

  it("a tap corrects an option, a quantity, the way it gets there, or takes a line out", async () => {
    let view = await write(["2 brownies coklat sama 1 brownies keju, cod"]);
    const line = (at: number) => view.lines[at]?.id ?? "";
    view = await hears(view, { type: "edit", edit: { type: "setQuantity", line: line(0), quantity: 5000 } });
    view = await hears(view, { type: "edit", edit: { type: "remove", line: line(1) } });
    view = await hears(view, { type: "edit", edit: { type: "setOption", line: line(0), option: 0, value: "keju" } });
    view = await hears(view, { type: "fulfilment", fulfilment: "pickup" });
    expect(view.lines).toMatchObject([{ quantity: 5000, options: [{ value: "keju" }] }]);
    expect(view.facts).toContainEqual({ slot: "fulfilment", value: "pickup" });
  });

  it("nothing is placed before the customer's own yes, and then exactly what they were shown", async () => {
    const { id, contact } = await newCustomer();
    const view = await write(["2 brownies coklat cod besok sore, jl kenanga 3 beji, atas nama sari"], id);
    const key = v7();
    for (const _ of [1, 2]) expect((await send(view, id, key)).status).toBe(204);
    await answered();
    const shown = await road.heard(contact);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain("catatan dari telepon");
    expect(shown[0]).toMatch(/Brownies \(coklat\) 2 pcs = Rp90\.000/);
    expect(await ordersOf(id)).toEqual([]);
    await happens(contact, said("ya"));
    const [order, ...others] = await ordersOf(id);
    expect(others).toEqual([]);
    expect(order).toMatchObject({ agreedWords: "ya", total: 100_000, lines: [{ sku: "BRW/coklat", quantity: 2000 }] });
    expect(order?.address).toMatch(/kenanga 3/i);
    const kept = await database.prisma.phoneOrder.findUniqueOrThrow({ where: { id: key } });
    expect(kept).toMatchObject({ conversationId: id, takenAt: expect.anything() });
  });

  it("the customer may change it first, and is asked for what the seller left open", async () => {
    const { id, contact } = await newCustomer();
    await send(await write(["2 brownies coklat"], id), id);
    await answered();
    expect((await road.heard(contact)).at(-1)).toMatch(/diantar|ambil/i);
    await happens(contact, said("ambil di toko margonda aja besok jam 10, atas nama sari"));
    await happens(contact, said("brownies jadi 3"));
    expect((await road.heard(contact)).at(-1)).toContain("3 pcs");
    expect(await ordersOf(id)).toEqual([]);
    await happens(contact, said("iya"));
    expect(await ordersOf(id)).toMatchObject([{ fulfilment: "pickup", lines: [{ quantity: 3000 }] }]);
  });

  it("from a takeover the chat goes back to the bot for the yes; a colleague's chat is left alone", async () => {
    const { id, contact } = await newCustomer();
    expect((await rina.post(`/console/api/conversations/${id}/take-over`)).status).toBe(204);
    await happens(contact, said("saya telpon ya"));
    const view = await write(["1 brownies keju, ambil di toko margonda besok jam 10, atas nama sari"], id);
    expect((await send(view, id, v7(), await signedIn("doni"))).status).toBe(409);
    expect((await send(view, id)).status).toBe(204);
    await answered();
    expect((await road.conversation(contact)).holder).toBe("bot");
    expect(await road.heard(contact)).toHaveLength(1);
    await happens(contact, said("ya"));
    expect(await ordersOf(id)).toHaveLength(1);
  });

  it("a call about an order begun in chat goes on where the chat stopped, and takes its place", async () => {
    const { id, contact } = await newCustomer();
    await happens(contact, said("mau 1 brownies coklat"));
    const view = await write(["tambah 1 brownies keju, ambil di toko margonda besok jam 10, atas nama sari"], id);
    expect(view.lines.map(({ options }) => options[0]?.value)).toEqual(["coklat", "keju"]);
    await send(view, id);
    await answered();
    await happens(contact, said("ya"));
    expect(await ordersOf(id)).toMatchObject([{ lines: [{}, {}] }]);
    expect((await road.heard(contact)).at(-1)).not.toMatch(/\?$/);
  });

  it("a customer without a chat opens a link, once, and says yes there; a used, old or made-up link is told kindly", async () => {
    const view = await write(["2 brownies coklat cod besok sore, jl kenanga 3 beji, atas nama bu tatik 081298765432"]);
    const id = v7();
    const ask = () => rina.post("/console/api/phone-orders/link", { id, draft: view.draft });
    const link = await bodyOf<ProposalLink>(await ask());
    expect(await bodyOf<ProposalLink>(await ask())).toEqual(link);
    expect(link.isPublic).toBe(false);
    expect(link.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?pesanan=[\w-]{22}$/);
    expect(link.whatsapp.startsWith("https://wa.me/6281298765432?text=")).toBe(true);
    expect(decodeURIComponent(link.whatsapp)).toContain(link.start);
    expect(link.text).toContain("Brownies (coklat) 2 pcs");

    const start = `pesanan-${new URL(link.address).searchParams.get("pesanan")}`;
    const open = async (source: string) => {
      const visitor = new HttpBrowser(server.url);
      expect((await visitor.post("/chat/start", { id: v7(), from: source })).status).toBe(202);
      const { id: conversation, contact } = await database.prisma.conversation.findFirstOrThrow({
        orderBy: { id: "desc" },
        include: { contact: true },
      });
      await answered();
      return { conversation, contact: contact.externalId, words: (await road.heard(contact.externalId)).at(-1) ?? "" };
    };
    const first = await open(start);
    expect(first.words).toMatch(/Brownies \(coklat\) 2 pcs = Rp90\.000[\s\S]*kenanga 3/i);
    const again = await open(start);
    expect(again.words).toMatch(/sudah dipakai/);
    expect((await open("pesanan-aaaaaaaaaaaaaaaaaaaaaa")).words).toMatch(/sudah dipakai atau sudah lewat/);
    await happens(again.contact, said("ya"));
    expect(await ordersOf(again.conversation)).toEqual([]);
    await happens(first.contact, said("ya"));
    expect(await ordersOf(first.conversation)).toMatchObject([{ contactName: "bu tatik" }]);

    const old = await bodyOf<ProposalLink>(
      await rina.post("/console/api/phone-orders/link", { id: v7(), draft: view.draft }),
    );
    await database.prisma.phoneOrder.updateMany({ where: { takenAt: null }, data: { expiresAt: road.now() } });
    const late = await open(`pesanan-${new URL(old.address).searchParams.get("pesanan")}`);
    expect(late.words).toMatch(/sudah lewat waktunya/);
    const { source } = await database.prisma.touch.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(source).toBe("pesanan-telepon");
  });

  it("a shop that says where it is reached sends links to there", async () => {
    const reached = await openWebServer(database, { clock: road.now, publicUrl: "https://toko.example" });
    const browser = new HttpBrowser(reached.url);
    await browser.enter(database, "rina");
    const view = await write(["2 brownies coklat, ambil di toko margonda besok jam 10"]);
    const link = await bodyOf<ProposalLink>(
      await browser.post("/console/api/phone-orders/link", { id: v7(), draft: view.draft }),
    );
    expect(link.isPublic).toBe(true);
    expect(link.address).toMatch(/^https:\/\/toko\.example\/\?pesanan=[\w-]{22}$/);
    expect(link.text).toContain(link.address);
  });

  it("the words of the link, sent as a message, open the order as well, once", async () => {
    const view = await write(["2 brownies coklat, ambil di toko margonda besok jam 10, atas nama bu tatik"]);
    const made = await rina.post("/console/api/phone-orders/link", { id: v7(), draft: view.draft });
    const { start } = await bodyOf<ProposalLink>(made);
    const [first, second] = [await newCustomer(), await newCustomer()];
    await happens(first.contact, said(` ${start}\n`));
    expect((await road.heard(first.contact)).at(-1)).toContain("catatan dari telepon");
    await happens(second.contact, said(start));
    expect((await road.heard(second.contact)).at(-1)).toMatch(/sudah dipakai/);
  });

  it("the same offer sent twice at once is one, and both are answered alike", async () => {
    const view = await write(["1 brownies coklat, ambil di toko margonda besok jam 10"]);
    const id = v7();
    const send = () => rina.post("/console/api/phone-orders/link", { id, draft: view.draft });
    const answers = await Promise.all(Array.from({ length: 6 }, send));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const links = await Promise.all(answers.map((answer) => bodyOf<ProposalLink>(answer)));
    expect(new Set(links.map(({ address }) => address)).size).toBe(1);
    expect(await database.prisma.phoneOrder.count({ where: { id } })).toBe(1);
    expect(await database.prisma.audit.count({ where: { subject: id } })).toBe(1);
  });

  it("two chats that open one link at once: one has the order", async () => {
    const view = await write(["1 brownies coklat, ambil di toko margonda besok jam 10, atas nama sari"]);
    const made = await rina.post("/console/api/phone-orders/link", { id: v7(), draft: view.draft });
    const { address } = await bodyOf<ProposalLink>(made);
    const source = `pesanan-${new URL(address).searchParams.get("pesanan")}`;
    const contacts = ["both-1", "both-2"];
    await road.inbox.accept(
      WEB_ACCOUNT,
      contacts.map((externalId) => ({
        sender: { externalId },
        body: { type: "chatStarted", source },
        platformId: v7(),
      })),
    );
    await answered();
    const heard = (await Promise.all(contacts.map((contact) => road.heard(contact)))).flat();
    expect(heard.map((text) => /Brownies \(coklat\)/.test(text)).toSorted()).toEqual([false, true]);
    expect(heard.filter((text) => /sudah dipakai/.test(text))).toHaveLength(1);
  });

  it("couriers write no orders, an order without goods is not sent, nor one for nobody", async () => {
    const { id } = await newCustomer();
    const empty = await write([], id);
    expect((await send(empty, id)).status).toBe(400);
    const full = await write(["1 brownies coklat"]);
    expect((await send(full, "nobody")).status).toBe(404);
    const courier = await signedIn("kurir");
    const heard = await courier.post("/console/api/phone-orders/hear", { step: { type: "begun" } });
    expect(heard.status).toBe(403);
    expect((await send(full, id, v7(), courier)).status).toBe(403);
  });
});
