import { isTransient } from "../database/transient.ts";
import { type Taken, together } from "./afterwards.ts";
import { CatalogueMoved } from "./carry-out.ts";
import { recordFailure } from "./record-failure.ts";
import type { TurnParts } from "./turn-parts.ts";

/**
 * What to do when a whole group failed: when the database is busy or gone, or the catalogue moved, nobody's turn is at
 * fault. Otherwise each is taken alone, and the one that fails alone is counted.
 */
export async function withoutTheBadOne(
  parts: TurnParts,
  claimed: readonly string[],
  error: unknown,
  take: (only: string | undefined) => Promise<Taken>,
): Promise<Taken> {
  const [first, ...others] = claimed;
  if (error instanceof CatalogueMoved) {
    await parts.shop.refresh(parts.database);
    return take(others.length === 0 ? first : undefined);
  }
  if (first === undefined || isTransient(error)) throw error;
  if (others.length === 0) {
    await recordFailure(parts, first, error);
    return together([{ ...together([]), claimed: 1, failed: [{ id: first, error }] }]);
  }
  const alone: Taken[] = [];
  for (const id of claimed) alone.push(await take(id));
  return together(alone);
}
