import type { Element } from "./elements.ts";
import type { Reading } from "./reading.ts";

const OPENING = new Set(["eh", "ehh", "ralat", "koreksi", "typo", "keliru", "maksudnya", "maksudku", "maksud"]);
/** After a negation these take back what was said ("eh bukan ding", "engga deng"). */
const TAKEN_BACK = new Set(["ding", "deng", "dink", "denk", "dg", "salah"]);
/** "eh sama topi 1", "eh tambah": only a thought that comes late. */
const GOES_ON = new Set(["sama", "dan", "tambah", "plus", "sekalian", "ya", "ada", "bisa", "boleh", "iya", "terus"]);

/** Whether a word takes back what was said just before it: "2 eh 3", "eh bukan ding", "3 jadi 4". */
export function corrects(reading: Reading, at: number): boolean {
  const { tokens, marks } = reading;
  const token = tokens[at];
  if (!token) return false;
  const before = tokens[at - 1]?.raw ?? "";
  const next = tokens[at + 1];
  if (OPENING.has(token.raw)) return !(next && marks[at + 1] === undefined && GOES_ON.has(next.word));
  if (token.raw === "jadi") return betweenAmounts(reading, at);
  if (token.raw === "salah") return OPENING.has(before) || OPENING.has(next?.raw ?? "");
  if (token.word === "jangan") return OPENING.has(before) && (next === undefined || next.kind === "sign");
  if (token.word !== "bukan" && token.word !== "tidak") return false;
  return (
    TAKEN_BACK.has(next?.raw ?? "") || (OPENING.has(before) && marks[at + 1] === undefined && next?.word !== "yang")
  );
}

/** "3 jadi 4": the second number takes the first one's place. */
function betweenAmounts(reading: Reading, at: number): boolean {
  return reading.amounts.some((amount) => amount.to === at) && reading.amounts.some((amount) => amount.from === at + 1);
}

/** "32 satu, 34 maksudnya": a correction after its words is put before them. */
export function correctionsFirst(elements: readonly Element[]): Element[] {
  const out: Element[] = [];
  elements.forEach((element, place) => {
    const next = elements[place + 1];
    const before = elements[place - 1];
    const after =
      element.type === "correction" &&
      element.trailing &&
      (next === undefined || next.type === "separator") &&
      before !== undefined &&
      before.type !== "separator" &&
      before.type !== "correction";
    if (!after) {
      out.push(element);
      return;
    }
    const start = startOfWords(out);
    if (!correctedAlready(out, start)) out.splice(start, 0, element);
  });
  return out;
}

/** "2 eh jangan", "eh ga usah deh": thought better of, and nothing is put in its place. */
export function withdrawn({ tokens }: Reading, elements: readonly Element[]): Element[] {
  const last = elements.findLastIndex(({ type }) => type !== "separator");
  const element = elements[last];
  if (element?.type !== "correction" && element?.type !== "not") return [...elements];
  const from = OPENING.has(tokens[element.at]?.raw ?? "") ? element.at : element.at - 1;
  if (!OPENING.has(tokens[from]?.raw ?? "")) return [...elements];
  const said = tokens.slice(from + 1).flatMap(({ kind, word }) => (kind === "sign" ? [] : [word]));
  return WITHDRAWS.test(` ${said.join(" ")} `)
    ? [...elements.slice(0, last), { type: "not", at: element.at, drops: true }]
    : [...elements];
}

const WITHDRAWS = /^ (?:ya )?(?:jangan|tidak (?:usah|jadi)|batal|skip)(?: (?:deh|dulu|aja|ya|kak|dong|lah|jadi))* $/;

/** Where the words end backwards that a trailing "maksudnya" is about: a number, its options, their product. */
function startOfWords(elements: readonly Element[]): number {
  let at = elements.length - 1;
  if (elements[at]?.type === "amount") at--;
  while (elements[at]?.type === "option") at--;
  if (elements[at]?.type === "product") at--;
  return at + 1;
}

function correctedAlready(elements: readonly Element[], start: number): boolean {
  let at = start - 1;
  while (elements[at]?.type === "separator") at--;
  return elements[at]?.type === "correction";
}
