import { NOT_COUNTED_AFTER } from "./lexicon/units.ts";
import type { Token } from "./tokens.ts";

/** "rumah no 12", "isinya 50", "kelas XI IPA 3". */
export function numbersSomething(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  if (before?.kind !== "word") return false;
  // "tiap isi 20": so many of each.
  if (EACH_ONE.has(tokens[from - 2]?.raw ?? "")) return false;
  if (NOT_COUNTED_AFTER.has(before.raw) || NOT_COUNTED_AFTER.has(before.key)) return true;
  return [2, 3].some((back) => {
    const word = tokens[from - back];
    return (
      (word?.raw === "kelas" || word?.raw === "kls") &&
      tokens.slice(from - back, from).every(({ kind, known }) => kind === "word" || known)
    );
  });
}

const EACH_ONE = new Set(["tiap", "setiap", "saban", "tiap2"]);
