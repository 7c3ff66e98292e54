import { type Branch, OpeningHours } from "../shop/branch/branch.ts";
import { isOpen, nextOpening } from "../shop/branch/openings.ts";
import { addDays, instantOf, localTime } from "../shop/calendar/calendar.ts";
import type { Rank } from "./acts.ts";

/** When a colleague takes care of customers, by weekday, 0 is Sunday. */
export const DutyHours = OpeningHours;
export type DutyHours = OpeningHours;

/** A colleague who may take care of customers. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly rank: Rank;
  /** null: whenever the shop is open */
  readonly duty: DutyHours | null;
}

const DAY_MS = 86_400_000;

type Hours = Pick<Branch, "hours" | "holidays" | "timeZone">;

/** When the shop's people are there. */
export interface ShopHours {
  readonly branches: readonly Hours[];
  readonly timeZone: string;
}

/** Whether the shop is open; one that keeps no hours always is. `now` in epoch ms. */
export function isShopOpen({ branches }: ShopHours, now: number): boolean {
  return branches.length === 0 || branches.some((branch) => isOpen(branch, now));
}

/** Whether a colleague is on duty. On a day off of the whole shop nobody is. */
export function isOnDuty({ duty }: Colleague, shop: ShopHours, now: number): boolean {
  return duty === null ? isShopOpen(shop, now) : isOpen(dutyAsHours(duty, shop), now);
}

/** When a colleague is on duty next, epoch ms; now, where they are; undefined where no such moment is in sight. */
export function nextDuty({ duty }: Colleague, shop: ShopHours, now: number): number | undefined {
  return duty === null ? nextOpen(shop, now) : openingOf(dutyAsHours(duty, shop), now);
}

/** When the shop is open next, epoch ms; now, while it is. */
export function nextOpen(shop: ShopHours, now: number): number | undefined {
  if (isShopOpen(shop, now)) return now;
  return earliest(shop.branches.map((branch) => openingOf(branch, now)));
}

/** When the shop opens on its next day, epoch ms; a day from now, where it does not close between. */
export function nextMorning(shop: ShopHours, now: number): number {
  const midnight = instantOf(addDays(localTime(now, shop.timeZone).day, 1), 0, shop.timeZone);
  const opening = nextOpen(shop, midnight);
  return opening === undefined || opening === midnight ? now + DAY_MS : opening;
}

/** The first of some instants that may be missing. */
export function earliest(instants: readonly (number | undefined)[]): number | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function openingOf(hours: Hours, now: number): number | undefined {
  const opening = nextOpening(hours, now);
  return opening && Math.max(now, instantOf(opening.day, opening.minute, hours.timeZone));
}

function dutyAsHours(duty: DutyHours, { branches, timeZone }: ShopHours): Hours {
  const [first, ...others] = branches;
  const holidays = (first?.holidays ?? []).filter(
    ({ day, openings }) =>
      openings.length === 0 &&
      others.every((branch) => branch.holidays.some((other) => other.day === day && other.openings.length === 0)),
  );
  return { hours: duty, holidays, timeZone: first?.timeZone ?? timeZone };
}
