import { Basket } from "../../../flows/order/basket.ts";
import type { TurnInput } from "../../conversation/advance.ts";
import type { Asked, Topic } from "../../conversation/state.ts";
import type { Talk } from "../../conversation/talk.ts";
import { knownOf, openAsk, questionOf } from "../../conversation/topic.ts";
import type { BotHint } from "../../understanding/evaluation-format.ts";
import type { OpenQuestion } from "../../understanding/meaning.ts";
import type { PlayedTurn } from "./stage.ts";

/** The hints whose questions apply at a turn: all that the dialogue names, but none once the summary is being agreed to. */
export function asksUpTo(turns: readonly PlayedTurn[], at: number): readonly BotHint[] {
  if (turns[at]?.hint === "confirm_order") return [];
  return turns.flatMap(({ hint }) => hint ?? []);
}

/** The turn as if the bot had just asked what the hint says. */
export function openByHint(talk: Talk, hint: BotHint, input: TurnInput): TurnInput {
  const settled =
    hint === "confirm_order"
      ? { ...input, state: { ...input.state, topics: input.state.topics.map(withoutDoubts) } }
      : input;
  const asked = askedByHint(talk, hint, settled);
  const before = settled.state.asked;
  // What the engine asked itself is as good, where it is the same question, and has its choices.
  const kept =
    before && asked && before.slot === asked.slot && before.question.type === asked.question.type ? before : asked;
  const { asked: _, ...state } = settled.state;
  return { ...settled, state: { ...state, ...(kept ? { asked: kept } : {}) }, asked: { rowId: "hint", shownAt: 0 } };
}

/** At the summary nothing unclear is open any more. */
function withoutDoubts(topic: Topic): Topic {
  const basket = Basket.safeParse(topic.answers.basket);
  return basket.success ? { ...topic, answers: { ...topic.answers, basket: { ...basket.data, doubts: [] } } } : topic;
}

function askedByHint(talk: Talk, hint: BotHint, input: TurnInput): Asked | undefined {
  const topic = input.state.topics.at(-1);
  const flow = talk.flows.find(({ name }) => name === topic?.flow);
  const plain = (slot: string, question: OpenQuestion): Asked => ({
    slot,
    question,
    choices: [],
    text: "",
    ...(topic ? { topic: topic.id } : {}),
  });
  const own = topic && flow ? openAsk(flow, topic, input.picture) : undefined;
  switch (hint) {
    case "ask_variant":
    case "ask_product":
    case "ask_qty":
      if (own?.slot === "basket") return asked(own.slot, own.ask, topic?.id);
      return lastLineAsked(hint, topic)
        ? plain("basket", { type: "quantity", line: lastLineAsked(hint, topic) ?? "" })
        : plain("basket", { type: "basket" });
    case "ask_fulfilment":
      return plain("fulfilment", { type: "fulfilment" });
    case "ask_address":
      return plain("address", { type: "address" });
    case "ask_date":
      return plain("when", { type: "when" });
    case "confirm_order": {
      const ask =
        topic && flow
          ? questionOf(flow, "agreedTo")?.ask(knownOf(flow, topic, input.picture), input.picture)
          : undefined;
      return ask ? asked("agreedTo", ask, topic?.id) : plain("agreedTo", { type: "confirm" });
    }
    case "answered":
      return input.state.asked?.question.type === "answered" ? input.state.asked : plain("", { type: "answered" });
  }
}

function lastLineAsked(hint: BotHint, topic: Topic | undefined): string | undefined {
  const basket = Basket.safeParse(topic?.answers.basket);
  return hint === "ask_qty" && basket.success ? basket.data.lines.at(-1)?.id : undefined;
}

function asked(
  slot: string,
  ask: { text: string; question: OpenQuestion; choices?: readonly Asked["choices"][number][]; digest?: string },
  topic: string | undefined,
): Asked {
  return {
    slot,
    question: ask.question,
    choices: [...(ask.choices ?? [])],
    text: ask.text,
    ...(topic === undefined ? {} : { topic }),
    ...(ask.digest === undefined ? {} : { digest: ask.digest }),
  };
}
