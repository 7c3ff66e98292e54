import { readConversations } from "../../src/console/conversation-list-store.ts";
import { readConversation } from "../../src/console/conversation-view-store.ts";
import { searchEverything } from "../../src/console/search-store.ts";
import type { Database } from "../../src/database/database.ts";
import { conversationNumbered, seedConversations } from "../fixtures/many-conversations.ts";
import { seedShop } from "../fixtures/shop.ts";

export interface InboxFigures {
  readonly act: string;
  /** Median ms with the fewest conversations, and with the most */
  readonly fewMs: number;
  readonly manyMs: number;
}

const FEW = 50;
const MANY = 5_000;
const TIMES = 40;

const ACTS: Readonly<Record<string, (database: Database) => Promise<unknown>>> = {
  list: (database) => readConversations(database, { filter: "all", most: 100, me: "rina" }),
  thread: (database) => readConversation(database, conversationNumbered(7), () => undefined, {}, Date.now()),
  "search: name": (database) => searchEverything(database, "Sari 42"),
  "search: number": (database) => searchEverything(database, "0812-0000-0042"),
  "search: words": (database) => searchEverything(database, "brownies coklat 42"),
};

/** What a seller's inbox costs with 50 conversations and with 5,000 of four messages each. The database must be empty. */
export async function measureInbox(database: Database): Promise<readonly InboxFigures[]> {
  await seedShop(database);
  await seedConversations(database, 0, FEW);
  const few = await times(database);
  await seedConversations(database, FEW, MANY);
  if (database.engine === "postgresql") await database.prisma.$executeRawUnsafe("ANALYZE");
  const many = await times(database);
  return Object.keys(ACTS).map((act) => ({
    ...{ act, fewMs: few.get(act) ?? Number.NaN, manyMs: many.get(act) ?? Number.NaN },
  }));
}

async function times(database: Database): Promise<ReadonlyMap<string, number>> {
  const medians = new Map<string, number>();
  for (const [name, act] of Object.entries(ACTS)) {
    const taken: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      const start = performance.now();
      await act(database);
      // The first meet cold code.
      if (time >= TIMES / 4) taken.push(performance.now() - start);
    }
    medians.set(name, taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN);
  }
  return medians;
}
