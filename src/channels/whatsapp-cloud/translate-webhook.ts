import { withoutNul } from "../../without-nul.ts";
import { type EventBody, OWN_PHONE, type Receipt } from "../message.ts";
import { rowOf } from "./callback-data.ts";
import { type Person, personOf } from "./person.ts";
import { CLOSED_WINDOW } from "./send-result.ts";
import { bodiesOfMessage, isMediaType, readMedia, textOf } from "./translate-message.ts";
import {
  Call,
  Change,
  Echo,
  Entry,
  Message,
  Payload,
  Preference,
  Profile,
  Reaction,
  Status,
  Value,
} from "./webhook-schema.ts";
import { CANNOT_RECEIVE, failureWords } from "./whatsapp-cloud.words.ts";
import { OPEN_HOURS } from "./whatsapp-cloud-abilities.ts";

/** Something that happened with somebody. */
export interface Happening {
  readonly person: Person;
  readonly body: EventBody;
  readonly platformId: string;
  readonly revision?: string;
  readonly platformAt?: number;
}

/** A message that the shop's own number sent: by the seller's phone, unless it turns out to be one of ours. */
export interface EchoOfOurs extends Happening {
  readonly callbackData?: string;
}

/** A sign that may be given once all is stored. */
export type Sign =
  | { readonly type: "seen"; readonly person: Person; readonly messageId: string }
  | { readonly type: "refuseCall"; readonly callId: string };

/** What one webhook means to the shop. */
export interface Translated {
  readonly happenings: readonly Happening[];
  readonly echoes: readonly EchoOfOurs[];
  readonly receipts: readonly Receipt[];
  readonly signs: readonly Sign[];
  /** Those who could not receive a message */
  readonly unreached: readonly Person[];
  /** What nothing came of, by kind; never its words */
  readonly ignored: readonly string[];
}

/** Reads one webhook for one phone number; undefined where it is none. */
export function translateWebhook(raw: unknown, phoneNumberId: string): Translated | undefined {
  const payload = Payload.safeParse(raw);
  if (!payload.success) return undefined;
  const found = new Findings();
  for (const entry of payload.data.entry)
    for (const change of Entry.safeParse(entry).data?.changes ?? []) readChange(change, phoneNumberId, found);
  return found;
}

class Findings implements Translated {
  readonly happenings: Happening[] = [];
  readonly echoes: EchoOfOurs[] = [];
  readonly receipts: Receipt[] = [];
  readonly signs: Sign[] = [];
  readonly unreached: Person[] = [];
  readonly ignored: string[] = [];
}

function readChange(raw: unknown, phoneNumberId: string, found: Findings): void {
  const change = Change.safeParse(raw);
  if (!change.success) return void found.ignored.push("unreadable change");
  const value = Value.safeParse(change.data.value);
  if (!value.success) return void found.ignored.push(`field ${change.data.field}`);
  if (value.data.metadata.phone_number_id !== phoneNumberId) return void found.ignored.push("another number");
  const parts = readers.get(change.data.field);
  if (!parts) return void found.ignored.push(`field ${change.data.field}`);
  for (const [part, read] of parts) for (const one of value.data[part]) read(one, value.data, found);
}

type Part = "messages" | "statuses" | "calls" | "message_echoes" | "user_preferences";
type Read = (raw: unknown, value: Value, found: Findings) => void;

/** What each subscribed field carries. */
const readers = new Map<string, readonly (readonly [Part, Read])[]>([
  [
    "messages",
    [
      ["messages", readMessage],
      ["statuses", readStatus],
    ],
  ],
  ["calls", [["calls", readCall]]],
  ["smb_message_echoes", [["message_echoes", readEcho]]],
  ["user_preferences", [["user_preferences", readPreference]]],
]);

function readMessage(raw: unknown, value: Value, found: Findings): void {
  const message = Message.safeParse(raw).data;
  if (!message) return void found.ignored.push("unreadable message");
  if (message.group_id !== undefined) return void found.ignored.push("message in a group");
  const person = personOf({ phone: message.from, userId: message.from_user_id }, profilesOf(value));
  if (!person) return void found.ignored.push("message of nobody");
  const bodies = bodiesOfMessage(message, person).map((body) => withoutNul(body));
  if (bodies.length === 0) return void found.ignored.push(`message of kind ${message.type}`);
  const counted = new Map<EventBody["type"], number>();
  for (const body of bodies) {
    const earlier = counted.get(body.type) ?? 0;
    counted.set(body.type, earlier + 1);
    found.happenings.push({ person: withShared(person, body), body, ...identityOf(message, body, earlier) });
  }
  found.signs.push({ type: "seen", person, messageId: message.id });
}

/** A change is known by the message that it changes, so that two changes of one message are told apart by revision. */
function identityOf(message: Message, body: EventBody, earlier: number) {
  const changes = body.type === "messageEdited" || body.type === "messageDeleted";
  const platformId = changes ? body.platformId : message.id;
  const revision = changes ? `${message.timestamp ?? 0}.${message.id}` : earlier > 0 ? `${earlier}` : undefined;
  return { platformId, ...(revision === undefined ? {} : { revision }), ...instant(message.timestamp) };
}

/** A number shared as the own one is from here on the sender's. */
function withShared(person: Person, body: EventBody): Person {
  if (body.type !== "contactShared" || !body.own || person.phone !== undefined) return person;
  return { ...person, phone: body.phone.replace(/^\+/, "") };
}

