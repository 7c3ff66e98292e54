import fc from "fast-check";
import type { Product } from "../../src/shop/catalogue/catalogue.ts";
import { saidLines } from "./said-lines.ts";
import type { Slots } from "./said-slots.ts";
import { saidSlots } from "./said-slots.ts";
import { type Dice, type SaidItem, tellable, wordings } from "./said-wordings.ts";
import { typedHow } from "./typed-how.ts";

/** A message with what went into it. */
export interface Composed {
  readonly text: string;
  readonly items: readonly SaidItem[];
  readonly slots: Slots;
  /** The ways of the grammar that it was made by */
  readonly how: readonly string[];
}

const GREETINGS = ["", "", "", "kak", "halo kak,", "siang bu,", "assalamualaikum,", "permisi", "min", "p", "pagi kak,"];
const WISHES = [
  "",
  "",
  "mau pesan",
  "mo psn",
  "pesen",
  "order",
  "mau beli",
  "beli",
  "minta",
  "aku mau",
  "saya pesan",
  "pengen order",
  "tolong catat",
  "boleh pesan",
  "mau order dong",
  "tumbas",
  "bade pesen",
];
const SIGNS = [", ", "\n", " + ", " & ", "; ", "\n- "];
const WORDS_BETWEEN = [" sama ", " dan ", " terus ", ", sama ", " plus ", ", trus "];
const CLOSINGS = ["", "", "", " ya", " ya kak", " dong", ", makasih", " makasih ya", " 🙏", ".", "!", " yaa", " nggih"];

/** Orders of one to four products of a shop, said as people say them. */
export function orderOf(products: readonly Product[]): fc.Arbitrary<Composed> {
  return withDice((dice) => {
    const goods = several(dice, products);
    const side = dice.pick(["after", "after", "before"] as const);
    const style = goods.length === 1 ? "alone" : dice.pick(["signs", "signs", "words", "run"] as const);
    const lines = goods.map((product) => saidLines(dice, product, side, style === "run"));
    const joint = { alone: "", signs: dice.pick(SIGNS), words: dice.pick(WORDS_BETWEEN), run: " " }[style];
    const slots = saidSlots(dice);
    const wish = dice.pick(WISHES);
    const lead = [dice.pick(GREETINGS), wish].filter(Boolean).join(" ");
    const apart = dice.pick([", ", ". ", "\n"]);
    const text = [
      [lead, lines.map((line) => line.text).join(joint)]
        .filter(Boolean)
        .join(joint.includes("\n") && wish === "" ? "\n" : " "),
      ...slots.map((slot) => slot.text),
    ].join(apart);
    const closing = dice.pick(CLOSINGS);
    const typed = typedHow(dice, / ya$/.test(text) ? text : text + closing, products);
    return {
      text: typed.text,
      items: lines.flatMap((line) => line.items),
      slots: Object.assign({}, ...slots.map((slot) => slot.slots)),
      how: [
        ...lines.map(({ how }) => how),
        side,
        style,
        `typed ${typed.how}`,
        ...slots.map((slot) => `slot ${Object.keys(slot.slots).join("+")}`),
      ],
    };
  });
}

/** Messages that name goods and numbers and order nothing. */
export function noOrderOf(products: readonly Product[]): fc.Arbitrary<Composed> {
  return withDice((dice) => {
    const product = dice.pick(products.map((each) => tellable(each, products)));
    const goods = dice.pick(wordings(product));
    const number = String(dice.upTo(10) + 2);
    const [how, ways] = dice.pick(Object.entries(TOLD));
    const told = dice.pick(ways).replace("P", goods).replace("N", number).replace("U", product.unit);
    const greeting = dice.pick(GREETINGS);
    const typed = typedHow(dice, [greeting, told].filter(Boolean).join(" "), products);
    return { text: typed.text, items: [], slots: {}, how: [`told ${how}`, `typed ${typed.how}`] };
  });
}

/** P product, N number, U unit. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  past: [
    "kemarin saya beli P N U",
    "kmrn udah pesan P N, enak banget",
    "minggu lalu aku order P N U",
    "tadi pagi sudah beli P N kak",
    "dulu pernah pesan P N U di sini",
    "barusan saya udah order P N ya",
  ],
  price: [
    "harga P N U berapa?",
    "P N U berapa kak?",
    "kalau P N berapa ya",
    "berapa harga P",
    "P satu U brp?",
    "brp harganya kalo beli P N U",
    "total P N jadi berapa?",
  ],
  stock: ["P masih ada?", "P ready ga kak", "stok P masih ada N U?", "P nya habis ya?", "masih ada P ga?"],
  supposed: [
    "kalau ambil P N U dapat diskon ga?",
    "kalo pesan P N ada potongan?",
    "misal beli P N bisa kurang ga",
    "seandainya saya ambil P N U, ongkirnya berapa?",
    "kalau jadi nanti saya pesan P N U",
  ],
  others: [
    "teman saya kemarin pesan P N katanya enak",
    "tetangga saya beli P N U di sini",
    "kakak saya sudah pesan P N",
    "ibu saya udah beli P N U kemarin",
  ],
  bargained: ["P N U 9.990 aja boleh?", "P kurangin dong harganya kak", "beli P N bonus 1 ya?", "P N bisa diskon?"],
  complained: ["P yang saya terima N U rusak semua", "P nya N pecah kak, gimana ini", "kok P saya cuma dateng N"],
};

function several(dice: Dice, products: readonly Product[]): Product[] {
  const left = products.map((each) => tellable(each, products));
  return Array.from(
    { length: Math.min(dice.pick([1, 1, 2, 2, 3, 4]), left.length) },
    () => left.splice(dice.upTo(left.length - 1), 1)[0],
  ).filter((each) => each !== undefined);
}

function withDice<T>(make: (dice: Dice) => T): fc.Arbitrary<T> {
  return fc.gen().map((next) => {
    const upTo = (most: number) => next(fc.nat, Math.max(most, 0));
    const pick = <V>(from: readonly V[]): V => {
      const picked = from.slice(upTo(from.length - 1))[0];
      if (picked === undefined) throw new Error("nothing to pick from");
      return picked;
    };
    return make({ pick, upTo });
  });
}
