import type { CallKind, TriedOutcome } from "../../shop/call/call.ts";

/** The words of the calls page in one language. */
export interface CallWords {
  readonly none: string;
  readonly openCount: (count: number) => string;
  /** Before what else the same customer is called for */
  readonly along: string;
  readonly kinds: Readonly<Record<CallKind, string>>;
  readonly times: (count: number) => string;
  readonly urgent: string;
  readonly overdue: (age: string) => string;
  readonly promised: (when: string) => string;
  readonly next: (when: string) => string;
  readonly noPromise: string;
  readonly call: string;
  readonly chat: string;
  readonly noNumber: string;
  readonly openChat: string;
  readonly writeOrder: string;
  readonly theirWords: string;
  readonly basket: string;
  readonly take: string;
  readonly taken: (who: string) => string;
  readonly how: string;
  readonly outcomes: Readonly<Record<TriedOutcome | "passed_on" | "undone" | "gave_up", string>>;
  /** The second tap */
  readonly sure: Readonly<Record<Exclude<TriedOutcome, "thinking">, string>>;
  /** Where a call confirms an order: a call that brings no yes goes on the next day, unless the order is cancelled */
  readonly confirm: Readonly<
    Record<
      | "beforeStart"
      | "cancelled"
      | "reached"
      | "cancelUnwanted"
      | "cancelUnreached"
      | "keep"
      | "tomorrow"
      | "askedInChat"
      | "noAnswerInChat",
      string
    >
  >;
  readonly undo: string;
  readonly justNoted: string;
  readonly undone: Readonly<Record<"nothing" | "withheld" | "sent", string>>;
  readonly thinkUntil: Readonly<Record<"tomorrow" | "days" | "week" | "unknown", string>>;
  readonly nobodyElse: string;
  readonly until: (day: string) => string;
  readonly ranges: Readonly<Record<"today" | "week" | "month", string>>;
  readonly counts: Readonly<Record<"calls" | "people" | "reached" | "inTime" | "ordered" | "open", string>>;
  readonly countsTitle: string;
}
