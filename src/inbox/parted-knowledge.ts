import type { Person, PersonContact } from "./people.ts";

/** What is known of a person. */
export type Known = Pick<Person, "name" | "phone" | "phoneVerified" | "address" | "zoneId" | "form">;

export type BroughtTo = Pick<Known, "address" | "zoneId">;

/** A person from whom one contact is parted. */
export interface Parting {
  readonly person: Person;
  readonly gone: PersonContact;
  readonly left: readonly PersonContact[];
  /** The contact that goes was there first: the name, number and address of the person are its own */
  readonly wasFirst: boolean;
  /** What is known of the customer that the contact came with, where that still stands empty */
  readonly before?: Known | undefined;
  /** Where those who go, and those who stay, had orders brought to, latest first */
  readonly goneTo: readonly BroughtTo[];
  readonly leftTo: readonly BroughtTo[];
}

/** Who keeps which name, number and address, so that nobody is offered another's. */
export function partedKnowledge(parting: Parting): { readonly own: Known; readonly left: Known } {
  const { person, gone, left, wasFirst, before, goneTo, leftTo } = parting;
  const isPhoneOf = (contacts: readonly PersonContact[]) =>
    person.phone !== null && contacts.some(({ phone }) => phone === person.phone);
  const phoneStays = isPhoneOf(left) || (!wasFirst && !isPhoneOf([gone]));
  const isAddressIn = (places: readonly BroughtTo[]) => places.some(({ address }) => address === person.address);
  const addressStays = isAddressIn(leftTo) || (!wasFirst && !isAddressIn(goneTo));
  return {
    own: {
      name: before?.name ?? (wasFirst ? person.name : gone.name),
      form: before?.form ?? (wasFirst ? person.form : null),
      ...(vouched([gone]) ?? phoneOf(before) ?? (phoneStays ? NO_PHONE : phoneOf(person)) ?? NO_PHONE),
      ...(goneTo[0] ?? placeOf(before) ?? (addressStays ? NOWHERE : placeOf(person)) ?? NOWHERE),
    },
    left: {
      name: wasFirst ? (left[0]?.name ?? null) : person.name,
      form: wasFirst ? null : person.form,
      ...((phoneStays ? phoneOf(person) : vouched(left)) ?? NO_PHONE),
      ...((addressStays ? placeOf(person) : leftTo[0]) ?? NOWHERE),
    },
  };
}

type KnownPhone = Pick<Known, "phone" | "phoneVerified">;

const NO_PHONE: KnownPhone = { phone: null, phoneVerified: false };
const NOWHERE: BroughtTo = { address: null, zoneId: null };

function vouched(contacts: readonly PersonContact[]): KnownPhone | undefined {
  const found = contacts.find(({ phone }) => phone !== null);
  return found && { phone: found.phone, phoneVerified: true };
}

function phoneOf(known: KnownPhone | undefined): KnownPhone | undefined {
  return known && known.phone !== null ? { phone: known.phone, phoneVerified: known.phoneVerified } : undefined;
}

function placeOf(known: BroughtTo | undefined): BroughtTo | undefined {
  return known && known.address !== null ? { address: known.address, zoneId: known.zoneId } : undefined;
}
