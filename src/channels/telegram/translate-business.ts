import { businessContact } from "./business-chat.ts";
import type { KnownConnection } from "./business-connections.ts";
import { senderOf, translateEdit, translateMessage, translateSellers } from "./translate-message.ts";
import type { Translated } from "./translated.ts";
import { Message } from "./update-schema.ts";

type Connections = ReadonlyMap<string, KnownConnection>;

/** What was said in a chat of a connected business account: by its customer, or by the account itself. */
export function translateBusinessMessage(updateId: number, raw: unknown, connections: Connections): Translated {
  const read = readMessage(raw, connections);
  if (typeof read === "string") return { updateId, events: [], ignored: read };
  const { message, connection, contact } = read;
  // The name of a chat is the customer's, whoever of the two wrote.
  const sender = senderOf(message.chat, contact);
  if (isOfAccount(message, connection)) {
    const automatic = automaticKind(message);
    if (automatic !== undefined) return { updateId, events: [], ignored: automatic };
    const events = translateSellers(message, sender);
    return events.length === 0 ? { updateId, events, ignored: "service message" } : { updateId, events };
  }
  const events = translateMessage(message, senderOf(message.from, contact)).map((event) =>
    // A chat between two people is nobody's desk, whatever is written there.
    event.body.type === "staffLinkOpened" ? { ...event, body: { type: "chatStarted" as const } } : event,
  );
  if (events.length === 0) return { updateId, events, ignored: "service message" };
  const { id, canReply, canRead } = connection;
  const business = { connection: id, canReply, ...(canRead ? { read: message.message_id } : {}) };
  return { updateId, events, gesture: { type: "typing", contact, business } };
}

/** What the customer changed; a changed word of the seller's is the seller's own affair. */
export function translateBusinessEdit(updateId: number, raw: unknown, connections: Connections): Translated {
  const read = readMessage(raw, connections);
  if (typeof read === "string") return { updateId, events: [], ignored: read };
  const { message, connection, contact } = read;
  if (isOfAccount(message, connection)) return { updateId, events: [], ignored: "edit of the account's own" };
  const events = translateEdit(message, senderOf(message.from, contact), updateId);
  return events.length === 0 ? { updateId, events, ignored: "edit without words" } : { updateId, events };
}

interface Read {
  readonly message: Message;
  readonly connection: KnownConnection;
  readonly contact: string;
}

function readMessage(raw: unknown, connections: Connections): Read | string {
  const message = Message.safeParse(raw).data;
  if (!message) return "unreadable business message";
  const connection = connections.get(message.business_connection_id ?? "");
  if (!connection) return "message in a business account that is not the shop's";
  const isNote = `${message.chat.id}` === connection.account;
  if (message.chat.type !== "private" || isNote || isMachine(message)) return "business chat with no person";
  const contact = businessContact({ account: connection.account, chat: `${message.chat.id}` });
  return { message, connection, contact };
}

function isOfAccount({ from }: Message, { account }: KnownConnection): boolean {
  return `${from.id}` === account;
}

/** What the account sent without anybody's hand. The bot's own words are stored already, with their row. */
function automaticKind(message: Message): string | undefined {
  if (message.sender_business_bot) return "echo of a bot";
  return message.is_from_offline ? "automatic business message" : undefined;
}

/** Other bots, and Telegram's own notices with their login codes, are not the shop's business. */
function isMachine({ from, chat }: Message): boolean {
  return from.is_bot || TELEGRAM_ITSELF.has(chat.id) || /bot$/i.test(chat.username ?? "");
}

const TELEGRAM_ITSELF = new Set([777_000, 42_777]);
