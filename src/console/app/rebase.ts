/** What somebody typed, on top of what is there now: fields that somebody else has changed are theirs. */
export function rebase<T extends object>(seen: T, draft: T, now: T): T {
  const mine = Object.entries(draft).filter(
    ([key, value]) => !same(Reflect.get(seen, key), value) && same(Reflect.get(seen, key), Reflect.get(now, key)),
  );
  return { ...now, ...Object.fromEntries(mine) };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
