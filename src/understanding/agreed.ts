import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { Hearing } from "./hearing.ts";
import { BESIDE_YES, NO_YES, YES_WORDS } from "./lexicon/agreement.ts";
import type { Intent, Meaning, MeantItem } from "./meaning.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";

/** Asked whether something is right: "oke makasih", "nah iya", "betul 35" and "yo ngono kuwi" agree. */
export function agreed(hearing: Hearing, reading: Reading, alone: Meaning): Meaning | undefined {
  if (alone.intents.some((intent) => !BESIDE.has(intent) && !intent.startsWith("choose_"))) return undefined;
  const words = reading.tokens
    .filter(({ kind, raw }, at) => kind !== "number" && !(raw === "eh" && reading.tokens[at - 1]?.raw === "he"))
    .map(({ word, raw }) => [word, raw]);
  if (words.some((forms) => forms.some((form) => NO_YES.has(form)))) return undefined;
  if (!saysYes(reading, words) || !restates(hearing, reading, alone)) return undefined;
  const choices = alone.intents.filter((intent) => intent.startsWith("choose_"));
  return { ...alone, items: [], doubts: [], clarify: false, confidence: 0.9, intents: ["affirm", ...choices] };
}

const BESIDE: ReadonlySet<Intent> = new Set<Intent>([
  "affirm",
  "thank",
  "greet",
  "other",
  "provide_info",
  "place_order",
  "change_order",
  "repeat_order",
]);

const MOST_OTHER_WORDS = 2;

/** A yes before anything else is said, and little else that is not known to go with one. */
function saysYes({ marks }: Reading, words: readonly (readonly string[])[]): boolean {
  const plain = words.filter((forms) => /^[a-z]/.test(forms[0] ?? ""));
  const at = plain.findIndex((forms) => forms.some((form) => YES_WORDS.has(form)));
  const yes = at >= 0 && plain.slice(0, at).every((forms) => forms.some((form) => BESIDE_YES.has(form)));
  const goods = marks.filter((mark) => mark === "product" || mark === "option").length;
  const others = plain.filter((forms) => !forms.some((form) => YES_WORDS.has(form) || BESIDE_YES.has(form))).length;
  return yes && others - goods <= MOST_OTHER_WORDS;
}

/** Whatever goods and numbers are named are those of the basket. */
export function restates({ basket, catalogue }: Hearing, reading: Reading, alone: Meaning): boolean {
  if (alone.items.length > 0) return alone.doubts.length === 0 && alone.items.every((item) => stands(item, basket));
  if (alone.doubts.some(({ candidates }) => candidates.length > 0)) return false;
  const counting = reading.amounts.filter(({ counts, money }) => counts && !money);
  // "semuanya jadi 2" is a wish, also where one of the lines is two already.
  if (basket.length > 1 && counting.some(({ from }) => reading.tokens[from - 1]?.word === "jadi")) return false;
  return counting.every((amount) =>
    basket.some((line) => {
      const product = catalogue.product(line.sku);
      return product !== undefined && quantityOf(product, amount, line.options) === line.quantity;
    }),
  );
}

function stands({ sku, options, quantity, quantityStated }: MeantItem, basket: readonly BasketLine[]): boolean {
  return basket.some(
    (line) =>
      line.sku === sku &&
      (!quantityStated || line.quantity === quantity) &&
      options.every((value, at) => value === null || value === line.options[at]),
  );
}
