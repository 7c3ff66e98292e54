import type { BranchView } from "../shop-views.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { sayMoney } from "./say.ts";

type Zone = BranchView["zones"][number];

/** A delivery zone to read: where, for what fee, and up to what sum in cash. */
export function ZoneTerms({ zone }: { readonly zone: Zone }) {
  const words = useWords();
  return (
    <>
      <span className="flex justify-between gap-3">
        <span className="font-semibold">{zone.name}</span>
        <span>{zone.fee === 0 ? words.shop.free : sayMoney(zone.fee)}</span>
      </span>
      <span className="block text-soft">{zone.areas.join(", ")}</span>
      <span className="block text-soft">{sayTerms(zone, words)}</span>
    </>
  );
}

function sayTerms(zone: Zone, { shop }: Dictionary): string {
  const cod =
    zone.codLimit === undefined ? shop.codAny : zone.codLimit === 0 ? shop.noCod : shop.cod(sayMoney(zone.codLimit));
  const free = zone.freeFrom === undefined ? undefined : shop.freeFrom(sayMoney(zone.freeFrom));
  return [shop.minutes(zone.minutes), cod, free].filter(Boolean).join(" · ");
}
