import type { MoodView } from "../inbox-views.ts";
import type { ListFilter } from "./conversation-filters.tsx";

/** The words of the inbox in one language: lists, search, notes, pictures, quick replies, the card. */
export interface InboxWords {
  readonly filters: Readonly<Record<ListFilter, string>>;
  readonly filtersLabel: string;
  readonly emptyFilter: string;
  readonly more: string;
  readonly closed: string;
  readonly close: string;
  readonly reopen: string;
  /** Opens what else can be done with a chat, on a phone */
  readonly menu: string;
  readonly info: string;
  readonly closeInfo: string;
  readonly search: {
    readonly label: string;
    readonly placeholder: string;
    readonly clear: string;
    readonly people: string;
    readonly orders: string;
    readonly messages: string;
    readonly none: (words: string) => string;
    readonly more: string;
    readonly noteBy: string;
    readonly shopSaid: string;
    readonly searching: string;
  };
  readonly note: {
    readonly write: string;
    readonly title: string;
    readonly hint: string;
    readonly placeholder: string;
    readonly save: string;
    readonly cancel: string;
  };
  /** Something came below what is looked at */
  readonly newBelow: string;
  readonly gap: string;
  readonly foundHere: string;
  readonly picture: {
    readonly add: string;
    readonly remove: string;
    readonly chosen: string;
    readonly unreadable: string;
    readonly alt: string;
  };
  readonly receipts: {
    readonly again: string;
    readonly sentAgain: string;
    readonly errors: Readonly<Record<string, string>>;
  };
  readonly canned: {
    readonly page: string;
    readonly hint: string;
    readonly placeholders: Readonly<Record<string, string>>;
    readonly none: string;
    readonly noneHere: string;
    readonly find: string;
    readonly pick: string;
    readonly manage: string;
    readonly title: string;
    readonly text: string;
    readonly add: string;
    readonly edit: string;
    readonly save: string;
    readonly saved: string;
    readonly cancel: string;
    readonly remove: string;
    readonly sure: string;
    readonly up: (title: string) => string;
    readonly strange: (names: string) => string;
    readonly unfilled: (names: string) => string;
    readonly sendAnyway: string;
  };
  readonly card: {
    readonly mood: string;
    readonly moods: Readonly<Record<MoodView["mood"], string>>;
    readonly lastWords: string;
    readonly passedOn: string;
    readonly history: string;
    readonly completed: (count: number) => string;
    readonly running: (count: number) => string;
    readonly cancelled: (count: number) => string;
    readonly failed: (count: number) => string;
    readonly cashPaid: (sum: string) => string;
    readonly newCustomer: string;
    readonly note: string;
    readonly suggestions: string;
    readonly because: (word: string) => string;
    readonly use: string;
    readonly takeOverFirst: string;
  };
}
