import { v7 } from "uuid";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { CallList, OrderView } from "../../src/console/views.ts";
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
    browser.post(`/console/api/orders/${id}/step`, { version, status, uncalled });

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

  it("an order that is called off needs no call", async () => {
    const { order } = await orders(LARGE);
    expect((await step(await signedIn("rina"), order.id, order.version, "cancelled")).status).toBe(204);
    expect(await callOf(order.id)).toMatchObject({ outcome: "cancelled" });
  });
});
