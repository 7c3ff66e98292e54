import { hashSecret } from "../../web/secret.ts";
import type { Attachment, EventBody, IncomingEvent, Sender } from "../message.ts";
import type { Message, User } from "./update-schema.ts";

/** The events that a message of a private chat stands for: usually one; none for Telegram's own service messages. */
export function translateMessage(message: Message, sender: Sender): IncomingEvent[] {
  if (isService(message)) return [];
  return bodiesOf(message).map((body) => ({
    sender: body.type === "contactShared" && body.own ? { ...sender, phone: body.phone } : sender,
    body,
    platformId: `${message.message_id}`,
    platformAt: message.date * 1000,
  }));
}

/** The events of an edit. A live location goes on as edits of its first message, whose position was enough. */
export function translateEdit(message: Message, sender: Sender, updateId: number): IncomingEvent[] {
  const text = message.text ?? message.caption;
  if (text === undefined) return [];
  const platformId = `${message.message_id}`;
  const body: EventBody = { type: "messageEdited", text, platformId };
  const at = message.edit_date ?? message.date;
  // Two edits can fall into one second; the update's id is the same at every redelivery and tells them apart.
  return [{ sender, body, platformId, revision: `${at}.${updateId}`, platformAt: at * 1000 }];
}

/** What somebody of the shop wrote by hand from a business account; nothing for Telegram's own service messages. */
export function translateSellers(message: Message, sender: Sender): IncomingEvent[] {
  if (isService(message)) return [];
  const { text, caption, location, contact, venue } = message;
  const place = venue ? `${venue.title}, ${venue.address}` : location && `${location.latitude}, ${location.longitude}`;
  const words = text ?? caption ?? place ?? contact?.phone_number ?? "";
  const attachments = attachmentsOf(message);
  const body: EventBody = {
    type: "sellerWrote",
    text: words,
    attachments: words || attachments.length > 0 ? attachments : [{ kind: "other" }],
  };
  return [{ sender, body, platformId: `${message.message_id}`, platformAt: message.date * 1000 }];
}

/** Somebody as Telegram names them. In a private chat with the bot, the chat's id is the person's. */
export function senderOf(
  person: Pick<User, "id" | "first_name" | "last_name" | "username">,
  externalId = `${person.id}`,
): Sender {
  const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
  return {
    externalId,
    ...(name ? { name } : {}),
    ...(person.username ? { username: person.username } : {}),
  };
}

function bodiesOf(message: Message): EventBody[] {
  if (message.contact) return [contactShared(message)];
  if (message.location) return [locationShared(message)];
  return commandOf(message) ?? [messageReceived(message, message.text ?? message.caption ?? "")];
}

/** A command, and whatever the customer wrote after it as a message of its own: no word is dropped. */
function commandOf(message: Message): EventBody[] | undefined {
  const entity = message.entities.find((one) => one.type === "bot_command" && one.offset === 0);
  if (!entity || message.text === undefined) return undefined;
  const command = message.text.slice(1, entity.length).split("@")[0]?.toLowerCase() ?? "";
  const rest = message.text.slice(entity.length).trim();
  if (command === "start") return startOf(message, rest);
  const given: EventBody = { type: "commandGiven", command };
  return rest ? [given, messageReceived(message, rest)] : [given];
}

function startOf(message: Message, rest: string): EventBody[] {
  if (!rest) return [{ type: "chatStarted" }];
  const secret = /^staf-([A-Za-z0-9_-]+)$/.exec(rest)?.[1];
  // The secret itself is stored nowhere, and read by nobody who looks into the chat.
  if (secret !== undefined) return [{ type: "staffLinkOpened", link: hashSecret(secret) }];
  // Telegram allows exactly this in a deep link; anything else was typed by the customer.
  if (/^[A-Za-z0-9_-]{1,64}$/.test(rest)) return [{ type: "chatStarted", source: rest }];
  return [{ type: "chatStarted" }, messageReceived(message, rest)];
}

function messageReceived(message: Message, text: string): EventBody {
  const attachments = attachmentsOf(message);
  const thread = message.is_topic_message ? message.message_thread_id : undefined;
  // What is written in a topic answers nothing by that: Telegram names the topic's beginning.
  const answered = message.reply_to_message?.message_id;
  const replyTo = answered === thread ? undefined : answered;
  return {
    type: "messageReceived",
    text,
    attachments: text || attachments.length > 0 ? attachments : [{ kind: "other" }],
    forwarded: message.forward_origin !== undefined,
    ...(replyTo === undefined ? {} : { replyTo: `${replyTo}` }),
    ...(thread === undefined ? {} : { thread: `${thread}` }),
  };
}

function contactShared(message: Message): EventBody {
  const { phone_number = "", first_name = "", last_name, user_id } = message.contact ?? {};
  // Anybody's card can be sent; only the sender's own carries the sender's id.
  const own = user_id === message.from.id;
  const name = [first_name, last_name].filter(Boolean).join(" ");
  const phone = own ? `+${phone_number.replace(/\D/g, "")}` : phone_number;
  return { type: "contactShared", phone, own, ...(name ? { name } : {}) };
}

function locationShared(message: Message): EventBody {
  const { latitude = 0, longitude = 0 } = message.location ?? {};
  const label = message.venue ? `${message.venue.title}, ${message.venue.address}` : undefined;
  return { type: "locationShared", latitude, longitude, ...(label ? { label } : {}) };
}

const fileKinds = [
  ["voice", "voice"],
  ["video", "video"],
  ["video_note", "video"],
  ["audio", "audio"],
  ["document", "document"],
  ["sticker", "sticker"],
] as const;

function attachmentsOf(message: Message): Attachment[] {
  const largest = message.photo?.at(-1);
  if (largest) return [{ kind: "photo", externalId: largest.file_id }];
  // An animation comes with a document of the same file, for clients that know no animations.
  if (message.animation) return [{ kind: "video", externalId: message.animation.file_id }];
  for (const [part, kind] of fileKinds) {
    const file = message[part];
    if (!file) continue;
    const name = file.file_name ?? file.emoji;
    return [{ kind, externalId: file.file_id, ...(name ? { name } : {}) }];
  }
  return [];
}

// Told by Telegram, said by nobody. What is in no list counts as said: better answered in vain than lost.
const serviceParts = [
  "pinned_message",
  "message_auto_delete_timer_changed",
  "write_access_allowed",
  "chat_background_set",
  "boost_added",
  "connected_website",
  "passport_data",
  "proximity_alert_triggered",
  "successful_payment",
  "refunded_payment",
  "users_shared",
  "chat_shared",
  "web_app_data",
  "giveaway_created",
  "giveaway_completed",
  "direct_message_price_changed",
  "paid_message_price_changed",
  "forum_topic_created",
  "forum_topic_edited",
  "forum_topic_closed",
  "forum_topic_reopened",
  "video_chat_started",
  "video_chat_ended",
  "migrate_to_chat_id",
  "new_chat_members",
  "left_chat_member",
];

function isService(message: Message): boolean {
  return serviceParts.some((part) => part in message);
}
