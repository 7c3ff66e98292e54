import { expect, test, vi } from "vitest";
import type { Advance, TurnInput } from "../../src/conversation/advance.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { openRoad, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  /** Asks for a yes to facts that the customer's last word names; keeps what each turn was asked against. */
  const shop = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const seen: { asked: TurnInput["asked"]; tapped: string[] }[] = [];
    const advance: Advance = ({ state, events, asked }) => {
      const words = events.flatMap(({ body }) => (body.type === "messageReceived" ? [body.text] : []));
      seen.push({ asked, tapped: events.flatMap(({ body }) => (body.type === "choicePicked" ? [body.question] : [])) });
      const digest = words.at(-1) ?? state.asked?.digest ?? "";
      const text = `Benar ${digest}?`;
      const question = { type: "confirm" as const };
      return {
        state: { ...state, asked: { slot: "agreedTo", question, choices: [], digest, text, times: 1 } },
        effects: [{ type: "say", text, asks: true }],
      };
    };
    const road = openRoad(database, { advance });
    const showLast = async (at: number) => {
      const { id } = await database.prisma.outboxRow.findFirstOrThrow({ orderBy: { sequence: "desc" } });
      await database.prisma.outboxRow.update({ where: { id }, data: { status: "sent", sentAt: BigInt(at) } });
      return id;
    };
    const turn = async (words: string) => {
      await road.say("sari", words);
      await road.turns();
      return seen.at(-1);
    };
    return { road, turn, showLast, seen };
  };

  test("a summary shown twice by a crash is agreed to from its first showing on", async () => {
    const { road, turn, showLast, seen } = await shop();
    await turn("dua brownies");
    const first = await showLast(100);
    await turn("dua brownies");
    expect((await turn("dua brownies"))?.asked).toMatchObject({ shownAt: 100 });
    await road.event("sari", { type: "choicePicked", question: first, choice: "0", label: "Ya" });
    await road.turns();
    const tapped = seen.at(-1);
    expect(tapped?.tapped).toEqual([tapped?.asked?.rowId]);
    expect(tapped?.asked?.rowId).not.toBe(first);
  });

  test("a yes to other facts than those that are open now counts for nothing", async () => {
    const { turn, showLast } = await shop();
    await turn("dua brownies");
    const first = await showLast(100);
    await turn("tiga brownies");
    const third = await turn("tiga brownies");
    expect(third?.asked?.rowId).not.toBe(first);
    expect(third?.asked?.shownAt).toBeUndefined();
  });
});
