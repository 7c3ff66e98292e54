/**
 * Takes NUL characters out of all texts in an object, however deep, in place, and returns it. Nobody types them,
 * PostgreSQL can store none, and so one of them would turn every query with these words into a fault. Instances of
 * classes are left alone.
 */
export function withoutNul<T extends object>(record: T): T {
  // No recursion: what comes from outside may be nested deeper than the stack is.
  const open: object[] = [record];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const [key, value] of Object.entries(next)) {
      if (typeof value === "string" && value.includes(NUL)) Object.assign(next, { [key]: value.replaceAll(NUL, "") });
      else if (isPlain(value)) open.push(value);
    }
  return record;
}

function isPlain(value: unknown): value is object {
  return (
    Array.isArray(value) || (typeof value === "object" && value !== null && PLAIN.has(Object.getPrototypeOf(value)))
  );
}

const PLAIN: ReadonlySet<unknown> = new Set([Object.prototype, null]);
const NUL = "\u0000";
