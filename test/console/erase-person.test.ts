import { readFileSync } from "node:fs";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { EventBody } from "../../src/channels/message.ts";
import type { CustomerProfile, CustomerRow } from "../../src/console/customer-views.ts";
import type { PersonData } from "../../src/console/person-data-store.ts";
import type { CallList, PhoneDraftView } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { linkDesk } from "../fixtures/desks.ts";
import { ACCOUNT, type Road, said } from "../fixtures/road.ts";
import { seedConversation, seedShop, seedStaff } from "../fixtures/shop.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";
import { bodyOf, HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";
import { CONTACT, MARK, NOW, PHONE, plantWords } from "./plant-words.ts";

/** As they turn up in any spelling */
const TRACES = [/zirkonia/i, /907001234/, /1355579911/];

/** Columns that may hold words of a person or about one, or their address: all of them must be empty of it afterwards. */
const PERSONAL: Readonly<Record<string, readonly string[]>> = {
  Customer: ["name", "phone", "address", "form", "note"],
  Contact: ["externalId", "name", "username", "phone", "source"],
  Conversation: ["state", "heldReason"],
  InboxEvent: ["body"],
  Misread: ["text", "understood", "correction"],
  OutboxRow: ["body", "externalId", "error"],
  Timer: ["body"],
  Order: ["contactName", "contactPhone", "address", "note", "agreedDigest", "agreedText", "agreedWords", "pickupCode"],
  OrderLine: ["note"],
  OrderEvent: ["data"],
  CallTask: ["reason", "phone"],
  CallTry: ["note"],
  PhoneOrder: ["phone", "name", "body"],
  Consent: ["wording"],
  Touch: ["source"],
  Audit: ["data"],
  StaffNote: ["text"],
  DeskTopic: ["threadId"],
  ChannelMemory: ["key", "value"],
};

/** Columns of text that hold ids, states, keys, or what is the shop's own. */
const NOT_PERSONAL: Readonly<Record<string, readonly string[]>> = {
  Shop: ["name", "kind", "city", "timeZone", "phone", "address", "about", "settings"],
  Branch: ["id", "code", "name", "address", "aliases", "phone", "timeZone", "hours", "holidays"],
  DeliveryZone: ["id", "code", "name", "branchId", "areas"],
  Product: ["id", "sku", "name", "aliases", "description", "category", "unit", "units", "options", "photoId"],
  Photo: ["id", "mime", "data", "who"],
  Stock: ["sku", "branchId"],
  DayLoad: ["branchId", "day"],
  Customer: ["id", "zoneId"],
  ChannelAccount: ["id", "channel", "externalId", "name", "ownerId"],
  Contact: ["id", "accountId", "customerId"],
  Conversation: ["id", "contactId", "accountId", "holder", "questionId"],
  InboxEvent: ["id", "key", "conversationId", "kind"],
  Misread: ["id", "eventId", "context", "who"],
  OutboxRow: ["id", "key", "conversationId", "accountId", "author", "purpose", "status", "afterCrash", "about"],
  Timer: ["id", "conversationId", "key"],
  Order: [
    ...["id", "number", "customerId", "conversationId", "topicId", "status", "fulfilment", "payment", "branchId"],
    ...["zoneId", "day", "time", "courierId", "cardId", "touchId"],
  ],
  OrderLine: ["id", "orderId", "sku", "name", "unit", "held", "agreedBy"],
  OrderEvent: ["id", "orderId", "who", "what", "status"],
  CallTask: ["id", "customerId", "conversationId", "kind", "orderId", "takenBy", "outcome"],
  CallTry: ["id", "taskId", "who", "outcome"],
  ContactLink: ["id", "contactId", "fromCustomer", "toCustomer", "who"],
  PhoneOrder: ["id", "code", "conversationId", "who"],
  Consent: ["id", "customerId", "purpose", "channel", "eventId"],
  Touch: ["id", "customerId", "contactId"],
  CashEntry: ["id", "orderId", "holder"],
  Audit: ["id", "who", "what", "subject"],
  Staff: ["id", "name", "username", "role", "passwordHash", "contactId", "duty"],
  StaffNote: ["id", "conversationId", "who"],
  CannedReply: ["id", "title", "text", "who"],
  PushSubscription: ["id", "staffId", "endpoint", "keys"],
  OwnSecret: ["name", "value"],
  Erasure: ["id", "customerId", "hash", "who"],
  StaffLink: ["id", "staffId"],
  DeskTopic: ["contactId", "conversationId"],
  ChannelMemory: ["accountId"],
  StaffSession: ["id", "staffId", "csrf", "userAgent"],
  OwnerLink: ["id"],
};

it("every column of text is known to be somebody's words, or nobody's", () => {
  const schema = readFileSync(new URL("../../prisma/schema.prisma", import.meta.url), "utf8");
  const columns = [...schema.matchAll(/^model (\w+) \{\n(.*?)\n\}/gms)].flatMap(([, model, fields = ""]) =>
    [...fields.matchAll(/^ {2}(\w+)\s+String\b/gm)].map(([, column]) => `${model}.${column}`),
  );
  const known = [PERSONAL, NOT_PERSONAL].flatMap((tables) =>
    Object.entries(tables).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
  );
  expect(columns.length).toBeGreaterThan(100);
  expect(known.toSorted()).toEqual(columns.toSorted());
});

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  let road: Road;
  let owner: HttpBrowser;
  let rina: HttpBrowser;
  let customer: string;
  let conversation: string;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    await database.prisma.channelAccount.create({
      data: { id: ACCOUNT, channel: "whatsapp", externalId: "1", name: "Toko" },
    });
    await seedStaff(database, "ratih", "owner");
    await seedStaff(database, "rina", "seller");
    await linkDesk(database, "doni", "seller");
    road = openTalkingRoad(database, { now: NOW });
    server = await openWebServer(database, { clock: road.now });
    owner = await signedIn("ratih");
    rina = await signedIn("rina");
  });
  const signedIn = async (username: string) => {
    const browser = new HttpBrowser(server.url);
    await browser.enter(database, username);
    return browser;
  };
  /** Everything in the database, with the tables and columns in which any of these is found. */
  const found = async (): Promise<string[]> => {
    const places = new Set<string>();
    for (const table of Object.keys(NOT_PERSONAL))
      for (const row of await database.prisma.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM "${table}"`))
        for (const [column, value] of Object.entries(row))
          if (typeof value === "string" && TRACES.some((trace) => trace.test(value))) places.add(`${table}.${column}`);
    return [...places].toSorted();
  };
  const answered = async () => {
    await road.turns();
    await database.prisma.outboxRow.updateMany({
      where: { status: "queued" },
      data: { status: "sent", sentAt: road.now(), attempts: 1, externalId: `true_${CONTACT}_3EB0` },
    });
    road.pass(5_000);
  };
  const happens = async (body: EventBody) => {
    const sender = { externalId: CONTACT, name: "Zirkonia", username: "zirkonia_w" };
    await road.inbox.accept(ACCOUNT, [{ sender, body, platformId: v7(), platformAt: road.now() }]);
    await answered();
  };
  const does = async (browser: HttpBrowser, path: string, body: object = {}, method: "POST" | "PUT" = "POST") => {
    const answer = await browser.write(method, `/console/api${path}`, body);
    expect([path, answer.status]).toEqual([path, 204]);
    await answered();
  };

  it("a customer orders, calls, refuses promos, and the team writes about her", async () => {
    await happens({ type: "chatStarted", source: `brosur-${MARK}` });
    const contact = await database.prisma.contact.findFirstOrThrow({
      where: { externalId: CONTACT },
      include: { conversation: true },
    });
    customer = contact.customerId;
    conversation = contact.conversation?.id ?? "";
    await happens({ type: "contactShared", phone: PHONE, own: true });
    for (const text of [
      "kak mau brownies coklat 2 diantar besok jam 10, tolong tulis zirkonia di kotaknya",
      `jl ${MARK} 3 rt 2 beji depok`,
      `atas nama ${MARK}`,
      "ya",
    ])
      await happens(said(text));
    const order = await database.prisma.order.findFirst({ where: { customerId: customer } });
    expect(order).toMatchObject({ total: 100_000 });
    const step = async (status: string) => {
      const { version } = await database.prisma.order.findFirstOrThrow({ where: { id: order?.id ?? "" } });
      await does(owner, `/orders/${order?.id}/step`, { version, status, uncalled: true });
    };
    await step("preparing");
    expect((await owner.post(`/console/api/customers/${customer}/erase`, { sure: "hapus" })).status).toBe(409);
    for (const status of ["ready", "out_for_delivery", "completed"]) await step(status);
    await happens(said(`stop promo ya, saya ${MARK}`));
    await happens({ type: "callMissed", phone: PHONE, video: false });
    await happens(said(`telepon saya jam 7 malam kak soal ${MARK}`));
    const { calls } = await rina.read<CallList>("/console/api/calls");
    const [call] = calls;
    await does(rina, `/calls/${call?.id}/outcome`, {
      version: call?.version,
      outcome: "thinking",
      until: "2026-11-30",
    });
    await does(rina, `/conversations/${conversation}/take-over`);
    await does(rina, `/conversations/${conversation}/reply`, { id: v7(), text: `Halo Kak ${MARK}` });
    await does(rina, `/customers/${customer}/note`, { note: `${MARK} suka pagar hijau` }, "PUT");
    const { id: ratih } = await database.prisma.staff.findUniqueOrThrow({ where: { username: "ratih" } });
    await does(rina, `/conversations/${conversation}/pass-on`, { to: ratih, note: `${MARK} minta diskon` });
    await happens(said(`kok ${MARK} belum dibalas`));
    const event = await database.prisma.inboxEvent.findFirstOrThrow({
      where: { conversationId: conversation, kind: "messageReceived" },
      orderBy: { sequence: "desc" },
    });
    await does(rina, `/messages/${event.id}/misread`, { misread: true });
    const draft = await bodyOf<PhoneDraftView>(
      await rina.post("/console/api/phone-orders/hear", {
        step: { type: "words", text: `brownies coklat 1 atas nama ${MARK} hp 081355579911` },
      }),
    );
    expect((await rina.post("/console/api/phone-orders/link", { id: v7(), draft: draft.draft })).status).toBe(200);
  });

  it("she is found by name, any spelling of the number and by address, with what she ordered", async () => {
    const search = async (words: string) =>
      (
        await bodyOf<{ customers: CustomerRow[] }>(
          await (words === ""
            ? rina.get("/console/api/customers")
            : rina.post("/console/api/customers/search", { words })),
        )
      ).customers;
    await seedConversation(database, "lain", "Kartika");
    for (const query of [
      "zirkonia",
      "ZIRKONIA",
      "081355579911",
      "+62 813-5557-9911",
      "5557",
      "jl zirkonia",
      "3 Zirkonia, beji",
    ])
      expect(
        (await search(query)).map(({ id }) => id),
        query,
      ).toEqual([customer]);
    expect(await search("zirkonia jakarta")).toEqual([]);
    expect(await search("%")).toEqual([]);
    const [first] = await search("");
    expect(first).toMatchObject({ id: customer, phone: PHONE, completed: 1, total: 100_000, channels: ["whatsapp"] });
    const profile = await rina.read<CustomerProfile>(`/console/api/customers/${customer}`);
    expect(profile.tally).toEqual({
      running: 0,
      completed: 1,
      cancelled: 0,
      failedDeliveries: 0,
      total: 100_000,
      due: 0,
    });
    expect(profile.note).toBe("zirkonia suka pagar hijau");
    expect(profile.consents).toMatchObject([{ purpose: "promo", given: false }]);
    expect(profile.misreads).toHaveLength(1);
    expect(profile.addresses[0]).toContain("zirkonia");
  });

  it("the owner gets all that is kept of her as a file; nobody else does", async () => {
    const path = `/console/api/customers/${customer}/data`;
    expect((await rina.get(path)).status).toBe(403);
    const file = await owner.get(`${path}?file=1`);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="data-pelanggan-[\w-]+\.json"$/);
    const data = await bodyOf<PersonData>(file);
    expect(data.person).toMatchObject({ phone: PHONE, note: "zirkonia suka pagar hijau" });
    const words = JSON.stringify(data.contacts[0]?.said);
    for (const text of ["brosur-zirkonia", "stop promo ya", "Halo Kak zirkonia"]) expect(words).toContain(text);
    expect(data.orders).toMatchObject([{ total: 100_000, status: "completed" }]);
    expect(data.calls.length).toBeGreaterThan(0);
    expect(data.misreads).toHaveLength(1);
    expect(data.phoneOrders).toHaveLength(1);
  });

  it("once erased, nothing of her is found in any column of any table; sums, times and states stand", async () => {
    await plantWords(database, conversation, customer);
    const before = await found();
    for (const [table, columns] of Object.entries(PERSONAL))
      for (const column of columns) expect(before, "the mark went everywhere").toContain(`${table}.${column}`);
    const books = async () => ({
      orders: await database.prisma.order.findMany({
        where: { customerId: customer },
        select: { number: true, status: true, goodsTotal: true, fee: true, total: true, placedAt: true },
        orderBy: { id: "asc" },
      }),
      cash: await database.prisma.cashEntry.findMany({ orderBy: { id: "asc" } }),
      events: await database.prisma.inboxEvent.findMany({
        select: { id: true, key: true, kind: true, at: true },
        orderBy: { id: "asc" },
      }),
    });
    const booksBefore = await books();
    const erase = (sure: string, browser = owner) => browser.post(`/console/api/customers/${customer}/erase`, { sure });
    expect((await erase("hapus", rina)).status).toBe(403);
    expect((await erase("iya")).status).toBe(400);
    expect((await erase("Hapus")).status).toBe(204);
    expect(await found()).toEqual([]);
    expect(await books()).toEqual(booksBefore);
    expect((await erase("hapus")).status).toBe(404);
    for (const path of [`customers/${customer}`, `customers/${customer}/data`, `conversations/${conversation}`])
      expect((await owner.get(`/console/api/${path}`)).status, path).toBe(404);
    for (const path of ["customers", "conversations", "orders", "calls", "misreads", "audit", "team"])
      expect((await owner.get(`/console/api/${path}`)).status, path).toBe(200);
    const trail = await owner.read<{ entries: { what: string; who?: string }[] }>("/console/api/audit");
    expect(trail.entries[0]).toMatchObject({ what: "customerErased", who: "Kak ratih" });
  });

  it("she writes again as a stranger, and is still sent no promos", async () => {
    await happens(said("halo kak"));
    const [again] = await database.prisma.contact.findMany({ where: { externalId: CONTACT } });
    expect(again?.customerId).not.toBe(customer);
    expect(await database.prisma.consent.findMany({ where: { customerId: again?.customerId ?? "" } })).toMatchObject([
      { purpose: "promo", given: false },
    ]);
    const profile = await rina.read<CustomerProfile>(`/console/api/customers/${again?.customerId}`);
    expect(profile).toMatchObject({ orders: [], calls: [], notes: [], note: "" });
  });
});
