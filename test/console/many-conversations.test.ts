import { expect, onTestFinished, test, vi } from "vitest";
import { readConversations } from "../../src/console/conversation-list-store.ts";
import { readConversation } from "../../src/console/conversation-view-store.ts";
import { searchEverything } from "../../src/console/search-store.ts";
import type { Database } from "../../src/database/database.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { conversationNumbered, seedConversations } from "../fixtures/many-conversations.ts";
import { seedShop } from "../fixtures/shop.ts";
import { watchedDatabase } from "../fixtures/watched-database.ts";

// Twenty thousand messages take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const ACTS = {
  list: (each: Database) => readConversations(each, { filter: "all", most: 40, me: "rina" }),
  waiting: (each: Database) => readConversations(each, { filter: "waiting", most: 40, me: "rina" }),
  others: (each: Database) => readConversations(each, { filter: "others", most: 40, me: "rina" }),
  thread: (each: Database) => readConversation(each, conversationNumbered(7), () => undefined, {}, 1_900_000_000_000),
};

eachEngine((engine) => {
  test("the inbox asks as little of a shop with 5,000 conversations as of one with 50, and reads none of the messages it does not show", async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    const watched = await watchedDatabase(database);
    onTestFinished(() => watched.close());
    const counts = async () => {
      const all: Record<string, number> = {};
      for (const [name, act] of Object.entries(ACTS)) all[name] = (await watched.watch(act)).length;
      return all;
    };
    await seedConversations(database, 0, 50);
    const few = await counts();
    await seedConversations(database, 50, 5_000);
    if (engine === "postgresql") await database.prisma.$executeRawUnsafe("ANALYZE");
    expect(await counts()).toEqual(few);
    const wholly = /(?:SCAN|Seq Scan on) (?:main\.)?"?(?:InboxEvent|OutboxRow|Conversation|t\d+)\b/;
    const found = [];
    for (const [name, act] of Object.entries(ACTS))
      for (const query of await watched.watch(act)) {
        const plan = await watched.plan(query);
        if (wholly.test(plan)) found.push(`${name}: ${query.sql}\n${plan}`);
      }
    expect(found).toEqual([]);
  });

  test("a search finds its person, number and words among 5,000 conversations, a stretch of the messages at a time", async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    await seedConversations(database, 0, 5_000);
    const person = await searchEverything(database, "Sari 4321");
    expect(person.people.map(({ customer }) => customer)).toEqual(["Sari 4321"]);
    const number = await searchEverything(database, "0812-0000-4321");
    expect(number.people.map(({ customer }) => customer)).toEqual(["Sari 4321"]);
    // Behind nearly four thousand conversations that came later
    const words = await searchEverything(database, "coklat 1234");
    expect(words.messages.map(({ conversationId }) => conversationId)).toEqual([
      conversationNumbered(1234),
      conversationNumbered(1234),
    ]);
  });
});
