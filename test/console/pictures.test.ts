import { connect } from "node:net";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { Thread } from "../../src/channels/web-chat/thread.ts";
import { WEB_CHAT_ABILITIES } from "../../src/channels/web-chat/web-chat-abilities.ts";
import type { ConversationView } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import { claimRows } from "../../src/outbox/claim-rows.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { JPEG, png, WEBP } from "../fixtures/pictures.ts";
import { seedConversation, seedShop, seedStaff, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

const PNG = png();
const text = (words: string) => Buffer.from(words, "latin1");

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  let seller: HttpBrowser;
  let owner: HttpBrowser;
  let takesImages = true;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    for (const role of ["owner", "seller", "courier"] as const) await seedStaff(database, role, role);
    server = await openWebServer(database, {
      channelOf: () => ({
        abilities: { ...WEB_CHAT_ABILITIES, images: takesImages },
        media: () => Promise.resolve({ type: "gone" }),
      }),
    });
    seller = new HttpBrowser(server.url);
    await seller.enter(database, "seller");
    owner = new HttpBrowser(server.url);
    await owner.enter(database, "owner");
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
      "content-disposition": "inline",
    });
    expect((await budi.browser.get(`/chat/pictures/${bubble?.id}`)).status).toBe(404);
    expect((await new HttpBrowser(server.url).get(`/chat/pictures/${bubble?.id}`)).status).toBe(404);
    const view = await seller.read<ConversationView>(`/console/api/conversations/${sari.id}`);
    const row = view.entries.find((entry) => entry.type === "row");
    expect(view.images).toBe(true);
    const photo = row?.type === "row" ? row.photo : undefined;
    expect((await seller.get(`/console/api/photos/${photo}`)).headers.get("content-type")).toBe("image/png");
    const courier = new HttpBrowser(server.url);
    await courier.enter(database, "courier");
    expect((await courier.get(`/console/api/photos/${photo}`)).status).toBe(404);
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

  const TRICKS: readonly (readonly [string, Buffer])[] = [
    ["a script called a picture", text("<script>alert(1)</script>")],
    ["a program called a picture", text("#!/bin/sh\nrm -rf /")],
    ["a drawing with scripts", text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
    ["an animation", text("GIF89a/*")],
    ["a page behind a picture's end", Buffer.concat([JPEG, text("<html><script>alert(1)</script>")])],
    ["an archive behind a picture's end", Buffer.concat([PNG, Buffer.from("504b0304", "hex")])],
    ["a page among a picture's notes", png({}, [{ name: "tEXt", data: "Comment\0<script>alert(1)</script>" }])],
    ["a few bytes that unfold into a wall", png({ width: 60_000, height: 60_000 })],
    ["a picture cut short", JPEG.subarray(0, -5)],
    ["a WebP cut short", WEBP.subarray(0, -5)],
    ["a picture that is too large", Buffer.concat([PNG, Buffer.alloc(2 * 1024 * 1024)])],
  ];

  it.each(TRICKS)("%s is refused, in a chat and for a product, and nothing of it is kept", async (_, bytes) => {
    const id = await seedConversation(database, v7());
    const kept = await database.prisma.photo.count();
    expect((await send(id, bytes)).status).toBe(400);
    const put = { seen: null, data: bytes.toString("base64") };
    const refused = await owner.put("/console/api/catalogue/products/BRW/photo", put);
    expect([refused.status, await refused.json()]).toMatchObject([400, { error: "no_picture" }]);
    expect(await database.prisma.photo.count()).toBe(kept);
    expect(await database.prisma.outboxRow.count({ where: { conversationId: id } })).toBe(0);
  });

  it("what comes in another shape than our pages send is refused: another type, a file's name, a size that is not so", async () => {
    const id = await seedConversation(database, v7());
    const data = PNG.toString("base64");
    const path = `/console/api/conversations/${id}/reply`;
    const product = "/console/api/catalogue/products/BRW/photo";
    const reply = { id: crypto.randomUUID(), text: "", picture: data };
    expect((await owner.put(product, { seen: null, data, name: "../../../etc/cron.d/kue.jpg" })).status).toBe(400);
    expect((await seller.post(path, { ...reply, name: "..\\..\\kue.jpg" })).status).toBe(400);
    expect((await seller.post(path, { ...reply, mime: "image/svg+xml" })).status).toBe(400);
    for (const type of [
      "image/png",
      "text/html",
      "multipart/form-data; boundary=x",
      "application/x-www-form-urlencoded",
    ])
      for (const body of [JSON.stringify(reply), PNG]) {
        const headers = { "content-type": type, "x-kopdar": "1", "x-csrf-token": seller.csrf };
        const answer = await seller.request(path, { method: "POST", headers, body });
        expect([type, answer.status]).toEqual([type, 415]);
      }
    expect((await seller.post(path, { ...reply, picture: "../../etc/passwd" })).status).toBe(400);
    expect((await seller.post(path, { ...reply, picture: undefined, text: " " })).status).toBe(400);
    expect((await send(id, Buffer.concat([PNG, Buffer.alloc(3 * 1024 * 1024)]))).status).toBe(413);
    expect((await owner.put(product, { seen: null, data: "A".repeat(4 * 1024 * 1024) })).status).toBe(413);
    expect((await owner.put("/console/api/catalogue/products/..%2f..%2fBRW/photo", { seen: null, data })).status).toBe(
      404,
    );
    expect(await database.prisma.outboxRow.count({ where: { conversationId: id } })).toBe(0);
  });

  it("a request that only says it is huge is turned away before it is read", async () => {
    const { hostname, port } = new URL(server.url);
    const cookie = [...seller.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      socket.once("data", (data) => {
        resolve(`${data}`.split("\r\n", 1)[0] ?? "");
        socket.destroy();
      });
      socket.once("error", reject);
      socket.write(
        [
          "POST /console/api/conversations/none/reply HTTP/1.1",
          `host: ${hostname}`,
          `cookie: ${cookie}`,
          `x-csrf-token: ${seller.csrf}`,
          "x-kopdar: 1",
          "content-type: application/json",
          "content-length: 99999999999",
          "",
          '{"id":',
        ].join("\r\n"),
      );
    });
    expect(answer).toContain("413");
  });

  it("a chat that takes no pictures, and one that is not there, get none", async () => {
    const id = await seedConversation(database, v7());
    expect((await send("none", PNG)).status).toBe(404);
    takesImages = false;
    const refused = await send(id, PNG);
    takesImages = true;
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: "no_pictures" }]);
    expect(await database.prisma.outboxRow.count({ where: { conversationId: id } })).toBe(0);
    expect((await seller.get("/console/api/photos/..%2f..%2fetc%2fpasswd")).status).toBe(400);
    expect((await seller.get(`/console/api/photos/${"0".repeat(64)}`)).status).toBe(404);
  });
});
