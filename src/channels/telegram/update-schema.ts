import { z } from "zod";

// Only what the shop needs. An optional part that reads differently from what is known is left out
// rather than losing the customer's message with it.

const File = z.looseObject({ file_id: z.string(), file_name: z.string().optional(), emoji: z.string().optional() });
const Position = z.looseObject({ latitude: z.number(), longitude: z.number() });
const Name = {
  first_name: z.string().catch(""),
  last_name: z.string().optional().catch(undefined),
  username: z.string().optional().catch(undefined),
};
const Chat = z.looseObject({ id: z.number().int(), type: z.string(), ...Name });

export const User = z.looseObject({ id: z.number().int(), is_bot: z.boolean().catch(false), ...Name });
export type User = z.infer<typeof User>;

export const Message = z.looseObject({
  message_id: z.number().int(),
  date: z.number().int(),
  chat: Chat,
  from: User,
  edit_date: z.number().int().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  caption: z.string().optional().catch(undefined),
  entities: z.array(z.looseObject({ type: z.string(), offset: z.number(), length: z.number() })).catch([]),
  message_thread_id: z.number().int().optional().catch(undefined),
  /** Without it the thread's id is that of a mere chain of answers */
  is_topic_message: z.boolean().optional().catch(undefined),
  reply_to_message: z.looseObject({ message_id: z.number().int() }).optional().catch(undefined),
  forward_origin: z.looseObject({}).optional().catch(undefined),
  contact: z
    .looseObject({
      phone_number: z.string(),
      first_name: z.string().catch(""),
      last_name: z.string().optional().catch(undefined),
      user_id: z.number().int().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  location: Position.optional().catch(undefined),
  venue: z.looseObject({ title: z.string(), address: z.string() }).optional().catch(undefined),
  photo: z.array(File).optional().catch(undefined),
  voice: File.optional().catch(undefined),
  video: File.optional().catch(undefined),
  video_note: File.optional().catch(undefined),
  animation: File.optional().catch(undefined),
  audio: File.optional().catch(undefined),
  document: File.optional().catch(undefined),
  sticker: File.optional().catch(undefined),
  business_connection_id: z.string().optional().catch(undefined),
  /** Sent by a bot on behalf of the business account */
  sender_business_bot: z.looseObject({}).optional().catch(undefined),
  /** Sent by Telegram itself: a greeting, an away message, one that was scheduled */
  is_from_offline: z.boolean().optional().catch(undefined),
});
export type Message = z.infer<typeof Message>;

const Button = z.looseObject({ text: z.string(), callback_data: z.string().optional() });

export const CallbackQuery = z.looseObject({
  id: z.string(),
  from: User,
  data: z.string().optional(),
  message: z
    .looseObject({
      chat: Chat,
      business_connection_id: z.string().optional().catch(undefined),
      reply_markup: z
        .looseObject({ inline_keyboard: z.array(z.array(Button)) })
        .optional()
        .catch(undefined),
    })
    .optional(),
});
export type CallbackQuery = z.infer<typeof CallbackQuery>;

export const MemberChange = z.looseObject({
  chat: Chat,
  from: User,
  date: z.number().int(),
  new_chat_member: z.looseObject({ status: z.string() }),
});
export type MemberChange = z.infer<typeof MemberChange>;

export const BusinessConnection = z.looseObject({
  id: z.string(),
  user: User,
  date: z.number().int(),
  is_enabled: z.boolean(),
  rights: z
    .looseObject({ can_reply: z.boolean().default(false), can_read_messages: z.boolean().default(false) })
    .optional(),
  can_reply: z.boolean().catch(false),
});

const ThroughConnection = z.looseObject({ business_connection_id: z.string() }).optional().catch(undefined);

/** What tells of business connections in an update. */
export const BusinessUpdate = z.looseObject({
  business_connection: z.unknown().optional(),
  business_message: ThroughConnection,
  edited_business_message: ThroughConnection,
  callback_query: z.looseObject({ message: ThroughConnection }).optional().catch(undefined),
});
export type BusinessUpdate = z.infer<typeof BusinessUpdate>;

/**
 * The kinds that are asked for; anything else that arrives is let go. Not `deleted_business_messages`: it does not say
 * who deleted.
 */
export const updateKinds = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "business_connection",
  "business_message",
  "edited_business_message",
] as const;

export const Update = z.looseObject({ update_id: z.number().int() });
export type Update = z.infer<typeof Update>;
