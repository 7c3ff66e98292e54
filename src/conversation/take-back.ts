import { type EventBody, QUIET } from "../channels/message.ts";
import type { Intent, Meaning } from "../understanding/meaning.ts";
import type { TurnEvent } from "./advance.ts";
import type { TurnDraft } from "./turn-draft.ts";

type HandedBack = Extract<EventBody, { readonly type: "handedBack" }>;

/**
 * A turn's events as they are to be heard where a conversation came back by itself: words that nobody answered follow the
 * hand-back, if they were said to the bot; said to a person, they answer none of the bot's questions and are left out.
 */
export function asHeard(events: readonly TurnEvent[]): readonly TurnEvent[] {
  const index = events.findLastIndex(({ body }) => body.type === "handedBack");
  const back = events[index];
  if (back?.body.type !== "handedBack" || back.body.unanswered === undefined) return events;
  const before = events.slice(0, index);
  const kept = back.body.unanswered === "bot" ? before : before.filter(({ body }) => !LEFT.has(body.type));
  return [back, ...kept, ...events.slice(index + 1)];
}

/** The bot goes on where the conversation stood when a person took it. */
export function takeBack(draft: TurnDraft, back: HandedBack, gist: string | undefined): void {
  const { words } = draft.talk;
  const { picture, events } = draft.input;
  // An order proposed along with it says all there is to say.
  if (events.some(({ body }) => body.type === "orderProposed")) return;
  if (back.unanswered === "bot") {
    draft.heard.push(words.answeredLate(picture));
    return;
  }
  if (back.unanswered !== undefined && wantsAnswer(draft, back.unanswered)) {
    draft.spoken = true;
    draft.say.push(words.leftUnanswered(picture));
    draft.effects.push({ type: "handOver", reason: "left_unanswered" });
    return;
  }
  // Nobody asked for the bot, and nothing is open: it keeps its mouth shut.
  if ((back.staff === QUIET || back.closed) && gist === undefined) return;
  draft.spoken = true;
  draft.say.push(words.handedBack(gist, picture));
}

/** What was said to a person, and is that person's to answer */
const LEFT: ReadonlySet<EventBody["type"]> = new Set([
  "messageReceived",
  "choicePicked",
  "contactShared",
  "locationShared",
]);

/** Thanks end a talk; so does an "oke", unless the seller had asked something. */
function wantsAnswer({ input }: TurnDraft, unanswered: "person" | "asked"): boolean {
  const closing: ReadonlySet<Intent> = new Set(unanswered === "asked" ? ["thank"] : ["thank", "affirm"]);
  const closes = ({ intents, items, edits }: Meaning) =>
    items.length + edits.length === 0 && intents.length > 0 && intents.every((intent) => closing.has(intent));
  return input.events.some(({ body }) => {
    if (body.type !== "messageReceived") return LEFT.has(body.type);
    return body.attachments.some(({ kind }) => kind !== "sticker") || isOpen(body.text);
  });

  function isOpen(text: string): boolean {
    return text.trim() !== "" && !closes(input.hear(text, undefined, []));
  }
}
