import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { takeTurns } from "../../src/turn.ts";
import { countStatements } from "../bench/count-statements.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { ACCOUNT, incoming, openRoad, said, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  const shop = async () => {
    const { database, counts } = countStatements(await freshDatabase(engine));
    await seedRoad(database);
    return { road: openRoad(database), counts };
  };
  /** Statements and commits of accepting these words from as many known customers, and of answering them. */
  const cost = async (words: readonly string[], history = 0) => {
    const { road, counts } = await shop();
    for (let past = 0; past <= history; past++) {
      await Promise.all(words.map((_, index) => road.say(`c${index}`, "halo")));
      await road.turns();
    }
    const measured = async (work: () => Promise<unknown>) => {
      const before = { ...counts };
      await work();
      return [counts.statements - before.statements, counts.commits - before.commits];
    };
    const accept = await measured(() =>
      road.inbox.accept(
        ACCOUNT,
        words.map((text, index) => incoming(`c${index}`, said(text), v7())),
      ),
    );
    const answer = await measured(() => takeTurns(road.parts));
    return { accept, answer };
  };

  const locks = engine === "postgresql" ? 1 : 0;

  test("accepting costs two statements and one commit, for one message or for many", async () => {
    expect((await cost(["halo"])).accept).toEqual([2, 1]);
    expect((await cost(Array(40).fill("halo"))).accept).toEqual([2 + locks, 1]);
  });

  test("answering costs the same few statements for one customer, for 64, and after a long history", async () => {
    expect((await cost(["halo"])).answer).toEqual([5, 1]);
    expect((await cost(["halo"], 20)).answer).toEqual([5, 1]);
    expect((await cost(Array(64).fill("halo"))).answer).toEqual([5, 1]);
  });

  test("orders cost the same few statements for one customer and for 64", async () => {
    const one = (await cost(["pesan BRW 1"])).answer;
    expect(one).toEqual([14 + locks, 1]);
    expect((await cost(Array(64).fill("pesan BRW 1"))).answer).toEqual(one);
  });
});
