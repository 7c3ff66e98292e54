/** The words of the customers' pages in one language. */
export interface PeopleWords extends Readonly<Record<PeopleWord, string>> {
  readonly orders: (completed: number, total: string) => string;
  readonly lastOrder: (when: string) => string;
  readonly consents: Readonly<Record<"given" | "withdrawn" | "keptRefusal", string>>;
  readonly purposes: Readonly<Record<string, string>>;
  readonly tally: Readonly<
    Record<"running" | "completed" | "failedDeliveries" | "cancelled" | "total" | "due", string>
  >;
  /** The names of what is kept, by their names in the file */
  readonly fields: Readonly<Record<string, string>>;
  readonly parts: Readonly<
    Record<
      | "shop"
      | "madeAt"
      | "person"
      | "contacts"
      | "orders"
      | "calls"
      | "phoneOrders"
      | "consents"
      | "touches"
      | "misreads",
      string
    >
  >;
}

type PeopleWord =
  | "search"
  | "look"
  | "none"
  | "nothingFound"
  | "pick"
  | "noOrders"
  | "openChat"
  | "call"
  | "writeOrder"
  | "profile"
  | "addresses"
  | "cash"
  | "orderHistory"
  | "note"
  | "noteHint"
  | "saveNote"
  | "saved"
  | "consent"
  | "noConsent"
  | "staffNotes"
  | "calls"
  | "misreads"
  | "gone"
  | "theirData"
  | "theirDataHint"
  | "show"
  | "download"
  | "print"
  | "back"
  | "erase"
  | "eraseHint"
  | "eraseType"
  | "eraseSure"
  | "erased";
