import type { Acts } from "../acts.ts";
import { findDesks } from "../desk-store.ts";
import { onDuty } from "../on-duty.ts";
import type { StaffPush } from "./push-news.ts";
import { countNews } from "./watch-news-store.ts";

/**
 * Pushes what came since the last look: orders, and calls that fell due. It goes to those on duty who have no chat of their own
 * with the shop's bot, where they are told the same.
 */
export class WatchNews {
  readonly #acts: Pick<Acts, "database" | "clock">;
  readonly #push: StaffPush;
  #upTo: number;

  constructor(acts: Pick<Acts, "database" | "clock">, push: StaffPush) {
    this.#acts = acts;
    this.#push = push;
    this.#upTo = acts.clock();
  }

  /** Nobody is told of what is before. */
  skip(): void {
    this.#upTo = this.#acts.clock();
  }

  async look(): Promise<void> {
    const { database, clock } = this.#acts;
    const now = clock();
    const { orders, calls } = await countNews(database, this.#upTo, now);
    if (orders + calls > 0) {
      const told = new Set((await findDesks(database.prisma)).map(({ staffId }) => staffId));
      const to = (await onDuty(database.prisma, now)).map(({ id }) => id).filter((id) => !told.has(id));
      const all = [
        { to, type: "orders", count: orders },
        { to, type: "calls", count: calls },
      ] as const;
      this.#push.tell(all.filter(({ count }) => count > 0));
    }
    this.#upTo = now;
  }
}
