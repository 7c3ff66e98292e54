import type { OutgoingMessage } from "../channels/message.ts";
import type { About } from "./about.ts";
import type { Reader } from "./card.ts";
import type { DueDesk } from "./desk-events-store.ts";
import { readTimeZone } from "./desk-news-store.ts";
import type { DeskParts } from "./desk-parts.ts";

/** What a colleague is answered. With a stamp it is a card of what it is about. */
export interface DeskAnswer {
  readonly message: OutgoingMessage;
  readonly about?: About;
  readonly stamp?: string;
  /** Told once under it, however often it comes up */
  readonly key?: string;
}

/** A colleague's chat whose event is looked at. */
export interface Desk extends DueDesk {
  readonly staff: NonNullable<DueDesk["staff"]>;
}

export function say(text: string): DeskAnswer {
  return { message: { text, choices: [] } };
}

export async function readerOf({ acts: { database, clock } }: DeskParts, staffId: string): Promise<Reader> {
  return { staffId, timeZone: await readTimeZone(database.prisma), now: clock() };
}
