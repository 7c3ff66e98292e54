import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { SearchView } from "../../src/console/inbox-views.ts";
import { consoleUnderTest } from "../fixtures/console.ts";
import { eachEngine } from "../fixtures/database.ts";
import { seedConversation, seedEvent, seedOrder, seedSaid, seedWords } from "../fixtures/shop.ts";
import { bodyOf, HttpBrowser } from "../fixtures/web-server.ts";

eachEngine((engine) => {
  const shop = consoleUnderTest(engine);
  let kartika: string;
  let other: string;
  beforeAll(async () => {
    kartika = await person("Bu Kartika Dewi", "+6281277770002");
    other = await person("Pak Made", "+6281399990003");
    await seedOrder(shop.database, kartika, "7001");
    await seedSaid(shop.database, kartika, 'Tolong "tanpa kacang" ya,\ndiskon 50% jadi kan?');
    await seedWords(shop.database, other, { text: "Baik Kak, kami antar sore ini" });
    await seedWords(shop.database, other, { text: "Ditahan saja ini" }, { status: "withheld" });
  });
  async function person(name: string, phone: string): Promise<string> {
    const id = await seedConversation(shop.database, v7(), name);
    const { contact } = await shop.database.prisma.conversation.findUniqueOrThrow({
      where: { id },
      include: { contact: true },
    });
    await shop.database.prisma.customer.update({ where: { id: contact.customerId }, data: { phone } });
    return id;
  }
  const search = async (words: string, who = "seller") =>
    bodyOf<SearchView>(await (await shop.signedIn(who)).post("/console/api/search", { words }));
  const people = async (words: string) => (await search(words)).people.map(({ id }) => id);
  const texts = async (words: string) => (await search(words)).messages.map(({ text }) => text);

  it("a customer is found by name and by number, however it is written", async () => {
    for (const words of ["kartika", "KARTIKA", "0812-7777-0002", "+62 812 7777 0002", "62812 7777 0002", "81277770002"])
      expect(await people(words)).toEqual([kartika]);
    expect((await search("kartika")).people).toMatchObject([
      { customer: "Bu Kartika Dewi", phone: "+6281277770002", channel: "web-chat" },
    ]);
  });

  it("an order is found by its number, with or without the sign before it", async () => {
    for (const words of ["7001", "#7001"])
      expect((await search(words)).orders).toMatchObject([{ number: "7001", status: "placed", total: 100_000 }]);
  });

  it("what was said is found on both sides with its place in the thread; what was never sent is not", async () => {
    expect((await search("tanpa kacang")).messages).toMatchObject([
      { conversationId: kartika, customer: "Bu Kartika Dewi", sequence: 1, from: "customer" },
    ]);
    expect((await search("ANTAR SORE")).messages).toMatchObject([{ conversationId: other, from: "shop" }]);
    expect(await texts("ditahan saja")).toEqual([]);
    const note = { id: crypto.randomUUID(), text: "Sudah dijanjikan bonus kue kering" };
    await (await shop.signedIn("seller")).post(`/console/api/conversations/${other}/notes`, note);
    expect((await search("bonus kue")).messages).toMatchObject([{ conversationId: other, from: "note" }]);
  });

  it("what is typed is taken as it is: no sign stands for anything, and no quote breaks out", async () => {
    expect(await texts("50%")).toHaveLength(1);
    expect(await texts('"tanpa kacang"')).toHaveLength(1);
    for (const words of ["%%", "__", "!!", "5_%", "' OR 1=1 --", "\\u0022", "messageReceived"]) {
      const { people: found, orders, messages } = await search(words);
      expect([found, orders, messages]).toEqual([[], [], []]);
    }
  });

  it("of many the fifty latest are shown, and it is said that there are more", async () => {
    const id = await seedConversation(shop.database, v7());
    for (let count = 1; count <= 55; count++) await seedSaid(shop.database, id, `risoles mayo ${count}`);
    const { messages, more } = await search("risoles mayo");
    expect([messages.length, more]).toEqual([50, true]);
    expect(messages.map(({ sequence }) => sequence)).toContain(55);
  });

  it("what stands in an edited message is found; long messages are shown by the part that matters", async () => {
    await seedEvent(shop.database, other, {
      type: "messageEdited",
      text: `${"panjang ".repeat(60)}kata kunci${" lagi".repeat(60)}`,
      platformId: "1",
    });
    const [found] = await texts("kata kunci");
    expect(found).toContain("kata kunci");
    expect(found?.length).toBeLessThan(300);
  });

  it("only those who talk with customers search, from our own pages", async () => {
    const ask = (browser: HttpBrowser, headers = {}) =>
      browser.post("/console/api/search", { words: "kartika" }, headers);
    expect((await ask(await shop.signedIn("courier"))).status).toBe(403);
    expect((await ask(new HttpBrowser(shop.server.url))).status).toBe(401);
    expect((await ask(await shop.signedIn("seller"), { "x-csrf-token": "" })).status).toBe(403);
    const seller = await shop.signedIn("seller");
    expect((await seller.post("/console/api/search", { words: "a" })).status).toBe(400);
    expect((await seller.post("/console/api/search", { words: "a".repeat(81) })).status).toBe(400);
  });
});
