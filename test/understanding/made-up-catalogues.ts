import fc from "fast-check";
import type { Catalogue, Option, Product } from "../../src/shop/catalogue/catalogue.ts";
import { ATTRIBUTES } from "../../src/understanding/lexicon/attributes.ts";
import { UNITS } from "../../src/understanding/lexicon/units.ts";
import { COMMON, WORDS } from "../../src/understanding/lexicon/words.ts";
import { soundOf, wordDistance } from "../../src/understanding/word-likeness.ts";

const HEADS = [
  "Keripik",
  "Sambal",
  "Kaos",
  "Tas",
  "Sabun",
  "Lilin",
  "Bantal",
  "Gelang",
  "Kerupuk",
  "Selai",
  "Sandal",
  "Vas",
];
const SYLLABLES = [
  "zar",
  "vel",
  "mon",
  "tir",
  "gup",
  "ban",
  "rik",
  "dol",
  "fas",
  "nem",
  "wig",
  "kul",
  "pex",
  "jov",
  "lir",
];
const ENDINGS = ["ina", "oba", "ura", "eko", "ivo", "ara", "uni", "osi"];
const OPTIONS: readonly (readonly [string, readonly string[]])[] = [
  ["warna", ["hitam", "putih", "merah", "biru"]],
  ["warna", ["dusty pink", "sage", "navy"]],
  ["rasa", ["original", "balado", "keju"]],
  ["ukuran", ["S", "M", "L", "XL"]],
  ["ukuran", ["kecil", "sedang", "besar"]],
  ["ukuran", ["38", "39", "40"]],
  ["ukuran", ["250gr", "500gr"]],
  ["aroma", ["lavender", "melati", "sereh"]],
];
const MEASURES: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  ["pcs", { pcs: 1000 }],
  ["pcs", { pcs: 1000, box: 10_000 }],
  ["kg", { kg: 1000, ons: 100, karung: 25_000 }],
  ["bungkus", { bungkus: 1000, dus: 40_000 }],
  ["botol", { botol: 1000 }],
  ["pasang", { pasang: 1000, lusin: 12_000 }],
  ["wadar", { wadar: 1000, gumbal: 12_000 }],
];

/** Shops that exist nowhere: goods with names nobody has heard, in real and unheard-of units. */
export function madeUpCatalogue(): fc.Arbitrary<Catalogue> {
  return fc
    .array(product(), { minLength: 4, maxLength: 12 })
    .map((found) => ({
      products: found.filter((each, at) => found.slice(0, at).every((one) => differ(one, each))),
      places: [],
    }))
    .filter(({ products }) => products.length > 2);
}

function product(): fc.Arbitrary<Product> {
  return fc
    .record({
      head: fc.option(fc.constantFrom(...HEADS)),
      name: word(),
      measure: fc.constantFrom(...MEASURES),
      options: fc.uniqueArray(fc.constantFrom(...OPTIONS), { maxLength: 2, selector: ([name]) => name }),
      price: fc.integer({ min: 1, max: 400 }),
    })
    .map(({ head, name, measure: [unit, units], options, price }) => ({
      sku: name.slice(0, 8).toUpperCase(),
      name: head ? `${head} ${name}` : name,
      aliases: [],
      description: "",
      category: null,
      unit,
      units,
      price: price * 500,
      options: options.map(
        ([named, values]): Option => ({ name: named, values: values.map((v) => ({ v, aliases: [] })) }),
      ),
      minimum: 0,
      leadDays: 0,
      madeToOrder: false,
    }));
}

function word(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...SYLLABLES), fc.constantFrom(...SYLLABLES), fc.constantFrom(...ENDINGS))
    .map((parts) => parts.join(""))
    .filter((each) => !WORDS.has(each) && !COMMON.has(each) && !UNITS.has(each) && !ATTRIBUTES.has(each))
    .map((each) => each.charAt(0).toUpperCase() + each.slice(1));
}

/** Names that a hurried hand does not take for one another. */
function differ(one: Product, other: Product): boolean {
  const [a, b] = [one, other].map(({ name }) => soundOf((name.split(" ").at(-1) ?? "").toLowerCase()));
  return wordDistance(a ?? "", b ?? "", 3) > 3;
}
