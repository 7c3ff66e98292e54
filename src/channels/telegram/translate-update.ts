import { withoutNul } from "../../without-nul.ts";
import type { Sender } from "../message.ts";
import { businessContact } from "./business-chat.ts";
import type { KnownConnection } from "./business-connections.ts";
import { translateBusinessEdit, translateBusinessMessage } from "./translate-business.ts";
import { senderOf, translateEdit, translateMessage } from "./translate-message.ts";
import type { Gesture, Translated } from "./translated.ts";
import { CallbackQuery, MemberChange, Message, Update } from "./update-schema.ts";

type Connections = ReadonlyMap<string, KnownConnection>;

/**
 * Reads one update of the Bot API; undefined where it is none. Both libraries share it. `connections`: those of business
 * accounts that updates may come through.
 */
export function translateUpdate(raw: unknown, connections: Connections = new Map()): Translated | undefined {
  const translated = readUpdate(raw, connections);
  for (const { sender, body } of translated?.events ?? []) {
    withoutNul(sender);
    withoutNul(body);
  }
  return translated;
}

function readUpdate(raw: unknown, connections: Connections): Translated | undefined {
  const update = Update.safeParse(raw);
  if (!update.success) return undefined;
  const { update_id: updateId, message, edited_message, callback_query, my_chat_member } = update.data;
  const { business_connection, business_message, edited_business_message } = update.data;
  if (message !== undefined) return fromMessage(updateId, message);
  if (edited_message !== undefined) return fromEdit(updateId, edited_message);
  if (callback_query !== undefined) return fromTap(updateId, callback_query, connections);
  if (my_chat_member !== undefined) return fromMemberChange(updateId, my_chat_member);
  if (business_message !== undefined) return translateBusinessMessage(updateId, business_message, connections);
  if (edited_business_message !== undefined)
    return translateBusinessEdit(updateId, edited_business_message, connections);
  // Who is connected has been noted before anything is translated.
  if (business_connection !== undefined) return { updateId, events: [] };
  const kind = Object.keys(update.data).find((key) => key !== "update_id");
  return { updateId, events: [], ignored: kind ?? "empty" };
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

function fromTap(updateId: number, raw: unknown, connections: Connections): Translated {
  const tap = CallbackQuery.safeParse(raw);
  if (!tap.success) return { updateId, events: [], ignored: "unreadable tap" };
  // Every tap is answered, also one that means nothing here: until then the button keeps spinning.
  const gesture: Gesture = { type: "answerTap", tap: tap.data.id };
  const body = tap.data.message?.chat.type === "private" ? choicePicked(tap.data) : undefined;
  if (!body) return { updateId, events: [], gesture, ignored: "tap on something else" };
  const sender = tapperOf(tap.data, connections);
  if (!sender) return { updateId, events: [], gesture, ignored: "tap of nobody's in a business chat" };
  return { updateId, gesture, events: [{ sender, body, platformId: tap.data.id }] };
}

/** Below what was said for a business account only the customer's tap counts, not the account's own. */
function tapperOf({ from, message }: CallbackQuery, connections: Connections): Sender | undefined {
  const id = message?.business_connection_id;
  if (id === undefined) return senderOf(from);
  const connection = connections.get(id);
  if (!connection || from.id !== message?.chat.id) return undefined;
  return senderOf(from, businessContact({ account: connection.account, chat: `${from.id}` }));
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
