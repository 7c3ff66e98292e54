import { v7 } from "uuid";
import { expect, onTestFinished, test, vi } from "vitest";
import { openDatabase } from "../../src/database/database.ts";
import type { Acts } from "../../src/staff/acts.ts";
import { type Replied, reply } from "../../src/staff/reply.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { openRoad, seedRoad } from "../fixtures/road.ts";
import { tinyAdvance } from "../fixtures/tiny-advance.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  test("a reply given in one process while the other works out the bot's answer: the bot's words go unsaid, and nothing stands out of order", async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    // SQLite belongs to one process, which does both.
    const other = engine === "sqlite" ? database : await openDatabase(database.url);
    if (other !== database) onTestFinished(() => other.close());
    const acts: Acts = { database: other, clock: () => road.now(), newId: v7, changed: () => undefined };
    const replies: Promise<Replied>[] = [];
    const road = openRoad(database, {
      advance: (input) => {
        // At this moment the turn has the conversation, and its answer is not written yet.
        if (replies.length < ids.length)
          for (const id of ids) replies.push(reply(acts, id, "rina", "Saya bantu ya Kak", `k-${id}`));
        return tinyAdvance(input);
      },
    });
    const ids: string[] = [];
    const names = Array.from({ length: 8 }, (_, index) => `c${index}`);
    for (const name of names) await road.say(name, "pesan TEH 1");
    for (const name of names) ids.push((await road.conversation(name)).id);
    await road.turns();
    expect((await Promise.all(replies)).map(({ type }) => type)).toEqual(names.map(() => "replied"));
    await road.turns();
    for (const [index, name] of names.entries()) {
      const { id, holder, version } = await road.conversation(name);
      expect({ holder, version }).toEqual({ holder: "rina", version: 1 });
      const rows = await database.prisma.outboxRow.findMany({
        where: { conversationId: id },
        orderBy: { sequence: "asc" },
      });
      expect(new Set(rows.map(({ sequence }) => sequence)).size).toBe(rows.length);
      // The turn came first and is whole: its order stands, its words were not said before she spoke.
      expect(rows.map(({ author, status }) => `${author} ${status}`)).toEqual([
        ...rows.slice(0, -1).map(() => "bot withheld"),
        "rina queued",
      ]);
      expect(await database.prisma.order.count({ where: { conversationId: ids[index] ?? "" } })).toBe(1);
    }
    expect(await database.prisma.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
  });
});
