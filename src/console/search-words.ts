/** Fewer digits find everybody. */
const LEAST_DIGITS = 4;

/** The digits of a phone number in a query, without the country's code or the 0 before it; undefined where it has too few. */
export function digitsOf(query: string): string | undefined {
  if (/\p{L}/u.test(query)) return undefined;
  const digits = query.replace(/\D/g, "").replace(/^(?:62|0)/, "");
  return digits.length < LEAST_DIGITS ? undefined : digits;
}

/** The words of a query, each of which is to be found. */
export function wordsOf(query: string): readonly string[] {
  return query
    .split(/[^\p{L}\p{N}_.@-]+/u)
    .map((word) => word.replace(/^[.@-]+|[.-]+$/g, ""))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 8);
}

/** The same words as people write them: not every database finds "Sari" for "sari". */
export function spellings(query: string): readonly string[] {
  const small = query.toLowerCase();
  const names = small.replace(/(^|\s)\S/g, (first) => first.toUpperCase());
  return [...new Set([query, small, names, query.toUpperCase()])];
}
