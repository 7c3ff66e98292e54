import type { LiveTopic } from "../live-updates.ts";
import { nextDueDesk } from "./desk-events-store.ts";
import type { DeskParts } from "./desk-parts.ts";
import { takeDeskEvents } from "./take-desk-events.ts";
import { tellNews } from "./tell-news.ts";

/** The channel on which colleagues have their own chats. */
export const DESK_CHANNEL = "telegram";

const POLL_MS = 1_000;
/** Without a sign that anything happened, it is looked at this often: something may have fallen due. */
const LOOK_AGAIN_MS = 10_000;

/** The work of the colleagues' own chats: what they ask for, and what they are told. */
export class DeskWork {
  readonly #parts: DeskParts;
  #chats: ReadonlySet<string> = new Set();
  #isStale = true;
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Something happened in the shop. Returns whether it was in a colleague's own chat, and so wants an answer at once. */
  notice(topics: readonly LiveTopic[]): boolean {
    this.#isStale = true;
    return topics.some(({ type, id }) => type === "conversation" && this.#chats.has(id));
  }

  /** One round. Resolves to how many ms may pass until the next. */
  async round(): Promise<number> {
    const { database, clock, changed } = this.#parts.acts;
    for (let chat = await takeDeskEvents(this.#parts); chat !== undefined; chat = await takeDeskEvents(this.#parts)) {
      changed([{ type: "conversation", id: chat }]);
      this.#isStale = true;
    }
    if (this.#isStale || clock() - this.#lookedAt >= LOOK_AGAIN_MS) {
      this.#isStale = false;
      this.#lookedAt = clock();
      const { told, chats } = await tellNews(this.#parts);
      this.#chats = new Set(chats);
      const isStale = this.#isStale;
      if (told.length > 0) changed(told.map((id) => ({ type: "conversation", id })));
      // What was told just now is no news.
      this.#isStale = isStale;
    }
    const next = await nextDueDesk(database.prisma);
    return next === undefined ? POLL_MS : Math.min(POLL_MS, Math.max(0, next - clock()));
  }
}
