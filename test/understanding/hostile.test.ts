import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Meaning, OpenQuestion } from "../../src/understanding/meaning.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";
import { hear, shops } from "./shops.ts";

const BASKET = [
  { id: "a", sku: "BRW", options: [null], quantity: 2000 },
  { id: "b", sku: "BLG", options: ["nanas"], quantity: 1000 },
];
const QUESTIONS: readonly OpenQuestion[] = [
  { type: "product", candidates: ["BRW", "BLG"], quantity: 1000, optionWords: [] },
  { type: "option", line: "a", option: 0 },
  { type: "quantity", line: "a" },
  { type: "basket" },
  { type: "fulfilment" },
  { type: "address" },
  { type: "zone" },
  { type: "branch" },
  { type: "when" },
  { type: "name" },
  { type: "phone" },
  { type: "confirm" },
  { type: "offer" },
  { type: "call" },
  { type: "photo" },
  { type: "yesNo" },
  { type: "answered", about: ["BRW"], optionWords: ["keju"] },
  { type: "setAside" },
];

describe("whatever is typed", () => {
  it("every kind of open question is tried", () => {
    const kinds = OpenQuestion.options.map(({ shape }) => shape.type.value);
    expect(QUESTIONS.map(({ type }) => type)).toEqual(kinds);
  });

  it.each([undefined, ...QUESTIONS])("the meaning is well formed and the same each time, after %o", (question) => {
    fc.assert(
      fc.property(anything(), fc.constantFrom([], BASKET), (text, basket) => {
        const more = { basket, ...(question && { question }) };
        const meaning = hear("kue", text, more);
        expect(Meaning.safeParse(meaning).error?.issues ?? []).toEqual([]);
        expect(meaning.intents.length).toBeGreaterThan(0);
        expect(hear("kue", text, more)).toEqual(meaning);
      }),
      { numRuns: 120, seed: 7 },
    );
  });

  it("signs that are no words order nothing", () => {
    const signs = fc.string({
      unit: fc.constantFrom(..."🙏😀👨‍👩‍👧‍👦🇮🇩‏‮⁦⁩﷽ ‌‍​̴̵҉!?.,;:()[]{}<>/\\|~^=+*&%$#@`'\"-_"),
      maxLength: 500,
    });
    fc.assert(
      fc.property(signs, (text) => {
        expect(hear("kue", text).items, JSON.stringify(text)).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe("what was not written to order", () => {
  it.each(HOSTILE_TEXTS)("%s orders nothing", (text) => {
    for (const id of shops.keys()) {
      const { items, edits, intents, clarify, confidence } = hear(id, text);
      expect([items, edits], id).toEqual([[], []]);
      expect(intents.includes("other") || clarify || confidence <= 0.8, `${id}: ${intents.join(" ")}`).toBe(true);
    }
  });
});

const LONG: Readonly<Record<string, string>> = {
  "one letter": "a",
  words: "brownies 2 ",
  "two letters in turn": "a b ",
  numbers: "1 ",
  "one number": "7",
  phones: "081200001111 ",
  questions: "berapa harga brownies? ",
  streets: "jl mawar no ",
  excuses: "maaf ya ",
  brackets: "([{<",
  "brackets within brackets": "(",
  spaces: " ",
  lines: "\n",
  "signs nobody sees": "\u200b\u0000\u202e",
  "half a letter": "\ud83d",
  hands: "🙏🏽",
  corrections: "eh 2 ",
  "shares of shares": "masing2 semua 2 ",
  dates: "besok jam 4 sore ",
  endings: "nyanyanya",
  hyphens: "bolu-bolu-",
  fractions: "1/2/",
  "number words": "dua puluh ",
};

describe("ten thousand characters", () => {
  it.each(Object.entries(LONG))("of %s are no order", (_, piece) => {
    for (const id of shops.keys()) {
      const meaning = hear(id, filled(piece, 10_000));
      expect(Meaning.safeParse(meaning).success).toBe(true);
      expect([meaning.items, meaning.intents], id).toEqual([[], ["other"]]);
    }
  });

  it("of anything are no order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 5000, maxLength: 10_000 }), (text) => {
        expect(hear("kue", text).items).toEqual([]);
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  // Time is compared with itself: what matters is that work does not run away with length.
  it.each(Object.entries(LONG))("of %s take no more work than their length", (_, piece) => {
    const [short, read, long] = [
      quickest(filled(piece, 400)),
      quickest(filled(piece, 4000)),
      quickest(filled(piece, 10_000)),
    ];
    expect(read).toBeLessThan(60 * (short + 1));
    expect(long).toBeLessThan(60 * (short + 1));
  });
});

function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

function quickest(text: string): number {
  return Math.min(
    ...Array.from({ length: 3 }, () => {
      const start = performance.now();
      hear("kue", text, { basket: BASKET });
      return performance.now() - start;
    }),
  );
}

function anything(): fc.Arbitrary<string> {
  const halves = fc.constantFrom("\ud83d", "\udc00", "a", " ", "2", "\u202e", "\u0000", "ﷺ", "ก", "中");
  return fc.oneof(
    { weight: 5, arbitrary: chatter() },
    { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 300 }) },
    { weight: 1, arbitrary: fc.string({ unit: halves, maxLength: 80 }) },
    { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(..."0123456789.,/-+ rbk"), maxLength: 60 }) },
  );
}

/** Words of real talk in any order, which reach more of the rules than random letters do. */
function chatter(): fc.Arbitrary<string> {
  const words =
    "pesan mau 2 1/2 setengah kilo brownies keju eh 3 bukan coklat masing2 , . ? jl mawar no 5 besok jam 4 sore 0812 3456 7890 kalau ganti jadi tambah semua topping bolu gulung nanas 25rb ya @ ( ) \n an Rina tgl 31/2 minggu depan a.n. batal hapus lagi kurang sisanya juga cod ambil kirim makasih ga kemarin sudah transfer aja oke maaf".split(
      " ",
    );
  return fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(" "));
}
