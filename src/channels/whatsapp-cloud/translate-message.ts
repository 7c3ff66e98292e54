import { z } from "zod";
import type { Attachment, EventBody } from "../message.ts";
import { readButtonId } from "./button-id.ts";
import type { Person } from "./person.ts";
import { Card, Media, type Message, Reply } from "./webhook-schema.ts";

/** What one message of a customer means; none for what nobody said. */
export function bodiesOfMessage(message: Message, person: Person): EventBody[] {
  const said = saidIn(message, person);
  const source = message.referral?.source_id ?? message.referral?.ctwa_clid ?? message.referral?.source_url;
  // Somebody who came through an advertisement brings the first words along.
  return source !== undefined && message.type !== "request_welcome" ? [{ type: "chatStarted", source }, ...said] : said;
}

function saidIn(message: Message, person: Person): EventBody[] {
  switch (message.type) {
    case "text":
      return received(message, Text.safeParse(message.text).data?.body ?? "");
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return withMedia(message, message.type);
    case "interactive":
      return interactive(message);
    case "button":
      return templateButton(message);
    case "location":
      return location(message);
    case "contacts":
      return contacts(message, person);
    case "edit":
      return edit(message);
    case "revoke":
      return revoke(message);
    case "request_welcome":
      return [welcome(message)];
    // Said by the customer in a way that the platform does not pass on: a person should look.
    case "order":
    case "unsupported":
      return received(message, "", [{ kind: "other" }]);
    default:
      return [];
  }
}

const Text = z.looseObject({ body: z.string() });
const Interactive = z.looseObject({
  button_reply: Reply.optional().catch(undefined),
  list_reply: Reply.optional().catch(undefined),
});
const TemplateButton = z.looseObject({ text: z.string(), payload: z.string().catch("") });
const Location = z.looseObject({
  latitude: z.number(),
  longitude: z.number(),
  name: z.string().optional().catch(undefined),
  address: z.string().optional().catch(undefined),
});
const Edit = z.looseObject({ original_message_id: z.string(), message: z.looseObject({ type: z.string() }) });
const Revoke = z.looseObject({ original_message_id: z.string() });

function received(message: Message, text: string, attachments: Attachment[] = []): EventBody[] {
  const { context } = message;
  return [
    {
      type: "messageReceived",
      text,
      attachments: text || attachments.length > 0 ? attachments : [{ kind: "other" }],
      forwarded: context?.forwarded === true || context?.frequently_forwarded === true,
      ...(context?.id === undefined ? {} : { replyTo: context.id }),
    },
  ];
}

const kinds = { image: "photo", video: "video", audio: "audio", document: "document", sticker: "sticker" } as const;
type MediaType = keyof typeof kinds;

function withMedia(message: Message, type: MediaType): EventBody[] {
  const { text, attachment } = readMedia(message, type);
  return received(message, text, [attachment]);
}

/** The file and its caption, in a message of the customer or of the seller. A file that the platform lost has no id. */
export function readMedia(
  message: { readonly [part: string]: unknown },
  type: MediaType,
): { readonly text: string; readonly attachment: Attachment } {
  const media = Media.safeParse(message[type]).data;
  const attachment: Attachment = {
    kind: type === "audio" && media?.voice ? "voice" : kinds[type],
    ...(media?.id === undefined ? {} : { externalId: media.id }),
    ...(media?.filename === undefined ? {} : { name: media.filename }),
    ...(media?.mime_type === undefined ? {} : { mime: media.mime_type }),
  };
  return { text: media?.caption ?? "", attachment };
}

export function isMediaType(type: string): type is MediaType {
  return type in kinds;
}

/** What a message reads, whatever carries the words. */
export function textOf(message: { readonly type: string; readonly [part: string]: unknown }): string {
  if (isMediaType(message.type)) return readMedia(message, message.type).text;
  return Text.safeParse(message.text).data?.body ?? "";
}

function interactive(message: Message): EventBody[] {
  const parsed = Interactive.safeParse(message.interactive).data;
  const reply = parsed?.button_reply ?? parsed?.list_reply;
  return reply ? [tap(reply.id, reply.title) ?? received(message, reply.title)].flat() : [];
}

function templateButton(message: Message): EventBody[] {
  const button = TemplateButton.safeParse(message.button).data;
  return button ? [tap(button.payload, button.text) ?? received(message, button.text)].flat() : [];
}

/** A button that is not one of ours still says what it reads, as if it had been typed. */
function tap(id: string, label: string): EventBody | undefined {
  const button = readButtonId(id);
  return button && { type: "choicePicked", ...button, label };
}

function location(message: Message): EventBody[] {
  const place = Location.safeParse(message.location).data;
  if (!place) return received(message, "", [{ kind: "other" }]);
  const label = [place.name, place.address].filter(Boolean).join(", ");
  const { latitude, longitude } = place;
  return [{ type: "locationShared", latitude, longitude, ...(label ? { label } : {}) }];
}

function contacts(message: Message, person: Person): EventBody[] {
  const cards = z.array(Card).safeParse(message.contacts).data ?? [];
  const shared = cards.flatMap((card) => contactShared(card, message, person));
  return shared.length > 0 ? shared : received(message, "", [{ kind: "other" }]);
}

/** The own number is vouched for when it is the sender's WhatsApp number, or the answer to the request for it. */
function contactShared(card: Card, message: Message, person: Person): EventBody[] {
  const entry =
    card.phones.find((one) => one.wa_id !== undefined) ?? card.phones.find((one) => one.phone !== undefined);
  const digits = entry?.wa_id ?? entry?.phone?.replace(/\D/g, "");
  if (!entry || !digits) return [];
  const asked = message.origin === "contact_request" || card.origin === "contact_request";
  const own = asked || (entry.wa_id !== undefined && entry.wa_id === person.phone);
  const phone = own || entry.wa_id !== undefined ? `+${digits}` : (entry.phone ?? digits);
  const name = card.name?.formatted_name;
  return [{ type: "contactShared", phone, own, ...(name ? { name } : {}) }];
}

function edit(message: Message): EventBody[] {
  const changed = Edit.safeParse(message.edit).data;
  const text = changed ? textOf(changed.message) : "";
  return changed && text ? [{ type: "messageEdited", text, platformId: changed.original_message_id }] : [];
}

function revoke(message: Message): EventBody[] {
  const taken = Revoke.safeParse(message.revoke).data;
  return taken ? [{ type: "messageDeleted", platformId: taken.original_message_id }] : [];
}

function welcome({ referral }: Message): EventBody {
  const source = referral?.source_id ?? referral?.source_url;
  return { type: "chatStarted", ...(source === undefined ? {} : { source }) };
}
