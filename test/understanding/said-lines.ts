import type { Product } from "../../src/shop/catalogue/catalogue.ts";
import { type SaidQuantity, saidQuantity } from "./said-quantities.ts";
import { canonicalWords, type Dice, type SaidItem, type Wording, wordings } from "./said-wordings.ts";

/** A stretch of an order about one product, and the lines that it stands for. */
export interface SaidLines {
  readonly text: string;
  readonly items: readonly SaidItem[];
  readonly how: string;
}

/** Where the numbers stand: all messages without signs between goods keep to one place. */
export type Side = "before" | "after";

/** One product said in one of the ways that customers order it. */
export function saidLines(dice: Dice, product: Product, side: Side, plain: boolean): SaidLines {
  const ways = plain ? PLAIN : ALL;
  for (let tries = 0; tries < TRIES; tries++) {
    const said = dice.pick(ways)(dice, product, side);
    if (said) return said;
  }
  return single(dice, product, side);
}

const TRIES = 4;

type Way = (dice: Dice, product: Product, side: Side) => SaidLines | undefined;

function single(dice: Dice, product: Product, side: Side): SaidLines {
  const wording = dice.pick(wordings(product));
  const options = product.options.map((option) => dice.pick(option.values).v);
  const quantity = saidQuantity(dice, product, digitsIn(product));
  const words = saidOptions(dice, product, options);
  const parts = side === "after" ? [wording, words, quantity.text] : [quantity.text, wording, words];
  return { text: joined(parts), items: [itemOf(product, options, quantity)], how: `single ${quantity.how}` };
}

/** "bolu gulung 2 loyang yang nanas" */
const between: Way = (dice, product) => {
  if (product.options.length === 0 || digitsIn(product)) return undefined;
  const options = product.options.map((option) => dice.pick(option.values).v);
  const quantity = saidQuantity(dice, product, true);
  const text = joined([
    dice.pick(wordings(product)),
    quantity.text,
    dice.pick(["", "yang"]),
    saidOptions(dice, product, options),
  ]);
  return { text, items: [itemOf(product, options, quantity)], how: "between" };
};

/** "bolu gulung 2": the shop must ask which. */
const unchosen: Way = (dice, product, side) => {
  if (product.options.length === 0 || digitsIn(product)) return undefined;
  const quantity = saidQuantity(dice, product, false);
  const wording = dice.pick(wordings(product));
  const text = side === "after" ? joined([wording, quantity.text]) : joined([quantity.text, wording]);
  return {
    text,
    items: [
      itemOf(
        product,
        product.options.map(() => null),
        quantity,
      ),
    ],
    how: "unchosen",
  };
};

/** "bolu gulung nanas": one, where no number is said. */
const uncounted: Way = (dice, product) => {
  const options = product.options.map((option) => dice.pick(option.values).v);
  const text = joined([dice.pick(wordings(product)), saidOptions(dice, product, options)]);
  return { text, items: [{ sku: product.sku, options, quantity: 1000 }], how: "uncounted" };
};

/** "bolu gulung nanas 2, mocca 3": the product is carried over. */
const carried: Way = (dice, product, side) => {
  const values = severalValues(dice, product);
  if (!values) return undefined;
  const lines = values.map((options) => ({ options, quantity: saidQuantity(dice, product, true) }));
  const texts = lines.map(({ options, quantity }, at) => {
    const words = saidOptions(dice, product, options);
    const goods = at === 0 ? [dice.pick(wordings(product)), words] : [words];
    return joined(side === "after" ? [...goods, quantity.text] : [quantity.text, ...goods]);
  });
  return {
    text: texts.join(dice.pick([", ", " sama ", " dan ", "\n"])),
    items: lines.map(({ options, quantity }) => itemOf(product, options, quantity)),
    how: "carried",
  };
};

