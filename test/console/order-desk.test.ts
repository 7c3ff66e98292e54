import { v7 } from "uuid";
import { expect, it } from "vitest";
import type { CashDay, FoundByCode, OrderSummary, OrderView } from "../../src/console/order-views.ts";
import { consoleUnderTest } from "../fixtures/console.ts";
import { eachEngine } from "../fixtures/database.ts";
import { seedConversation, seedOrder } from "../fixtures/shop.ts";
import type { HttpBrowser } from "../fixtures/web-server.ts";

eachEngine((engine) => {
  const shop = consoleUnderTest(engine);
  const { signedIn } = shop;
  const idOf = async (username: string) =>
    (await shop.database.prisma.staff.findUniqueOrThrow({ where: { username } })).id;
  const orderIn = async (status: string, change: object = {}) => {
    const conversation = await seedConversation(shop.database, v7());
    const id = await seedOrder(shop.database, conversation, v7().slice(-8), status);
    await shop.database.prisma.order.update({ where: { id }, data: change });
    return id;
  };
  const view = (browser: HttpBrowser, id: string) => browser.read<OrderView>(`/console/api/orders/${id}`);
  const step = async (browser: HttpBrowser, id: string, status: string, more: object = {}) => {
    const { version } = await shop.database.prisma.order.findUniqueOrThrow({ where: { id } });
    return browser.post(`/console/api/orders/${id}/step`, { version, status, ...more });
  };
  const cashOf = async (id: string) => {
    const entries = await shop.database.prisma.cashEntry.findMany({ where: { orderId: id } });
    const held = new Map<string, number>();
    for (const { holder, amount } of entries) held.set(holder, (held.get(holder) ?? 0) + amount);
    return Object.fromEntries([...held].filter(([, amount]) => amount !== 0));
  };

  it("an order is cancelled or not delivered only with a reason, which stands in its history and goes to the customer", async () => {
    const seller = await signedIn("seller");
    const id = await orderIn("accepted");
    expect((await step(seller, id, "cancelled")).status).toBe(400);
    expect((await step(seller, id, "cancelled", { why: { reason: "other" } })).status).toBe(400);
    expect((await step(seller, id, "cancelled", { why: { reason: "nobody_home" } })).status).toBe(400);
    const why = { reason: "out_of_stock", note: "kejunya habis" };
    expect((await step(seller, id, "cancelled", { why })).status).toBe(204);
    const { events } = await view(seller, id);
    expect(events.at(-1)).toMatchObject({ what: "cancelled", reason: "out_of_stock", words: "kejunya habis" });
    const told = await shop.database.prisma.inboxEvent.findFirstOrThrow({
      where: { key: { startsWith: `step:${id}` } },
    });
    expect(JSON.parse(told.body)).toMatchObject({ type: "orderStepped", status: "cancelled", ...why });
  });

  it("cash that is not what was due needs a reason, goes to who took it, and the difference is seen", async () => {
    const [owner, courier] = [await signedIn("owner"), await signedIn("courier")];
    const me = await idOf("courier");
    const id = await orderIn("out_for_delivery", { courierId: me });
    const short = await step(courier, id, "completed", { cash: { amount: 95_000 } });
    expect([short.status, await short.json()]).toMatchObject([409, { error: "cashReason" }]);
    const cash = { amount: 95_000, reason: "tidak ada kembalian" };
    expect((await step(courier, id, "completed", { cash })).status).toBe(204);
    expect(await cashOf(id)).toEqual({ [`courier:${me}`]: 95_000, difference: 5_000 });
    const day = await owner.read<CashDay>("/console/api/cash");
    expect(day.differences).toContainEqual(
      expect.objectContaining({ order: id, amount: 5_000, reason: "tidak ada kembalian", who: "Kak courier" }),
    );
    const [own] = (await courier.read<CashDay>("/console/api/cash")).couriers;
    expect(own).toMatchObject({ id: me, held: 95_000, received: 95_000 });
  });

  it("a courier hands cash in at the shop; what is missing stays with them; the same cash is not counted twice", async () => {
    const [seller, courier] = [await signedIn("seller"), await signedIn("courier")];
    const me = await idOf("courier");
    const id = await orderIn("out_for_delivery", { courierId: me });
    await step(courier, id, "completed");
    const held = async () =>
      (await seller.read<CashDay>("/console/api/cash")).couriers.find((one) => one.id === me)?.held;
    const before = (await held()) ?? 0;
    const handIn = (browser: HttpBrowser, amount: number, seen: number) =>
      browser.post("/console/api/cash/hand-in", { courier: me, amount, seen });
    expect((await handIn(courier, before, before)).status).toBe(403);
    expect((await handIn(seller, before + 1, before)).status).toBe(409);
    const both = await Promise.all([handIn(seller, before - 1_000, before), handIn(seller, before - 1_000, before)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect(await held()).toBe(1_000);
    const { handIns } = await seller.read<CashDay>("/console/api/cash");
    expect(handIns[0]).toMatchObject({
      amount: before - 1_000,
      left: 1_000,
      courier: "Kak courier",
      who: "Kak seller",
    });
    expect((await handIn(seller, 1_000, 1_000)).status).toBe(204);
    expect(await held()).toBe(0);
    expect(await cashOf(id)).toEqual({ shop: 100_000 });
  });

  it("a courier sees what they carry and what nobody carries, takes it, and touches nothing else", async () => {
    const [seller, courier] = [await signedIn("seller"), await signedIn("courier")];
    const [me, bayu] = [await idOf("courier"), await idOf("bayu")];
    const mine = await orderIn("out_for_delivery", { courierId: me });
    const free = await orderIn("out_for_delivery");
    const others = await orderIn("out_for_delivery", { courierId: bayu });
    const { orders } = await courier.read<{ orders: OrderSummary[] }>("/console/api/orders");
    const seen = new Set(orders.map(({ id }) => id));
    expect([mine, free, others].map((id) => seen.has(id))).toEqual([true, true, false]);
    expect((await courier.get(`/console/api/orders/${others}`)).status).toBe(404);
    expect((await step(courier, others, "completed")).status).toBe(404);
    expect((await step(courier, mine, "cancelled", { why: { reason: "closed" } })).status).toBe(403);
    const hand = (browser: HttpBrowser, id: string, version: number, to: string | null) =>
      browser.post(`/console/api/orders/${id}/courier`, { version, courier: to });
    expect((await hand(courier, free, 1, bayu)).status).toBe(403);
    expect((await hand(courier, free, 1, me)).status).toBe(204);
    expect(await view(seller, free)).toMatchObject({ courier: { id: me, name: "Kak courier" }, version: 2 });
    expect((await hand(seller, free, 2, bayu)).status).toBe(204);
    expect((await courier.get(`/console/api/orders/${free}`)).status).toBe(404);
    expect((await hand(seller, mine, 1, "no-such-person")).status).toBe(409);
    expect((await step(courier, mine, "failed_delivery", { why: { reason: "nobody_home" } })).status).toBe(204);
    expect((await courier.get("/console/api/couriers")).status).toBe(403);
  });

  it("in a held chat the seller chooses when the customer is told, and the order says what is not told yet", async () => {
    const [seller, courier] = [await signedIn("seller"), await signedIn("courier")];
    const id = await orderIn("placed");
    expect((await view(seller, id)).held).toBe(false);
    const { conversationId } = await view(seller, id);
    const chat = `/console/api/conversations/${conversationId}`;
    expect((await seller.post(`${chat}/take-over`, {})).status).toBe(204);
    expect((await view(seller, id)).held).toBe(true);
    expect((await step(seller, id, "accepted", { tell: "tomorrow" })).status).toBe(400);
    expect((await step(seller, id, "accepted", { tell: "never" })).status).toBe(204);
    expect((await step(seller, id, "preparing", { tell: "later" })).status).toBe(204);
    expect((await step(seller, id, "ready")).status).toBe(204);
    expect((await step(seller, id, "out_for_delivery", { tell: "later" })).status).toBe(204);
    const told = async () => (await view(seller, id)).events.slice(-4).map((event) => event.told);
    expect(await told()).toEqual(["never", undefined, undefined, "waiting"]);
    expect((await step(courier, id, "completed", { tell: "never" })).status).toBe(403);
    expect((await seller.post(`${chat}/hand-back`, {})).status).toBe(204);
    expect(await view(seller, id)).toMatchObject({ held: false });
    expect(await told()).toEqual(["never", undefined, undefined, "later"]);
    expect((await step(courier, id, "completed")).status).toBe(204);
  });

  it("a step is taken back for some minutes by whoever made it or an owner: goods and cash are as before", async () => {
    const [seller, other, owner] = [await signedIn("seller"), await signedIn("bayu"), await signedIn("owner")];
    const { prisma } = shop.database;
    const undo = async (browser: HttpBrowser, id: string) =>
      browser.post(`/console/api/orders/${id}/undo`, { version: (await view(browser, id)).version });
    const stock = () => prisma.stock.findFirstOrThrow({ where: { sku: "BRW/coklat" } });
    const id = await orderIn("out_for_delivery");
    await prisma.orderLine.updateMany({ where: { orderId: id }, data: { held: "stock" } });
    await prisma.stock.updateMany({ where: { sku: "BRW/coklat" }, data: { reserved: 2_000 } });
    const before = await stock();
    await step(seller, id, "completed");
    expect(await stock()).toMatchObject({ onHand: before.onHand - 2_000, reserved: 0 });
    expect((await view(seller, id)).undo).toMatchObject({ by: await idOf("seller") });
    const refused = await undo(other, id);
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: "notYourStep" }]);
    const undone = await undo(seller, id);
    expect([undone.status, await undone.json()]).toEqual([200, { told: "withheld" }]);
    expect(await stock()).toEqual(before);
    expect(await cashOf(id)).toEqual({ customer: 100_000 });
    expect(await view(seller, id)).toMatchObject({ status: "out_for_delivery", cashDue: 100_000 });
    expect((await undo(seller, id)).status).toBe(409);
    await step(seller, id, "failed_delivery", { why: { reason: "refused" } });
    expect((await undo(owner, id)).status).toBe(200);
    expect(await stock()).toEqual(before);
    await step(seller, id, "completed");
    await prisma.orderEvent.updateMany({ where: { orderId: id }, data: { at: Date.now() - 11 * 60_000 } });
    const late = await undo(seller, id);
    expect([late.status, await late.json()]).toMatchObject([409, { error: "stepTooLate" }]);
  });

  it("cash that was handed in is not taken back with its step", async () => {
    const [seller, courier] = [await signedIn("seller"), await signedIn("courier")];
    const me = await idOf("courier");
    const id = await orderIn("out_for_delivery", { courierId: me });
    await step(courier, id, "completed");
    const held = (await courier.read<CashDay>("/console/api/cash")).couriers[0]?.held ?? 0;
    await seller.post("/console/api/cash/hand-in", { courier: me, amount: held, seen: held });
    const { version } = await view(courier, id);
    const undone = await courier.post(`/console/api/orders/${id}/undo`, { version });
    expect([undone.status, await undone.json()]).toMatchObject([409, { error: "cashMoved" }]);
  });

  it("a pickup code opens its order however it is typed; a wrong one is refused kindly, noted, and not tried for ever", async () => {
    const seller = await signedIn("bayu");
    const coded = (status: string, pickupCode: string) =>
      orderIn(status, { pickupCode, fulfilment: "pickup", payment: "cash_at_pickup" });
    const ready = await coded("ready", "A7KXD");
    const early = await coded("preparing", "MNPRT");
    const byCode = (code: string, browser = seller) => browser.post("/console/api/orders/by-code", { code });
    for (const code of ["A7KXD", " a7k-xd ", "A7KX0"])
      expect(await (await byCode(code)).json()).toMatchObject({
        id: ready,
        isReady: true,
      } satisfies Partial<FoundByCode>);
    expect(await (await byCode("mnprt")).json()).toMatchObject({
      id: early,
      isReady: false,
      message: expect.stringContaining("belum siap"),
    });
    const wrong = await byCode("XXXXX");
    expect([wrong.status, await wrong.json()]).toMatchObject([404, { error: "wrong_code" }]);
    const noted = await shop.database.prisma.audit.findFirstOrThrow({ where: { what: "wrongPickupCode" } });
    expect(noted).toMatchObject({ who: await idOf("bayu"), data: '{"code":"XXXXX"}' });
    expect((await step(seller, ready, "completed", { code: "MNPRT" })).status).toBe(409);
    expect((await step(seller, ready, "completed", { code: "a7kxd" })).status).toBe(204);
    expect((await view(seller, ready)).events.at(-1)).toMatchObject({ byCode: true, cash: 100_000 });
    expect(await cashOf(ready)).toEqual({ shop: 100_000 });
    expect(await (await byCode("A7KXD")).json()).toMatchObject({ message: expect.stringContaining("sudah diambil") });
    expect((await byCode("A7KXD", await signedIn("courier"))).status).toBe(403);
    const many = await Promise.all(Array.from({ length: 14 }, () => byCode("XXXXX")));
    expect(many.map(({ status }) => status)).toContain(429);
  });

  it("the most urgent order stands first", async () => {
    const later = await orderIn("accepted", { day: "2027-01-02", time: "09:00" });
    const sooner = await orderIn("accepted", { day: "2027-01-01", time: "sore", placedAt: Date.now() + 1_000 });
    const { orders } = await (await signedIn("seller")).read<{ orders: OrderSummary[] }>(
      "/console/api/orders?status=accepted",
    );
    const ids = orders.map(({ id }) => id);
    expect(ids.indexOf(sooner)).toBeLessThan(ids.indexOf(later));
  });
});
