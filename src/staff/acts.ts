import type { Database } from "../database/database.ts";
import type { LiveTopic } from "../live-updates.ts";

/** An owner may act where a colleague holds the conversation; a seller may not. */
export type Rank = "owner" | "seller";

/** What the acts of staff are done with. */
export interface Acts {
  readonly database: Database;
  /** Epoch ms */
  readonly clock: () => number;
  readonly newId: () => string;
  /** Called after the commit: open screens look again, and turns and sending wake. */
  readonly changed: (topics: readonly LiveTopic[]) => void;
}