/** "bolu gulung nanas sama mocca masing2 3" */
const shared: Way = (dice, product) => {
  const [first, ...more] = severalValues(dice, product) ?? [];
  if (!first || more.length === 0 || product.options.length > 1) return undefined;
  const all = [first, ...more];
  const quantity = saidQuantity(dice, product, true);
  const each = dice.pick(["masing2", "masing-masing", "masing masing", "msg2", "@"]);
  const words = all.map((options) => saidOptions(dice, product, options));
  const text = joined([
    dice.pick(wordings(product)),
    words.join(dice.pick([" sama ", " dan ", ", "])),
    each,
    quantity.text,
  ]);
  return { text, items: all.map((options) => itemOf(product, options, quantity)), how: "shared" };
};

/** "bolu gulung nanas 2 eh 3 aja" */
const recounted: Way = (dice, product) => {
  const options = product.options.map((option) => dice.pick(option.values).v);
  if (digitsIn(product)) return undefined;
  const [wrong, right] = [dice.upTo(4) + 2, dice.upTo(4) + 7];
  const correction = dice.pick(["eh", "eh salah", "eh maksudnya", "ralat", ", eh", "eh bukan,"]);
  const text = joined([
    dice.pick(wordings(product)),
    saidOptions(dice, product, options),
    String(wrong),
    correction,
    String(right),
    dice.pick(["", "aja", "deh"]),
  ]);
  return { text, items: [{ sku: product.sku, options, quantity: right * 1000 }], how: "recounted" };
};

/** "bolu gulung nanas eh mocca 2" */
const rechosen: Way = (dice, product) => {
  const [wrong, right] = severalValues(dice, product) ?? [];
  if (!wrong || !right || product.options.length > 1) return undefined;
  const quantity = saidQuantity(dice, product, true);
  const text = joined([
    dice.pick(wordings(product)),
    saidOptions(dice, product, wrong),
    dice.pick(["eh", "eh salah", "ralat", "eh bukan,", "eh maksudnya"]),
    saidOptions(dice, product, right),
    quantity.text,
  ]);
  return { text, items: [itemOf(product, right, quantity)], how: "rechosen" };
};

const PLAIN: readonly Way[] = [single];
const ALL: readonly Way[] = [
  single,
  single,
  single,
  between,
  unchosen,
  uncounted,
  carried,
  carried,
  shared,
  recounted,
  rechosen,
];

/** Two or three choices of a product that differ, where no number stands in their words. */
function severalValues(dice: Dice, product: Product): string[][] | undefined {
  const [option, ...others] = product.options;
  if (!option || option.values.length < 2 || digitsIn(product)) return undefined;
  const rest = others.map((each) => dice.pick(each.values).v);
  const start = dice.upTo(option.values.length - 1);
  const count = Math.min(option.values.length, 2 + dice.upTo(1));
  const values = Array.from({ length: count }, (_, at) => option.values[(start + at) % option.values.length]?.v ?? "");
  const alone = values.every((value) =>
    values.every(
      (other) => value === other || !canonicalWords(other).some((word) => canonicalWords(value).includes(word)),
    ),
  );
  return alone ? values.map((value) => [value, ...rest]) : undefined;
}

/** The words for the choices; a bare number is called by its option's name. */
function saidOptions(dice: Dice, product: Product, options: readonly string[]): string {
  return product.options
    .map(({ name, values }, at) => {
      const value = options[at] ?? "";
      const said = dice.pick([value, value, ...(values.find(({ v }) => v === value)?.aliases ?? [])]);
      if (/^\d/.test(said)) return /^\d+$/.test(said) ? `${name} ${said}` : said;
      return LABELS.has(name) ? joined([dice.pick(["", "", name]), said]) : said;
    })
    .join(" ");
}

const LABELS = new Set(["warna", "rasa", "ukuran"]);

function digitsIn({ options }: Product): boolean {
  return options.some(({ values }) => values.some(({ v, aliases }) => [v, ...aliases].some((said) => /\d/.test(said))));
}

function itemOf(product: Product, options: readonly (string | null)[], { quantity }: SaidQuantity): SaidItem {
  return { sku: product.sku, options, quantity };
}

function joined(parts: readonly Wording[]): string {
  return parts
    .filter((part) => part !== "")
    .join(" ")
    .replaceAll(/ +,/g, ",");
}
