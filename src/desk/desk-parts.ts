import type { Acts } from "../staff/acts.ts";

/** All that the desk works with. */
export interface DeskParts {
  readonly acts: Acts;
  /** A fault in what one event asked for, or in the news of one pass; never with words of anybody */
  readonly report: (problem: { readonly error: unknown; readonly conversationId?: string }) => void;
}
