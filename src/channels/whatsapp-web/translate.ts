import { createHash } from "node:crypto";
import { withoutNul } from "../../without-nul.ts";
import { type Attachment, type EventBody, type IncomingEvent, OWN_PHONE, type Sender } from "../message.ts";
import type { Heard, SeenMessage } from "./protocol.ts";
import { phonesInCard } from "./vcard.ts";

/** The events that something heard stands for; none where nobody said anything. `contact` is the name of the chat's person here. */
export function translate(heard: Heard, contact: string): IncomingEvent[] {
  const events = read(heard, contact);
  for (const { sender, body } of events) {
    withoutNul(sender);
    withoutNul(body);
  }
  return events;
}

/** E.164 of a WhatsApp id that is a number. */
function phoneOf(id: string | undefined): string | undefined {
  const digits = /^(\d{6,15})@c\.us$/.exec(id ?? "")?.[1];
  return digits === undefined ? undefined : `+${digits}`;
}

function read(heard: Heard, contact: string): IncomingEvent[] {
  switch (heard.type) {
    case "message":
      return heard.fromMe ? sellerWrote(heard, contact) : customerWrote(heard, contact);
    case "edited": {
      const { id: platformId, text, editedAt, who } = heard;
      const revision = `${editedAt ?? ""}.${digest(text)}`;
      const at = editedAt === undefined ? {} : { platformAt: editedAt };
      return [
        {
          sender: person(contact, who),
          body: { type: "messageEdited", text, platformId },
          platformId,
          revision,
          ...at,
        },
      ];
    }
    case "deleted": {
      const { id: platformId, who } = heard;
      return [{ sender: person(contact, who), body: { type: "messageDeleted", platformId }, platformId }];
    }
    case "called": {
      const phone = phoneOf(heard.who.phone);
      const body: EventBody = { type: "callMissed", video: heard.video, ...(phone ? { phone } : {}) };
      return [{ sender: person(contact, heard.who), body, platformId: heard.id, platformAt: heard.at }];
    }
    case "voted": {
      const { poll, options, at, who } = heard;
      const body = received(options.join(", "), [], { replyTo: poll });
      return [{ sender: person(contact, who), body, platformId: `vote.${poll}.${at}`, platformAt: at }];
    }
    case "handedBack": {
      const { id, at, who } = heard;
      const body: EventBody = { type: "handedBack", staff: OWN_PHONE };
      return [{ sender: person(contact, who), body, platformId: id, revision: `${at}`, platformAt: at }];
    }
    case "acked":
      return [];
  }
}

function person(contact: string, who: SeenMessage["who"], name?: string): Sender {
  const phone = phoneOf(who.phone);
  return { externalId: contact, ...(name ? { name } : {}), ...(phone ? { phone } : {}) };
}

function sellerWrote(message: SeenMessage, contact: string): IncomingEvent[] {
  if (silentKinds.has(message.kind)) return [];
  const { text, location, vcards, at, id, who } = message;
  const words = text || (location ? (location.label ?? `${location.latitude}, ${location.longitude}`) : "");
  const attachments = attachmentsOf(message);
  const body: EventBody = {
    type: "sellerWrote",
    text: words || vcards.map((card) => phonesInCard(card).join(", ")).join("; "),
    attachments,
  };
  // The name that comes along is the shop's own.
  return [{ sender: person(contact, who), body, platformId: id, platformAt: at }];
}

function customerWrote(message: SeenMessage, contact: string): IncomingEvent[] {
  const { kind, id: platformId, at: platformAt, who, name } = message;
  const sender = person(contact, who, name);
  if (message.call) return missedCall(message, message.call, sender);
  if (silentKinds.has(kind)) return [];
  return bodiesOf(message, sender.phone).map((body, index) => ({
    sender,
    body,
    platformId: index === 0 ? platformId : `${platformId}.${index}`,
    platformAt,
  }));
}

/** A call leaves a line in the chat: the only trace of one that rang while nobody listened, or past our ears. */
function missedCall(
  { id, at }: SeenMessage,
  { answered, video }: NonNullable<SeenMessage["call"]>,
  sender: Sender,
): IncomingEvent[] {
  if (answered) return [];
  const { phone } = sender;
  const body: EventBody = { type: "callMissed", video, ...(phone ? { phone } : {}) };
  return [{ sender, body, platformId: id, platformAt: at }];
}

function bodiesOf(message: SeenMessage, ownPhone: string | undefined): EventBody[] {
  const { location, vcards, text, replyTo, forwarded } = message;
  if (location) return [{ type: "locationShared", ...location }];
  const cards = vcards.flatMap((card) => contactShared(card, ownPhone));
  if (cards.length > 0) return cards;
  const attachments = attachmentsOf(message);
  const something: Attachment[] = text || attachments.length > 0 ? attachments : [{ kind: "other" }];
  return [received(text, something, { forwarded, ...(replyTo === undefined ? {} : { replyTo }) })];
}

function received(
  text: string,
  attachments: Attachment[],
  more: { readonly replyTo?: string; readonly forwarded?: boolean },
): EventBody {
  return { type: "messageReceived", text, attachments, forwarded: false, ...more };
}

/** Anybody can send anybody's card: it is the sender's own only when the number is the one WhatsApp knows them by. */
function contactShared(card: string, ownPhone: string | undefined): EventBody[] {
  const phones = phonesInCard(card);
  const phone = phones.find((one) => one === ownPhone) ?? phones[0];
  if (phone === undefined) return [];
  const name = /^FN(?:;[^:]*)?:(.+)$/im.exec(card)?.[1]?.trim();
  return [{ type: "contactShared", phone, own: phone === ownPhone, ...(name ? { name } : {}) }];
}

const kinds = new Map<string, Attachment["kind"]>([
  ["image", "photo"],
  ["ptt", "voice"],
  ["audio", "audio"],
  ["video", "video"],
  ["ptv", "video"],
  ["document", "document"],
  ["sticker", "sticker"],
]);

function attachmentsOf({ kind, file, key }: SeenMessage): Attachment[] {
  const known = kinds.get(kind);
  if (!known && !file) return [];
  const name = file?.name;
  const mime = file?.mime;
  return [
    {
      kind: known ?? "other",
      ...(file ? { externalId: key } : {}),
      ...(name ? { name } : {}),
      ...(mime ? { mime } : {}),
    },
  ];
}

// Told by WhatsApp, said by nobody. What is in no list counts as said: better answered in vain than lost.
const silentKinds = new Set([
  "call_log",
  "e2e_notification",
  "notification",
  "notification_template",
  "newsletter_notification",
  "broadcast_notification",
  "gp2",
  "protocol",
  "ciphertext",
  "revoked",
  "debug",
  "reaction",
  "pinned_message",
  "keep_in_chat",
  "biz_content_placeholder",
]);

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
