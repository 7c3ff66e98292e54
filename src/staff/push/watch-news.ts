import type { Acts } from "../acts.ts";
import { findDesks } from "../desk-store.ts";
import { onDuty } from "../on-duty.ts";
import type { StaffPush } from "./push-news.ts";
import { countNews, keepTold, readTold } from "./watch-news-store.ts";

/** News older than this is none any more. */
const FRESH_MS = 30 * 60_000;
/** What is being written at this moment is there by then. */
const SETTLED_MS = 2_000;

/**
 * Pushes what came since the last look: orders, calls that fell due, offers that were not taken. It goes to those on duty who have no chat of their own
 * with the shop's bot, where they are told the same. How far it has told is kept, so that what comes while the program is
 * started anew, or while another takes over, rings too; told twice it only takes its own place on the phone.
 */
export class WatchNews {
  readonly #acts: Pick<Acts, "database" | "clock">;
  readonly #push: StaffPush;
  /** Up to when it has looked, epoch ms; unknown at the start, and after another process may have */
  #upTo: number | undefined;

  constructor(acts: Pick<Acts, "database" | "clock">, push: StaffPush) {
    this.#acts = acts;
    this.#push = push;
  }

  /** Another process looks. */
  skip(): void {
    this.#upTo = undefined;
  }

  async look(): Promise<void> {
    const { database, clock } = this.#acts;
    const now = clock() - SETTLED_MS;
    const after = this.#upTo ?? (await this.#firstLook(now));
    if (after >= now) return;
    const { orders, calls, declined } = await countNews(database, after, now);
    if (orders + calls + declined > 0) {
      const told = new Set((await findDesks(database.prisma)).map(({ staffId }) => staffId));
      const to = (await onDuty(database.prisma, now)).map(({ id }) => id).filter((id) => !told.has(id));
      const all = [
        { to, type: "orders", count: orders },
        { to, type: "calls", count: calls },
        { to, type: "declined", count: declined },
      ] as const;
      this.#push.tell(all.filter(({ count }) => count > 0));
      await keepTold(database, now);
    }
    this.#upTo = now;
  }

  /** A shop that has never looked begins now. */
  async #firstLook(now: number): Promise<number> {
    const { database } = this.#acts;
    const told = await readTold(database);
    if (told === undefined) await keepTold(database, now);
    return Math.max(told ?? now, now - FRESH_MS);
  }
}
