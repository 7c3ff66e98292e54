import { isDeepStrictEqual } from "node:util";

/** What somebody changed, put onto what there is now. */
export interface MergedEdit<T> {
  readonly merged: T;
  /** Fields that somebody else has changed meanwhile to something else */
  readonly clashes: readonly string[];
}

/** Takes over the fields in which `wanted` differs from what its editor `seen`; all others stay as they are `now`. */
export function mergeEdit<T extends object>(seen: T, wanted: T, now: T): MergedEdit<T> {
  const touched = keysOf(seen, wanted).filter((key) => !same(seen, wanted, key));
  const clashes = touched.filter((key) => !same(seen, now, key) && !same(wanted, now, key));
  const merged = Object.fromEntries(
    keysOf(now, wanted).flatMap((key) => {
      const value: unknown = Reflect.get(touched.includes(key) ? wanted : now, key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
  // Every field of it is one of a T.
  return { merged: merged as T, clashes };
}

function keysOf(...objects: readonly object[]): string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object)))];
}

function same(one: object, other: object, key: string): boolean {
  return isDeepStrictEqual(Reflect.get(one, key), Reflect.get(other, key));
}
