import type { Person } from "./person.ts";

/** A contact that the shop knows on this number. */
export interface KnownContact {
  readonly externalId: string;
  /** Digits of the number that the platform vouched for */
  readonly phone?: string;
  readonly blocked: boolean;
}

/** What the driver must look up: the platform's webhooks do not always name a person the same way. */
export interface CloudRecords {
  /** Contacts of the account that any of these people may be */
  known(account: string, people: readonly Person[]): Promise<readonly KnownContact[]>;
  /** Which of these messages the shop itself sent through the API */
  sentByUs(account: string, externalIds: readonly string[]): Promise<ReadonlySet<string>>;
}
