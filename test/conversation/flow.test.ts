import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Ask, type FlowDefinition, flow } from "../../src/conversation/flow.ts";
import type { Topic } from "../../src/conversation/state.ts";
import { knownOf, openAsk, unreadable } from "../../src/conversation/topic.ts";
import { Chat } from "../fixtures/chat.ts";

const ask = (text: string): Ask => ({ text, question: { type: "yesNo" } });
const errand = { opens: () => undefined, gist: () => undefined, finish: () => [] };
const picture = new Chat().picture;
const topic = (answers: Topic["answers"]): Topic => ({ id: "t", flow: "booking", answers, touchedAt: 0 });

describe("a flow whose slots and questions do not fit does not compile", () => {
  test("a slot without its question", () => {
    const slots = { guests: z.number(), name: z.string() };
    // @ts-expect-error name has no question
    const questions: FlowDefinition<typeof slots>["questions"] = { guests: { ask: () => ask("Berapa orang?") } };
    expect(Object.keys(questions)).toEqual(["guests"]);
  });

  test("an optional slot that does not say when it applies", () => {
    const slots = { table: z.string().optional() };
    // @ts-expect-error an optional slot needs `when`
    const questions: FlowDefinition<typeof slots>["questions"] = { table: { ask: () => ask("Meja mana?") } };
    expect(Object.keys(questions)).toEqual(["table"]);
  });

  test("a required slot that applies only sometimes", () => {
    const slots = { guests: z.number() };
    const questions: FlowDefinition<typeof slots>["questions"] = {
      // @ts-expect-error a required slot has no `when`
      guests: { when: () => false, ask: () => ask("Berapa orang?") },
    };
    expect(Object.keys(questions)).toEqual(["guests"]);
  });
});

describe("a redeploy in the middle of an errand", () => {
  const before = flow({
    ...errand,
    name: "booking",
    slots: { guests: z.number(), name: z.string() },
    questions: { guests: { ask: () => ask("Berapa orang?") }, name: { ask: () => ask("Atas nama siapa?") } },
  });

  test("that inserts a question asks only the new one", () => {
    const after = flow({
      ...errand,
      name: "booking",
      slots: { guests: z.number(), smoking: z.boolean(), name: z.string() },
      questions: {
        guests: { ask: () => ask("Berapa orang?") },
        smoking: { ask: () => ask("Area merokok?") },
        name: { ask: () => ask("Atas nama siapa?") },
      },
    });
    const half = topic({ guests: 4, name: "Sari" });
    expect(openAsk(before, half, picture)).toBeUndefined();
    expect(openAsk(after, half, picture)?.ask.text).toBe("Area merokok?");
  });

  test("that renames and reshapes a slot reads the old answer", () => {
    const after = flow({
      ...errand,
      name: "booking",
      slots: { party: z.object({ adults: z.number() }) },
      questions: {
        party: {
          ask: () => ask("Berapa orang?"),
          was: { name: "guests", read: (old) => (typeof old === "number" ? { adults: old } : undefined) },
        },
      },
    });
    expect(knownOf(after, topic({ guests: 4 }), picture)).toEqual({ party: { adults: 4 } });
  });

  test("that removes a slot keeps its answer stored, for the older release that may still run", () => {
    const after = flow({
      ...errand,
      name: "booking",
      slots: { guests: z.number() },
      questions: { guests: { ask: () => ask("Berapa orang?") } },
    });
    const half = topic({ guests: 4, name: "Sari" });
    expect(openAsk(after, half, picture)).toBeUndefined();
    expect(half.answers).toEqual({ guests: 4, name: "Sari" });
  });

  test("an answer that today's code cannot read is counted, asked again, and not lost", () => {
    const odd = topic({ guests: "empat", name: "Sari" });
    expect(unreadable(before, odd)).toBe(1);
    expect(openAsk(before, odd, picture)?.slot).toBe("guests");
    expect(odd.answers.guests).toBe("empat");
  });
});