function readStatus(raw: unknown, value: Value, found: Findings): void {
  const status = Status.safeParse(raw).data;
  const kind = status && receiptKinds.get(status.status);
  if (!status || !kind) return void found.ignored.push(status ? `status ${status.status}` : "unreadable status");
  const rowId = rowOf(status.biz_opaque_callback_data);
  const [error] = status.errors;
  const refusedAt = kind === "failed" && error?.code === CLOSED_WINDOW ? status.timestamp : undefined;
  if (kind === "failed") readFailure(status, value, found);
  found.receipts.push({
    externalId: status.id,
    status: kind,
    ...(rowId === undefined ? {} : { rowId }),
    ...(status.timestamp === undefined ? {} : { at: status.timestamp * 1000 }),
    ...(kind === "failed" ? { reason: failureWords(error?.code, error?.title) } : {}),
    ...(refusedAt === undefined ? {} : { notHeardSince: refusedAt * 1000 - OPEN_HOURS * 60 * 60_000 }),
  });
}

/** What a failure tells about the customer. */
function readFailure({ id, timestamp, ...status }: Status, value: Value, found: Findings): void {
  const [error] = status.errors;
  const person = personOf({ phone: status.recipient_id, userId: status.recipient_user_id }, profilesOf(value));
  if (!person) return;
  if (error?.code === CANNOT_RECEIVE) found.unreached.push(person);
  if (error?.code !== STOPPED_MARKETING) return;
  const body: EventBody = { type: "marketingChosen", wanted: false, wording: error.title ?? "" };
  found.happenings.push({ person, body, platformId: `stop ${id}`, ...instant(timestamp) });
}

/** The customer stopped the shop's promos in WhatsApp itself, and the webhook that tells so may have been missed. */
const STOPPED_MARKETING = 131050;

const receiptKinds = new Map<string, Receipt["status"]>([
  ["sent", "sent"],
  ["delivered", "delivered"],
  ["read", "read"],
  ["failed", "failed"],
]);

/** A call is told when it rings and when it ends; both are the one call, and either may be lost. */
function readCall(raw: unknown, value: Value, found: Findings): void {
  const call = Call.safeParse(raw).data;
  if (!call) return void found.ignored.push("unreadable call");
  if (call.direction === "BUSINESS_INITIATED" || call.duration > 0) return void found.ignored.push("call of our own");
  if (call.event !== "connect" && call.event !== "terminate") return void found.ignored.push(`call ${call.event}`);
  const person = personOf({ phone: call.from, userId: call.from_user_id }, profilesOf(value));
  if (!person) return void found.ignored.push("call of nobody");
  const phone = person.phone === undefined ? {} : { phone: `+${person.phone}` };
  const body: EventBody = { type: "callMissed", video: false, ...phone };
  found.happenings.push({ person, body, platformId: call.id, ...instant(call.timestamp) });
  if (call.event === "connect") found.signs.push({ type: "refuseCall", callId: call.id });
}

function readEcho(raw: unknown, value: Value, found: Findings): void {
  const echo = Echo.safeParse(raw).data;
  if (!echo) return void found.ignored.push("unreadable echo");
  const isMedia = isMediaType(echo.type);
  const given = echo.type === "reaction" ? Reaction.safeParse(echo.reaction).data?.emoji : undefined;
  // A taken back or changed word of the seller's is the seller's own affair.
  if (!isMedia && !sellerKinds.has(echo.type) && given === undefined)
    return void found.ignored.push(`echo of kind ${echo.type}`);
  const person = personOf({ phone: echo.to, userId: echo.to_user_id }, profilesOf(value));
  if (!person) return void found.ignored.push("echo to nobody");
  if (given !== undefined) return void readReaction(echo, person, given, found);
  const attachments = isMediaType(echo.type) ? [readMedia(echo, echo.type).attachment] : [];
  const body = withoutNul({ type: "sellerWrote" as const, text: textOf(echo), attachments });
  const { biz_opaque_callback_data: callbackData } = echo;
  found.echoes.push({
    person,
    body,
    platformId: echo.id,
    ...instant(echo.timestamp),
    ...(callbackData === undefined ? {} : { callbackData }),
  });
}

/** The seller hands the chat back by a sign that the customer need not read; other reactions say nothing to the shop. */
function readReaction({ id, timestamp }: Echo, person: Person, emoji: string, found: Findings): void {
  if (emoji.replace(/\ufe0f/g, "") !== HAND_BACK) return void found.ignored.push("echo of kind reaction");
  found.echoes.push({ person, body: { type: "handedBack", staff: OWN_PHONE }, platformId: id, ...instant(timestamp) });
}

const HAND_BACK = "🤖";

const sellerKinds = new Set(["text", "location", "contacts", "interactive", "template", "order"]);

function readPreference(raw: unknown, value: Value, found: Findings): void {
  const preference = Preference.safeParse(raw).data;
  if (!preference) return void found.ignored.push("unreadable preference");
  const person = personOf({ phone: preference.wa_id, userId: preference.user_id }, profilesOf(value));
  if (!person) return void found.ignored.push("preference of nobody");
  const body: EventBody = {
    type: "marketingChosen",
    wanted: preference.value === "resume",
    wording: preference.detail,
  };
  const platformId = `${preference.value} ${preference.timestamp ?? 0}`;
  found.happenings.push({ person, body, platformId, ...instant(preference.timestamp) });
}

function profilesOf(value: Value): Profile[] {
  const read = value.contacts.map((contact) => Profile.safeParse(contact).data);
  return read.filter((profile) => profile !== undefined);
}

function instant(seconds: number | undefined): { readonly platformAt?: number } {
  return seconds === undefined ? {} : { platformAt: seconds * 1000 };
}
