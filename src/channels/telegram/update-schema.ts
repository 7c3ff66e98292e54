import { z } from "zod";

// Only what the shop needs. An optional part that reads differently from what is known is left out
// rather than losing the customer's message with it.

const File = z.looseObject({ file_id: z.string(), file_name: z.string().optional(), emoji: z.string().optional() });
const Position = z.looseObject({ latitude: z.number(), longitude: z.number() });
const Chat = z.looseObject({ id: z.number().int(), type: z.string() });

export const User = z.looseObject({
  id: z.number().int(),
  first_name: z.string().catch(""),
  last_name: z.string().optional().catch(undefined),
  username: z.string().optional().catch(undefined),
});
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

/** The kinds that are asked for; anything else that arrives is let go. */
export const updateKinds = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

export const Update = z.looseObject({ update_id: z.number().int() });
export type Update = z.infer<typeof Update>;
