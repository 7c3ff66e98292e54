import { withoutNul } from "../../without-nul.ts";
import type { IncomingEvent, Sender } from "../message.ts";
import { translateEdit, translateMessage } from "./translate-message.ts";
import { CallbackQuery, MemberChange, Message, Update, type User } from "./update-schema.ts";

/** What one update means to the shop. */
export interface Translated {
  readonly updateId: number;
  readonly events: readonly IncomingEvent[];
  /** What to do at once and at most once, so that the customer sees that it arrived */
  readonly gesture?: Gesture;
  /** Why nothing came of it: the kind of update, never its words */
  readonly ignored?: string;
}

export type Gesture =
  | { readonly type: "answerTap"; readonly tap: string }
  | { readonly type: "typing"; readonly contact: string };

/** Reads one update of the Bot API; undefined where it is none. Both libraries share it. */
export function translateUpdate(raw: unknown): Translated | undefined {
  const translated = readUpdate(raw);
  for (const { sender, body } of translated?.events ?? []) {
    withoutNul(sender);
    withoutNul(body);
  }
  return translated;
}

function readUpdate(raw: unknown): Translated | undefined {
  const update = Update.safeParse(raw);
  if (!update.success) return undefined;
  const { update_id: updateId, message, edited_message, callback_query, my_chat_member } = update.data;
  if (message !== undefined) return fromMessage(updateId, message);
  if (edited_message !== undefined) return fromEdit(updateId, edited_message);
  if (callback_query !== undefined) return fromTap(updateId, callback_query);
  if (my_chat_member !== undefined) return fromMemberChange(updateId, my_chat_member);
  const kind = Object.keys(update.data).find((key) => key !== "update_id");
  return { updateId, events: [], ignored: kind ?? "empty" };
}

/** Who wrote, in a private chat, where the chat's id is the person's. */
function senderOf(user: User): Sender {
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ");
  return {
    externalId: `${user.id}`,
    ...(name ? { name } : {}),
    ...(user.username ? { username: user.username } : {}),
  };
}

function fromMessage(updateId: number, raw: unknown): Translated {
  const message = Message.safeParse(raw);
  if (!message.success) return { updateId, events: [], ignored: "unreadable message" };
  if (message.data.chat.type !== "private") return { updateId, events: [], ignored: "message outside a private chat" };
  const events = translateMessage(message.data, senderOf(message.data.from));
  if (events.length === 0) return { updateId, events, ignored: "service message" };
  return { updateId, events, gesture: { type: "typing", contact: `${message.data.from.id}` } };
}

function fromEdit(updateId: number, raw: unknown): Translated {
  const message = Message.safeParse(raw);
  if (!message.success) return { updateId, events: [], ignored: "unreadable edit" };
  if (message.data.chat.type !== "private") return { updateId, events: [], ignored: "edit outside a private chat" };
  const events = translateEdit(message.data, senderOf(message.data.from), updateId);
  return events.length === 0 ? { updateId, events, ignored: "edit without words" } : { updateId, events };
}

function fromTap(updateId: number, raw: unknown): Translated {
  const tap = CallbackQuery.safeParse(raw);
  if (!tap.success) return { updateId, events: [], ignored: "unreadable tap" };
  // Every tap is answered, also one that means nothing here: until then the button keeps spinning.
  const gesture: Gesture = { type: "answerTap", tap: tap.data.id };
  const body = tap.data.message?.chat.type === "private" ? choicePicked(tap.data) : undefined;
  if (!body) return { updateId, events: [], gesture, ignored: "tap on something else" };
  return { updateId, gesture, events: [{ sender: senderOf(tap.data.from), body, platformId: tap.data.id }] };
}

function choicePicked({ data, message }: CallbackQuery) {
  const [, question, choice] = /^([^:]+):(.+)$/.exec(data ?? "") ?? [];
  if (!question || !choice) return undefined;
  // A message older than Telegram hands out comes without its keyboard.
  const button = message?.reply_markup?.inline_keyboard.flat().find((one) => one.callback_data === data);
  return { type: "choicePicked" as const, question, choice, label: button?.text ?? choice };
}

function fromMemberChange(updateId: number, raw: unknown): Translated {
  const change = MemberChange.safeParse(raw);
  if (!change.success) return { updateId, events: [], ignored: "unreadable my_chat_member" };
  const { chat, from, date, new_chat_member: member } = change.data;
  const type = chat.type === "private" ? memberEvents.get(member.status) : undefined;
  if (!type) return { updateId, events: [], ignored: "my_chat_member" };
  return {
    updateId,
    events: [{ sender: senderOf(from), body: { type }, platformId: `${updateId}`, platformAt: date * 1000 }],
  };
}

const memberEvents = new Map([
  ["kicked", "contactBlocked" as const],
  ["member", "contactReturned" as const],
]);
