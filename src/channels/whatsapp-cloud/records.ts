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
  /**
   * Since when nothing could be delivered to a contact, epoch ms: the first message that failed as `reason` says after
   * the last that arrived and the customer's last words. Undefined where none failed so.
   */
  unreachedSince(account: string, contact: string, reason: string): Promise<number | undefined>;
  /** Which of these messages the shop itself sent through the API */
  sentByUs(account: string, externalIds: readonly string[]): Promise<ReadonlySet<string>>;
}
