import fc from "fast-check";
import { v7 } from "uuid";
import { expect, onTestFinished, test, vi } from "vitest";
import { type EventBody, OWN_PHONE } from "../../src/channels/message.ts";
import { openDatabase } from "../../src/database/database.ts";
import { claimRows } from "../../src/outbox/claim-rows.ts";
import { close } from "../../src/staff/close.ts";
import { handBack } from "../../src/staff/hand-back.ts";
import { reply } from "../../src/staff/reply.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { ACCOUNT, incoming, openRoad, type Road, said, seedRoad } from "../fixtures/road.ts";
import { Wire } from "../fixtures/wire.ts";
import { staffed } from "../fixtures/workers.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const wrote = (text: string): EventBody => ({ type: "sellerWrote", text, attachments: [] });

eachEngine((engine) => {
  const shop = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const road = openRoad(database);
    const acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    const idOf = async (contact: string) => (await road.conversation(contact)).id;
    return { database, road, acts, idOf };
  };
  const statuses = async ({ database }: Road) =>
    (await database.prisma.outboxRow.findMany({ orderBy: { sequence: "asc" } })).map(({ author, status }) => [
      author,
      status,
    ]);

  test("answering from the shop's own phone takes the chat at once, and what the bot has not sent is withheld", async () => {
    const { road } = await shop();
    await road.say("sari", "halo");
    await road.turns();
    await road.event("sari", wrote("Halo Kak Sari, ini Rina"));
    expect(await road.conversation("sari")).toMatchObject({ holder: OWN_PHONE, version: 1, heldReason: "own_phone" });
    expect(await statuses(road)).toEqual([["bot", "withheld"]]);
    await road.say("sari", "bisa nego?");
    await road.turns();
    expect(await statuses(road)).toEqual([["bot", "withheld"]]);
    expect(await road.conversation("sari")).toMatchObject({ holder: OWN_PHONE, unread: 1, dueAt: null });
  });

  test("a seller who writes first on their phone begins a chat that they hold", async () => {
    const { road } = await shop();
    await road.event("budi", wrote("Siang Pak Budi, pesanannya sudah siap"));
    await road.turns();
    expect(await road.conversation("budi")).toMatchObject({ holder: OWN_PHONE, version: 1, unread: 0 });
    await road.say("budi", "oke saya ambil");
    await road.turns();
    expect(await road.heard("budi")).toEqual([]);
  });

  test("a chat that was put away is there again once somebody writes in it from the phone", async () => {
    const { database, road, acts, idOf } = await shop();
    await road.say("sari", "halo");
    await road.turns();
    const id = await idOf("sari");
    await close(acts, id, "rina");
    await road.event("sari", wrote("Siang Kak, sudah sampai pesanannya?"));
    expect(await database.prisma.conversation.findUnique({ where: { id } })).toMatchObject({ closedAt: null });
  });

  test("each further word from the phone only keeps the chat, and a customer who waited waits no more", async () => {
    const { road } = await shop();
    await road.say("sari", "orang");
    await road.turns();
    await road.event("sari", wrote("Ya Kak?"));
    const taken = await road.database.prisma.conversation.findFirstOrThrow();
    road.pass(60_000);
    await road.event("sari", wrote("Masih di sini?"));
    await road.turns();
    const { holder, version, heldSince } = await road.database.prisma.conversation.findFirstOrThrow();
    expect([holder, version, heldSince]).toEqual([OWN_PHONE, 2, taken.heldSince]);
  });

  test("a chat that a seller holds in the console stays theirs when somebody answers from the phone", async () => {
    const { road, acts, idOf } = await shop();
    await road.say("sari", "halo");
    await takeOver(acts, await idOf("sari"), "rina");
    await road.event("sari", wrote("Sudah saya jawab ya"));
    await road.turns();
    expect(await road.conversation("sari")).toMatchObject({ holder: "rina", version: 1, heldReason: "taken_over" });
    expect(await road.database.prisma.inboxEvent.count({ where: { kind: "sellerWrote", handledAt: null } })).toBe(0);
  });

  test("any seller takes over or hands back from the phone; the same word told again changes nothing", async () => {
    const { road, acts, idOf } = await shop();
    await road.event("sari", wrote("Halo"), "m-1");
    const id = await idOf("sari");
    expect(await reply(acts, id, "rina", "Saya lanjutkan di sini", "k")).toMatchObject({ type: "replied" });
    expect(await road.conversation("sari")).toMatchObject({ holder: "rina", version: 2 });
    expect(await handBack(acts, id, "rina")).toEqual({ type: "handedBack", version: 3 });
    await road.event("sari", wrote("Halo"), "m-1");
    await road.turns();
    expect(await road.conversation("sari")).toMatchObject({ holder: "bot", version: 3 });
    await road.say("sari", "halo");
    await road.turns();
    await road.event("sari", wrote("Eh Kak"), "m-2");
    expect(await handBack(acts, id, "doni")).toEqual({ type: "handedBack", version: 5 });
    await road.turns();
    expect((await road.heard("sari")).at(-1)).toBe("Aku lanjut bantu ya Kak");
  });

  test("🤖 from the phone gives the chat back, once, and only what is held on the phone", async () => {
    const { database, road, acts, idOf } = await shop();
    const sign = (id: string) => road.event("sari", { type: "handedBack", staff: OWN_PHONE }, id);
    await road.say("sari", "halo");
    await road.turns();
    await sign("r-0");
    await road.turns();
    expect(await road.conversation("sari")).toMatchObject({ holder: "bot", version: 0 });
    expect(await road.heard("sari")).toEqual(["Siap: halo"]);
    await road.event("sari", wrote("Halo Kak"));
    await road.say("sari", "bisa nego?");
    await sign("r-1");
    await road.turns();
    expect(await road.conversation("sari")).toMatchObject({ holder: "bot", version: 2, dueAt: null });
    expect(await road.heard("sari")).toEqual(["Siap: halo", "Aku lanjut bantu ya Kak"]);
    const { heldUntil, deskAt } = await database.prisma.conversation.findFirstOrThrow();
    expect([heldUntil, deskAt]).toEqual([null, null]);
    await road.event("sari", wrote("Sebentar"));
    await sign("r-1");
    expect(await road.conversation("sari")).toMatchObject({ holder: OWN_PHONE, version: 3 });
    await takeOver(acts, await idOf("sari"), "rina");
    await sign("r-2");
    await road.turns();
    expect(await road.conversation("sari")).toMatchObject({ holder: "rina", version: 4 });
    expect(await database.prisma.audit.count({ where: { who: OWN_PHONE, what: "handedBack" } })).toBe(1);
    expect(await road.heard("sari")).toHaveLength(2);
  });

  test("a 🤖 from before the latest word on the phone comes too late", async () => {
    const { road } = await shop();
    const told = (body: EventBody, platformAt: number) => ({ ...incoming("sari", body, v7()), platformAt });
    await road.inbox.accept(ACCOUNT, [told(wrote("Halo Kak"), 5_000)]);
    await road.inbox.accept(ACCOUNT, [told({ type: "handedBack", staff: OWN_PHONE }, 4_000)]);
    expect(await road.conversation("sari")).toMatchObject({ holder: OWN_PHONE });
    await road.inbox.accept(ACCOUNT, [told({ type: "handedBack", staff: OWN_PHONE }, 6_000), told(wrote("Eh"), 7_000)]);
    expect(await road.conversation("sari")).toMatchObject({ holder: OWN_PHONE, version: 1 });
    await road.inbox.accept(ACCOUNT, [told({ type: "handedBack", staff: OWN_PHONE }, 8_000)]);
    expect(await road.conversation("sari")).toMatchObject({ holder: "bot", version: 2 });
  });

  test("words from the phone racing turns: what the bot says was sent before, or is withheld, never after", async () => {
    const { database, road } = await shop();
    const names = Array.from({ length: 30 }, (_, index) => `c${index}`);
    await Promise.all(names.map((name) => road.say(name, "halo")));
    await Promise.all([road.turns(), ...names.map((name) => road.event(name, wrote("Halo Kak")))]);
    await road.turns();
    const claimed = await database.rawTransaction((tx) => claimRows(tx, ACCOUNT, road.now(), 100, []));
    expect(claimed.rows).toEqual([]);
    for (const row of await database.prisma.outboxRow.findMany()) expect(row.status).toBe("withheld");
    expect(await database.prisma.conversation.count({ where: { holder: OWN_PHONE, version: 1 } })).toBe(30);
    expect(await database.prisma.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
  });

  test("two processes, customers and sellers at once: after a word from the phone nothing of the bot goes out", async () => {
    const { database } = await shop();
    const other = engine === "sqlite" ? database : await openDatabase(database.url);
    if (other !== database) onTestFinished(() => other.close());
    const wire = new Wire();
    const processes = [await staffed(database, [wire]), await staffed(other, [wire])];
    const names = Array.from({ length: 12 }, (_, index) => `c${index}`);
    const accept = (name: string, body: EventBody, process: number) => {
      const one = processes[process % 2];
      return one?.intake.accept(one.accountOf(wire), [incoming(name, body, v7())]);
    };
    for (let round = 0; round < 3; round++)
      await Promise.all(names.map((name, index) => accept(name, said(`${round}`), index + round)));
    const heardBefore = new Map<string, number>();
    await Promise.all(
      names.map(async (name, index) => {
        await Promise.all([accept(name, said("masih ada?"), index), accept(name, wrote("Halo"), index + 1)]);
        // What was on its way in this moment could not be held back.
        const sending = await database.prisma.outboxRow.count({
          where: { conversation: { contact: { externalId: name } }, status: { in: ["sending", "sent"] } },
        });
        heardBefore.set(name, sending);
      }),
    );
    await Promise.all(names.map((name, index) => accept(name, said("halo?"), index)));
    await expect.poll(() => database.prisma.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
    await expect
      .poll(() => database.prisma.outboxRow.count({ where: { status: { in: ["queued", "sending"] } } }))
      .toBe(0);
    for (const name of names) expect(wire.heardBy(name).length).toBeLessThanOrEqual(heardBefore.get(name) ?? 0);
    expect(await database.prisma.conversation.count({ where: { holder: OWN_PHONE, version: 1 } })).toBe(12);
  });

  test("whatever happens in whatever order: the bot speaks only where it holds, and no word is handled twice", async () => {
    const { database, road, acts, idOf } = await shop();
    let runs = 0;
    const story = fc.array(fc.constantFrom(...STEPS), { minLength: 3, maxLength: 12 });
    const tellStory = async (steps: readonly (typeof STEPS)[number][]) => {
      runs += 1;
      const name = `orang${runs}`;
      await road.say(name, "halo");
      const id = await idOf(name);
      const fromPhone: string[] = [];
      let holder = "bot";
      for (const [index, step] of steps.entries()) {
        holder = holderAfter(step, holder);
        if (step === "phone") fromPhone.push(`p${index}`);
        const told = fromPhone.at(step === "again" ? 0 : -1);
        if ((step === "phone" || step === "again") && told) await road.event(name, wrote("ya"), told);
        if (step === "rina") await takeOver(acts, id, "rina");
        if (step === "back") await handBack(acts, id, "rina");
        if (step === "say") await road.say(name, "halo");
        if (step === "turn") await road.turns();
        expect((await road.conversation(name)).holder).toBe(holder);
        const where = { conversationId: id, author: "bot", status: "queued" };
        if (holder !== "bot") expect(await database.prisma.outboxRow.count({ where })).toBe(0);
      }
      await road.turns();
      expect(await database.prisma.inboxEvent.count({ where: { conversationId: id, handledAt: null } })).toBe(0);
    };
    await fc.assert(fc.asyncProperty(story, tellStory), { numRuns: 25 });
  });

  test("the hours of a channel count from the customer's last word or call, by the platform's clock", async () => {
    const { database, road, acts, idOf } = await shop();
    const at = async () => Number((await database.prisma.conversation.findFirstOrThrow()).customerAt);
    const accept = (body: EventBody, platformAt?: number) =>
      road.inbox.accept(ACCOUNT, [{ ...incoming("sari", body, v7()), ...(platformAt ? { platformAt } : {}) }]);
    await accept(wrote("Halo"));
    expect((await database.prisma.conversation.findFirstOrThrow()).customerAt).toBeNull();
    const start = road.now();
    await accept(said("halo"), start - 5_000);
    expect(await at()).toBe(start - 5_000);
    await accept(said("yang lama"), start - 9_000);
    expect(await at()).toBe(start - 5_000);
    await accept({ type: "callMissed", video: false }, start + 60_000);
    expect(await at()).toBe(start);
    road.pass(10_000);
    const others: EventBody[] = [
      wrote("Ya Kak"),
      { type: "messageDeleted", platformId: "1" },
      { type: "timerFell", key: "x" },
      { type: "marketingChosen", wanted: false, wording: "stop" },
    ];
    for (const body of others) await accept(body);
    await handBack(acts, await idOf("sari"), "rina");
    expect(await at()).toBe(start);
    await road.turns();
    const claim = await database.rawTransaction((tx) => claimRows(tx, ACCOUNT, road.now(), 10, []));
    expect(claim.rows.map(({ customerAt }) => customerAt)).toEqual([start]);
  });

  test("what the customer told the platform about promos is kept while a person holds the chat, and the bot stays silent", async () => {
    const { database, idOf } = await shop();
    const road = openRoad(database, {
      advance: ({ state, events }) => ({
        state: { ...state, lost: 2 },
        effects: events.flatMap(({ body }) =>
          body.type === "marketingChosen"
            ? [
                { type: "recordConsent", purpose: "promo", given: body.wanted, words: body.wording } as const,
                { type: "say", text: "Saya bot" } as const,
              ]
            : [],
        ),
      }),
    });
    const acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    await road.event("sari", wrote("Halo"));
    await road.event("sari", { type: "marketingChosen", wanted: false, wording: "Stop promo" });
    await road.turns();
    await road.event("sari", { type: "marketingChosen", wanted: true, wording: "Lanjutkan" });
    await handBack(acts, await idOf("sari"), "rina");
    await road.turns();
    const consents = await database.prisma.consent.findMany({ orderBy: { id: "asc" } });
    expect(consents.map(({ given, wording }) => [given, wording])).toEqual([
      [false, "Stop promo"],
      [true, "Lanjutkan"],
    ]);
  });
});

/** `again` is a word from the phone that the platform tells a second time */
const STEPS = ["say", "turn", "phone", "again", "rina", "back"] as const;

function holderAfter(step: (typeof STEPS)[number], holder: string): string {
  if (step === "back") return "bot";
  if (step === "rina") return "rina";
  return step === "phone" && holder === "bot" ? OWN_PHONE : holder;
}
