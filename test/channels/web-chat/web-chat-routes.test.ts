import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type { Thread } from "../../../src/channels/web-chat/thread.ts";
import type { Database } from "../../../src/database/database.ts";
import { hashSecret } from "../../../src/web/secret.ts";
import { eachEngine, freshDatabase } from "../../fixtures/database.ts";
import { seedQuestion, seedShop, seedWords } from "../../fixtures/shop.ts";
import { bodyOf, HttpBrowser, openWebServer, type WebServer } from "../../fixtures/web-server.ts";

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    server = await openWebServer(database);
  });

  async function visitor(from?: string): Promise<HttpBrowser> {
    const browser = new HttpBrowser(server.url);
    const started = await browser.post("/chat/start", { id: randomUUID(), ...(from ? { from } : {}) });
    expect(started.status).toBe(202);
    return browser;
  }
  const say = (browser: HttpBrowser, text: string, id: string = randomUUID()) =>
    browser.post("/chat/messages", { id, text });
  const thread = (browser: HttpBrowser, query = "") => browser.read<Thread>(`/chat/thread${query}`);
  const texts = async (browser: HttpBrowser) => (await thread(browser)).messages.map(({ text }) => text);
  const conversationOf = async (browser: HttpBrowser) => {
    const externalId = hashSecret(browser.cookies.get("kopdar_chat") ?? "");
    const where = { contact: { externalId } };
    return (await database.prisma.conversation.findFirstOrThrow({ where })).id;
  };

  it("a visitor gets a chat of their own and finds it again", async () => {
    const sari = await visitor();
    expect((await say(sari, "kak, brownies masih ada?")).status).toBe(202);
    expect(await texts(sari)).toEqual(["kak, brownies masih ada?"]);
  });

  it("a message that is sent again after a lost answer is stored once", async () => {
    const sari = await visitor();
    const id = randomUUID();
    for (const _ of [1, 2, 3]) expect((await say(sari, "pesan 2 ya", id)).status).toBe(202);
    expect(await texts(sari)).toEqual(["pesan 2 ya"]);
  });

  it("nobody can suppress another customer's message by using its id", async () => {
    const [sari, budi] = [await visitor(), await visitor()];
    const id = randomUUID();
    await say(budi, "dari budi", id);
    await say(sari, "dari sari", id);
    expect(await texts(sari)).toEqual(["dari sari"]);
  });

  it("no customer reads another's chat", async () => {
    const [sari, budi] = [await visitor(), await visitor()];
    await say(sari, "alamat saya Jl. Kenanga 3");
    expect(await texts(budi)).toEqual([]);
    const stranger = new HttpBrowser(server.url);
    expect((await thread(stranger)).started).toBe(false);
    expect((await stranger.get("/chat/stream")).status).toBe(401);
  });

  it("a made-up cookie is never adopted: it sees nothing and gets a fresh one", async () => {
    const forger = new HttpBrowser(server.url);
    for (const forged of ["A".repeat(22), "x", "'; DROP TABLE Contact; --", hashSecret("a")]) {
      forger.cookies.set("kopdar_chat", encodeURIComponent(forged));
      expect((await thread(forger)).messages).toEqual([]);
      expect((await say(forger, "halo")).status).toBe(409);
      await forger.post("/chat/start", { id: randomUUID() });
      expect(forger.cookies.get("kopdar_chat")).not.toBe(encodeURIComponent(forged));
    }
  });

  it("the cookie cannot be read by scripts and the shop keeps only its hash", async () => {
    const browser = new HttpBrowser(server.url);
    const response = await browser.post("/chat/start", { id: randomUUID() });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const secret = browser.cookies.get("kopdar_chat") ?? "";
    expect(await database.prisma.contact.count({ where: { externalId: secret } })).toBe(0);
    expect(await database.prisma.contact.count({ where: { externalId: hashSecret(secret) } })).toBe(1);
  });

  it("where a customer came from is kept", async () => {
    const sari = await visitor("brosur-pasar");
    const contact = await database.prisma.contact.findFirstOrThrow({
      where: { externalId: hashSecret(sari.cookies.get("kopdar_chat") ?? "") },
    });
    expect(contact.source).toBe("brosur-pasar");
  });

  it("characters that no database can store are left out, and words of nothing else are refused", async () => {
    const sari = await visitor("brosur\u0000-pasar");
    const where = { externalId: hashSecret(sari.cookies.get("kopdar_chat") ?? "") };
    expect((await database.prisma.contact.findFirstOrThrow({ where })).source).toBe("brosur-pasar");
    expect((await say(sari, "mau \u0000pesan")).status).toBe(202);
    expect((await say(sari, "\u0000")).status).toBe(400);
    expect(await texts(sari)).toEqual(["mau pesan"]);
    const tap = { id: randomUUID(), question: "tidak\u0000ada", choice: "0" };
    expect((await sari.post("/chat/choices", tap)).status).toBe(404);
  });

  it("one visitor opens at most five streams, one address at most fifty, and a closed one makes room", async () => {
    const open = async (browser: HttpBrowser, address: string) => {
      const ending = new AbortController();
      const headers = { "x-forwarded-for": address };
      const { status } = await browser.request("/chat/stream", { method: "GET", headers, signal: ending.signal });
      return { status, close: () => ending.abort() };
    };
    const sari = await visitor();
    const tabs = [];
    for (let count = 0; count < 5; count++) tabs.push(await open(sari, `203.0.113.${count}`));
    expect(tabs.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect((await open(sari, "203.0.113.9")).status).toBe(429);
    tabs.pop()?.close();
    await expect.poll(async () => (await open(sari, "203.0.113.9")).status).toBe(200);
    const crowd = [];
    for (let count = 0; count < 11; count++) {
      const one = await visitor();
      for (let tab = 0; tab < 5; tab++) crowd.push((await open(one, "198.51.100.1")).status);
    }
    expect(crowd).toEqual([...Array(50).fill(200), ...Array(5).fill(429)]);
  });

  it("a tap counts only for a choice that this customer was offered", async () => {
    const [sari, budi] = [await visitor(), await visitor()];
    const conversation = await conversationOf(sari);
    const choices = [{ id: "0", label: "Ambil" }];
    const question = await seedWords(database, conversation, { text: "Ambil atau antar?", choices });
    await seedQuestion(database, conversation, question);
    const tap = (browser: HttpBrowser, choice: string) =>
      browser.post("/chat/choices", { id: randomUUID(), question, choice });
    expect((await tap(budi, "0")).status).toBe(404);
    expect((await tap(sari, "7")).status).toBe(404);
    expect((await tap(sari, "0")).status).toBe(202);
    expect(await texts(sari)).toEqual(["Ambil atau antar?", "Ambil"]);
    expect((await thread(sari)).question).toBe(question);
  });

  it("only what was sent is shown: nothing that is queued, withheld or failed", async () => {
    const sari = await visitor();
    const conversation = await conversationOf(sari);
    for (const status of ["queued", "withheld", "failed", "sent", "sending"])
      await seedWords(database, conversation, { text: status }, { status });
    expect(await texts(sari)).toEqual(["sent", "sending"]);
  });

  it("what another release wrote and this one cannot read hides nothing else", async () => {
    const sari = await visitor();
    const conversation = await conversationOf(sari);
    const strange = await seedWords(database, conversation, { text: "?" });
    await seedWords(database, conversation, { text: "Siap Kak" });
    await database.prisma.outboxRow.update({ where: { id: strange }, data: { body: '{"video":"baru"}' } });
    expect(await texts(sari)).toEqual(["Siap Kak"]);
  });

  it("what becomes readable late is not skipped by a page that is ahead", async () => {
    const sari = await visitor();
    const conversation = await conversationOf(sari);
    const late = await seedWords(database, conversation, { text: "Siap Kak" }, { status: "queued" });
    await say(sari, "halo?");
    const { settled } = await thread(sari);
    await database.prisma.outboxRow.update({ where: { id: late }, data: { status: "sent" } });
    const next = await thread(sari, `?after=${settled}`);
    expect(next.messages.map(({ text }) => text)).toEqual(["Siap Kak", "halo?"]);
  });

  it("an open page is told at once when there is something to read", async () => {
    const sari = await visitor();
    const stream = await sari.get("/chat/stream");
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const told = async (count: number) => {
      let seen = "";
      while ((seen.match(/event: thread/g) ?? []).length < count) seen += (await reader?.read())?.value ?? "";
    };
    await told(1);
    await say(sari, "halo");
    await told(1);
    await reader?.cancel();
  });

  it("words stay words, whatever they look like", async () => {
    const sari = await visitor();
    const words = `<script>alert(1)</script> <img src=x onerror=alert(1)> '; DROP TABLE "Order"; -- \u202e\u200b 🍰`;
    await say(sari, words);
    const response = await sari.get("/chat/thread");
    expect(response.headers.get("content-type")).toMatch(/application\/json/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const { messages } = await bodyOf<Thread>(response);
    expect(messages.map(({ text }) => text)).toEqual([words]);
  });

  it("a place that no chat comes to is refused, whatever the database counts up to", async () => {
    const sari = await visitor();
    for (const part of ["after=2147483648", "before=9007199254740991", "after=-1", "before=1e99"])
      expect((await sari.get(`/chat/thread?${part}`)).status).toBe(400);
  });

  it("what is too long, broken or foreign is refused with a reason, and stores nothing", async () => {
    const sari = await visitor();
    const id = randomUUID();
    const refused: [Promise<Response>, number][] = [
      [say(sari, ""), 400],
      [say(sari, "x".repeat(10_001)), 400],
      [say(sari, "halo", "not an id"), 400],
      [sari.post("/chat/messages", "{"), 400],
      [sari.post("/chat/messages", { id, text: 7 }), 400],
      [say(sari, "x".repeat(200_000)), 413],
      [sari.post("/chat/location", { id, latitude: 91, longitude: 0 }), 400],
      [sari.post("/chat/messages", "id=1", { "content-type": "text/plain" }), 400],
      [
        sari.request("/chat/messages", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ id, text: "dari situs lain" }),
        }),
        403,
      ],
    ];
    for (const [request, status] of refused) {
      const response = await request;
      const { message } = await bodyOf<{ message: string }>(response);
      expect([response.status, typeof message]).toEqual([status, "string"]);
    }
    expect(await texts(sari)).toEqual([]);
  });

  it("ten thousand characters are still a message", async () => {
    const sari = await visitor();
    expect((await say(sari, "é".repeat(10_000))).status).toBe(202);
  });

  it("whoever floods the shop is asked kindly to slow down", async () => {
    const sari = await visitor();
    const answers = await Promise.all(Array.from({ length: 45 }, (_, index) => say(sari, `pesan ${index}`)));
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed.length).toBe(5);
    expect(await slowed[0]?.json()).toMatchObject({ message: expect.stringContaining("Kak") });
    expect((await say(await visitor(), "halo")).status).toBe(202);
  });

  it("anyone may read the shop's sign", async () => {
    const sign = await (await new HttpBrowser(server.url).get("/chat/shop")).json();
    expect(sign).toMatchObject({ name: "Dapur Bu Ratna", city: "Depok", doors: { open: true } });
  });
});
