import type { DeliveryZone } from "./zone.ts";

/** The zone whose name or area stands in an address as whole words; the longest name wins. Undefined when none does. */
export function findZone(zones: readonly DeliveryZone[], address: string): DeliveryZone | undefined {
  const words = ` ${plain(address)} `;
  let best: { zone: DeliveryZone; length: number } | undefined;
  for (const zone of zones)
    for (const name of [zone.name, ...zone.areas].map(plain))
      if (name && words.includes(` ${name} `) && name.length > (best?.length ?? 0))
        best = { zone, length: name.length };
  return best?.zone;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
