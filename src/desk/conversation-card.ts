import type { Choice } from "../channels/message.ts";
import { OWN_PHONE } from "../channels/message.ts";
import { type Card, choiceId, type Reader } from "./card.ts";
import { deskWords, waitingWords as words } from "./desk.words.ts";
import type { DeskConversation } from "./desk-view.ts";

/** A customer's conversation as one colleague's card shows it, with what this colleague may do now. */
export function conversationCard(conversation: DeskConversation, reader: Pick<Reader, "staffId">): Card {
  const { holder, lines, basket, order } = conversation;
  const isWaiting = holder === "waiting";
  const isMine = holder === reader.staffId;
  const text = [
    titleOf(conversation, reader.staffId),
    isWaiting && conversation.heldReason ? words.why(conversation.heldReason) : undefined,
    conversation.ordered === undefined ? undefined : words.ordered(conversation.ordered),
    basket.length > 0 ? deskWords.basket(basket) : undefined,
    order ? deskWords.order(order.number, order.total) : undefined,
    conversation.phone,
    lines.length > 0 && (isWaiting || isMine)
      ? `\n${lines.map((line) => deskWords.line(line.from, line.text)).join("\n")}\n`
      : undefined,
    isWaiting || isMine ? words.howToAnswer : undefined,
  ].filter((line) => line !== undefined);
  return {
    about: { type: "conversation", id: conversation.id },
    stamp: stampOf(conversation),
    message: {
      text: text.join("\n"),
      choices: choicesOf(conversation, isMine),
      thread: threadOf(conversation, isMine),
    },
  };
}

/** Its thread is called what the card says of it, so that the list of threads tells who waits. */
function threadOf({ id, customer, holder }: DeskConversation, isMine: boolean) {
  const mark = isMine ? "mine" : holder === "waiting" || holder === "bot" ? holder : "others";
  return { key: id, name: words.thread[mark](customer || deskWords.nameless), rename: true };
}

/**
 * A card made while somebody waited starts with `w`: each time that somebody waits anew has a card of its own. It is
 * renewed where the customer waits for a graver reason, or has ordered meanwhile.
 */
export function stampOf({
  holder,
  version,
  heldReason,
  ordered,
}: Pick<DeskConversation, "holder" | "version" | "heldReason" | "ordered">): string {
  if (holder !== "waiting") return `h${version}`;
  return ["w", version, "-", heldReason?.split(":")[0], ordered === undefined ? "" : `-${ordered}`].join("");
}

function titleOf({ holder, holderName, customer: name, channel }: DeskConversation, staffId: string): string {
  const customer = name || deskWords.nameless;
  if (holder === "waiting") return words.waits(customer, deskWords.via(channel));
  if (holder === "bot") return words.withBot(customer);
  if (holder === OWN_PHONE) return words.withPhone(customer);
  return holder === staffId ? words.withMe(customer) : words.withColleague(customer, holderName);
}

function choicesOf({ holder, version }: DeskConversation, isMine: boolean): Choice[] {
  const choice = (act: string, label: string) => ({ id: choiceId(act, version), label });
  if (holder === "waiting") return [choice("hold", words.buttons.take), choice("bot", words.buttons.leave)];
  if (isMine) return [choice("bot", words.buttons.handBack)];
  return holder === OWN_PHONE || holder === "bot" ? [choice("hold", words.buttons.take)] : [];
}
