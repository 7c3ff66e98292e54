import { beforeAll, beforeEach, expect, it } from "vitest";
import type { CallList, CallView } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import type { CallCounts } from "../../src/shop/call/call-counts.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { seedConversation, seedOrder, seedShop, seedStaff } from "../fixtures/shop.ts";
import { HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

const NOW = Date.parse("2026-11-18T10:00:00+07:00");
const MINUTE = 60_000;

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  const staff: Record<string, string> = {};
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    for (const [name, role] of [
      ["rina", "seller"],
      ["doni", "seller"],
      ["ratih", "owner"],
      ["kurir", "courier"],
    ] as const)
      staff[name] = await seedStaff(database, name, role);
    server = await openWebServer(database, { clock: () => NOW });
  });
  beforeEach(async () => {
    await database.prisma.callTry.deleteMany();
    await database.prisma.callTask.deleteMany();
  });

  const signedIn = async (username: string) => {
    const browser = new HttpBrowser(server.url);
    await browser.enter(database, username);
    return browser;
  };
  let people = 0;
  const seedCall = async (more: object = {}) => {
    people += 1;
    const conversationId = await seedConversation(database, `caller-${people}`, `Sari ${people}`);
    const { contact } = await database.prisma.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      include: { contact: true },
    });
    const { id } = await database.prisma.callTask.create({
      data: {
        id: `call-${people}`,
        customerId: contact.customerId,
        conversationId,
        kind: "missed",
        reason: "",
        createdAt: NOW - MINUTE,
        ...more,
      },
    });
    return { id, conversationId };
  };
  const list = async (browser: HttpBrowser) => (await browser.read<CallList>("/console/api/calls")).calls;
  const outcome = (browser: HttpBrowser, id: string, body: object) =>
    browser.post(`/console/api/calls/${id}/outcome`, body);

  it("the seller sees who, why, the order under way, the basket, and what was promised", async () => {
    const { conversationId } = await seedCall({
      times: 3,
      phone: "+6281234567890",
      dueAt: NOW + 15 * MINUTE,
      promisedAt: NOW + 15 * MINUTE,
    });
    const basket = { lines: [{ id: "1", sku: "BRW", options: ["coklat"], quantity: 2000 }], doubts: [] };
    const state = JSON.stringify({ topics: [{ id: "t", flow: "order", touchedAt: 1, answers: { basket } }] });
    await database.prisma.conversation.update({ where: { id: conversationId }, data: { state } });
    await seedOrder(database, conversationId, `9${people}`);
    const [call] = await list(await signedIn("rina"));
    expect(call).toMatchObject({
      kind: "missed",
      times: 3,
      phone: "+6281234567890",
      promisedAt: NOW + 15 * MINUTE,
      order: { number: `9${people}`, status: "placed" },
      basket: [{ name: "Brownies (coklat)", quantity: 2000 }],
      attempts: [],
    });
  });

  it("what calls bring is counted for at most 400 days, the first of them first", async () => {
    const rina = await signedIn("rina");
    const status = async (days: string) => (await rina.get(`/console/api/calls/counts?${days}`)).status;
    expect(await status("from=2026-01-01&to=2027-02-04")).toBe(200);
    for (const days of [
      "from=2026-01-01&to=2027-02-05",
      "from=2026-01-02&to=2026-01-01",
      "from=0001-01-01&to=9999-12-31",
    ])
      expect(await status(days)).toBe(400);
  });

  it("owners and sellers work the list, couriers do not", async () => {
    const { id } = await seedCall();
    for (const name of ["rina", "ratih"])
      expect((await (await signedIn(name)).get("/console/api/calls")).status).toBe(200);
    const courier = await signedIn("kurir");
    for (const path of ["", "/open", "/counts?from=2026-11-18&to=2026-11-18"])
      expect((await courier.get(`/console/api/calls${path}`)).status).toBe(403);
    expect((await outcome(courier, id, { version: 0, outcome: "reached" })).status).toBe(403);
  });

  it("a seller takes a call; a colleague who has not seen that is refused, and may take it all the same", async () => {
    const { id } = await seedCall();
    const [rina, doni] = [await signedIn("rina"), await signedIn("doni")];
    const take = (browser: HttpBrowser, version: number) => browser.post(`/console/api/calls/${id}/take`, { version });
    const taken = await Promise.all([take(rina, 0), take(doni, 0)]);
    expect(taken.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect((await take(doni, 2 ** 31)).status).toBe(400);
    expect((await take(doni, 1)).status).toBe(204);
    expect((await list(rina))[0]).toMatchObject({ version: 2, takenBy: { name: "Kak doni" } });
  });

  it("two sellers who note an outcome at once: one counts, the other sees that it changed", async () => {
    const { id } = await seedCall();
    const [rina, doni] = [await signedIn("rina"), await signedIn("doni")];
    const noted = await Promise.all([
      outcome(rina, id, { version: 0, outcome: "ordered" }),
      outcome(doni, id, { version: 0, outcome: "no_answer" }),
    ]);
    expect(noted.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    const task = await database.prisma.callTask.findUniqueOrThrow({ where: { id }, include: { attempts: true } });
    expect(task.attempts).toHaveLength(1);
    expect(task.version).toBe(1);
  });

  it("who thinks it over until a day is called again that day, and is off the list where no day was said", async () => {
    const rina = await signedIn("rina");
    const { id } = await seedCall({ promisedAt: NOW });
    const other = await seedCall();
    expect((await outcome(rina, id, { version: 0, outcome: "thinking", until: "2026-11-21" })).status).toBe(204);
    expect((await outcome(rina, other.id, { version: 0, outcome: "thinking" })).status).toBe(204);
    const calls = await list(rina);
    expect(calls.map((call) => call.id)).toEqual([id]);
    expect(calls[0]).toMatchObject({
      tries: 1,
      dueAt: Date.parse("2026-11-21T09:00:00+07:00"),
      attempts: [{ outcome: "thinking", note: "2026-11-21" }],
    });
    const row = await database.prisma.callTask.findUniqueOrThrow({ where: { id: other.id } });
    expect(row).toMatchObject({ outcome: "thinking", closedAt: BigInt(NOW) });
  });

  it("every outcome is kept with who and when: wrong number, handed to a colleague", async () => {
    const rina = await signedIn("rina");
    const wrong = await seedCall({ phone: "+6281234567890" });
    const passed = await seedCall();
    expect((await outcome(rina, wrong.id, { version: 0, outcome: "wrong_number" })).status).toBe(204);
    expect((await outcome(rina, passed.id, { version: 0, outcome: "passed_on", to: staff.doni })).status).toBe(204);
    expect((await list(rina)).map(({ id }) => id)).toEqual([passed.id]);
    expect((await list(rina))[0]).toMatchObject({
      takenBy: { name: "Kak doni" },
      tries: 0,
      attempts: [{ who: "Kak rina", outcome: "passed_on", note: "Kak doni", at: NOW }],
    });
    const tries = await database.prisma.callTry.findMany({ where: { taskId: wrong.id } });
    expect(tries).toMatchObject([{ outcome: "wrong_number", who: staff.rina }]);
    const words = await database.prisma.outboxRow.findFirstOrThrow({ where: { conversationId: wrong.conversationId } });
    expect(words).toMatchObject({ author: staff.rina, status: "queued" });
    expect(words.body).toContain("0812-3456-7890");
    for (const to of [staff.kurir, "nobody", undefined])
      expect((await outcome(rina, passed.id, { version: 1, outcome: "passed_on", to })).status).toBe(409);
  });

  it("what is nonsense is refused: an unknown call, outcome, day, or a call that is done", async () => {
    const rina = await signedIn("rina");
    const { id } = await seedCall({ outcome: "reached", closedAt: NOW });
    expect((await outcome(rina, id, { version: 0, outcome: "ordered" })).status).toBe(409);
    expect((await outcome(rina, "nothing", { version: 0, outcome: "ordered" })).status).toBe(404);
    expect((await outcome(rina, id, { version: 0, outcome: "gave_up" })).status).toBe(400);
    expect((await outcome(rina, id, { version: 0, outcome: "thinking", until: "besok" })).status).toBe(400);
    expect((await rina.get("/console/api/calls/counts?from=x&to=y")).status).toBe(400);
  });

  it("the badge counts who is to be called, and who waits too long", async () => {
    await seedCall({ dueAt: NOW - MINUTE });
    await seedCall({ dueAt: NOW + MINUTE });
    await seedCall({ outcome: "reached" });
    expect(await (await signedIn("rina")).read("/console/api/calls/open")).toEqual({ open: 2, overdue: 1 });
  });

  it("what calls bring is counted by the days of the shop's own zone", async () => {
    const day = Date.parse("2026-11-17T00:00:00+07:00");
    const rina = await signedIn("rina");
    const inTime = await seedCall({ times: 4, createdAt: day + MINUTE, promisedAt: NOW + MINUTE });
    const late = await seedCall({ createdAt: day + 2 * MINUTE, promisedAt: day + 17 * MINUTE });
    await seedCall({ createdAt: day + 3 * MINUTE, promisedAt: NOW, outcome: "ordered", closedAt: day + 4 * MINUTE });
    await seedCall({ createdAt: day - MINUTE, times: 9 });
    await outcome(rina, inTime.id, { version: 0, outcome: "ordered" });
    await outcome(rina, late.id, { version: 0, outcome: "no_answer" });
    const counts = await rina.read<CallCounts>("/console/api/calls/counts?from=2026-11-17&to=2026-11-17");
    expect(counts).toEqual({ calls: 6, people: 3, reached: 2, inTime: 2, ordered: 2, open: 1 });
  });

  it("an open console hears that the list changed, a courier's does not", async () => {
    const { id, conversationId } = await seedCall();
    const heard: string[] = [];
    const unsubscribe = server.live.subscribe((topic) => heard.push(`${topic.type} ${topic.id}`));
    await outcome(await signedIn("rina"), id, { version: 0, outcome: "no_answer" });
    unsubscribe();
    expect(heard).toContain(`call ${conversationId}`);
    const [call] = await list(await signedIn("rina"));
    expect(call satisfies CallView | undefined).toMatchObject({ tries: 1, dueAt: NOW + 15 * MINUTE });
  });
});
