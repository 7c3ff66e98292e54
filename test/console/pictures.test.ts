import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { Thread } from "../../src/channels/web-chat/thread.ts";
import { WEB_CHAT_ABILITIES } from "../../src/channels/web-chat/web-chat-abilities.ts";
import type { ConversationView } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import { claimRows } from "../../src/outbox/claim-rows.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { seedConversation, seedShop, seedStaff, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const HTML = Buffer.from("<html><script>alert(1)</script>");

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  let seller: HttpBrowser;
  let takesImages = true;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    for (const role of ["seller", "courier"] as const) await seedStaff(database, role, role);
    server = await openWebServer(database, {
      channelOf: () => ({
        abilities: { ...WEB_CHAT_ABILITIES, images: takesImages },
        media: () => Promise.resolve({ type: "gone" }),
      }),
    });
    seller = new HttpBrowser(server.url);
    await seller.enter(database, "seller");
  });
  const send = (conversation: string, bytes: Buffer, text = "") =>
    seller.post(`/console/api/conversations/${conversation}/reply`, {
      id: crypto.randomUUID(),
      text,
      picture: bytes.toString("base64"),
    });
  async function visitor() {
    const browser = new HttpBrowser(server.url);
    await browser.post("/chat/start", { id: crypto.randomUUID() });
    const { id } = await database.prisma.conversation.findFirstOrThrow({ orderBy: { id: "desc" } });
    return { browser, id };
  }

  it("a picture goes out with its caption, is seen by its own customer alone, and is sent as what its bytes are", async () => {
    const [sari, budi] = [await visitor(), await visitor()];
    expect((await send(sari.id, PNG, "Ini kuenya Kak")).status).toBe(204);
    const claim = await database.rawTransaction((tx) => claimRows(tx, WEB_ACCOUNT, Date.now() + 1_000, 10, []));
    expect(claim.rows.map(({ message }) => message)).toMatchObject([
      { text: "Ini kuenya Kak", image: { mime: "image/png", data: PNG.toString("base64") } },
    ]);
    const [bubble] = (await sari.browser.read<Thread>("/chat/thread")).messages;
    expect(bubble).toMatchObject({ text: "Ini kuenya Kak", picture: true, from: "staff" });
    const seen = await sari.browser.get(`/chat/pictures/${bubble?.id}`);
    expect([seen.status, Buffer.from(await seen.arrayBuffer())]).toEqual([200, PNG]);
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      "content-type": "image/png",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
    });
    expect((await budi.browser.get(`/chat/pictures/${bubble?.id}`)).status).toBe(404);
    expect((await new HttpBrowser(server.url).get(`/chat/pictures/${bubble?.id}`)).status).toBe(404);
    const view = await seller.read<ConversationView>(`/console/api/conversations/${sari.id}`);
    const row = view.entries.find((entry) => entry.type === "row");
    expect(view.images).toBe(true);
    const photo = row?.type === "row" ? row.photo : undefined;
    expect((await seller.get(`/console/api/pictures/${photo}`)).headers.get("content-type")).toBe("image/png");
    const courier = new HttpBrowser(server.url);
    await courier.enter(database, "courier");
    expect((await courier.get(`/console/api/pictures/${photo}`)).status).toBe(403);
  });

  it("a picture that waits to be sent, or was held back, is not shown yet", async () => {
    const { browser, id } = await visitor();
    await send(id, PNG);
    const row = await database.prisma.outboxRow.findFirstOrThrow({ where: { conversationId: id } });
    expect((await browser.get(`/chat/pictures/${row.id}`)).status).toBe(404);
    expect(row.body.length).toBeLessThan(300);
    await database.prisma.outboxRow.update({ where: { id: row.id }, data: { status: "withheld" } });
    expect((await browser.get(`/chat/pictures/${row.id}`)).status).toBe(404);
  });

  it("a file that only calls itself a picture, one that is too large, and one for a chat without pictures are refused", async () => {
    const id = await seedConversation(database, v7());
    for (const bytes of [HTML, Buffer.from("GIF89a"), Buffer.concat([PNG, Buffer.alloc(2 * 1024 * 1024)])])
      expect((await send(id, bytes)).status).toBe(400);
    expect((await send("none", PNG)).status).toBe(404);
    expect((await send(id, Buffer.concat([PNG, Buffer.alloc(3 * 1024 * 1024)]))).status).toBe(413);
    const bad = { id: crypto.randomUUID(), text: "", picture: "../../etc/passwd" };
    expect((await seller.post(`/console/api/conversations/${id}/reply`, bad)).status).toBe(400);
    expect(
      (await seller.post(`/console/api/conversations/${id}/reply`, { id: crypto.randomUUID(), text: " " })).status,
    ).toBe(400);
    takesImages = false;
    const refused = await send(id, PNG);
    takesImages = true;
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: "no_pictures" }]);
    expect(await database.prisma.outboxRow.count({ where: { conversationId: id } })).toBe(0);
    expect((await seller.get("/console/api/pictures/..%2f..%2fetc%2fpasswd")).status).toBe(400);
    expect((await seller.get(`/console/api/pictures/${"0".repeat(64)}`)).status).toBe(404);
  });
});
