import { v7 } from "uuid";
import { expect, it } from "vitest";
import type { ConversationPage, ConversationView } from "../../src/console/views.ts";
import { consoleUnderTest } from "../fixtures/console.ts";
import { eachEngine } from "../fixtures/database.ts";
import { seedConversation, seedOrder, seedSaid, seedWords } from "../fixtures/shop.ts";
import { HttpBrowser } from "../fixtures/web-server.ts";

eachEngine((engine) => {
  const shop = consoleUnderTest(engine);
  const { signedIn } = shop;
  const list = (browser: HttpBrowser, query = "") =>
    browser.read<ConversationPage>(`/console/api/conversations?${query}`);
  const view = (browser: HttpBrowser, id: string, part = "") =>
    browser.read<ConversationView>(`/console/api/conversations/${id}?${part}`);
  const ids = ({ conversations }: ConversationPage) => conversations.map(({ id }) => id);

  /** A customer on the web chat: their browser, and their conversation. */
  async function visitor() {
    const browser = new HttpBrowser(shop.server.url);
    await browser.post("/chat/start", { id: crypto.randomUUID() });
    const write = async (text: string) =>
      expect((await browser.post("/chat/messages", { id: crypto.randomUUID(), text })).status).toBe(202);
    await write("halo kak");
    const { id } = await shop.database.prisma.conversation.findFirstOrThrow({ orderBy: { id: "desc" } });
    return { browser, id, write };
  }

  it("a conversation that is put away leaves the list, and the customer's next words bring it back", async () => {
    const { id, write } = await visitor();
    const seller = await signedIn("seller");
    await seller.post(`/console/api/conversations/${id}/take-over`);
    expect((await (await signedIn("bayu")).post(`/console/api/conversations/${id}/close`)).status).toBe(409);
    expect((await seller.post(`/console/api/conversations/${id}/close`)).status).toBe(204);
    expect(await view(seller, id)).toMatchObject({ holder: { type: "bot" }, closed: true });
    expect(ids(await list(seller))).not.toContain(id);
    expect((await list(seller, "filter=closed")).conversations).toMatchObject([{ id, closed: true }]);
    await write("eh satu lagi kak");
    expect(ids(await list(seller, "filter=closed"))).toEqual([]);
    expect(ids(await list(seller, "filter=bot"))).toContain(id);
  });

  it("what was put away by mistake is taken out again, and taking over brings it back too", async () => {
    const seller = await signedIn("seller");
    const id = await seedConversation(shop.database, v7());
    const act = (what: string) => seller.post(`/console/api/conversations/${id}/${what}`);
    await act("close");
    expect((await view(seller, id)).closed).toBe(true);
    await act("reopen");
    expect((await view(seller, id)).closed).toBe(false);
    await act("close");
    await act("take-over");
    await act("hand-back");
    expect((await view(seller, id)).closed).toBe(false);
    expect((await seller.post("/console/api/conversations/none/close")).status).toBe(404);
  });

  it("each chip shows its own, and a long list comes a page at a time", async () => {
    const seller = await signedIn("seller");
    const [mine, waiting] = [await seedConversation(shop.database, v7()), await seedConversation(shop.database, v7())];
    await seller.post(`/console/api/conversations/${mine}/take-over`);
    await shop.database.prisma.conversation.update({
      where: { id: waiting },
      data: { holder: "waiting", heldSince: 5, heldReason: "angry" },
    });
    const others = await seedConversation(shop.database, v7());
    await (await signedIn("bayu")).post(`/console/api/conversations/${others}/take-over`);
    expect(ids(await list(seller, "filter=mine"))).toEqual([mine]);
    expect(ids(await list(seller, "filter=waiting"))).toEqual([waiting]);
    expect(ids(await list(seller, "filter=others"))).toEqual([others]);
    const bots = [await seedConversation(shop.database, v7()), await seedConversation(shop.database, v7())];
    for (const id of bots) await seedSaid(shop.database, id, "halo");
    const first = await list(seller, "most=1");
    expect(first.more).toBe(true);
    expect(ids(first)).toEqual(expect.arrayContaining([waiting, mine, others]));
    const all = await list(seller);
    expect(all.more).toBe(false);
    expect(ids(all)).toEqual(expect.arrayContaining([...bots, ...ids(first)]));
    expect((await seller.get("/console/api/conversations?filter=stolen")).status).toBe(400);
    expect((await seller.get("/console/api/conversations?most=999999")).status).toBe(400);
  });

  it("a note of the team stands in the thread, and no customer ever reads a letter of it", async () => {
    const { id, browser } = await visitor();
    const seller = await signedIn("seller");
    const note = { id: crypto.randomUUID(), text: "<b>pelanggan</b> ini pernah tidak bayar" };
    const write = (who: HttpBrowser) => who.post(`/console/api/conversations/${id}/notes`, note);
    expect([(await write(seller)).status, (await write(seller)).status]).toEqual([204, 204]);
    const { entries } = await view(await signedIn("bayu"), id);
    expect(entries.filter(({ type }) => type === "note")).toMatchObject([
      { text: note.text, author: { type: "staff", name: "Kak seller" } },
    ]);
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
    const after = await browser.post("/chat/messages", { id: crypto.randomUUID(), text: "kak?" });
    expect(after.status).toBe(202);
    for (const path of ["/chat/thread", "/chat/thread?after=0", "/chat/thread?before=99"])
      expect(await (await browser.get(path)).text()).not.toContain("tidak bayar");
    const rows = await shop.database.prisma.outboxRow.findMany({ where: { conversationId: id } });
    expect(JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? Number(value) : value))).not.toContain(
      "tidak bayar",
    );
    const courier = await signedIn("courier");
    expect((await write(courier)).status).toBe(403);
    expect((await new HttpBrowser(shop.server.url).post(`/console/api/conversations/${id}/notes`, note)).status).toBe(
      401,
    );
    expect((await seller.post("/console/api/conversations/none/notes", note)).status).toBe(404);
  });

  it("a seller's reply that failed goes once more as one row, however often it is asked for", async () => {
    const seller = await signedIn("seller");
    const { id: staffId } = await shop.database.prisma.staff.findUniqueOrThrow({ where: { username: "seller" } });
    const id = await seedConversation(shop.database, v7());
    const failed = await seedWords(shop.database, id, { text: "Siap Kak" }, { status: "failed", author: staffId });
    const bots = await seedWords(shop.database, id, { text: "Bot gagal" }, { status: "failed" });
    const fine = await seedWords(shop.database, id, { text: "Sampai" }, { status: "read", author: staffId });
    const again = (row: string, who = seller) => who.post(`/console/api/conversations/${id}/rows/${row}/again`);
    expect([(await again(failed)).status, (await again(failed)).status]).toEqual([204, 204]);
    for (const row of [bots, fine, "none"]) expect((await again(row)).status).toBe(409);
    expect((await again(failed, await signedIn("bayu"))).status).toBe(204);
    const { entries, holder } = await view(seller, id);
    expect(holder).toMatchObject({ name: "Kak seller" });
    expect(entries.filter(({ text }) => text === "Siap Kak")).toMatchObject([
      { status: "failed", sentAgain: true },
      { status: "queued", sentAgain: false },
    ]);
    const other = await seedConversation(shop.database, v7());
    expect((await seller.post(`/console/api/conversations/${other}/rows/${failed}/again`)).status).toBe(409);
  });

  it("the card tells how orders ended, what was paid in cash, and how the customer sounds", async () => {
    const seller = await signedIn("seller");
    const id = await seedConversation(shop.database, v7(), "Tuti");
    for (const [number, status] of [
      ["6001", "completed"],
      ["6002", "completed"],
      ["6003", "cancelled"],
      ["6004", "placed"],
    ] as const)
      await seedOrder(shop.database, id, number, status);
    const failed = await seedOrder(shop.database, id, "6005", "failed_delivery");
    await shop.database.prisma.orderEvent.create({
      data: { id: v7(), orderId: failed, at: 5, who: "x", what: "stepped", status: "failed_delivery", data: "{}" },
    });
    // A slip of the thumb that was taken back, and a door at which ten thousand were missing.
    const [slipped] = await shop.database.prisma.order.findMany({ where: { number: "6004" } });
    const slip = { orderId: slipped?.id ?? "", at: 6, who: "x" };
    const undone = JSON.stringify({ from: "failed_delivery", to: "out_for_delivery", undid: "failed_delivery" });
    await shop.database.prisma.orderEvent.createMany({
      data: [
        { ...slip, id: v7(), what: "stepped", status: "failed_delivery", data: "{}" },
        { ...slip, id: v7(), what: "undone", status: null, data: undone },
      ],
    });
    const [paid] = await shop.database.prisma.order.findMany({ where: { number: "6002" } });
    await shop.database.prisma.cashEntry.create({
      data: { id: v7(), orderId: paid?.id ?? "", holder: "difference", amount: 10_000, at: 6 },
    });
    await seedSaid(shop.database, id, "mantap kak enak banget brownies nya");
    expect(await view(seller, id)).toMatchObject({
      history: { completed: 2, cancelled: 1, running: 2, failedDeliveries: 1, cashPaid: 190_000 },
      mood: { mood: "happy", words: "mantap kak enak banget brownies nya" },
      placeholders: {
        nama: "Tuti",
        toko: "Dapur Bu Ratna",
        nomor: "#6005",
        total: "Rp100.000",
        alamat: "Jl. Kenanga 3, Beji",
      },
    });
    await seedSaid(shop.database, id, "tapi yang kemarin kok hancur kak pas nyampe");
    expect((await view(seller, id)).mood).toMatchObject({ mood: "complaint" });
  });

  it("a found message opens the thread around it, however long the thread", async () => {
    const seller = await signedIn("seller");
    const id = await seedConversation(shop.database, v7());
    const at = Date.now();
    await shop.database.prisma.inboxEvent.createMany({
      data: Array.from({ length: 900 }, (_, index) => {
        const body = JSON.stringify({ type: "messageReceived", text: `pesan ${index + 1}` });
        const event = { id: v7(), key: v7(), conversationId: id, sequence: index + 1, body, at };
        return { ...event, kind: "messageReceived" };
      }),
    });
    await shop.database.prisma.conversation.update({ where: { id }, data: { sequence: 900 } });
    const texts = async (part: string) => (await view(seller, id, part)).entries.map(({ text }) => text);
    expect(await texts("around=300")).toContain("pesan 300");
    expect(await texts("around=300")).toHaveLength(200);
    expect((await texts("after=338"))[0]).toBe("pesan 339");
    expect((await texts("")).at(-1)).toBe("pesan 900");
    expect((await view(seller, id, "before=101")).earlier).toBe(false);
    expect((await view(seller, id)).earlier).toBe(true);
    for (const part of ["before=3000000000", "after=9007199254740991", "around=2147483648"])
      expect((await seller.get(`/console/api/conversations/${id}?${part}`)).status).toBe(400);
  });

  it("a colleague's own chat is nobody's to note in, to search or to put away", async () => {
    const seller = await signedIn("seller");
    const id = await seedConversation(shop.database, v7(), "Bayu sendiri");
    await seedSaid(shop.database, id, "sandi rahasia rekan");
    await shop.database.prisma.conversation.update({ where: { id }, data: { holder: "desk" } });
    const note = { id: crypto.randomUUID(), text: "x" };
    for (const [path, body] of [
      ["notes", note],
      ["close", {}],
      ["reopen", {}],
    ] as const)
      expect((await seller.post(`/console/api/conversations/${id}/${path}`, body)).status).toBe(404);
    for (const words of ["rahasia", "Bayu sendiri"]) {
      const found = await (await seller.post("/console/api/search", { words })).json();
      expect(found).toMatchObject({ people: [], orders: [], messages: [] });
    }
  });
});
