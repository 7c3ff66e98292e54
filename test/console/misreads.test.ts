import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESK } from "../../src/channels/message.ts";
import type { MisreadEntry, ReadingView } from "../../src/console/reading-view.ts";
import type { ConversationView } from "../../src/console/views.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { packageRoot } from "../../src/package-root.ts";
import { MessageLine } from "../../src/understanding/evaluation-format.ts";
import { eachEngine, freshDatabaseUrl } from "../fixtures/database.ts";
import { seedConversation, seedSaid, seedShop, seedStaff } from "../fixtures/shop.ts";
import { HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

const linesOf = (text: string): unknown[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

eachEngine((engine) => {
  let url: string;
  let database: Database;
  let server: WebServer;
  let seller: HttpBrowser;
  beforeAll(async () => {
    url = await freshDatabaseUrl(engine);
    database = await openDatabase(url);
    await seedShop(database);
    await seedStaff(database, "seller", "seller");
    server = await openWebServer(database);
    seller = new HttpBrowser(server.url);
    await seller.enter(database, "seller");
  });
  afterAll(() => database.close());

  /** A customer who wrote these messages; those in one list were read together. Returns the ids of their events. */
  async function customerWrote(name: string, ...turns: readonly (readonly string[])[]): Promise<string[]> {
    const conversation = await seedConversation(database, name, name);
    let handledAt = 1_000;
    for (const texts of turns) {
      for (const text of texts) await seedSaid(database, conversation, text);
      handledAt += 1_000;
      await database.prisma.inboxEvent.updateMany({
        where: { conversationId: conversation, handledAt: null },
        data: { handledAt },
      });
    }
    const events = await database.prisma.inboxEvent.findMany({
      where: { conversationId: conversation },
      orderBy: { sequence: "asc" },
    });
    return events.map(({ id }) => id);
  }
  const only = async (name: string, text: string) => (await customerWrote(name, [text]))[0] ?? "";
  const reading = (id: string) => seller.read<ReadingView>(`/console/api/messages/${id}/reading`);
  const mark = (id: string, body: object) => seller.post(`/console/api/messages/${id}/misread`, body);
  const listed = async () =>
    (await seller.read<{ misreads: MisreadEntry[] }>("/console/api/misreads")).misreads.map(({ eventId }) => eventId);
  async function exported(): Promise<unknown[]> {
    const text = await (await seller.get("/console/api/misreads/export")).text();
    return linesOf(text);
  }

  describe("why a message was read as it was", () => {
    it("shows what was understood and the steps on the way", async () => {
      const id = await only("wahyu", "kak brownis coklat 2 ya, nanti sore saya ambil");
      const seen = await reading(id);
      expect(seen).toMatchObject({
        context: "nothing",
        texts: ["kak brownis coklat 2 ya, nanti sore saya ambil"],
        intents: ["place_order", "choose_pickup"],
        goods: [{ name: "Brownies (coklat)", quantity: 2000, unit: "pcs" }],
        goodsText: "2 pcs Brownies coklat",
      });
      expect(seen.facts).toContainEqual({ slot: "time", value: "sore" });
      const [likeliest] = seen.steps.likelihoods;
      expect(likeliest?.likelihood).toBeGreaterThan(0.5);
      expect(likeliest?.telling.length).toBeGreaterThan(0);
      expect(seen.steps.products[0]?.weighed[0]).toMatchObject({ sku: "BRW" });
    });

    it("reads messages together that the bot read together, whichever of them is asked about", async () => {
      const [first = "", second = ""] = await customerWrote("tika", ["kak mau pesen", "brownies keju 3"]);
      for (const id of [first, second])
        expect(await reading(id)).toMatchObject({
          eventId: first,
          texts: ["kak mau pesen", "brownies keju 3"],
          goods: [{ name: "Brownies (keju)", quantity: 3000 }],
        });
    });

    it("says when what went before is no longer known, and uses it while a person holds the talk", async () => {
      const [, later = ""] = await customerWrote("yuni", ["brownies keju 1"], ["2 aja deh"]);
      expect(await reading(later)).toMatchObject({ context: "unknown" });
      const state = {
        topics: [
          {
            id: "t",
            flow: "order",
            touchedAt: 1,
            answers: { basket: { lines: [{ id: "l", sku: "BRW", options: [null], quantity: 1000 }] } },
          },
        ],
        asked: { slot: "basket", question: { type: "option", line: "l", option: 0 }, choices: [], text: "Rasa apa?" },
      };
      const { conversationId } = await database.prisma.inboxEvent.findUniqueOrThrow({ where: { id: later } });
      await database.prisma.conversation.update({
        where: { id: conversationId },
        data: { holder: "staff-1", heldSince: 2, state: JSON.stringify(state) },
      });
      await seedSaid(database, conversationId, "keju");
      const { id } = await database.prisma.inboxEvent.findFirstOrThrow({
        where: { conversationId },
        orderBy: { sequence: "desc" },
      });
      const seen = await reading(id);
      expect(seen.context).toBe("known");
      expect(seen.edits).toEqual([{ type: "setOption", name: "Brownies" }]);
    });

    it("knows nothing of what nobody wrote", async () => {
      expect((await seller.get("/console/api/messages/none/reading")).status).toBe(404);
    });

    it("knows nothing of what a colleague writes in a chat of their own", async () => {
      const id = await only("rekan", "tolong cek pesanan 1001");
      await database.prisma.conversation.updateMany({
        where: { events: { some: { id } } },
        data: { holder: DESK },
      });
      expect((await seller.get(`/console/api/messages/${id}/reading`)).status).toBe(404);
      expect((await mark(id, { misread: true })).status).toBe(404);
    });
  });

  describe("a message that was read wrongly", () => {
    it("is marked with one tap, seen in the thread and the list, and unmarked with another", async () => {
      const id = await only("gita", "brownies coklat 1");
      expect((await mark(id, { misread: true })).status).toBe(204);
      expect((await mark(id, { misread: true })).status).toBe(204);
      expect(await reading(id)).toMatchObject({ misread: { who: "Kak seller" } });
      expect((await listed()).filter((each) => each === id)).toEqual([id]);
      const { conversationId } = await database.prisma.inboxEvent.findUniqueOrThrow({ where: { id } });
      const { entries } = await seller.read<ConversationView>(`/console/api/conversations/${conversationId}`);
      expect(entries).toMatchObject([{ id, misread: true, readable: true }]);
      expect((await mark(id, { misread: false })).status).toBe(204);
      expect((await mark(id, { misread: false })).status).toBe(204);
      expect(await listed()).not.toContain(id);
      expect((await reading(id)).misread).toBeUndefined();
      const audit = await database.prisma.audit.findMany({ where: { subject: id }, orderBy: { id: "asc" } });
      expect(audit.map(({ what }) => what)).toEqual(["messageMisread", "messageMisread", "messageNotMisread"]);
      expect(audit.map(({ data }) => data).join()).not.toContain("brownies");
    });

    it("leaves the shop as a row to be labelled, without a real number in it", async () => {
      const id = await only("nadia", "brownies coklat 2, hub 0813-9876-5432 ya kak a.n. Nadia");
      await mark(id, { misread: true });
      const row = (await exported()).map((each) => MessageLine.parse(each)).find(({ text }) => text.includes("Nadia"));
      expect(row).toMatchObject({
        shop: "toko",
        text: "brownies coklat 2, hub 0812-0000-0001 ya kak a.n. Nadia",
        expect: { items: [{ sku: "BRW/coklat", qty: 2 }], phone: "+6281200000001" },
        tags: ["misread", "to_label"],
      });
      expect(row?.now).toMatch(/\+07:00$/);
      expect(JSON.stringify(await exported())).not.toMatch(/9876/);
      await mark(id, { misread: false });
    });

    it("leaves the shop labelled once somebody has said what it means", async () => {
      const id = await only("ajeng", "brownies keju 5 diambil sodara saya kemarin");
      const goods = "2 pcs Brownies keju\n1 brownies coklat";
      expect((await mark(id, { misread: true, intents: ["place_order", "choose_pickup"], goods })).status).toBe(204);
      expect((await reading(id)).misread?.correction).toMatchObject({
        intents: ["place_order", "choose_pickup"],
        goods: [
          { name: "Brownies (keju)", quantity: 2000 },
          { name: "Brownies (coklat)", quantity: 1000 },
        ],
        unread: [],
      });
      const [row] = await exported();
      expect(row).toMatchObject({
        expect: {
          intents: ["place_order", "choose_pickup"],
          items: [
            { sku: "BRW/keju", qty: 2 },
            { sku: "BRW/coklat", qty: 1 },
          ],
          fulfilment: "pickup",
        },
        tags: ["misread"],
      });
      await mark(id, { misread: true, intents: ["place_order"], goods: "1 brownies keju\n2 rendang" });
      expect((await reading(id)).misread?.correction?.unread).toEqual(["2 rendang"]);
      const [unsure] = await exported();
      expect(unsure).toMatchObject({ goods: "1 brownies keju\n2 rendang", tags: ["misread", "to_label"] });
      await mark(id, { misread: true, intents: ["other"], goods: "1 brownies keju" });
      expect((await reading(id)).misread?.correction?.intents).toEqual(["place_order"]);
      await mark(id, { misread: false });
    });

    it("leaves by the command line as it does by the console", async () => {
      const id = await only("hesti", "kirim 4 brownies coklat ke 0813 9876 5432");
      await mark(id, { misread: true, intents: ["place_order"], goods: "4 brownies coklat" });
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [join(packageRoot, "dist/src/cli.js"), "misread", "export"],
        { cwd: tmpdir(), env: { PATH: process.env.PATH, DATABASE_URL: url, DATA_DIR: tmpdir() } },
      );
      expect(linesOf(stdout)).toEqual(await exported());
      expect(linesOf(stdout)).toMatchObject([{ text: "kirim 4 brownies coklat ke 0812 0000 0001" }]);
      await mark(id, { misread: false });
    });

    it("goes with the message when that is erased", async () => {
      const id = await only("erna", "brownies coklat 1");
      await mark(id, { misread: true });
      await database.prisma.inboxEvent.delete({ where: { id } });
      expect(await listed()).not.toContain(id);
    });
  });
});
