import { z } from "zod";
import type { SeenMessage } from "../protocol.ts";

const WhatsAppId = z.union([z.string(), z.looseObject({ _serialized: z.string() })]).transform(idText);

/** A message as the page serialises it: what we read of it. */
export const RawMessage = z.looseObject({
  id: z.looseObject({ fromMe: z.boolean(), remote: WhatsAppId, id: z.string() }),
  type: z.string(),
  body: z.string().nullish().catch(undefined),
  caption: z.string().nullish().catch(undefined),
  pollName: z.string().nullish().catch(undefined),
  /** Epoch seconds */
  t: z.number().nullish().catch(undefined),
  notifyName: z.string().nullish().catch(undefined),
  directPath: z.string().nullish().catch(undefined),
  mimetype: z.string().nullish().catch(undefined),
  filename: z.string().nullish().catch(undefined),
  size: z.number().nullish().catch(undefined),
  quotedStanzaID: z.string().nullish().catch(undefined),
  isForwarded: z.boolean().nullish().catch(undefined),
  isStatusV3: z.boolean().nullish().catch(undefined),
  lat: z.number().nullish().catch(undefined),
  lng: z.number().nullish().catch(undefined),
  loc: z.string().nullish().catch(undefined),
  vcardList: z
    .array(z.looseObject({ vcard: z.string() }))
    .nullish()
    .catch(undefined),
  callOutcome: z.string().nullish().catch(undefined),
  isVideoCall: z.boolean().nullish().catch(undefined),
  latestEditSenderTimestampMs: z.number().nullish().catch(undefined),
  protocolMessageKey: z.looseObject({ id: z.string() }).nullish().catch(undefined),
});
export type RawMessage = z.infer<typeof RawMessage>;

export const RawVote = z.looseObject({
  voter: WhatsAppId,
  selectedOptions: z.array(z.looseObject({ name: z.string().nullish() })),
  interractedAtTs: z.number().nullish().catch(undefined),
  parentMsgKey: z.looseObject({ id: z.string() }),
});

/** A reaction: `id` is its own, `msgId` that of the message it stands under. */
export const RawReaction = z.looseObject({
  id: z.looseObject({ fromMe: z.boolean().nullish().catch(undefined) }),
  reaction: z.string().nullish(),
  senderId: WhatsAppId,
  msgId: z.looseObject({ remote: WhatsAppId, id: z.string() }),
  /** Epoch seconds */
  timestamp: z.number().nullish().catch(undefined),
});

/** The words and things of a message; who is behind the chat is found out elsewhere. */
export function describe(raw: RawMessage): Omit<SeenMessage, "who"> {
  const { id, type, t, notifyName, quotedStanzaID, isForwarded } = raw;
  const place = placeOf(raw);
  return {
    type: "message",
    id: id.id,
    key: `${id.fromMe}_${id.remote}_${id.id}`,
    fromMe: id.fromMe,
    kind: type,
    text: wordsOf(raw),
    at: (t ?? 0) * 1000,
    forwarded: isForwarded ?? false,
    vcards: vcardsOf(raw),
    ...(notifyName ? { name: notifyName } : {}),
    ...(quotedStanzaID ? { replyTo: quotedStanzaID } : {}),
    ...(hasFile(raw) ? { file: fileOf(raw) } : {}),
    ...(place ? { location: place } : {}),
    ...(type === "call_log" ? { call: callOf(raw) } : {}),
  };
}

/** The words that a person typed. What a file's message has as its body is a preview picture. */
export function wordsOf(raw: RawMessage): string {
  if (hasFile(raw)) return raw.caption ?? "";
  if (raw.type === "location" || raw.type === "vcard" || raw.type === "multi_vcard") return "";
  return raw.body ?? raw.pollName ?? "";
}

/** A chat with one person; groups, status, lists and newsletters are not. */
export function isPerson(chat: string): boolean {
  return /^\d+@(c\.us|lid)$/.test(chat) && chat !== "0@c.us";
}

function hasFile(raw: RawMessage): boolean {
  return Boolean(raw.directPath);
}

function fileOf({ mimetype, filename }: RawMessage): { mime?: string; name?: string } {
  return { ...(mimetype ? { mime: mimetype } : {}), ...(filename ? { name: filename } : {}) };
}

/** A call that was talked on this phone or another of the shop's needs no answer. An older page does not say how it ended. */
function callOf({ callOutcome, isVideoCall }: RawMessage): SeenMessage["call"] {
  return { answered: callOutcome === "Completed" || callOutcome === "AcceptedElsewhere", video: isVideoCall ?? false };
}

function placeOf({ type, lat, lng, loc }: RawMessage): SeenMessage["location"] {
  if (type !== "location" || typeof lat !== "number" || typeof lng !== "number") return undefined;
  const label = loc?.split("\n").filter(Boolean).join(", ");
  return { latitude: lat, longitude: lng, ...(label ? { label } : {}) };
}

function vcardsOf({ type, body, vcardList }: RawMessage): string[] {
  if (type === "vcard") return body ? [body] : [];
  return type === "multi_vcard" ? (vcardList ?? []).map(({ vcard }) => vcard) : [];
}

function idText(id: string | { _serialized: string }): string {
  return typeof id === "string" ? id : id._serialized;
}
