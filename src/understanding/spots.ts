import { PLACES_COUNTED, UNITS } from "./lexicon/units.ts";
import type { Token } from "./tokens.ts";

/** Numbered places named together ("lantai 1, 2 dan 3", "lt 2 sama lt 3"). */
export interface Spots {
  readonly from: number;
  /** Past the last number */
  readonly to: number;
  readonly count: number;
}

const JOINING = new Set([",", "&", "sama", "dan", "/"]);

/** Where a message names two or more numbered places; their numbers count no goods. */
export function spotsIn(tokens: readonly Token[]): Spots[] {
  const found: Spots[] = [];
  for (let at = 0; at + 1 < tokens.length; at++) {
    if (!PLACES_COUNTED.has(tokens[at]?.raw ?? "") || tokens[at + 1]?.kind !== "number") continue;
    const { to, count } = chained(tokens, at + 2);
    if (count > 1) found.push({ from: at, to, count });
    at = to - 1;
  }
  return found;
}

function chained(tokens: readonly Token[], from: number): { to: number; count: number } {
  let count = 1;
  let to = from;
  while (JOINING.has(tokens[to]?.word ?? "")) {
    const at = PLACES_COUNTED.has(tokens[to + 1]?.raw ?? "") ? to + 2 : to + 1;
    const next = tokens[at + 1];
    if (tokens[at]?.kind !== "number" || (next?.kind === "word" && UNITS.has(next.raw))) break;
    count++;
    to = at + 1;
  }
  return { to, count };
}
