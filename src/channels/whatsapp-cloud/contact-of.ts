import type { Person } from "./person.ts";
import type { KnownContact } from "./records.ts";

/** A person as the shop's contact, and whether the shop believed to be blocked. */
export interface Found {
  readonly externalId: string;
  readonly blocked: boolean;
}

/**
 * One address for a person however a webhook names them: the contact known by the business-scoped id, else by the
 * number; a stranger is known by the business-scoped id from then on, since the number may be hidden later.
 */
export function contactOf(person: Person, known: readonly KnownContact[]): Found {
  const { userId, phone } = person;
  const contact =
    known.find((one) => userId !== undefined && one.externalId === userId) ??
    known.find((one) => phone !== undefined && one.externalId === phone) ??
    known.find((one) => userId === undefined && phone !== undefined && one.phone === phone);
  return contact ?? { externalId: userId ?? phone ?? "", blocked: false };
}
