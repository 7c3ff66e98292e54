import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { DESK, OWN_PHONE } from "../../src/channels/message.ts";
import type { Database } from "../../src/database/database.ts";
import { join, sql } from "../../src/database/sql.ts";
import { claimRows } from "../../src/outbox/claim-rows.ts";
import type { Acts } from "../../src/staff/acts.ts";
import { handBack } from "../../src/staff/hand-back.ts";
import { holdOn } from "../../src/staff/hold-on.ts";
import { passOn } from "../../src/staff/pass-on.ts";
import { reply } from "../../src/staff/reply.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { tendHolds } from "../../src/staff/tend-holds.ts";
import { tendWaiting } from "../../src/staff/tend-waiting.ts";
import { fireTimers } from "../../src/timers/fire-timers.ts";
import { takeTurns } from "../../src/turn.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { linkDesk } from "../fixtures/desks.ts";
import { ACCOUNT, openRoad, type Road, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 240_000 });

const MINUTE = 60_000;
const CUSTOMERS = ["sari", "budi"];
const SELLERS = ["rina", "doni"];

type Step =
  | { readonly type: "says"; readonly words: string }
  /** The sender takes rows, and hears from the platform that they were sent, or has to try them again */
  | { readonly type: "phone" | "sign" | "turns" | "sends" | "sent" | "unsent" | "desk" }
  | { readonly type: "takes" | "replies" | "handsBack" | "passesOn" | "holdsOn"; readonly seller: string }
  /** Whoever does it is killed before it is committed, and it is done again, or not */
  | {
      readonly type: "dies";
      readonly doing: "turns" | "desk" | "takes" | "replies" | "handsBack";
      readonly again: boolean;
    }
  | { readonly type: "passes"; readonly minutes: number };

const step = fc.oneof(
  fc.record({
    type: fc.constant("says" as const),
    words: fc.constantFrom("halo", "orang", "pesan TEH 1", "bot aja", "ingatkan nanti 60000"),
  }),
  fc.record({
    type: fc.constantFrom(
      "phone" as const,
      "sign" as const,
      "turns" as const,
      "sends" as const,
      "sent" as const,
      "unsent" as const,
      "desk" as const,
    ),
  }),
  fc.record({
    type: fc.constantFrom(
      "takes" as const,
      "replies" as const,
      "handsBack" as const,
      "passesOn" as const,
      "holdsOn" as const,
    ),
    seller: fc.constantFrom(...SELLERS),
  }),
  fc.record({
    type: fc.constant("dies" as const),
    doing: fc.constantFrom(
      "turns" as const,
      "desk" as const,
      "takes" as const,
      "replies" as const,
      "handsBack" as const,
    ),
    again: fc.boolean(),
  }),
  fc.record({ type: fc.constant("passes" as const), minutes: fc.constantFrom(1, 5, 12, 30) }),
);
const acts = fc.array(fc.tuple(fc.constantFrom(...CUSTOMERS), step), { minLength: 5, maxLength: 25 });

/** What the platform did not take has to be tried again, and meanwhile a person took over: rare in random order. */
const TAKEN_WHILE_SENDING: [string, Step][] = [
  ["sari", { type: "turns" }],
  ["sari", { type: "sends" }],
  ["sari", { type: "takes", seller: "rina" }],
  ["sari", { type: "unsent" }],
  ["sari", { type: "sends" }],
];

/** Who waits orders all the same, and a colleague takes over while the bot answers; who waits sends the person away. */
const GOES_ON_WAITING: [string, Step][] = [
  ["sari", { type: "says", words: "orang" }],
  ["budi", { type: "says", words: "orang" }],
  ["sari", { type: "turns" }],
  ["sari", { type: "says", words: "pesan TEH 1" }],
  ["budi", { type: "says", words: "bot aja" }],
  ["sari", { type: "dies", doing: "turns", again: true }],
  ["sari", { type: "sends" }],
  ["sari", { type: "says", words: "pesan TEH 1" }],
  ["sari", { type: "says", words: "halo" }],
  ["sari", { type: "turns" }],
  ["sari", { type: "takes", seller: "rina" }],
  ["sari", { type: "says", words: "pesan TEH 1" }],
  ["sari", { type: "says", words: "bot aja" }],
  ["sari", { type: "turns" }],
  ["sari", { type: "unsent" }],
  ["budi", { type: "desk" }],
];

