import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { HeldOrderView } from "../../src/console/held-order-view.ts";
import type { PhoneDraftView } from "../../src/console/views.ts";
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
      ["ratna", "owner"],
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
  /** All that is due is answered, and what was said has reached the customer. */
  const answered = async () => {
    await road.turns();
    await database.prisma.outboxRow.updateMany({
      where: { status: "queued" },
      data: { status: "sent", sentAt: road.now() },
    });
    road.pass(5_000);
  };
  const says = async (contact: string, text: string) => {
    const event = { sender: { externalId: contact }, body: said(text), platformId: v7(), platformAt: road.now() };
    await road.inbox.accept(WEB_ACCOUNT, [event]);
    await answered();
  };
  let people = 0;
  const newCustomer = async () => {
    people += 1;
    const contact = `held-${people}`;
    const id = await seedConversation(database, contact);
    return { contact, id, at: `/console/api/conversations/${id}` };
  };
  type Customer = Awaited<ReturnType<typeof newCustomer>>;
  /** Somebody who ordered two brownies for delivery up to the summary, whom Rina then took over. */
  const held = async () => {
    const customer = await newCustomer();
    await says(customer.contact, "2 brownies coklat cod besok sore, jl kenanga 3 beji, atas nama sari");
    expect((await road.heard(customer.contact)).at(-1)).toContain("Rp90.000");
    expect((await rina.post(`${customer.at}/take-over`)).status).toBe(204);
    return customer;
  };
  const reads = (customer: Customer, browser = rina) => browser.read<HeldOrderView>(`${customer.at}/held-order`);
  const steps = async (before: PhoneDraftView, step: object) =>
    bodyOf<PhoneDraftView>(await rina.post("/console/api/phone-orders/hear", { draft: before.draft, step }));
  const sets = (customer: Customer, { version }: HeldOrderView, order: PhoneDraftView, id: string = v7()) =>
    rina.post(`${customer.at}/held-order`, { id, version, draft: order.draft });
  const places = (
    customer: Customer,
    { version }: HeldOrderView,
    order: PhoneDraftView,
    { id = v7(), yes = "iya kak jadi", browser = rina }: { id?: string; yes?: string; browser?: HttpBrowser } = {},
  ) => browser.post(`${customer.at}/held-order/place`, { id, version, draft: order.draft, yes });
  const ordersOf = ({ id }: Customer) =>
    database.prisma.order.findMany({ where: { conversationId: id }, include: { lines: true } });
  const whyNot = async (response: Response) => ({
    status: response.status,
    ...(await bodyOf<{ error: string; message: string }>(response)),
  });
  const lineOf = (order: PhoneDraftView) => order.lines[0]?.id ?? "";
  const atPrice = (order: PhoneDraftView, price: number | null) =>
    steps(order, { type: "price", line: lineOf(order), price });
  const staffId = async (username: string) =>
    (await database.prisma.staff.findUniqueOrThrow({ where: { username } })).id;

  it("while a seller holds the chat, what the customer writes is understood and offered, and changes nothing", async () => {
    const customer = await held();
    const before = await road.conversation(customer.contact);
    await says(customer.contact, "eh browniesnya jadi 3 deh kak");
    const { order, understood, said: words } = await reads(customer);
    expect(order.lines).toMatchObject([{ quantity: 2000 }]);
    expect(understood?.lines).toMatchObject([{ quantity: 3000 }]);
    expect(understood?.summary).toContain("Rp135.000");
    expect(words[0]).toBe("eh browniesnya jadi 3 deh kak");
    expect((await road.conversation(customer.contact)).state).toBe(before.state);
    expect((await road.heard(customer.contact)).at(-1)).toContain("Rp90.000");
  });

  it("accepted, it is the order; the bot goes on with it after the hand-back and asks for a yes of just that", async () => {
    const customer = await held();
    await says(customer.contact, "jadi 3 ya kak");
    const seen = await reads(customer);
    expect((await sets(customer, seen, seen.understood ?? seen.order)).status).toBe(200);
    await answered();
    const silent = await road.heard(customer.contact);
    expect(silent.filter((text) => text.includes("Rp135.000"))).toEqual([]);
    const now = await reads(customer);
    expect(now.understood).toBeUndefined();
    expect(now.order.lines).toMatchObject([{ quantity: 3000 }]);
    await rina.post(`${customer.at}/hand-back`);
    await answered();
    const [asked, ...more] = (await road.heard(customer.contact)).slice(silent.length);
    expect(more).toEqual([]);
    expect(asked).toContain("Rp135.000");
    await says(customer.contact, "ya");
    expect(await ordersOf(customer)).toMatchObject([
      { total: 145_000, agreedWords: "ya", lines: [{ quantity: 3000 }] },
    ]);
  });

  it("an order changed since it was seen is not written over", async () => {
    const customer = await held();
    const seen = await reads(customer);
    const three = await steps(seen.order, {
      type: "edit",
      edit: { type: "setQuantity", line: lineOf(seen.order), quantity: 3000 },
    });
    const id = v7();
    expect((await sets(customer, seen, three, id)).status).toBe(200);
    expect((await sets(customer, seen, three, id)).status).toBe(200);
    expect(await whyNot(await sets(customer, seen, seen.order))).toMatchObject({ status: 409, error: "changed" });
    expect((await reads(customer)).order.lines).toMatchObject([{ quantity: 3000 }]);
    await rina.post(`${customer.at}/hand-back`);
    expect(await whyNot(await sets(customer, await reads(customer), three))).toMatchObject({
      status: 409,
      error: "withBot",
    });
    const events = await database.prisma.inboxEvent.count({
      where: { conversationId: customer.id, kind: "answersSet" },
    });
    expect(events).toBe(1);
  });

  it("a price agreed with the customer is in the summary, survives a new catalogue price, and is in somebody's name", async () => {
    const customer = await held();
    const seen = await reads(customer);
    const forFriends = await atPrice(seen.order, 40_000);
    expect(forFriends.lines).toMatchObject([{ price: 40_000, shopPrice: 45_000, amount: 80_000, agreed: true }]);
    // The page may claim whatever it likes about who agreed.
    const forged = JSON.parse(JSON.stringify(forFriends).replaceAll(await staffId("rina"), "somebody-else"));
    expect((await sets(customer, seen, forged)).status).toBe(200);
    await database.prisma.product.update({ where: { sku: "BRW" }, data: { price: 46_000 } });
    await database.prisma.shop.update({ where: { id: 1 }, data: { catalogueVersion: { increment: 1 } } });
    await rina.post(`${customer.at}/hand-back`);
    await answered();
    expect((await road.heard(customer.contact)).at(-1)).toMatch(/= Rp80\.000 \(harga khusus\)/);
    await says(customer.contact, "ya");
    expect(await ordersOf(customer)).toMatchObject([
      {
        goodsTotal: 80_000,
        total: 90_000,
        lines: [{ unitPrice: 40_000, amount: 80_000, agreedBy: await staffId("rina") }],
      },
    ]);
    expect(
      await database.prisma.audit.findMany({ where: { subject: customer.id, what: "agreedPrice" } }),
    ).toMatchObject([{ who: await staffId("rina"), data: expect.stringContaining("BRW/coklat 40000") }]);
    await says(customer.contact, "alamatnya ganti jl melati 5 beji ya");
    await says(customer.contact, "ya");
    expect(await ordersOf(customer)).toMatchObject([{ address: expect.stringMatching(/melati/i), goodsTotal: 80_000 }]);
    await database.prisma.product.update({ where: { sku: "BRW" }, data: { price: 45_000 } });
    await database.prisma.shop.update({ where: { id: 1 }, data: { catalogueVersion: { increment: 1 } } });
  });

  it("the seller places the order with the customer's yes: one order however often it is pressed, and the bot lets it be", async () => {
    const customer = await held();
    await says(customer.contact, "ok deal 40rb ya");
    const seen = await reads(customer);
    const order = await atPrice(seen.order, 40_000);
    const id = v7();
    const pressed = await Promise.all([
      places(customer, seen, order, { id, yes: "ok deal 40rb ya" }),
      places(customer, seen, order, { id, yes: "ok deal 40rb ya" }),
    ]);
    expect(pressed.map(({ status }) => status)).toEqual([200, 200]);
    const [placed, ...others] = await ordersOf(customer);
    expect(others).toEqual([]);
    expect(await bodyOf(await places(customer, seen, order, { id }))).toEqual({ order: placed?.id });
    expect(placed).toMatchObject({ agreedWords: "ok deal 40rb ya", total: 90_000, status: "placed" });
    expect(placed?.agreedText).toContain("harga khusus");
    expect(await whyNot(await places(customer, seen, order))).toMatchObject({ status: 409, error: "changed" });
    const history = await database.prisma.orderEvent.findMany({ where: { orderId: placed?.id ?? "" } });
    expect(history).toMatchObject([{ what: "placed", who: await staffId("rina") }]);
    const cards = await database.prisma.outboxRow.findMany({
      where: { conversationId: customer.id, purpose: "order" },
    });
    expect(cards).toMatchObject([{ author: await staffId("rina"), id: placed?.cardId }]);
    await rina.post(`${customer.at}/hand-back`);
    await answered();
    await says(customer.contact, "ya");
    expect(await ordersOf(customer)).toHaveLength(1);
    const stock = await database.prisma.stock.findFirstOrThrow({ where: { sku: "BRW/coklat" } });
    const live = await database.prisma.orderLine.aggregate({ where: { sku: "BRW/coklat" }, _sum: { quantity: true } });
    expect(stock.reserved).toBe(live._sum.quantity);
  });

  it("an order that was only written down is not told as placed, though the page sends it under the same mark", async () => {
    const customer = await held();
    const seen = await reads(customer);
    const id = v7();
    expect((await sets(customer, seen, seen.order, id)).status).toBe(200);
    const now = await reads(customer);
    expect(await whyNot(await places(customer, now, seen.order, { id }))).toMatchObject({
      status: 409,
      error: "changed",
    });
    expect(await ordersOf(customer)).toEqual([]);
    expect((await places(customer, now, now.order)).status).toBe(200);
    expect(await ordersOf(customer)).toHaveLength(1);
  });

  it("what the shop cannot do is refused with why, and nothing of it is kept", async () => {
    const customer = await held();
    const seen = await reads(customer);
    const many = await steps(
      { ...seen.order, draft: {} },
      { type: "words", text: "13 brownies coklat, ambil di toko margonda besok jam 10, atas nama sari" },
    );
    const before = await database.prisma.inboxEvent.count({ where: { conversationId: customer.id } });
    const short = await whyNot(await places(customer, seen, many));
    expect(short).toMatchObject({ status: 409, error: "stillOpen" });
    expect(short.message).toMatch(/Brownies/);
    const noName = await steps(seen.order, { type: "fact", slot: "address", value: "" });
    expect((await whyNot(await places(customer, seen, noName))).message).toMatch(/alamat/i);
    const costly = await atPrice(seen.order, 400_000);
    expect((await whyNot(await places(customer, seen, costly))).message).toMatch(/COD|tunai/i);
    expect(await ordersOf(customer)).toEqual([]);
    expect(await database.prisma.inboxEvent.count({ where: { conversationId: customer.id } })).toBe(before);
    expect((await reads(customer)).version).toBe(seen.version);
  });

  it("a chat with no order yet gets one written by the seller, and a second screen does not place it again", async () => {
    const customer = await newCustomer();
    await says(customer.contact, "halo kak");
    await rina.post(`${customer.at}/take-over`);
    const seen = await reads(customer);
    expect(seen.order.lines).toEqual([]);
    const order = await steps(seen.order, {
      type: "words",
      text: "1 brownies keju, ambil di toko margonda besok jam 10, atas nama sari",
    });
    expect(order.summary).toBeDefined();
    const both = await Promise.all([places(customer, seen, order), places(customer, seen, order)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await ordersOf(customer)).toHaveLength(1);
  });

  it("placed at the very moment of a hand-back and of the customer's own yes, it is one order", async () => {
    for (const _ of [1, 2, 3]) {
      const customer = await held();
      const seen = await reads(customer);
      const event = {
        sender: { externalId: customer.contact },
        body: said("ya"),
        platformId: v7(),
        platformAt: road.now(),
      };
      await Promise.all([
        places(customer, seen, seen.order),
        rina.post(`${customer.at}/hand-back`),
        road.inbox.accept(WEB_ACCOUNT, [event]).then(() => road.turns()),
      ]);
      await answered();
      await says(customer.contact, "ya");
      await says(customer.contact, "ya");
      expect(await ordersOf(customer)).toHaveLength(1);
    }
  });

  it("only whoever holds the chat, or an owner, does so; a courier never", async () => {
    const customer = await held();
    const seen = await reads(customer);
    const doni = await signedIn("doni");
    expect(await whyNot(await places(customer, seen, seen.order, { browser: doni }))).toMatchObject({
      status: 409,
      error: "held",
    });
    const courier = await signedIn("kurir");
    expect((await courier.get(`${customer.at}/held-order`)).status).toBe(403);
    expect((await places(customer, seen, seen.order, { browser: courier })).status).toBe(403);
    expect((await places(customer, seen, seen.order, { browser: await signedIn("ratna") })).status).toBe(200);
    expect(await ordersOf(customer)).toHaveLength(1);
    expect((await rina.get("/console/api/conversations/nobody/held-order")).status).toBe(404);
  });
});
