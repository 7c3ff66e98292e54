import { expect, test, vi } from "vitest";
import type { Advance } from "../../src/conversation/advance.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { openRoad, said, seedRoad } from "../fixtures/road.ts";
import { seedConversation, seedShop, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const MORNING = Date.parse("2026-11-18T10:00:00+07:00");
const NIGHT = Date.parse("2026-11-18T22:00:00+07:00");

const breaks: Advance = () => {
  throw new Error("a fault in our own code");
};
const refuses: Advance = ({ state }) => ({
  state,
  effects: [
    { type: "cancelOrder", order: "no-such-order", version: 1, words: "batal" },
    { type: "say", text: "sudah dibatalkan" },
  ],
});

// What a customer says that calls a person stands in the flows' own table.
eachEngine((engine) => {
  test.each([
    ["a turn that our own code cannot take", "turn_failed", breaks],
    ["what the shop refuses three times", "refused_thrice", refuses],
  ])("%s goes to a person; the customer hears by when, open or closed", async (_, heldReason, advance) => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    for (const [contact, now, byWhen] of [
      ["sari", MORNING, /Sebentar lagi dibalas/],
      ["budi", NIGHT, /besok \(Kamis 19 Nov\) mulai jam \d\d\.00/],
    ] as const) {
      const road = openRoad(database, { advance, now });
      await road.say(contact, "halo");
      for (let passed = 0; passed < 5; passed++) {
        await road.turns();
        road.pass(1_100);
      }
      // Once, and nothing of what the bot was about to say.
      expect(await road.heard(contact)).toEqual([expect.stringMatching(byWhen)]);
      expect(await road.conversation(contact)).toMatchObject({ holder: "waiting", heldReason, dueAt: null });
    }
  });

  test("a risky order stays with the bot: a call confirms it first, and the customer hears when, open or closed", async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    const { prisma } = database;
    const hours = Array.from({ length: 7 }, () => [{ open: 480, close: 1200 }]);
    await prisma.branch.updateMany({ data: { hours: JSON.stringify(hours) } });
    await prisma.shop.updateMany({ data: { settings: JSON.stringify({ confirmCall: { firstOrderAbove: 50_000 } }) } });
    for (const [contact, now, when] of [
      ["sari", MORNING, /kami telepon Kak sebentar ya/],
      ["budi", NIGHT, /kami telepon Kak besok/],
    ] as const) {
      const id = await seedConversation(database, contact);
      const road = openTalkingRoad(database, { now });
      for (const text of ["2 brownies coklat cod lusa sore, jl kenanga 3 beji, atas nama sari", "ya"]) {
        const event = { sender: { externalId: contact }, body: said(text), platformId: text, platformAt: road.now() };
        await road.inbox.accept(WEB_ACCOUNT, [event]);
        await road.turns();
        await prisma.outboxRow.updateMany({
          where: { status: "queued" },
          data: { status: "sent", sentAt: road.now() },
        });
        road.pass(60_000);
      }
      expect((await road.heard(contact)).join("\n")).toMatch(when);
      expect(await road.conversation(contact)).toMatchObject({ holder: "bot", heldReason: null });
      const order = await prisma.order.findFirstOrThrow({ where: { conversationId: id } });
      expect(await prisma.callTask.findFirst({ where: { orderId: order.id } })).toMatchObject({
        ...{ kind: "confirm", outcome: null },
      });
    }
  });
});
