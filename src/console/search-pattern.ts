/** Words as a pattern for `LOWER(…) LIKE … ESCAPE '!'`: wherever they stand. */
export function containing(words: string): string {
  return `%${literally(words)}%`;
}

/** The same, at the beginning. */
export function startingWith(words: string): string {
  return `${literally(words)}%`;
}

/** Nothing that somebody typed is a wildcard. */
function literally(words: string): string {
  return words.toLowerCase().replace(/[!%_]/g, "!$&");
}
