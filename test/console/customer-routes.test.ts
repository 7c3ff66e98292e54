import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { ConversationView, CustomerMatch } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { seedConversation, seedOrder, seedShop, seedStaff } from "../fixtures/shop.ts";
import { bodyOf, HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  let seller: HttpBrowser;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    for (const role of ["seller", "courier"] as const) await seedStaff(database, role, role);
    server = await openWebServer(database);
    seller = new HttpBrowser(server.url);
    await seller.enter(database, "seller");
  });
  const view = (id: string) => seller.read<ConversationView>(`/console/api/conversations/${id}`);
  const asks = (id: string, words: string, who = seller) =>
    who.post(`/console/api/conversations/${id}/others`, { words });
  const search = async (id: string, words: string) =>
    (await bodyOf<{ customers: CustomerMatch[] }>(await asks(id, words))).customers;
  const known = async (name: string, phone: string) => {
    const id = await seedConversation(database, v7(), name);
    const { contact } = await database.prisma.conversation.findUniqueOrThrow({
      where: { id },
      include: { contact: true },
    });
    await database.prisma.customer.update({ where: { id: contact.customerId }, data: { phone } });
    return { id, customer: contact.customerId };
  };

  it("the other half of a person is found by phone number, name or order number, never the one who talks here", async () => {
    const here = await known("Tamu web", "+6281277770001");
    const there = await known("Bu Kartika Dewi", "+6281277770002");
    await seedOrder(database, there.id, "7001");
    for (const query of ["kartika", "KARTIKA DEWI", "0812-7777-0002", "+62 812 7777 0002", "7001", "#7001"]) {
      const found = await search(here.id, query);
      expect(found.map(({ id }) => id)).toEqual([there.customer]);
    }
    expect(await search(here.id, "kartika")).toMatchObject([
      { label: "Bu Kartika Dewi", phone: "+6281277770002", channels: ["web-chat"], lastOrder: "7001" },
    ]);
    expect(await search(here.id, "tamu web")).toEqual([]);
    expect(await search(here.id, "%%")).toEqual([]);
    expect((await asks(here.id, "a")).status).toBe(400);
  });

  it("a seller joins two customers and sees both contacts and all orders, then parts them again", async () => {
    const here = await known("Web", "+6281277770003");
    const there = await known("Dewi", "+6281277770004");
    await seedOrder(database, there.id, "7002");
    const join = () => seller.post(`/console/api/conversations/${here.id}/join`, { customer: there.customer });
    expect([(await join()).status, (await join()).status]).toEqual([204, 404]);
    const joined = await view(here.id);
    expect(joined.orders.map(({ number }) => number)).toEqual(["7002"]);
    expect(joined.contacts.map(({ conversationId }) => conversationId)).toEqual([here.id, there.id]);
    const other = joined.contacts[1]?.id ?? "";
    expect((await seller.post(`/console/api/contacts/${other}/part`)).status).toBe(204);
    expect((await view(here.id)).orders).toEqual([]);
    expect((await view(here.id)).contacts).toHaveLength(1);
    expect((await view(there.id)).orders.map(({ number }) => number)).toEqual(["7002"]);
  });

  it("customers are not joined by couriers or from other sites, and what is not there is told", async () => {
    const { id, customer } = await known("Siapa", "+6281277770005");
    expect((await seller.post(`/console/api/conversations/none/join`, { customer })).status).toBe(404);
    expect((await seller.post(`/console/api/conversations/${id}/join`, { customer: "none" })).status).toBe(404);
    expect((await seller.post("/console/api/contacts/none/part")).status).toBe(404);
    expect(
      (await seller.post(`/console/api/conversations/${id}/join`, { customer }, { "x-csrf-token": "" })).status,
    ).toBe(403);
    const courier = new HttpBrowser(server.url);
    await courier.enter(database, "courier");
    expect((await courier.post(`/console/api/conversations/${id}/join`, { customer })).status).toBe(403);
    expect((await asks(id, "siapa", courier)).status).toBe(403);
  });
});
