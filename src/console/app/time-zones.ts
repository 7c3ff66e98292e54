const ZONES = [
  ["Asia/Jakarta", "WIB (Jakarta)"],
  ["Asia/Makassar", "WITA (Makassar)"],
  ["Asia/Jayapura", "WIT (Jayapura)"],
] as const;

/** The zones of Indonesia with what they are called, and the shop's own where it is another. */
export function zoneChoices(own: string | undefined): readonly (readonly [zone: string, name: string])[] {
  return own === undefined || ZONES.some(([zone]) => zone === own) ? ZONES : [...ZONES, [own, own]];
}
