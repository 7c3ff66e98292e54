import { z } from "zod";

/** A file that came with a message. `externalId` is the platform's own handle; the file is fetched only when staff ask for it. */
export const Attachment = z.object({
  kind: z.enum(["photo", "voice", "video", "document", "sticker", "audio", "other"]),
  externalId: z.string().optional(),
  name: z.string().optional(),
  /** Media type as the platform names it, for example audio/ogg */
  mime: z.string().optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** What can come in, in the past tense. Stored as JSON in the inbox. */
export const EventBody = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("messageReceived"),
    text: z.string(),
    attachments: z.array(Attachment).default([]),
    /** The platform's id of the message that this one answers or quotes */
    replyTo: z.string().optional(),
    /** The platform's id of the thread of the chat in which it was written */
    thread: z.string().optional(),
    forwarded: z.boolean().default(false),
  }),
  /** The customer changed the text of an earlier message. */
  z.object({ type: z.literal("messageEdited"), text: z.string(), platformId: z.string() }),
  /** A tap: `question` is the outbox row that carried the buttons, `choice` the id of the one tapped, `label` what it read. */
  z.object({ type: z.literal("choicePicked"), question: z.string(), choice: z.string(), label: z.string() }),
  /** `own` is true only where the platform vouches that it is the sender's number. */
  z.object({ type: z.literal("contactShared"), phone: z.string(), name: z.string().optional(), own: z.boolean() }),
  z.object({
    type: z.literal("locationShared"),
    latitude: z.number(),
    longitude: z.number(),
    label: z.string().optional(),
  }),
  /** The chat was opened by /start or a deep link. */
  z.object({ type: z.literal("chatStarted"), source: z.string().optional() }),
  /** Somebody opened the link that makes this chat a colleague's own. `link` is the SHA-256 of its secret, which stays with the driver. */
  z.object({ type: z.literal("staffLinkOpened"), link: z.string() }),
  z.object({ type: z.literal("commandGiven"), command: z.string() }),
  /** A call came that nobody took; whether it was refused or rang out is not known for sure. */
  z.object({ type: z.literal("callMissed"), phone: z.string().optional(), video: z.boolean().default(false) }),
  /** The customer took an earlier message back. */
  z.object({ type: z.literal("messageDeleted"), platformId: z.string() }),
  /** Somebody of the shop wrote to this contact from the shop's own phone: from here on a person holds the chat. */
  z.object({ type: z.literal("sellerWrote"), text: z.string(), attachments: z.array(Attachment).default([]) }),
  /** The customer told the platform itself to stop or to resume promos. */
  z.object({ type: z.literal("marketingChosen"), wanted: z.boolean(), wording: z.string() }),
  /** The customer blocked or unblocked the shop. */
  z.object({ type: z.literal("contactBlocked") }),
  z.object({ type: z.literal("contactReturned") }),
  z.object({ type: z.literal("timerFell"), key: z.string(), data: z.unknown().optional() }),
  /**
   * A staff member handed the conversation back to the bot, or it came back by itself because they were quiet for long
   * (`staff` is QUIET). `unanswered`: the customer's last words, to which nobody said anything, were said to the bot, to a
   * person, or to a person who had `asked` something.
   */
  z.object({
    type: z.literal("handedBack"),
    staff: z.string(),
    unanswered: z.enum(["bot", "person", "asked"]).optional(),
    /** They put the chat away with it */
    closed: z.literal(true).optional(),
  }),
  /** Staff wrote an order down on the phone: the customer is to say yes to it. `answers` are those of an order's questions. */
  z.object({ type: z.literal("orderProposed"), staff: z.string(), answers: z.record(z.string(), z.unknown()) }),
  /** Whoever holds the conversation wrote down what the order is to be, in place of what the bot knew. */
  z.object({
    type: z.literal("answersSet"),
    staff: z.string(),
    answers: z.record(z.string(), z.unknown()),
    /** What they saw when they did: see `heldVersion` */
    version: z.string(),
  }),
  /** The customer said yes to a person: whoever holds the conversation places the order. `words` are the customer's. */
  z.object({
    type: z.literal("orderAgreed"),
    staff: z.string(),
    answers: z.record(z.string(), z.unknown()),
    version: z.string(),
    words: z.string(),
  }),
  /** No call reached the customer who is to confirm an order: they are asked here. `phone` is the number that was tried. */
  z.object({
    type: z.literal("confirmAsked"),
    staff: z.string(),
    order: z.string(),
    why: z.enum(["unreached", "wrongNumber"]),
    phone: z.string().optional(),
  }),
  /** Staff offer something else in place of what an order has; the customer is asked. `offer` is the event of the order's history. */
  z.object({ type: z.literal("orderOffered"), staff: z.string(), order: z.string(), offer: z.string() }),
  /** What became of an offer by what staff did: they took it back, or noted the answer that they were told. */
  z.object({
    type: z.literal("offerSettled"),
    staff: z.string(),
    order: z.string(),
    offer: z.string(),
    state: z.enum(["accepted", "refused", "withdrawn"]),
  }),
  /** Staff moved an order on; the customer is told, also while a person holds the conversation. */
  z.object({
    type: z.literal("orderStepped"),
    order: z.string(),
    status: z.string(),
    /** Who did it; steps stored by earlier releases do not say */
    staff: z.string().optional(),
    /** Why it was cancelled or not delivered: a StepReason, and the seller's own words */
    reason: z.string().optional(),
    note: z.string().optional(),
    /** The status that a slip had led to: the step is taken back */
    undid: z.string().optional(),
    /** It ended an offer that the customer had not answered */
    lapsed: z.boolean().optional(),
    /** The seller who holds the chat does not have it told now: once the bot has it again, or never */
    tell: z.enum(["later", "never"]).optional(),
  }),
]);
export type EventBody = z.infer<typeof EventBody>;