eachEngine((engine) => {
  test("whoever does what when: the bot is silent where a person is, nobody waits unseen, and each word stands once in order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 2 }), async (lanes) => {
        const database = await freshDatabase(engine);
        await seedRoad(database);
        for (const seller of SELLERS) await linkDesk(database, seller, "seller");
        const road = openRoad(database, { now: Date.parse("2026-03-11T09:00:00+07:00") });
        const parts: Acts = { database, clock: road.now, newId: v7, changed: () => undefined };
        const said = { words: 0, replies: 0 };
        for (const customer of CUSTOMERS) await road.say(customer, "halo");
        said.words += CUSTOMERS.length;
        // Two lanes at once: the acts of each in order, of both in any.
        await Promise.all(
          lanes.map(async (lane) => {
            for (const [customer, one] of lane) {
              if (one.type === "says" || one.type === "phone") said.words += 1;
              const replies = await take(road, parts, customer, one);
              said.replies += replies;
              await nobodyForgotten(road);
              await nobodySpeaksOver(road);
            }
          }),
        );
        await road.turns();
        await tend(parts);
        await road.turns();
        await tend(parts);
        await settles(road, "unsent");
        // One row a conversation at a time.
        for (let round = 0; round < 40; round++) {
          await sends(road);
          await settles(road, "sent");
        }
        await checked(road, said);
      }),
      { numRuns: 12, examples: [[[TAKEN_WHILE_SENDING]], [[GOES_ON_WAITING]]] },
    );
  });

  /** Returns how many replies of a seller are in the thread by it. */
  async function take(road: Road, parts: Acts, customer: string, one: Step): Promise<number> {
    const { id } = await road.conversation(customer);
    switch (one.type) {
      case "says":
        await road.say(customer, one.words);
        break;
      case "phone":
        await road.event(customer, { type: "sellerWrote", text: "Halo Kak?", attachments: [] });
        break;
      case "sign":
        await road.event(customer, { type: "handedBack", staff: OWN_PHONE });
        break;
      case "turns":
        await fireTimers(road.database, road.now(), v7);
        await road.turns();
        break;
      case "sends":
        await sends(road);
        break;
      case "sent":
      case "unsent":
        await settles(road, one.type);
        break;
      case "desk":
        await tend(parts);
        break;
      case "takes":
        await takeOver(parts, id, one.seller);
        break;
      case "replies":
        return replies(parts, id, one.seller, v7());
      case "handsBack":
        await handBack(parts, id, one.seller);
        break;
      case "passesOn":
        await passOn(parts, id, { staff: one.seller, to: one.seller === "rina" ? "doni" : "rina", note: "" });
        break;
      case "holdsOn":
        await holdOn(parts, id, one.seller);
        break;
      case "dies":
        return dies(road, parts, id, one);
      case "passes":
        road.pass(one.minutes * MINUTE);
    }
    return 0;
  }

  async function replies(parts: Acts, id: string, seller: string, key: string): Promise<number> {
    const { type } = await reply(parts, id, seller, "Ya Kak", key);
    return type === "replied" ? 1 : 0;
  }

  async function dies(
    road: Road,
    parts: Acts,
    id: string,
    { doing, again }: Extract<Step, { type: "dies" }>,
  ): Promise<number> {
    const key = v7();
    const doIt = async (acts: Acts) => {
      switch (doing) {
        case "turns":
          await takeTurns({ ...road.parts, database: acts.database });
          return 0;
        case "desk":
          await tend(acts);
          return 0;
        case "takes":
          await takeOver(acts, id, "rina");
          return 0;
        case "replies":
          return replies(acts, id, "rina", key);
        case "handsBack":
          await handBack(acts, id, "rina");
          return 0;
      }
    };
    await doIt({ ...parts, database: killedAtCommit(parts.database) }).catch((error) => {
      if (!(error instanceof Killed)) throw error;
    });
    return again ? doIt(parts) : 0;
  }

  /** The desk has a time at which it looks after whoever waits or is held, and none where the bot is; at every moment. */
  async function nobodyForgotten({ database }: Road): Promise<void> {
    const all = await database.prisma.conversation.findMany({
      where: { holder: { not: DESK } },
      select: { holder: true, heldUntil: true, deskAt: true },
    });
    for (const { holder, heldUntil, deskAt } of all) {
      expect({ holder, isLookedAfter: deskAt !== null }).toEqual({ holder, isLookedAfter: holder !== "bot" });
      expect({ holder, ends: heldUntil !== null }).toEqual({ holder, ends: holder !== "bot" && holder !== "waiting" });
    }
  }

  /** Where a person holds the conversation the bot has nothing to say, not even in its drawer. */
  async function nobodySpeaksOver({ database }: Road): Promise<void> {
    const over = await database.prisma.$queryRaw<object[]>(sql`
      SELECT r."body" FROM "OutboxRow" r JOIN "Conversation" c ON c."id" = r."conversationId"
      WHERE r."author" = 'bot' AND r."status" = 'queued' AND r."version" = c."version"
        AND c."holder" NOT IN ('bot', 'waiting', ${DESK})`);
    expect(over).toEqual([]);
  }

  async function tend(parts: Acts): Promise<void> {
    for (;;) if ((await tendHolds(parts)).length + (await tendWaiting(parts)).length === 0) return;
  }

  /** The sender takes rows: of the bot's none, where a person holds the conversation, whoever acts next to it. */
  async function sends({ database, now }: Road): Promise<void> {
    await database.rawTransaction(async (tx) => {
      // While the sender looks nobody takes over: what it takes was the bot's to say.
      if (engine === "postgresql") await tx.$queryRaw(sql`SELECT "id" FROM "Conversation" ORDER BY "id" FOR UPDATE`);
      const { rows } = await claimRows(tx, ACCOUNT, now(), 100, []);
      const held = await tx.$queryRaw<{ id: string }[]>(sql`
        SELECT r."id" FROM "OutboxRow" r JOIN "Conversation" c ON c."id" = r."conversationId"
        WHERE r."id" IN (${join(["", ...rows.map(({ id }) => id)])}) AND r."author" = 'bot'
          AND c."holder" NOT IN ('bot', 'waiting', ${DESK})`);
      expect(held).toEqual([]);
    });
  }

  async function settles({ database, now }: Road, how: "sent" | "unsent"): Promise<void> {
    const data = how === "sent" ? { status: "sent", sentAt: now() } : { status: "queued", attempts: { increment: 1 } };
    await database.prisma.outboxRow.updateMany({ where: { status: "sending" }, data });
  }

  async function checked({ database, now }: Road, said: { words: number; replies: number }): Promise<void> {
    const conversations = await database.prisma.conversation.findMany({
      where: { holder: { not: DESK } },
      include: { events: { orderBy: { sequence: "asc" } }, outbox: { orderBy: { sequence: "asc" } } },
    });
    for (const { holder, events, outbox, ...clock } of conversations) {
      // What the bot had not sent when a person took over was withheld; all else went.
      expect(outbox.filter(({ status }) => status !== "sent" && status !== "withheld")).toEqual([]);
      const numbers = [...events, ...outbox].map(({ sequence }) => sequence).toSorted((one, other) => one - other);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(events.filter(({ handledAt }) => handledAt === null)).toEqual([]);
      if (holder === "bot") expect(clock).toMatchObject({ heldUntil: null, deskAt: null, deskStep: 0 });
      else if (holder === "waiting") {
        // Somebody was told, and somebody is told again as long as nobody takes it.
        expect(clock.deskStep).toBeGreaterThan(0);
      } else expect(Number(clock.heldUntil)).toBeGreaterThan(now());
      if (holder !== "bot") expect(Number(clock.deskAt)).toBeGreaterThan(now());
    }
    const bySellers = conversations.flatMap(({ outbox }) => outbox.filter(({ author }) => SELLERS.includes(author)));
    expect(bySellers.filter(({ purpose }) => purpose === "reply")).toHaveLength(said.replies);
    const words = conversations.flatMap(({ events }) =>
      events.filter(({ kind }) => kind === "messageReceived" || kind === "sellerWrote"),
    );
    expect(words).toHaveLength(said.words);
  }
});

class Killed extends Error {}

/** The same database for somebody who is killed when all is written and nothing committed. */
function killedAtCommit(database: Database): Database {
  const killed = () => {
    throw new Killed();
  };
  return {
    ...database,
    transaction: (work) => database.transaction(async (tx) => work(tx).then(killed)),
    rawTransaction: (work) => database.rawTransaction(async (tx) => work(tx).then(killed)),
  };
}
