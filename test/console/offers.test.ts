import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { OrderSummary, OrderView } from "../../src/console/order-views.ts";
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
  let rina: HttpBrowser;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    await database.prisma.stock.create({ data: { sku: "BRW/keju", branchId: "toko", onHand: 200_000 } });
    await database.prisma.stock.updateMany({ where: { sku: "BRW/coklat" }, data: { onHand: 200_000 } });
    for (const [name, role] of [
      ["ratna", "owner"],
      ["rina", "seller"],
    ] as const)
      await seedStaff(database, name, role);
    road = openTalkingRoad(database, { now: NOW });
    server = await openWebServer(database, { clock: road.now });
    rina = new HttpBrowser(server.url);
    await rina.enter(database, "rina");
  });

  /** All that is due is answered, and what was said has reached the customer. */
  const answered = async () => {
    await road.turns();
    await database.prisma.outboxRow.updateMany({
      where: { status: "queued" },
      data: { status: "sent", sentAt: road.now() },
    });
    road.pass(5_000);
  };
  const arrives = async (contact: string, body: Parameters<Road["event"]>[1], at = road.now()) => {
    await road.inbox.accept(WEB_ACCOUNT, [{ sender: { externalId: contact }, body, platformId: v7(), platformAt: at }]);
  };
  const says = async (contact: string, text: string) => {
    await arrives(contact, said(text));
    await answered();
  };
  /** The buttons under the latest message that has this one */
  const button = async (conversationId: string, label: string) => {
    const rows = await database.prisma.outboxRow.findMany({ where: { conversationId }, orderBy: { sequence: "desc" } });
    for (const { id, body } of rows) {
      const { choices = [] } = JSON.parse(body) as { choices?: { id: string; label: string }[] };
      const choice = choices.find((one) => one.label === label);
      if (choice) return { type: "choicePicked" as const, question: id, choice: choice.id, label };
    }
    throw new Error(`No button says ${label}`);
  };
  let people = 0;
  /** Somebody who ordered two cheese brownies, paid at the door. */
  const ordered = async () => {
    people += 1;
    const contact = `offer-${people}`;
    const conversation = await seedConversation(database, contact, `Sari ${people}`);
    // Everybody has a number of their own, so that nobody is joined to another.
    await says(contact, `2 brownies keju cod besok sore, jl kenanga 3 beji, atas nama sari`);
    await says(contact, "iya betul");
    const { id } = await database.prisma.order.findFirstOrThrow({ where: { conversationId: conversation } });
    return { contact, conversation, id };
  };
  type Customer = Awaited<ReturnType<typeof ordered>>;
  const view = ({ id }: Customer) => rina.read<OrderView>(`/console/api/orders/${id}`);
  const offers = async (
    customer: Customer,
    lines: readonly object[] = [{ was: 0, sku: "BRW/coklat", quantity: 2_000 }],
    more: object = {},
  ) => {
    const { version } = await view(customer);
    const body = { id: v7(), version, lines, ...more };
    const response = await rina.post(`/console/api/orders/${customer.id}/offer`, body);
    await answered();
    return response;
  };
  const act = async (customer: Customer, path: string, more: object = {}) => {
    const { version } = await view(customer);
    const response = await rina.post(`/console/api/orders/${customer.id}/${path}`, { version, ...more });
    await answered();
    return response;
  };
  const heard = async ({ contact }: Customer) => (await road.heard(contact)).at(-1) ?? "";
  const stockOf = async (sku: string) =>
    (await database.prisma.stock.findFirstOrThrow({ where: { sku, branchId: "toko" } })).reserved;
  const cashOf = async ({ id }: Customer) => {
    const entries = await database.prisma.cashEntry.findMany({ where: { orderId: id } });
    return entries.reduce((sum, { amount }) => sum + amount, 0);
  };

  it("the customer reads what would change and what it costs then, says yes in the chat, and has it", async () => {
    const customer = await ordered();
    const [cheese, chocolate] = [await stockOf("BRW/keju"), await stockOf("BRW/coklat")];
    expect((await offers(customer, undefined, { note: "kejunya habis" })).status).toBe(204);
    const shown = await heard(customer);
    expect(shown).toContain("kejunya habis");
    expect(shown).toContain("Brownies (keju) 2 pcs → Brownies (coklat) 2 pcs (Rp100.000 → Rp90.000)");
    expect(shown).toContain("Rp110.000 → Rp100.000");
    expect((await view(customer)).offer).toMatchObject({ state: "open", total: 100_000 });
    expect(await stockOf("BRW/coklat")).toBe(chocolate);
    await says(customer.contact, "boleh kak");
    const order = await view(customer);
    expect(order).toMatchObject({ total: 100_000, goodsTotal: 90_000, cashDue: 100_000, offer: { state: "accepted" } });
    expect(order.lines).toMatchObject([{ sku: "BRW/coklat", quantity: 2_000, amount: 90_000 }]);
    expect(order.events.at(-1)).toMatchObject({ what: "adjusted", who: "customer", words: "boleh kak" });
    expect((await road.heard(customer.contact)).slice(-2).join("\n")).toContain("sudah kami ganti");
    expect([await stockOf("BRW/keju"), await stockOf("BRW/coklat")]).toEqual([cheese - 2_000, chocolate + 2_000]);
    expect(await cashOf(customer)).toBe(100_000);
  });

  it.each(["gpp", "ya udah ganti aja", "oke", "iya ganti coklat aja kak"])(
    "“%s” is a yes to what is offered",
    async (words) => {
      const customer = await ordered();
      await offers(customer);
      await says(customer.contact, words);
      expect((await view(customer)).events.at(-1)).toMatchObject({ what: "adjusted", words });
    },
  );

  it.each(["jangan kak", "ga usah diganti", "tetap keju aja"])(
    "“%s” keeps the order, and the seller sees it",
    async (words) => {
      const customer = await ordered();
      await offers(customer);
      await says(customer.contact, words);
      const order = await view(customer);
      expect(order).toMatchObject({ total: 110_000, status: "placed", offer: { state: "refused" } });
      expect(order.events.at(-1)).toMatchObject({ what: "offerRefused", who: "customer", words });
      expect(await heard(customer)).toContain("tidak kami ganti");
      const { orders } = await rina.read<{ orders: OrderSummary[] }>("/console/api/orders?status=placed");
      expect(orders.find(({ id }) => id === customer.id)?.offer).toMatchObject({ state: "refused" });
    },
  );

  it("a button is tapped twice: the order is changed once, and the second tap is told so", async () => {
    const customer = await ordered();
    await offers(customer);
    const yes = await button(customer.conversation, "Oke, ganti");
    const before = await stockOf("BRW/coklat");
    await Promise.all([arrives(customer.contact, yes), arrives(customer.contact, yes)]);
    await answered();
    await arrives(customer.contact, yes);
    await answered();
    const { events } = await view(customer);
    expect(events.filter(({ what }) => what === "adjusted")).toHaveLength(1);
    expect(await stockOf("BRW/coklat")).toBe(before + 2_000);
    expect(await heard(customer)).toContain("sudah kami ganti 👍");
  });

  it("a yes to an offer that another has replaced is no yes, and the one that stands is shown again", async () => {
    const customer = await ordered();
    await offers(customer);
    const old = await button(customer.conversation, "Oke, ganti");
    await offers(customer, [{ was: 0, quantity: 1_000 }]);
    await arrives(customer.contact, old);
    await answered();
    expect(await view(customer)).toMatchObject({ total: 110_000, offer: { state: "open", total: 60_000 } });
    expect(await heard(customer)).toContain("2 pcs → 1 pcs");
    await says(customer.contact, "oke");
    const order = await view(customer);
    expect(order).toMatchObject({ total: 60_000, lines: [{ sku: "BRW/keju", quantity: 1_000 }] });
  });

  it("words written before the offer was read are no yes to it", async () => {
    const customer = await ordered();
    const before = road.now() - 60_000;
    await offers(customer);
    await arrives(customer.contact, said("oke kak"), before);
    await answered();
    expect(await view(customer)).toMatchObject({ total: 110_000, offer: { state: "open" } });
  });

  it("an offer is taken back: the customer is told, and a late yes changes nothing", async () => {
    const customer = await ordered();
    await offers(customer);
    const yes = await button(customer.conversation, "Oke, ganti");
    expect((await act(customer, "offer/withdraw")).status).toBe(204);
    expect(await heard(customer)).toContain("tidak jadi");
    await arrives(customer.contact, yes);
    await answered();
    expect(await heard(customer)).toContain("sudah tidak berlaku");
    const order = await view(customer);
    expect(order.total).toBe(110_000);
    expect(order.offer).toBeUndefined();
    expect((await act(customer, "offer/withdraw")).status).toBe(409);
  });

  it("a step of the shop ends an offer that nobody answered, and the customer is told with it", async () => {
    const customer = await ordered();
    await act(customer, "step", { status: "preparing" });
    await offers(customer);
    const yes = await button(customer.conversation, "Oke, ganti");
    await act(customer, "step", { status: "ready" });
    expect((await road.heard(customer.contact)).slice(-2).join("\n")).toContain("isinya tetap seperti semula");
    await arrives(customer.contact, yes);
    await answered();
    expect(await heard(customer)).toContain("sudah tidak berlaku");
    expect(await view(customer)).toMatchObject({ total: 110_000, status: "ready" });
    await act(customer, "step", { status: "out_for_delivery" });
    const late = await offers(customer);
    expect([late.status, await late.json()]).toMatchObject([409, { error: "notAdjustable" }]);
  });

  it("whoever is to bring it now ends the offer too, and the customer is told", async () => {
    const customer = await ordered();
    await offers(customer);
    const courier = await database.prisma.staff.findUniqueOrThrow({ where: { username: "rina" } });
    expect((await act(customer, "courier", { courier: courier.id })).status).toBe(204);
    expect(await heard(customer)).toContain("tidak jadi ya");
    expect((await view(customer)).offer).toBeUndefined();
    await says(customer.contact, "oke");
    expect(await view(customer)).toMatchObject({ total: 110_000, status: "placed" });
  });

  it("who would rather have nothing is let go, also of an order that the shop has begun", async () => {
    const customer = await ordered();
    await act(customer, "step", { status: "preparing" });
    const before = await stockOf("BRW/keju");
    await offers(customer);
    await arrives(customer.contact, await button(customer.conversation, "Batalkan pesanan"));
    await answered();
    const order = await view(customer);
    expect(order).toMatchObject({ status: "cancelled", cashDue: 0 });
    expect(order.events.at(-1)).toMatchObject({ what: "cancelled", who: "customer", reason: "customer_asked" });
    expect(await stockOf("BRW/keju")).toBe(before - 2_000);
    expect(await cashOf(customer)).toBe(0);
  });

  it("an offer whose goods were sold before the yes changes nothing: customer and seller are told", async () => {
    const customer = await ordered();
    const before = await database.prisma.stock.findFirstOrThrow({ where: { sku: "BRW/coklat" } });
    await offers(customer);
    await database.prisma.stock.updateMany({ where: { sku: "BRW/coklat" }, data: { onHand: before.reserved + 1_000 } });
    await says(customer.contact, "boleh");
    expect(await heard(customer)).toContain("keburu habis");
    expect(await view(customer)).toMatchObject({ total: 110_000, offer: { state: "failed", words: "boleh" } });
    const again = await offers(customer);
    expect([again.status, await again.json()]).toMatchObject([409, { error: "outOfStock" }]);
    await database.prisma.stock.updateMany({ where: { sku: "BRW/coklat" }, data: { onHand: before.onHand } });
  });

  it("who asks for something else still is passed to a person, and the offer stands", async () => {
    const customer = await ordered();
    await offers(customer);
    await says(customer.contact, "ganti coklat 1 aja kak");
    expect((await road.conversation(customer.contact)).holder).toBe("waiting");
    expect(await view(customer)).toMatchObject({ total: 110_000, offer: { state: "open" } });
  });

  it("while a seller holds the chat the offer is said as theirs, and they note the answer with the customer's words", async () => {
    const customer = await ordered();
    const chat = `/console/api/conversations/${customer.conversation}`;
    expect((await rina.post(`${chat}/take-over`)).status).toBe(204);
    await offers(customer);
    const row = await database.prisma.outboxRow.findFirstOrThrow({
      where: { conversationId: customer.conversation },
      orderBy: { sequence: "desc" },
    });
    const { id } = await database.prisma.staff.findUniqueOrThrow({ where: { username: "rina" } });
    expect(row).toMatchObject({ author: id, purpose: "order" });
    expect(JSON.parse(row.body)).toMatchObject({ choices: [] });
    await says(customer.contact, "boleh kak gapapa");
    expect((await view(customer)).offer).toMatchObject({ state: "open", said: ["boleh kak gapapa"] });
    expect((await act(customer, "offer/answer", { answer: "yes", words: "boleh kak gapapa" })).status).toBe(204);
    const order = await view(customer);
    expect(order).toMatchObject({ total: 100_000, offer: { state: "accepted", who: "Kak rina" } });
    expect(order.events.at(-1)).toMatchObject({ what: "adjusted", who: "Kak rina", words: "boleh kak gapapa" });
    expect((await road.heard(customer.contact)).slice(-2).join("\n")).toContain("sudah kami ganti");
  });

  it("an offer made while a seller held the chat is asked about once the bot is back", async () => {
    const customer = await ordered();
    const chat = `/console/api/conversations/${customer.conversation}`;
    await rina.post(`${chat}/take-over`);
    await offers(customer);
    expect((await rina.post(`${chat}/hand-back`)).status).toBe(204);
    await answered();
    expect(await heard(customer)).toContain("Boleh, Kak?");
    await says(customer.contact, "boleh");
    expect(await view(customer)).toMatchObject({ total: 100_000, offer: { state: "accepted" } });
  });

  it("what the customer said on the phone is noted: a no keeps the order, and an answer to what is over is refused", async () => {
    const customer = await ordered();
    await offers(customer);
    const { version } = await view(customer);
    const told = { version, answer: "no", words: "keju aja, tunggu besok" };
    const path = `/console/api/orders/${customer.id}/offer/answer`;
    const both = await Promise.all([rina.post(path, told), rina.post(path, { ...told, answer: "yes" })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  });

  it("an offer is made with an agreed price, a line struck and one added; sent twice it is one; delivery costs no more", async () => {
    const customer = await ordered();
    await offers(customer, [
      { was: 0, quantity: 1_000, price: 40_000 },
      { sku: "BRW/coklat", quantity: 1_000 },
    ]);
    await says(customer.contact, "oke");
    const { lines } = await view(customer);
    expect(lines).toMatchObject([
      { sku: "BRW/keju", quantity: 1_000, amount: 40_000 },
      { sku: "BRW/coklat", quantity: 1_000, amount: 45_000 },
    ]);
    await database.prisma.deliveryZone.updateMany({ data: { fee: 25_000 } });
    const { version } = await view(customer);
    const body = { id: v7(), version, lines: [{ was: 1, quantity: 1_000 }] };
    const path = `/console/api/orders/${customer.id}/offer`;
    const twice = await Promise.all([rina.post(path, body), rina.post(path, body)]);
    expect(twice.map(({ status }) => status)).toEqual([204, 204]);
    await answered();
    await says(customer.contact, "boleh");
    expect(await view(customer)).toMatchObject({ fee: 10_000, total: 55_000, lines: [{ sku: "BRW/coklat" }] });
    await database.prisma.deliveryZone.updateMany({ data: { fee: 10_000 } });
  });

  it("an offer comes to no more than an order can be worth, and a mark used for another order's offers nothing", async () => {
    const [customer, other] = [await ordered(), await ordered()];
    const dear = await offers(customer, [{ was: 0, quantity: 2_000, price: 1_000_000_000 }]);
    expect([dear.status, await dear.json()]).toMatchObject([409, { error: "tooDear" }]);
    const id = v7();
    expect((await offers(customer, undefined, { id })).status).toBe(204);
    const reused = await offers(other, undefined, { id });
    expect([reused.status, await reused.json()]).toMatchObject([409, { error: "changed" }]);
    expect((await view(other)).version).toBe(1);
  });

  it("nothing is offered that is not sold, or that changes nothing, or for an order that has changed", async () => {
    const customer = await ordered();
    const why = async (response: Response) => [response.status, ((await response.json()) as { error: string }).error];
    expect(await why(await offers(customer, [{ was: 0, quantity: 2_000 }]))).toEqual([409, "nothingNew"]);
    expect(await why(await offers(customer, [{ was: 0, sku: "BRW/pandan", quantity: 2_000 }]))).toEqual([
      409,
      "notSold",
    ]);
    expect(await why(await offers(customer, [{ was: 7, quantity: 2_000 }]))).toEqual([409, "notSold"]);
    expect(await why(await offers(customer, undefined, { version: 99 }))).toEqual([409, "changed"]);
    expect((await offers(customer, [])).status).toBe(400);
    expect((await rina.post("/console/api/orders/none/offer/withdraw", { version: 1 })).status).toBe(404);
  });
});