/** Holder of a conversation that is answered from the shop's own phone, by whoever has it in hand: nobody's staff id. */
export const OWN_PHONE = "own-phone";

/** Holder of a colleague's own chat with the shop's bot: no customer's, nothing is sold there. */
export const DESK = "desk";

/** Holder of a conversation whose person was erased: nothing comes in there and nothing goes out. */
export const ERASED = "erased";

/** Who hands back a conversation that its holder has left quiet for too long: nobody's staff id. */
export const QUIET = "quiet";

/** A receipt updates its outbox row and starts no turn. */
export interface Receipt {
  readonly externalId: string;
  readonly status: "sent" | "delivered" | "read" | "failed";
  /** Our own row, where the platform hands its id back: such a receipt also settles a row whose answer was lost */
  readonly rowId?: string;
  /** Epoch ms by the platform's clock */
  readonly at?: number;
  /** Why it failed, in words for staff */
  readonly reason?: string;
  /**
   * It failed because the platform has not heard of the customer since then (epoch ms). Where the shop believed
   * otherwise, the message is sent anew, knowing that.
   */
  readonly notHeardSince?: number;
}

/** Who wrote, as the platform names them. */
export interface Sender {
  readonly externalId: string;
  readonly name?: string;
  readonly username?: string;
  /** E.164, only where the platform vouches for it */
  readonly phone?: string;
}

/** An event on its way into the inbox. Its key is account + contact + kind + platform id + revision. */
export interface IncomingEvent {
  readonly sender: Sender;
  readonly body: EventBody;
  /** The platform's id of this event, unique with kind and revision within the contact */
  readonly platformId: string;
  readonly revision?: string;
  /** Epoch ms by the platform's clock */
  readonly platformAt?: number;
}

/** One thing to tap. Where a channel has no buttons it is shown as a numbered line. */
export const Choice = z.object({ id: z.string().min(1).max(16), label: z.string().min(1) });
export type Choice = z.infer<typeof Choice>;

/** What goes out. Stored as JSON in the outbox; rendered by the driver from its channel's abilities. */
export const OutgoingMessage = z.object({
  text: z.string().min(1),
  choices: z.array(Choice).default([]),
  /** Asks the platform's own way for the phone number or the position, where it can */
  request: z.enum(["phone", "location"]).optional(),
  /** The menu of commands that this chat offers from here on, where the channel has menus */
  menu: z.enum(["staff", "usual"]).optional(),
  /**
   * Where the chat has threads: the one that it belongs into, under a key of ours, made under this name where there is none
   * yet. `rename`: the thread is called so from here on. A chat without threads shows it among the rest.
   */
  thread: z.object({ key: z.string().min(1), name: z.string().min(1), rename: z.boolean().default(false) }).optional(),
  /** Outbox row whose message this one replaces where the channel can edit; elsewhere it is sent anew */
  replaces: z.string().optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  /** A picture kept by the shop: base64 and its media type. `text` is its caption. */
  image: z.object({ data: z.base64(), mime: z.enum(["image/jpeg", "image/png", "image/webp"]) }).optional(),
  /** What to show at the counter: the web chat draws it as a QR code too */
  pickupCode: z.string().optional(),
  /** A picture that the shop keeps (Photo.id) and that goes out as `image`: a row holds its id alone */
  photo: z.string().optional(),
  /** A contact card to save, or to call. E.164. */
  contactCard: z.object({ name: z.string().min(1), phone: z.string().min(1) }).optional(),
});
export type OutgoingMessage = z.infer<typeof OutgoingMessage>;
