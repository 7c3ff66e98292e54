import { z } from "zod";
import { Meaning, OpenQuestion } from "../understanding/meaning.ts";

/** A choice as it was offered, with what picking it means. */
export const OfferedChoice = z.object({ label: z.string(), means: Meaning.partial() });
export type OfferedChoice = z.infer<typeof OfferedChoice>;

/** The question that is open, so that a bare answer can be read against it. Which message carried it is the conversation's questionId. */
export const Asked = z.object({
  topic: z.string().optional(),
  slot: z.string(),
  question: OpenQuestion,
  choices: z.array(OfferedChoice),
  /** What a plain yes, and a plain no, mean here */
  yes: Meaning.partial().optional(),
  no: Meaning.partial().optional(),
  /** Digest of the facts a yes would agree to */
  digest: z.string().optional(),
  /** The text that was shown, kept as evidence with the yes */
  text: z.string(),
  /** How it is worded when asked again, and which wording was shown last where that is not `text` */
  again: z.string().optional(),
  shown: z.string().optional(),
});
export type Asked = z.infer<typeof Asked>;

/** An errand being talked about. Only answers are kept, never a position; what today's code cannot read stays verbatim. */
export const Topic = z.looseObject({
  id: z.string(),
  flow: z.string(),
  answers: z.record(z.string(), z.unknown()),
  touchedAt: z.number(),
  /** Put off by the customer ("tunggu gajian ya"): until when, in their words or as a date */
  postponed: z.string().optional(),
});
export type Topic = z.infer<typeof Topic>;

/** All that a conversation remembers between turns. Text JSON in Conversation.state. */
export const ConversationState = z.looseObject({
  topics: z.array(Topic).default([]),
  asked: Asked.optional().catch(undefined),
  /** Misunderstandings in a row */
  lost: z.number().int().nonnegative().default(0),
  /** How the last errand ended */
  ended: z.enum(["confirmed", "cancelled", "postponed"]).optional().catch(undefined),
  /** The errand called off last, so that "eh jadi deh" brings it back */
  calledOff: Topic.optional().catch(undefined),
  /** What staff offered last in place of something in an order: a button under an older message is still told what became of it */
  offered: z.string().optional().catch(undefined),
  /** When a call that nobody took was answered in words: more of the same within minutes need no more words */
  calledAt: z.number().optional().catch(undefined),
  /** By when a person answers, as told to a customer who waits; empty once something else was said */
  toldBy: z.string().optional().catch(undefined),
  /** What the customer last complained of, and when */
  complaint: z.object({ words: z.string(), at: z.number() }).optional().catch(undefined),
  /** The goods that were asked about last, by SKU, and when */
  about: z
    .object({ skus: z.array(z.string()), at: z.number() })
    .optional()
    .catch(undefined),
  /** The pictures that were sent last, by Photo.id, and when */
  shown: z
    .object({ photos: z.array(z.string()), at: z.number() })
    .optional()
    .catch(undefined),
  /** The customer's last words and when, so that a message sent twice is not ordered twice */
  lastWords: z.object({ text: z.string(), at: z.number() }).optional().catch(undefined),
});
export type ConversationState = z.infer<typeof ConversationState>;

export const EMPTY_STATE: ConversationState = { topics: [], lost: 0 };
