import { z } from "zod";

// Only what the shop needs. Each thing is read by itself, so that one that cannot be read costs none of the others,
// and an optional part that reads differently from what is known is left out rather than losing a customer's message.

const text = z.string().optional().catch(undefined);
const things = z.array(z.unknown()).catch([]);
/** The platform writes instants as seconds, mostly in a string. */
const seconds = z.coerce.number().int().positive().optional().catch(undefined);

export const Payload = z.looseObject({ object: z.string(), entry: things });
export const Entry = z.looseObject({ changes: things });
export const Change = z.looseObject({ field: z.string(), value: z.looseObject({}) });

export const Value = z.looseObject({
  metadata: z.looseObject({ phone_number_id: z.coerce.string() }),
  contacts: things,
  messages: things,
  statuses: things,
  calls: things,
  message_echoes: things,
  user_preferences: things,
});
export type Value = z.infer<typeof Value>;

/** Who wrote. `wa_id` is left out for a customer who hides the phone number, `user_id` by older payloads. */
export const Profile = z.looseObject({
  wa_id: text,
  user_id: text,
  profile: z.looseObject({ name: text, username: text }).optional().catch(undefined),
});
export type Profile = z.infer<typeof Profile>;

export const Media = z.looseObject({
  id: text,
  mime_type: text,
  caption: text,
  filename: text,
  voice: z.boolean().catch(false),
});
export type Media = z.infer<typeof Media>;

export const Reply = z.looseObject({ id: z.string(), title: z.string() });

export const Card = z.looseObject({
  origin: text,
  name: z.looseObject({ formatted_name: text }).optional().catch(undefined),
  phones: z.array(z.looseObject({ phone: text, wa_id: text })).catch([]),
});
export type Card = z.infer<typeof Card>;

export const Message = z.looseObject({
  id: z.string().min(1),
  type: z.string(),
  from: text,
  from_user_id: text,
  group_id: text,
  timestamp: seconds,
  origin: text,
  context: z
    .looseObject({ id: text, forwarded: z.boolean().catch(false), frequently_forwarded: z.boolean().catch(false) })
    .optional()
    .catch(undefined),
  referral: z.looseObject({ source_id: text, source_url: text, ctwa_clid: text }).optional().catch(undefined),
});
export type Message = z.infer<typeof Message>;

export const Echo = z.looseObject({
  id: z.string().min(1),
  type: z.string(),
  to: text,
  to_user_id: text,
  timestamp: seconds,
  biz_opaque_callback_data: text,
});
export type Echo = z.infer<typeof Echo>;

export const Reaction = z.looseObject({ emoji: z.string().min(1) });

export const Status = z.looseObject({
  id: z.string().min(1),
  recipient_id: text,
  recipient_user_id: text,
  status: z.string(),
  timestamp: seconds,
  biz_opaque_callback_data: text,
  errors: z.array(z.looseObject({ code: z.number(), title: text })).catch([]),
});
export type Status = z.infer<typeof Status>;

export const Call = z.looseObject({
  id: z.string().min(1),
  event: z.string(),
  from: text,
  from_user_id: text,
  direction: text,
  timestamp: seconds,
  /** Seconds talked, where somebody took the call */
  duration: z.coerce.number().catch(0),
});
export type Call = z.infer<typeof Call>;

export const Preference = z.looseObject({
  wa_id: text,
  user_id: text,
  category: z.literal("marketing_messages"),
  value: z.enum(["stop", "resume"]),
  detail: z.string().catch(""),
  timestamp: seconds,
});
export type Preference = z.infer<typeof Preference>;
