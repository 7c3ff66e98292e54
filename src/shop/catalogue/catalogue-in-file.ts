import type { Branch, Opening } from "../branch/branch.ts";
import { sayHours, sayOpenings } from "../branch/branch.words.ts";
import type { DeliveryZone } from "../zone/zone.ts";
import type { Product } from "./catalogue.ts";

/** A branch as a catalogue file has it. */
export function branchInFile({ id: _, hours, holidays, dailyCapacity, ...plain }: Branch) {
  return {
    ...plain,
    hours: hyphens(sayHours({ hours })),
    holidays: holidays.map(({ day, name, openings }) => ({ day, name, hours: hoursOf(openings) })),
    dailyCapacity: dailyCapacity === null ? null : dailyCapacity / 1000,
  };
}

/** A delivery zone as a catalogue file has it; `codeOf` gives a branch's code by its id. */
export function zoneInFile({ id: _, branchId, ...plain }: DeliveryZone, codeOf: ReadonlyMap<string, string>) {
  return { ...plain, branch: codeOf.get(branchId) };
}

/** A product as a catalogue file has it, but for its stock. */
export function productInFile(product: Product) {
  const { options, units, minimum, pausedUntil: _, photoId: __, ...plain } = product;
  const owner = (v: string) => options.findIndex(({ values }) => values.some((value) => value.v === v));
  const priced = options.flatMap(({ values }, at) => values.filter(({ v }) => owner(v) === at));
  const priceBy = priced.flatMap(({ v, price }) => (price === undefined ? [] : [[v, price] as const]));
  return {
    ...plain,
    units: Object.fromEntries(Object.entries(units).map(([unit, size]) => [unit, size / 1000])),
    price_by: Object.fromEntries(priceBy),
    minimum: minimum / 1000,
    options: options.map(({ name, values }, at) => ({
      name,
      // A value that an earlier option has too cannot be priced by its name alone.
      values: values.map(({ v, aliases, price }) => ({
        ...{ v, aliases },
        ...(owner(v) !== at && price !== undefined && { price }),
      })),
    })),
  };
}

function hoursOf(openings: readonly Opening[]): string {
  return hyphens(sayOpenings(openings));
}

/** What is typed has hyphens where what is read has dashes. */
function hyphens(text: string): string {
  return text.replaceAll("–", "-");
}
