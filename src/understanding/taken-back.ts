import type { Amount } from "./amount.ts";
import type { OptionHit } from "./option-hits.ts";
import type { Mark } from "./page.ts";
import type { Token } from "./tokens.ts";

interface Said {
  readonly tokens: readonly Token[];
  readonly marks: readonly Mark[];
  readonly options: readonly OptionHit[];
  readonly amounts: readonly Amount[];
}

/** The numbers that stand, and the tokens of those that a number alone took the place of. */
export interface TakenBack {
  readonly amounts: readonly Amount[];
  readonly taken: readonly number[];
}

/** "10 kilo.. eh kurang ding, 15", "6 ga jadi 6, 10 aja": a number that another one takes the place of, with all said between. */
export function takenBack({ tokens, marks, options, amounts }: Said, ordered: boolean): TakenBack {
  const standing: Amount[] = [];
  const taken: number[] = [];
  for (const amount of amounts) {
    const last = standing.at(-1);
    const before = last && replaces({ tokens, marks, options, amounts: standing }, amount, ordered);
    if (!before) {
      standing.push(amount);
      continue;
    }
    while (standing.at(-1) !== before) standing.pop();
    standing.pop();
    for (let at = before.from; at < amount.from; at++) taken.push(at);
    const unit = amount.unit ?? before.unit;
    standing.push(unit === undefined ? amount : { ...amount, unit });
  }
  return { amounts: standing, taken };
}

const OPENING = new Set(["eh", "ehh", "ralat", "koreksi", "typo", "keliru", "salah", "waduh", "aduh"]);
const REFUSING = new Set(["tidak jadi", "batal", "jangan", "bukan"]);
/** After the opening these only go on: "eh sama 3", "eh tambah 2". */
const GOES_ON = new Set([
  "sama",
  "dan",
  "tambah",
  "plus",
  "sekalian",
  "ada",
  "terus",
  "lagi",
  "kurang",
  "bisa",
  "boleh",
]);
/** What may stand around a number that is said alone. */
const AROUND = new Set(["dong", "aja", "ya", "kak", "ding", "deng", "maksudnya", "maksudku", "saja", "jadi", "cukup"]);
const FARTHEST = 9;

/** The number whose place this one takes. */
function replaces({ tokens, marks, options, amounts }: Said, amount: Amount, ordered: boolean): Amount | undefined {
  const plain = ({ counts, money, code, from }: Amount) =>
    counts && !money && code !== true && !options.some((hit) => from >= hit.from && from < hit.to);
  if (!plain(amount) || !alone(tokens, marks, amount)) return undefined;
  const [last, earlier] = [amounts.at(-1), amounts.at(-2)];
  if (!last || !plain(last)) return undefined;
  const again = earlier && plain(earlier) && earlier.value === last.value ? earlier : undefined;
  if (again && !ordered && refuses(tokens, marks, again.to, last.from, true) && signs(tokens, last.to, amount.from))
    return again;
  if (last.value === amount.value) return undefined;
  if (/^(?:deng|ding|dink|denk)$/.test(tokens[amount.to]?.raw ?? "") && signs(tokens, last.to, amount.from))
    return last;
  if (turns(tokens, marks, last.to, amount.from)) return last;
  return !ordered && refuses(tokens, marks, last.to, amount.from, false) ? last : undefined;
}

/** Neither goods nor a choice of theirs follow the number, and nothing is added by it. */
function alone(tokens: readonly Token[], marks: readonly Mark[], { from, to }: Amount): boolean {
  const next = tokens[to];
  const before = tokens[from - 1]?.word ?? "";
  if (GOES_ON.has(before) || before === "yang" || before === "buat") return false;
  return next === undefined || next.kind === "sign" || AROUND.has(next.word) || marks[to] === "when";
}

/** "eh bentar kucingku kan nambah,": from one number to the next somebody thinks again, and names nothing else. */
function turns(tokens: readonly Token[], marks: readonly Mark[], from: number, to: number): boolean {
  const between = tokens.slice(from, to);
  // "kucingku" is whom the goods are for.
  const named = between.some(({ raw }, offset) => marks[from + offset] !== undefined && !/..ku$/.test(raw));
  if (between.length > FARTHEST || named) return false;
  const at = between.findIndex(({ kind, word }) => kind !== "sign" && !AROUND.has(word));
  const [first, next] = [between[at], between[at + 1]];
  if (first === undefined || !OPENING.has(first.raw)) return false;
  // "eh kurang, 8": there was too little of it.
  return next?.kind !== "word" || next.word === "kurang" || !GOES_ON.has(next.word);
}

/** "ga jadi", and the number once more where that is needed to tell what it turns down. */
function refuses(tokens: readonly Token[], marks: readonly Mark[], from: number, to: number, again: boolean): boolean {
  if (marks.slice(from, to).some((mark) => mark !== undefined)) return false;
  const words = tokens.slice(from, to).filter(({ kind, word }) => kind !== "sign" && !AROUND.has(word));
  const said = tokens
    .slice(from, to)
    .filter(({ kind }) => kind !== "sign")
    .map(({ word }) => word)
    .join(" ");
  if (again) return words.length > 0 && words.length < 3 && REFUSING.has(said);
  return /^(?:tidak jadi|batal)(?: (?:dong|ya|kak))?$/.test(said);
}

/** Nothing but signs and small words. */
function signs(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ kind, word }) => kind === "sign" || AROUND.has(word));
}
