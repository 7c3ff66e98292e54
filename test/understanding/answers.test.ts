import { expect, it } from "vitest";
import type { Edit, OpenQuestion } from "../../src/understanding/meaning.ts";
import { basketOf, hear } from "./shops.ts";

const BASKET = [
  { id: "bergo", sku: "BGO", options: ["hitam", "L"], quantity: 2000 },
  { id: "ciput", sku: "CPT", options: [], quantity: 1000 },
];
const OPEN_LINE = [{ id: "brw", sku: "BRW", options: [null], quantity: 3000 }];

const edits = (text: string, question?: OpenQuestion): Edit[] =>
  hear("hijab", text, { basket: BASKET, ...(question && { question }) }).edits;
const which = (text: string) =>
  hear("kue", text, { basket: OPEN_LINE, question: { type: "option", line: "brw", option: 0 } });

it.each(["keju", "yang keju aja kak", "kjeu", "keju semua", "1"])("asked for a topping, “%s” chooses keju", (text) => {
  expect(which(text).edits).toEqual([{ type: "setOption", line: "brw", option: 0, value: "keju" }]);
});

it("an answer may split the line", () => {
  expect(which("keju 1 coklat 2").edits).toEqual([
    { type: "setOption", line: "brw", option: 0, value: "keju", quantity: 1000 },
    { type: "setOption", line: "brw", option: 0, value: "cokelat" },
  ]);
});

it("an answer with a new number changes the quantity too", () => {
  expect(which("almond 5").edits).toEqual([
    { type: "setQuantity", line: "brw", quantity: 5000 },
    { type: "setOption", line: "brw", option: 0, value: "almond" },
  ]);
});

it.each(["terserah", "berapa harganya?"])("asked for a topping, “%s” chooses none", (text) => {
  expect(which(text).edits).toEqual([]);
});

it.each([
  ["yang ceruty", ["PSM/hitam=2"]],
  ["yg kaos 3", ["PSK/hitam=3"]],
  ["yang kedua", ["PSK/hitam=2"]],
])("asked which pashmina, “%s” keeps the number and the colour said before", (text, basket) => {
  const question = { type: "product", candidates: ["PSM", "PSK"], quantity: 2000, optionWords: ["hitam"] } as const;
  expect(
    basketOf(
      hear("hijab", text, {
        question: { ...question, candidates: [...question.candidates], optionWords: [...question.optionWords] },
      }),
    ),
  ).toEqual(basket);
});

it.each(["ya", "iya kak", "betul", "sip", "oke", "itu aja", "gas", "ya bener", "oke makasih", "👍", "nggih"])(
  "“%s” agrees to the summary",
  (text) => {
    expect(hear("hijab", text, { basket: BASKET, question: { type: "confirm" } }).intents).toEqual(["affirm"]);
  },
);

it.each(["bukan", "ubah dulu", "jangan", "belum", "salah kak"])("“%s” does not agree to the summary", (text) => {
  expect(hear("hijab", text, { basket: BASKET, question: { type: "confirm" } }).intents).toEqual(["deny"]);
});

it("“iya tapi 3” changes, and is no yes to the old summary", () => {
  const meaning = hear("hijab", "iya tapi ciputnya 3", { basket: BASKET, question: { type: "confirm" } });
  expect(meaning.edits).toEqual([{ type: "setQuantity", line: "ciput", quantity: 3000 }]);
  expect(meaning.intents).not.toContain("affirm");
});

it.each([
  ["eh 4 aja deng", [{ type: "setQuantity", line: "ciput", quantity: 4000 }]],
  ["ciputnya ga usah", [{ type: "remove", line: "ciput" }]],
  ["yang 1 ganti M", [{ type: "setOption", line: "bergo", option: 1, value: "M", quantity: 1000 }]],
  ["ganti hitam jadi abu", [{ type: "setOption", line: "bergo", option: 0, value: "abu" }]],
  ["tambah 1 lagi", [{ type: "changeQuantity", line: "ciput", by: 1000 }]],
  ["bergonya kurangi 1", [{ type: "changeQuantity", line: "bergo", by: -1000 }]],
  ["ganti ciputnya jadi bros 2", [{ type: "replace", line: "ciput", sku: "BRS", options: [], quantity: 2000 }]],
])("“%s” edits the basket", (text, expected) => {
  expect(edits(text)).toEqual(expected);
});

it("options with a number, after an order, are one more line of the same product", () => {
  expect(basketOf(hear("hijab", "abu XL 1", { basket: BASKET }))).toEqual(["BGO/abu/XL=1"]);
});

it.each([
  ["batal semua", "cancel_order"],
  ["hapus semua", "cancel_order"],
  ["pesen kayak kemarin", "repeat_order"],
  ["yang biasa ya", "repeat_order"],
  ["ulang dari awal", "start_over"],
  ["ulangi pesanan kemarin", "repeat_order"],
  ["ulang pesanan yang kemarin", "repeat_order"],
  ["lanjut yang kemarin ya", "repeat_order"],
  ["mak udah gajian nih, jadi pesen yang kemarin", "repeat_order"],
])("“%s” is %s", (text, intent) => {
  expect(hear("hijab", text, { basket: BASKET }).intents).toEqual([intent]);
});

it("asked where to, a bare line is the address; a question or a pickup is not", () => {
  const where = (text: string) => hear("hijab", text, { basket: BASKET, question: { type: "address" } });
  expect(where("belakang pasar bawah rumah pagar hijau").address).toBe("belakang pasar bawah rumah pagar hijau");
  expect(where("Komplek Griya Indah C5, Padang ya kak").address).toBe("Komplek Griya Indah C5, Padang");
  expect(where("ambil aja deh")).toMatchObject({ fulfilment: "pickup", intents: ["choose_pickup"] });
  expect(where("gamis berapa?").address).toBeUndefined();
  expect(where("alamatnya yang kemarin").address).toBeUndefined();
});

it("asked for a name, bare words are one", () => {
  expect(hear("hijab", "rina wati", { question: { type: "name" } }).name).toBe("rina wati");
});

it("asked how, one word chooses", () => {
  const how = (text: string) => hear("hijab", text, { basket: BASKET, question: { type: "fulfilment" } }).fulfilment;
  expect([how("ambil"), how("diantar"), how("cod")]).toEqual(["pickup", "delivery", "cod"]);
});

it.each([
  "cod",
  "antar",
  "ambil",
  "transfer",
  "qris",
  "ya",
  "ok",
  "5",
  "lima",
  "jl mawar 3",
  "ciput",
  "siapa ya?",
  "gak tau",
])("asked for a name, “%s” is none", (text) => {
  expect(hear("hijab", text, { basket: BASKET, question: { type: "name" } }).name).toBeUndefined();
});

it.each(["Ade", "Wulan", "bayu saputra", "siti nurhaliza"])("asked for a name, “%s” is one", (text) => {
  expect(hear("hijab", text, { basket: BASKET, question: { type: "name" } }).name).toBe(text);
});

it("asked where to, the address ends before the name", () => {
  const where = (text: string) => hear("hijab", text, { basket: BASKET, question: { type: "address" } });
  const home = { address: "jl kenanga no 4 rt 2 rw 5 sleman", name: "Bimo", phone: "+6285712345678" };
  for (const marker of [", a.n.", ", an", " a/n", ", atas nama", ", penerima:"])
    expect(where(`jl kenanga no 4 rt 2 rw 5 sleman${marker} Bimo 085712345678`), marker).toMatchObject(home);
  expect(where("belakang pasar pagar hijau, a.n. Bimo").address).toBe("belakang pasar pagar hijau");
});
