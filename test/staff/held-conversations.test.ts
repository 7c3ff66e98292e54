import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { DESK, OWN_PHONE } from "../../src/channels/message.ts";
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
  | { readonly type: "phone" | "sign" | "turns" | "sends" | "desk" }
  | { readonly type: "takes" | "replies" | "handsBack" | "passesOn" | "holdsOn"; readonly seller: string }
  | { readonly type: "passes"; readonly minutes: number };

const step = fc.oneof(
  fc.record({
    type: fc.constant("says" as const),
    words: fc.constantFrom("halo", "orang", "pesan TEH 1", "ingatkan nanti 60000"),
  }),
  fc.record({
    type: fc.constantFrom("phone" as const, "sign" as const, "turns" as const, "sends" as const, "desk" as const),
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
  fc.record({ type: fc.constant("passes" as const), minutes: fc.constantFrom(1, 5, 12, 30) }),
);
const acts = fc.array(fc.tuple(fc.constantFrom(...CUSTOMERS), step), { minLength: 5, maxLength: 25 });

eachEngine((engine) => {
  test("whoever does what when: the bot is silent where a person is, nobody waits unseen, and each word stands once in order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 2 }), async (lanes) => {
        const database = await freshDatabase(engine);
        await seedRoad(database);
        for (const seller of SELLERS) await linkDesk(database, seller, "seller");
        const road = openRoad(database, { now: Date.parse("2026-03-11T09:00:00+07:00") });
        const parts: Acts = { database, clock: road.now, newId: v7, changed: () => undefined };
        let said = 0;
        for (const customer of CUSTOMERS) await road.say(customer, "halo");
        said += CUSTOMERS.length;
        // Two lanes at once: the acts of each in order, of both in any.
        await Promise.all(
          lanes.map(async (lane) => {
            for (const [customer, one] of lane) {
              if (one.type === "says" || one.type === "phone") said += 1;
              await take(road, parts, customer, one);
            }
          }),
        );
        await road.turns();
        await tend(parts);
        await road.turns();
        await tend(parts);
        await checked(road, said);
      }),
      { numRuns: 12 },
    );
  });

  async function take(road: Road, parts: Acts, customer: string, one: Step): Promise<void> {
    const { id } = await road.conversation(customer);
    switch (one.type) {
      case "says":
        return road.say(customer, one.words);
      case "phone":
        return road.event(customer, { type: "sellerWrote", text: "Halo Kak?", attachments: [] });
      case "sign":
        return road.event(customer, { type: "handedBack", staff: OWN_PHONE });
      case "turns":
        await fireTimers(road.database, road.now(), v7);
        await road.turns();
        return;
      case "sends":
        return sends(road);
      case "desk":
        return tend(parts);
      case "takes":
        await takeOver(parts, id, one.seller);
        return;
      case "replies":
        await reply(parts, id, one.seller, "Ya Kak", v7());
        return;
      case "handsBack":
        await handBack(parts, id, one.seller);
        return;
      case "passesOn":
        await passOn(parts, id, { staff: one.seller, to: one.seller === "rina" ? "doni" : "rina", note: "" });
        return;
      case "holdsOn":
        await holdOn(parts, id, one.seller);
        return;
      case "passes":
        road.pass(one.minutes * MINUTE);
    }
  }

  async function tend(parts: Acts): Promise<void> {
    for (;;) if ((await tendHolds(parts)).length + (await tendWaiting(parts)).length === 0) return;
  }

  /** The sender takes rows: of the bot's none, where a person holds the conversation, whoever acts next to it. */
  async function sends({ database, now }: Road): Promise<void> {
    const ids = await database.rawTransaction(async (tx) => {
      const { rows } = await claimRows(tx, ACCOUNT, now(), 100, []);
      const held = await tx.$queryRaw<{ id: string }[]>(sql`
        SELECT r."id" FROM "OutboxRow" r JOIN "Conversation" c ON c."id" = r."conversationId"
        WHERE r."id" IN (${join(["", ...rows.map(({ id }) => id)])}) AND r."author" = 'bot'
          AND r."version" = c."version" AND c."holder" NOT IN ('bot', 'waiting', ${DESK})`);
      expect(held).toEqual([]);
      return rows.map(({ id }) => id);
    });
    await database.prisma.outboxRow.updateMany({
      where: { id: { in: ids }, status: "sending" },
      data: { status: "sent", sentAt: now() },
    });
  }

  async function checked({ database, now }: Road, said: number): Promise<void> {
    const conversations = await database.prisma.conversation.findMany({
      where: { holder: { not: DESK } },
      include: { events: { orderBy: { sequence: "asc" } }, outbox: { orderBy: { sequence: "asc" } } },
    });
    for (const { holder, version, events, outbox, ...clock } of conversations) {
      // What the bot has not sent belongs to nobody once a person holds it; a hand-over's last words belong to the wait.
      const queued = outbox.filter(({ author, status }) => author === "bot" && status === "queued");
      if (holder !== "bot" && holder !== "waiting") expect(queued).toEqual([]);
      for (const row of queued) expect(row.version).toBe(version);
      const numbers = [...events, ...outbox].map(({ sequence }) => sequence).toSorted((one, other) => one - other);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(events.filter(({ handledAt }) => handledAt === null)).toEqual([]);
      if (holder === "bot") expect(clock).toMatchObject({ heldUntil: null, deskAt: null, deskStep: 0 });
      else if (holder === "waiting") {
        // Somebody was told, and is told again until everybody was.
        expect(clock.deskStep).toBeGreaterThan(0);
        expect(clock.deskAt === null).toBe(clock.deskStep === 4);
      } else expect(Number(clock.heldUntil)).toBeGreaterThan(now());
      if (clock.deskAt !== null) expect(Number(clock.deskAt)).toBeGreaterThan(now());
    }
    const words = conversations.flatMap(({ events }) =>
      events.filter(({ kind }) => kind === "messageReceived" || kind === "sellerWrote"),
    );
    expect(words).toHaveLength(said);
  }
});
