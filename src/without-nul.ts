/**
 * Takes NUL characters out of an object's own texts, in place, and returns it. Nobody types them, PostgreSQL can store
 * none, and so one of them would turn every query with these words into a fault.
 */
export function withoutNul<T extends object>(record: T): T {
  for (const [key, value] of Object.entries(record))
    if (typeof value === "string" && value.includes(NUL)) Object.assign(record, { [key]: value.replaceAll(NUL, "") });
  return record;
}

const NUL = "\u0000";
