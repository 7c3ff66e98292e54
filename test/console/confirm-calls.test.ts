import { v7 } from "uuid";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { CallList, OrderSummary, OrderView } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { type Road, said } from "../fixtures/road.ts";
import { seedConversation, seedShop, seedStaff, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";
import { HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

const NOW = Date.parse("2026-11-18T10:00:00+07:00");

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  let road: Road;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    await seedStaff(database, "rina", "seller");
    await seedStaff(database, "ratih", "owner");
    road = openTalkingRoad(database, { now: NOW });
    server = await openWebServer(database, { clock: road.now });
  });
  beforeEach(() => rule({ firstOrderAbove: 90_000, afterFailedDeliveries: 1 }));

  const rule = async (confirmCall: object) => {
    const settings = JSON.stringify({ confirmCall });
    await database.prisma.shop.update({
      where: { id: 1 },
      data: { settings, catalogueVersion: { increment: 1 } },
    });
    // The road has the shop of the last turn in mind.
    await road.parts.shop.refresh(database);
  };
  const openFor = async (hours: string) => {
    await database.prisma.branch.updateMany({ data: { hours } });
    await database.prisma.shop.update({ where: { id: 1 }, data: { catalogueVersion: { increment: 1 } } });
    await road.parts.shop.refresh(database);
  };
  const signedIn = async (username: string) => {
    const browser = new HttpBrowser(server.url);
    await browser.enter(database, username);
    return browser;
  };
  let people = 0;
  /** Orders by chat, for delivery and paid at the door unless said otherwise. */
  const orders = async (words: string, customer = `buyer-${++people}`) => {
    const found = await database.prisma.conversation.findFirst({ where: { contact: { externalId: customer } } });
    const id = found?.id ?? (await seedConversation(database, customer));
    for (const text of [`${words}, atas nama sari`, "ya"]) {
      const event = { sender: { externalId: customer }, body: said(text), platformId: v7(), platformAt: road.now() };
      await road.inbox.accept(WEB_ACCOUNT, [event]);
      await road.turns();
      await database.prisma.outboxRow.updateMany({
        where: { status: "queued" },
        data: { status: "sent", sentAt: road.now() },
      });
      road.pass(60_000);
    }
    const order = await database.prisma.order.findFirstOrThrow({
      where: { conversationId: id },
      orderBy: { placedAt: "desc" },
    });
    return { order, customer, told: (await road.heard(customer)).join("\n") };
  };
  const LARGE = "2 brownies coklat cod besok sore, jl kenanga 3 beji";
  const SMALL = "1 brownies coklat cod besok sore, jl kenanga 3 beji";
  const callOf = (orderId: string) => database.prisma.callTask.findFirst({ where: { orderId, kind: "confirm" } });
  const step = (browser: HttpBrowser, id: string, version: number, status: string, uncalled = false) =>
    browser.post(`/console/api/orders/${id}/step`, { version, status, uncalled, ...WHY[status] });
  const WHY: Readonly<Record<string, object>> = {
    cancelled: { why: { reason: "customer_asked" } },
    failed_delivery: { why: { reason: "nobody_home" } },
  };

  it("a large first order is called before the shop begins, the customer is told, and their words are kept", async () => {
    const rina = await signedIn("rina");
    const { order, told } = await orders(LARGE);
    expect(told).toMatch(/Sebelum disiapkan, kami telepon Kak/);
    const path = `/console/api/orders/${order.id}`;
    expect((await rina.read<OrderView>(path)).callFirst).toBe(true);
    for (const status of ["accepted", "preparing"])
      expect((await step(rina, order.id, order.version, status)).status).toBe(409);
    const { calls } = await rina.read<CallList>("/console/api/calls");
    const call = calls.find((each) => each.order?.id === order.id);
    expect(call).toMatchObject({ kind: "confirm", phone: "+6281200000002" });
    const heard = { version: call?.version, outcome: "ordered", words: "iya betul, ditunggu ya" };
    expect((await rina.post(`/console/api/calls/${call?.id}/outcome`, heard)).status).toBe(204);
    const view = await rina.read<OrderView>(path);
    expect(view.callFirst).toBe(false);
    expect(view.events).toContainEqual(
      expect.objectContaining({ what: "confirmed", who: "Kak rina", words: "iya betul, ditunggu ya" }),
    );
    expect((await step(rina, order.id, order.version, "accepted")).status).toBe(204);
  });

  it("a small order, one that is fetched, and a shop without the rule ask for no call", async () => {
    const small = await orders(SMALL);
    const fetched = await orders("3 brownies coklat, ambil di toko margonda besok jam 10");
    await rule({});
    const free = await orders(LARGE);
    for (const { order, told } of [small, fetched, free]) {
      expect(await callOf(order.id)).toBeNull();
      expect(told).not.toContain("Sebelum disiapkan");
      expect((await step(await signedIn("rina"), order.id, order.version, "accepted")).status).toBe(204);
    }
  });

  it("who did not take a parcel before is called, however small the order", async () => {
    const rina = await signedIn("rina");
    const { order, customer } = await orders(SMALL);
    const steps = ["preparing", "ready", "out_for_delivery", "failed_delivery", "cancelled"];
    for (const [index, status] of steps.entries())
      expect((await step(rina, order.id, order.version + index, status)).status).toBe(204);
    const again = await orders(SMALL, customer);
    expect(again.order.id).not.toBe(order.id);
    expect(await callOf(again.order.id)).toMatchObject({ outcome: null });
  });

  it("nobody reached is no yes; only an owner lets the order go on without a call, and that is written down", async () => {
    const [rina, ratih] = [await signedIn("rina"), await signedIn("ratih")];
    const { order } = await orders(LARGE);
    const call = await callOf(order.id);
    const heard = { version: call?.version, outcome: "wrong_number" };
    expect((await rina.post(`/console/api/calls/${call?.id}/outcome`, heard)).status).toBe(204);
    expect((await step(rina, order.id, order.version, "accepted")).status).toBe(409);
    expect((await step(rina, order.id, order.version, "accepted", true)).status).toBe(403);
    expect((await step(ratih, order.id, order.version, "accepted", true)).status).toBe(204);
    const audited = await database.prisma.audit.findMany({ where: { subject: order.id, what: "beganUncalled" } });
    expect(audited).toHaveLength(1);
    expect((await step(rina, order.id, order.version + 1, "preparing")).status).toBe(204);
  });

  const note = async (browser: HttpBrowser, orderId: string, heard: object) => {
    const call = await callOf(orderId);
    return browser.post(`/console/api/calls/${call?.id}/outcome`, { version: call?.version, ...heard });
  };
  const isListed = async (browser: HttpBrowser, orderId: string) =>
    (await browser.read<CallList>("/console/api/calls")).calls.find(
      ({ order, kind }) => kind === "confirm" && order?.id === orderId,
    );
  /** The customer reads what was sent, and answers. */
  const says = async (customer: string, ...bodies: ReturnType<typeof said>[]) => {
    for (const body of bodies) {
      await database.prisma.outboxRow.updateMany({
        where: { status: "queued" },
        data: { status: "sent", sentAt: road.now() },
      });
      road.pass(60_000);
      const event = { sender: { externalId: customer }, body, platformId: v7(), platformAt: road.now() };
      await road.inbox.accept(WEB_ACCOUNT, [event]);
      await road.turns();
    }
    return (await road.heard(customer)).at(-1) ?? "";
  };
  const giveUp = async (browser: HttpBrowser, orderId: string) => {
    for (let tries = 0; tries < 4; tries++)
      expect((await note(browser, orderId, { outcome: "no_answer" })).status).toBe(204);
    await road.turns();
  };

  it("nobody answers the phone: the customer is asked in the chat, and a yes there does as well, in their words", async () => {
    const rina = await signedIn("rina");
    const { order, customer } = await orders(LARGE);
    await giveUp(rina, order.id);
    expect((await road.heard(customer)).at(-1)).toMatch(
      /telepon ke 0812-0000-0002 belum tersambung[\s\S]*Jadi dipesan\?/,
    );
    expect(await isListed(rina, order.id)).toMatchObject({ askedInChat: true });
    expect((await step(rina, order.id, order.version, "accepted")).status).toBe(409);
    expect(await says(customer, said("iya jadi kak"))).toMatch(/jadi ya/);
    expect(await isListed(rina, order.id)).toBeUndefined();
    const view = await rina.read<OrderView>(`/console/api/orders/${order.id}`);
    expect(view.callFirst).toBe(false);
    expect(view.events).toContainEqual(expect.objectContaining({ what: "confirmed", words: "iya jadi kak" }));
    expect((await step(rina, order.id, order.version, "accepted")).status).toBe(204);
  });

  it("a customer who is asked in the chat may call it off there: the order and its call are gone", async () => {
    const rina = await signedIn("rina");
    const { order, customer } = await orders(LARGE);
    await giveUp(rina, order.id);
    expect(await says(customer, said("batal aja"))).toContain("kami batalkan");
    expect(await database.prisma.order.findUniqueOrThrow({ where: { id: order.id } })).toMatchObject({
      status: "cancelled",
    });
    expect(await isListed(rina, order.id)).toBeUndefined();
  });

  it("who does not answer in the chat either stands on top of the list, and the seller decides", async () => {
    const rina = await signedIn("rina");
    const { order } = await orders(LARGE);
    await giveUp(rina, order.id);
    const waiting = await isListed(rina, order.id);
    expect((waiting?.dueAt ?? 0) - road.now()).toBeGreaterThan(2 * 3_600_000);
    expect((await note(rina, order.id, { outcome: "cancelled" })).status).toBe(204);
    expect(await isListed(rina, order.id)).toBeDefined();
    const cancels = "tidak bisa dihubungi";
    expect((await note(rina, order.id, { outcome: "cancelled", cancels })).status).toBe(204);
    expect(await isListed(rina, order.id)).toBeUndefined();
    const view = await rina.read<OrderView>(`/console/api/orders/${order.id}`);
    expect(view).toMatchObject({ status: "cancelled" });
    expect(view.events).toContainEqual(expect.objectContaining({ what: "cancelled", words: cancels }));
  });

  it("a wrong number: the customer names the right one in the chat, and is called there", async () => {
    const rina = await signedIn("rina");
    const { order, customer } = await orders(LARGE);
    expect((await note(rina, order.id, { outcome: "wrong_number" })).status).toBe(204);
    await road.turns();
    expect((await road.heard(customer)).at(-1)).toMatch(/bukan nomor Kak[\s\S]*nomor yang benar/);
    const wrong = await isListed(rina, order.id);
    expect(wrong?.askedInChat).toBe(true);
    expect(wrong?.phone).toBeUndefined();
    expect(await says(customer, said("0813 1111 2222"))).toContain("0813-1111-2222");
    expect(await isListed(rina, order.id)).toMatchObject({ phone: "+6281311112222", tries: 0, askedInChat: false });
  });

  it("spoken with, but no yes: the order is called again the day after", async () => {
    const rina = await signedIn("rina");
    for (const heard of [{ outcome: "reached" }, { outcome: "thinking" }, { outcome: "cancelled" }]) {
      const { order } = await orders(LARGE);
      expect((await note(rina, order.id, heard)).status).toBe(204);
      expect(await isListed(rina, order.id)).toMatchObject({ dueAt: Date.parse("2026-11-19T09:00:00+07:00") });
      expect((await rina.read<OrderView>(`/console/api/orders/${order.id}`)).callFirst).toBe(true);
    }
  });

  it("a yes that was noted by mistake is taken back, and the order waits again; not once the shop has begun", async () => {
    const rina = await signedIn("rina");
    const { order } = await orders(LARGE);
    expect((await note(rina, order.id, { outcome: "ordered", words: "ya" })).status).toBe(204);
    const undo = async () => {
      const call = await callOf(order.id);
      return rina.post(`/console/api/calls/${call?.id}/undo`, { version: call?.version });
    };
    expect(await (await undo()).json()).toEqual({ told: "nothing" });
    expect((await step(rina, order.id, order.version, "accepted")).status).toBe(409);
    expect(await isListed(rina, order.id)).toBeDefined();
    expect((await note(rina, order.id, { outcome: "ordered" })).status).toBe(204);
    expect((await step(rina, order.id, order.version, "accepted")).status).toBe(204);
    expect((await undo()).status).toBe(409);
  });

  it("the board says which orders wait for a yes", async () => {
    const { order } = await orders(LARGE);
    const other = await orders(SMALL);
    const { orders: placed } = await (await signedIn("rina")).read<{ orders: OrderSummary[] }>(
      "/console/api/orders?status=placed",
    );
    const isAwaited = (id: string) => placed.find((each) => each.id === id)?.callFirst;
    expect([isAwaited(order.id), isAwaited(other.order.id)]).toEqual([true, false]);
  });

  it("an order that is called off needs no call", async () => {
    const { order } = await orders(LARGE);
    expect((await step(await signedIn("rina"), order.id, order.version, "cancelled")).status).toBe(204);
    expect(await callOf(order.id)).toMatchObject({ outcome: "cancelled" });
  });

  it("an order in the night is called in the morning, and the customer is told when", async () => {
    const { hours } = await database.prisma.branch.findFirstOrThrow();
    await openFor(JSON.stringify(Array(7).fill([{ open: 8 * 60, close: 21 * 60 }])));
    road.pass(13 * 3_600_000);
    const { order, told } = await orders("2 brownies coklat cod lusa sore, jl kenanga 3 beji");
    expect(told).toMatch(/Sebelum disiapkan, kami telepon Kak besok \(\S+ \d+ Nov\) jam 08\.00 ya/);
    const call = await callOf(order.id);
    expect(call?.promisedAt).toBe(call?.dueAt);
    expect(new Date(Number(call?.dueAt)).toISOString()).toContain("T01:00");
    road.pass(11 * 3_600_000);
    await openFor(hours);
  });
});
