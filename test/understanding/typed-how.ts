import type { Product } from "../../src/shop/catalogue/catalogue.ts";
import { ATTRIBUTES } from "../../src/understanding/lexicon/attributes.ts";
import { COMMON, WORDS } from "../../src/understanding/lexicon/words.ts";
import { wordDistance } from "../../src/understanding/word-likeness.ts";
import { canonicalWords, type Dice } from "./said-wordings.ts";

/** A message typed by a hand in a hurry or on an odd keyboard; what it says stays the same to a reader. */
export function typedHow(dice: Dice, text: string, products: readonly Product[]): { text: string; how: string } {
  const [how, type] = dice.pick(Object.entries(HANDS));
  return { text: type(dice, text, products), how };
}

type Hand = (dice: Dice, text: string, products: readonly Product[]) => string;

const same: Hand = (_, text) => text;

const HANDS: Readonly<Record<string, Hand>> = {
  plain: same,
  clean: same,
  tidy: same,
  capitals: (_, text) => text.toUpperCase(),
  capital: (_, text) => text.charAt(0).toUpperCase() + text.slice(1),
  fullWidth: (_, text) => text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfe_e0)),
  zeroWidth: (dice, text) =>
    text.replaceAll(/[a-z](?=[a-z])/g, (letter) => (dice.upTo(6) === 0 ? `${letter}\u200b` : letter)),
  homoglyphs: (dice, text) =>
    text.replaceAll(/[aeopc]/g, (letter) => (dice.upTo(4) === 0 ? (CYRILLIC[letter] ?? letter) : letter)),
  spaces: (_, text) => text.replaceAll(" ", "  "),
  typo: (dice, text, products) => onGoodsWord(dice, text, products, misspelt),
  doubled: (dice, text, products) => onGoodsWord(dice, text, products, doubled),
  stretched: (dice, text, products) => onGoodsWord(dice, text, products, (_, word) => word + word.slice(-1).repeat(3)),
};

const CYRILLIC: Readonly<Record<string, string>> = { a: "а", e: "е", o: "о", p: "р", c: "с" };
const LONG = 7;

/** Changes one long word of a product's name that no other word of the shop is like. */
function onGoodsWord(
  dice: Dice,
  text: string,
  products: readonly Product[],
  change: (dice: Dice, word: string) => string,
): string {
  const vocabulary = new Set(
    products.flatMap((each) =>
      [
        each.name,
        ...each.aliases,
        ...each.options.flatMap(({ values }) => values.flatMap(({ v, aliases }) => [v, ...aliases])),
      ].flatMap(canonicalWords),
    ),
  );
  const names = new Set(products.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(canonicalWords)));
  const alone = (word: string) => [...vocabulary].every((other) => other === word || wordDistance(word, other, 3) > 3);
  const words = canonicalWords(text).filter((word) => word.length >= LONG && names.has(word) && alone(word));
  if (words.length === 0) return text;
  const word = dice.pick(words);
  const typed = change(dice, word);
  const taken = WORDS.has(typed) || COMMON.has(typed) || ATTRIBUTES.has(typed);
  return taken ? text : text.replace(word, typed);
}

/** One letter left out, changed, or swapped with the next, but not the first. */
function misspelt(dice: Dice, word: string): string {
  const at = 1 + dice.upTo(word.length - 3);
  const [letter = "", next = ""] = [word.charAt(at), word.charAt(at + 1)];
  const instead = dice.pick([next, next + letter, (NEIGHBOURS[letter] ?? letter) + next]);
  return word.slice(0, at) + instead + word.slice(at + 2);
}

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: "s",
  e: "r",
  i: "o",
  o: "p",
  u: "y",
  n: "m",
  m: "n",
  r: "t",
  t: "r",
  s: "d",
  k: "l",
  l: "k",
};

function doubled(dice: Dice, word: string): string {
  const at = 1 + dice.upTo(word.length - 2);
  return word.slice(0, at) + word.charAt(at) + word.slice(at);
}
