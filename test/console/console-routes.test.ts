import { expect, it } from "vitest";
import type { ConversationSummary, ConversationView, Me, OrderSummary, OrderView } from "../../src/console/views.ts";
import { consoleUnderTest } from "../fixtures/console.ts";
import { eachEngine } from "../fixtures/database.ts";
import { seedConversation, seedOrder, seedSaid, seedStaff, seedWords } from "../fixtures/shop.ts";
import { HttpBrowser } from "../fixtures/web-server.ts";

eachEngine((engine) => {
  const shop = consoleUnderTest(engine);
  const { signedIn } = shop;

  it("a courier sees and moves only what is out for delivery", async () => {
    const conversation = await seedConversation(shop.database, "courier-test");
    const placed = await seedOrder(shop.database, conversation, "2001");
    const carried = await seedOrder(shop.database, conversation, "2002", "out_for_delivery");
    const courier = await signedIn("courier");
    const { orders } = await courier.read<{ orders: OrderSummary[] }>("/console/api/orders");
    expect(orders.map(({ number }) => number)).toEqual(["2002"]);
    expect((await courier.get(`/console/api/orders/${placed}`)).status).toBe(404);
    expect((await courier.get(`/console/api/orders/${carried}`)).status).toBe(200);
    const step = { version: 1, status: "accepted" };
    expect((await courier.post(`/console/api/orders/${placed}/step`, step)).status).toBe(404);
    expect((await courier.get("/console/api/orders?status=placed")).status).toBe(200);
    expect((await courier.read<{ orders: [] }>("/console/api/orders?status=placed")).orders).toEqual([]);
  });

  it("those who wait for a person stand first, the longest wait on top, with the reason", async () => {
    const [late, early, bot] = [
      await seedConversation(shop.database, "late", "Lala"),
      await seedConversation(shop.database, "early", "Eka"),
      await seedConversation(shop.database, "bot", "Beni"),
    ];
    await seedSaid(shop.database, bot, "halo kak");
    await seedConversation(shop.database, "only-looked", "Cici");
    const wait = (id: string, heldSince: number) =>
      shop.database.prisma.conversation.update({
        where: { id },
        data: { holder: "waiting", heldSince, heldReason: "angry" },
      });
    await wait(late, 2_000);
    await wait(early, 1_000);
    const seller = await signedIn("seller");
    const { conversations } = await seller.read<{ conversations: ConversationSummary[] }>("/console/api/conversations");
    expect(await seller.read("/console/api/waiting")).toEqual({ waiting: 2 });
    expect(conversations.slice(0, 2)).toMatchObject([
      { id: early, customer: "Eka", heldReason: "angry", heldSince: 1_000 },
      { id: late, customer: "Lala" },
    ]);
    expect(conversations.at(-1)).toMatchObject({ id: bot, lastWords: { from: "customer", text: "halo kak" } });
    expect(conversations.map(({ customer }) => customer)).not.toContain("Cici");
  });

  it("the seller sees everything that was said, also what was withheld, and what the bot understood", async () => {
    const id = await seedConversation(shop.database, "thread", "Tuti");
    await seedWords(shop.database, id, { text: "Halo Kak" });
    await seedWords(shop.database, id, { text: "tidak jadi dikirim" }, { status: "withheld" });
    const basket = { lines: [{ id: "1", sku: "BRW", options: ["coklat"], quantity: 2000 }], doubts: [] };
    const topics = [
      { id: "t", flow: "order", touchedAt: 1, answers: { basket, fulfilment: "pickup", branch: "toko" } },
    ];
    await shop.database.prisma.conversation.update({ where: { id }, data: { state: JSON.stringify({ topics }) } });
    await seedOrder(shop.database, id, "2003");
    const view = await (await signedIn("seller")).read<ConversationView>(`/console/api/conversations/${id}`);
    expect(view.entries).toMatchObject([
      { text: "Halo Kak", status: "sent" },
      { text: "tidak jadi dikirim", status: "withheld" },
    ]);
    expect(view.basket).toEqual([{ name: "Brownies (coklat)", quantity: 2000, unit: "pcs" }]);
    expect(view.answers).toEqual([
      { slot: "fulfilment", value: "pickup" },
      { slot: "branch", value: "Toko Margonda" },
    ]);
    expect(view.orders).toMatchObject([{ number: "2003", items: "2 pcs Brownies (coklat)", total: 100_000 }]);
  });

  it("the seller sees who is still to be called back: the number, why, and since when", async () => {
    const id = await seedConversation(shop.database, "to-call");
    const { contact } = await shop.database.prisma.conversation.findUniqueOrThrow({
      where: { id },
      include: { contact: true },
    });
    const call = { conversationId: id, customerId: contact.customerId };
    await shop.database.prisma.callTask.createMany({
      data: [
        { ...call, id: "later", reason: "telp ya kak", createdAt: 2_000 },
        { ...call, id: "first", reason: "tolong telepon saya", phone: "+6281234567001", createdAt: 1_000 },
        { ...call, id: "called", reason: "telpon dong", createdAt: 500, closedAt: 900, outcome: "reached" },
      ],
    });
    const view = await (await signedIn("seller")).read<ConversationView>(`/console/api/conversations/${id}`);
    expect(view.calls).toEqual([
      { id: "first", kind: "asked", reason: "tolong telepon saya", since: 1_000, tries: 0, phone: "+6281234567001" },
      { id: "later", kind: "asked", reason: "telp ya kak", since: 2_000, tries: 0 },
    ]);
  });

  it("a seller takes over, replies and hands back, and a colleague cannot cut in", async () => {
    const id = await seedConversation(shop.database, "take-over", "Wati");
    const queued = await seedWords(shop.database, id, { text: "Siap Kak" }, { status: "queued" });
    const seller = await signedIn("seller");
    const act = (browser: HttpBrowser, what: string, body: object = {}) =>
      browser.post(`/console/api/conversations/${id}/${what}`, body);
    expect((await act(seller, "take-over")).status).toBe(204);
    const colleague = await signedIn("bayu");
    const refused = await act(colleague, "take-over");
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: "held" }]);
    const words = { id: crypto.randomUUID(), text: "Halo Kak Wati, ini Rina" };
    for (const _ of [1, 2]) expect((await act(seller, "reply", words)).status).toBe(204);
    for (const what of ["hand-back", "reply"])
      expect((await act(colleague, what, { id: crypto.randomUUID(), text: "Saya saja" })).status).toBe(409);
    const view = await seller.read<ConversationView>(`/console/api/conversations/${id}`);
    expect(view.holder).toMatchObject({ type: "staff", name: "Kak seller" });
    expect(view.entries).toMatchObject([
      { id: queued, status: "withheld" },
      { text: words.text, author: { type: "staff", name: "Kak seller" } },
    ]);
    expect((await act(seller, "hand-back")).status).toBe(204);
    const after = await seller.read<ConversationView>(`/console/api/conversations/${id}`);
    expect(after.holder).toEqual({ type: "bot" });
    expect(after.entries.at(-1)).toMatchObject({ kind: "handedBack" });
  });

  it("an owner takes, answers or hands back what an absent colleague holds, and it is on record whose it was", async () => {
    const [seller, owner] = [await signedIn("seller"), await signedIn("owner")];
    const held = async (contact: string) => {
      const id = await seedConversation(shop.database, contact);
      await seller.post(`/console/api/conversations/${id}/take-over`);
      return id;
    };
    const [taken, answered, returned] = [await held("absent-1"), await held("absent-2"), await held("absent-3")];
    const act = async (id: string, what: string, body: object = {}) => {
      expect((await owner.post(`/console/api/conversations/${id}/${what}`, body)).status).toBe(204);
      return (await owner.read<ConversationView>(`/console/api/conversations/${id}`)).holder;
    };
    expect(await act(taken, "take-over")).toMatchObject({ name: "Kak owner" });
    const words = { id: crypto.randomUUID(), text: "Saya bantu ya Kak" };
    expect(await act(answered, "reply", words)).toMatchObject({ name: "Kak owner" });
    expect(await act(returned, "hand-back")).toEqual({ type: "bot" });
    const { staff } = await seller.read<Me>("/console/api/me");
    const from = JSON.stringify({ from: staff.id });
    const audit = await shop.database.prisma.audit.findMany({
      where: { subject: { in: [taken, answered, returned] } },
      orderBy: { id: "asc" },
    });
    expect(audit.filter(({ data }) => data === from).map(({ subject, what }) => [subject, what])).toEqual([
      [taken, "tookOver"],
      [answered, "tookOver"],
      [returned, "handedBack"],
    ]);
  });

  it("customers of somebody who is shut out wait for another person", async () => {
    const [leaver, stays] = [
      await seedStaff(shop.database, "pergi", "seller"),
      await seedConversation(shop.database, "stays"),
    ];
    const browser = await signedIn("pergi");
    const ids = [await seedConversation(shop.database, "left-1"), await seedConversation(shop.database, "left-2")];
    for (const id of ids) await browser.post(`/console/api/conversations/${id}/take-over`);
    const owner = await signedIn("owner");
    expect((await owner.post(`/console/api/team/${leaver}/active`, { active: false })).status).toBe(204);
    const found = await shop.database.prisma.conversation.findMany({ where: { id: { in: [...ids, stays] } } });
    expect(found.map(({ id, holder, version, heldReason }) => [ids.includes(id), holder, version, heldReason])).toEqual(
      expect.arrayContaining([
        [true, "waiting", 2, "colleague_left"],
        [true, "waiting", 2, "colleague_left"],
        [false, "bot", 0, null],
      ]),
    );
    const seller = await signedIn("seller");
    expect((await seller.post(`/console/api/conversations/${ids[0]}/take-over`)).status).toBe(204);
  });

  it("an order moves on step by step, and never from a state somebody no longer sees", async () => {
    const id = await seedOrder(shop.database, await seedConversation(shop.database, "steps"), "2004");
    const seller = await signedIn("seller");
    const step = (version: number, status: string) =>
      seller.post(`/console/api/orders/${id}/step`, { version, status });
    expect((await step(1, "preparing")).status).toBe(204);
    const stale = await step(1, "ready");
    expect([stale.status, await stale.json()]).toMatchObject([409, { error: "changed" }]);
    expect((await step(2, "completed")).status).toBe(409);
    const order = await seller.read<OrderView>(`/console/api/orders/${id}`);
    expect(order).toMatchObject({ status: "preparing", version: 2 });
    expect(order.events.at(-1)).toMatchObject({ who: "Kak seller", what: "preparing" });
  });

  it("no order that is still to be done falls off the board, and the oldest stands first", async () => {
    const conversation = await seedConversation(shop.database, "board");
    const first = await seedOrder(shop.database, conversation, "3000");
    const { lines: _, ...order } = await shop.database.prisma.order.findUniqueOrThrow({
      where: { id: first },
      include: { lines: true },
    });
    const copies = (count: number, from: number, status: string) =>
      Array.from({ length: count }, (_, index) => {
        const number = `${from + index}`;
        return { ...order, id: `copy-${number}`, number, topicId: `copy-${number}`, status, placedAt: from + index };
      });
    await shop.database.prisma.order.createMany({ data: copies(210, 4_000, "placed") });
    await shop.database.prisma.order.createMany({ data: copies(210, 5_000, "completed") });
    const seller = await signedIn("seller");
    const numbers = async (status: string) => {
      const { orders } = await seller.read<{ orders: OrderSummary[] }>(`/console/api/orders?status=${status}`);
      return orders.map(({ number }) => number).filter((number) => number >= "4000");
    };
    expect(await numbers("placed,completed")).toHaveLength(410);
    expect((await numbers("placed")).slice(0, 2)).toEqual(["4000", "4001"]);
    expect((await numbers("completed"))[0]).toBe("5209");
    await shop.database.prisma.order.deleteMany({ where: { id: { startsWith: "copy-" } } });
  });

  it("every customer whom a person serves or is to serve can be found", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 130; count++) ids.push(await seedConversation(shop.database, `many-${count}`));
    const hold = (some: readonly string[], holder: string) =>
      shop.database.prisma.conversation.updateMany({
        where: { id: { in: [...some] } },
        data: { holder, heldSince: 9_000 },
      });
    await hold(ids.slice(0, 65), "waiting");
    const { id: bayu } = await shop.database.prisma.staff.findUniqueOrThrow({ where: { username: "bayu" } });
    await hold(ids.slice(65), bayu);
    const seller = await signedIn("seller");
    const { conversations } = await seller.read<{ conversations: ConversationSummary[] }>("/console/api/conversations");
    expect(conversations.filter(({ id }) => ids.includes(id))).toHaveLength(130);
    await hold(ids, "bot");
  });

  it("an open console is told what changed, a courier only of orders", async () => {
    const id = await seedConversation(shop.database, "live");
    const [seller, courier] = [await signedIn("seller"), await signedIn("courier")];
    const streams = await Promise.all([seller, courier].map((each) => each.get("/console/api/stream")));
    const [atSeller, atCourier] = streams.map((stream) => newsIn(stream));
    shop.server.live.publish([
      { type: "conversation", id },
      { type: "order", id: "order-1" },
    ]);
    expect(await atSeller?.until("order-1")).toContain(id);
    expect(await atCourier?.until("order-1")).not.toContain(id);
  });

  it("a state that today's code cannot read still opens the conversation", async () => {
    const id = await seedConversation(shop.database, "strange");
    await shop.database.prisma.conversation.update({ where: { id }, data: { state: '{"topics":"?"}' } });
    const view = await (await signedIn("seller")).read<ConversationView>(`/console/api/conversations/${id}`);
    expect(view.basket).toEqual([]);
  });

  it("broken and oversized requests are refused with a reason", async () => {
    const seller = await signedIn("seller");
    const reply = (body: unknown) => seller.post("/console/api/conversations/none/reply", body);
    expect((await reply("{")).status).toBe(400);
    expect((await reply({ id: "no", text: "x" })).status).toBe(400);
    expect((await reply({ id: crypto.randomUUID(), text: "x".repeat(5_000) })).status).toBe(400);
    expect((await reply({ id: crypto.randomUUID(), text: "x".repeat(4_000_000) })).status).toBe(413);
    expect((await seller.get("/console/api/orders?status=stolen")).status).toBe(400);
  });

  it("characters that no database can store are left out of replies, names and addresses", async () => {
    const id = await seedConversation(shop.database, "nul");
    const seller = await signedIn("seller");
    const words = { id: crypto.randomUUID(), text: "Siap\u0000 Kak" };
    expect((await seller.post(`/console/api/conversations/${id}/reply`, words)).status).toBe(204);
    const view = await seller.read<ConversationView>(`/console/api/conversations/${id}`);
    expect(view.entries).toMatchObject([{ text: "Siap Kak" }]);
    expect((await seller.get("/console/api/conversations/%00")).status).toBe(404);
    const guess = { username: "nobody\u0000", password: "salah salah" };
    expect((await new HttpBrowser(shop.server.url).post("/console/api/sign-in", guess)).status).toBe(401);
  });
});

/** The news of a stream, read until some words have come. */
function newsIn(stream: Response) {
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  return {
    async until(words: string): Promise<string> {
      let seen = "";
      while (!seen.includes(words)) {
        const part = await reader?.read();
        if (part === undefined || part.done) throw new Error(`The stream ended after: ${seen}`);
        seen += part.value;
      }
      await reader?.cancel();
      return seen;
    },
  };
}
