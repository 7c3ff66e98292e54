import { z } from "zod";

/** What is said between the shop and the child process that runs the browser. Both check what they hear. */

/** One message to put on WhatsApp. */
export const Part = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("image"), data: z.string(), mime: z.string(), caption: z.string() }),
  z.object({ type: z.literal("location"), latitude: z.number(), longitude: z.number() }),
  z.object({ type: z.literal("contactCard"), vcard: z.string() }),
]);
export type Part = z.infer<typeof Part>;

/** What the shop asks of the child. `chat` is WhatsApp's own id of a chat: 62…@c.us or …@lid. */
export const Request = z.discriminatedUnion("type", [
  z.object({ type: z.literal("start"), profileDir: z.string(), executablePath: z.string() }),
  /** Tells all that came since an instant (epoch ms), and all unread since the number was linked; then what came meanwhile */
  z.object({ type: z.literal("catchUp"), since: z.number(), unreadSince: z.number() }),
  /** `ids` are the ids the message may bear, in the order to try them */
  z.object({ type: z.literal("send"), chat: z.string(), ids: z.array(z.string()).min(1), part: Part }),
  /** Looks whether a number (its chat) is on WhatsApp at all */
  z.object({ type: z.literal("reach"), chat: z.string() }),
  /** Looks whether a message is in the chat */
  z.object({ type: z.literal("find"), chat: z.string(), ids: z.array(z.string()) }),
  /** Marks a chat as seen, unless something newer than this message has come */
  z.object({ type: z.literal("seen"), chat: z.string(), id: z.string() }),
  z.object({ type: z.literal("typing"), chat: z.string() }),
  z.object({ type: z.literal("rejectCall"), chat: z.string(), id: z.string() }),
  z.object({ type: z.literal("media"), key: z.string(), most: z.number() }),
  z.object({ type: z.literal("requestCode"), phone: z.string() }),
  z.object({ type: z.literal("logout") }),
  z.object({ type: z.literal("stop") }),
  z.object({ type: z.literal("ping") }),
]);
export type Request = z.infer<typeof Request>;

export const Call = z.object({ call: z.number().int(), request: Request });
export type Call = z.infer<typeof Call>;

/** Where a message of ours stands in WhatsApp. `at` is epoch ms. */
export const Standing = z.discriminatedUnion("type", [
  z.object({ type: z.literal("sent"), id: z.string(), at: z.number() }),
  /** The page has it and will send it when it can */
  z.object({ type: z.literal("pending") }),
  z.object({ type: z.literal("absent") }),
]);
export type Standing = z.infer<typeof Standing>;

/** Whether somebody is behind a number, and under which hidden id, where WhatsApp tells. */
export const Reach = z.discriminatedUnion("type", [
  z.object({ type: z.literal("there"), lid: z.string().optional() }),
  z.object({ type: z.literal("absent") }),
]);
export type Reach = z.infer<typeof Reach>;

export const Fetched = z.discriminatedUnion("type", [
  z.object({ type: z.literal("file"), mime: z.string(), bytes: z.instanceof(Uint8Array) }),
  z.object({ type: z.literal("gone") }),
  z.object({ type: z.literal("tooLarge") }),
]);
export type Fetched = z.infer<typeof Fetched>;

/** Nothing that anybody could need */
export const Done = z.null();

/** Who is behind a chat, as far as WhatsApp tells. Both are WhatsApp ids. */
const People = z.object({
  chat: z.string(),
  /** 62…@c.us, where known */
  phone: z.string().optional(),
  /** …@lid, where known */
  lid: z.string().optional(),
});

export const SeenMessage = z.object({
  type: z.literal("message"),
  who: People,
  /** WhatsApp's id of the message within its chat */
  id: z.string(),
  /** The same with chat and direction, as the page finds it */
  key: z.string(),
  fromMe: z.boolean(),
  /** WhatsApp's own kind: chat, image, ptt, vcard, … */
  kind: z.string(),
  text: z.string(),
  /** Epoch ms */
  at: z.number(),
  name: z.string().optional(),
  file: z.object({ mime: z.string().optional(), name: z.string().optional() }).optional(),
  replyTo: z.string().optional(),
  forwarded: z.boolean(),
  location: z.object({ latitude: z.number(), longitude: z.number(), label: z.string().optional() }).optional(),
  vcards: z.array(z.string()),
  /** The line that a call leaves in the chat */
  call: z.object({ answered: z.boolean(), video: z.boolean() }).optional(),
});
export type SeenMessage = z.infer<typeof SeenMessage>;

/** What happened in a chat. */
export const Heard = z.discriminatedUnion("type", [
  SeenMessage,
  z.object({
    type: z.literal("edited"),
    who: People,
    id: z.string(),
    fromMe: z.boolean(),
    text: z.string(),
    /** Epoch ms of the edit, where WhatsApp tells */
    editedAt: z.number().optional(),
    name: z.string().optional(),
  }),
  z.object({ type: z.literal("deleted"), who: People, id: z.string(), fromMe: z.boolean() }),
  z.object({
    type: z.literal("called"),
    who: People,
    id: z.string(),
    video: z.boolean(),
    /** When it rang, by our clock: WhatsApp does not say. Epoch ms */
    at: z.number(),
  }),
  z.object({
    type: z.literal("voted"),
    who: People,
    poll: z.string(),
    options: z.array(z.string()),
    /** Epoch ms */
    at: z.number(),
  }),
  /** The shop's own phone put the sign under a message by which the bot gets the chat back */
  z.object({
    type: z.literal("handedBack"),
    who: People,
    /** The message under which it stands */
    id: z.string(),
    /** Epoch ms */
    at: z.number(),
  }),
  /** WhatsApp's ack: 2 delivered, 3 read, 4 played */
  z.object({ type: z.literal("acked"), id: z.string(), ack: z.number() }),
]);
export type Heard = z.infer<typeof Heard>;

/** What went wrong in the page, as it may be logged: the page names people by their numbers. */
const Trouble = z.string().transform((words) => words.replace(/\d{6,}/g, "…"));

/** What the child tells unasked. */
export const Notice = z.discriminatedUnion("type", [
  z.object({ type: z.literal("browser"), pid: z.number().int() }),
  z.object({ type: z.literal("qr"), qr: z.string() }),
  z.object({ type: z.literal("code"), code: z.string() }),
  z.object({ type: z.literal("syncing") }),
  /** `phone` is digits only */
  z.object({ type: z.literal("live"), phone: z.string(), name: z.string() }),
  /** Whether WhatsApp Web has its connection */
  z.object({ type: z.literal("connected"), connected: z.boolean() }),
  /** The phone or WhatsApp ended the link */
  z.object({ type: z.literal("unlinked") }),
  /** Nothing will mend itself; the owner's page knows words for the code, `reason` is for the log */
  z.object({ type: z.literal("failed"), code: z.string(), reason: z.string() }),
  /** Something odd that did no harm yet; never with words of a customer */
  z.object({ type: z.literal("trouble"), what: Trouble }),
  z.object({ type: z.literal("heard"), heard: Heard }),
]);
export type Notice = z.infer<typeof Notice>;

/** All that the child sends: notices, and answers to calls. */
export const FromChild = z.union([
  z.object({ notice: Notice }),
  z.object({ call: z.number().int(), result: z.unknown() }),
  z.object({ call: z.number().int(), error: Trouble }),
]);
export type FromChild = z.infer<typeof FromChild>;
