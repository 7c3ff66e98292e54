import { expect, it } from "vitest";
import type { Edit, OpenQuestion } from "../../src/understanding/meaning.ts";
import { basketOf, hear } from "./shops.ts";

const BASKET = [
  { id: "bergo", sku: "BGO", options: ["hitam", "L"], quantity: 4000 },
  { id: "ciput", sku: "CPT", options: [], quantity: 2000 },
  { id: "gamis", sku: "GMS", options: ["hijau", "M"], quantity: 3000 },
];
const CONFIRM: OpenQuestion = { type: "confirm" };
const said = (text: string, basket = BASKET) => hear("hijab", text, { basket, question: CONFIRM });
const only = BASKET.slice(0, 1);
const count = (line: string, pieces: number): Edit => ({ type: "setQuantity", line, quantity: pieces * 1000 });
const remove = (line: string): Edit => ({ type: "remove", line });

it.each([
  ["ga jadi ciputnya", [remove("ciput")]],
  ["ciput ga usah deh kak mahal", [remove("ciput")]],
  ["gamis aja, sisanya batal", [remove("bergo"), remove("ciput")]],
  ["bergonya batal, ciputnya tetep", [remove("bergo")]],
  ["ciput jangan 2, 1 aja", [count("ciput", 1)]],
  ["bergonya 5 ciputnya 1 ya", [count("bergo", 5), count("ciput", 1)]],
  ["bergo hitam L 4 ciput 3 gamis hijau M 3", [count("ciput", 3)]],
  ["gamisnya coklat bukan hijau", [{ type: "setOption", line: "gamis", option: 0, value: "cokelat" }]],
  ["yang satunya XL", [{ type: "setOption", line: "gamis", option: 1, value: "XL", quantity: 1000 }]],
  ["tuker 1 bergo jadi M", [{ type: "setOption", line: "bergo", option: 1, value: "M", quantity: 1000 }]],
] as const)("beside a basket, “%s” changes what it names", (text, edits) => {
  expect(said(text).edits).toEqual(edits);
});

it.each([
  ["10", [count("bergo", 10)]],
  ["3 deng", [count("bergo", 3)]],
  ["kebanyakan, 2 aja", [count("bergo", 2)]],
  ["batal 1", [{ type: "changeQuantity", line: "bergo", by: -1000 }]],
  ["kurang 1 lagi", [{ type: "changeQuantity", line: "bergo", by: -1000 }]],
  ["separuhnya abu", [{ type: "setOption", line: "bergo", option: 0, value: "abu", quantity: 2000 }]],
  [
    "M 1 L 3",
    [
      { type: "setOption", line: "bergo", option: 1, value: "M", quantity: 1000 },
      { type: "setOption", line: "bergo", option: 1, value: "L" },
    ],
  ],
] as const)("beside one line, “%s” is about it", (text, edits) => {
  expect(said(text, only).edits).toEqual(edits);
});

it("further variants of what is there are added, each with its number", () => {
  expect(basketOf(said("abu M 1, abu XL 2", only))).toEqual(["BGO/abu/M=1", "BGO/abu/XL=2"]);
});

it("a number keeps the unit that was said before", () => {
  const boxes = [{ id: "rsl", sku: "RSL", options: [], quantity: 36_000, unit: "box" }];
  expect(hear("kue", "2 aja deh", { basket: boxes, question: CONFIRM }).edits).toEqual([count("rsl", 24)]);
});

it.each(["nah iya", "betul 4", "iyo wis", "oke makasih kak", "he eh", "sip mantap", "udah itu aja", "leres", "muhun"])(
  "“%s” agrees to the summary",
  (text) => {
    expect(said(text, only).intents).toEqual(["affirm"]);
  },
);

it.each(["iya tapi 3", "nanti dulu ya", "iya tapi ganti abu", "semuanya jadi 4", "berapa totalnya?"])(
  "“%s” does not agree",
  (text) => {
    expect(said(text).intents).not.toContain("affirm");
  },
);

const OPEN = [{ id: "nst", sku: "NST", options: [null], quantity: 4000 }];
const OPTION: OpenQuestion = { type: "option", line: "nst", option: 0 };
const half = { type: "setOption", line: "nst", option: 0, value: "250gr", quantity: 2000 } as const;

it.each([
  ["250", [{ type: "setOption", line: "nst", option: 0, value: "250gr" }]],
  ["yang kecil aja", [{ type: "setOption", line: "nst", option: 0, value: "250gr" }]],
  ["yang terakhir", [{ type: "setOption", line: "nst", option: 0, value: "500gr" }]],
  ["dua-duanya", [half, { type: "setOption", line: "nst", option: 0, value: "500gr" }]],
  ["250 eh 500 deng", [{ type: "setOption", line: "nst", option: 0, value: "500gr" }]],
] as const)("asked for a size, “%s” chooses", (text, edits) => {
  expect(hear("kue", text, { basket: OPEN, question: OPTION }).edits).toEqual(edits);
});

const ASIDE: OpenQuestion = { type: "setAside" };

it.each(["eh jadi deng", "jadi kok kak, tetep yang tadi", "ga jadi batal deh", "lanjut aja kak pesanannya"])(
  "“%s” brings back what was called off",
  (text) => {
    expect(hear("hijab", text, { basket: BASKET, question: ASIDE }).intents).toEqual(["repeat_order"]);
  },
);

it("what was called off comes back as it is wanted now", () => {
  const back = (text: string) => hear("hijab", text, { basket: BASKET, question: ASIDE });
  expect(back("jadi deh kak, tapi gamisnya aja").edits).toEqual([remove("bergo"), remove("ciput")]);
  expect(back("jadi deh, ciputnya 3 ya").edits).toEqual([count("ciput", 3)]);
});

it.each(["oke makasih", "ya udah", "kalau jadi nanti saya kabari", "jadi berapa totalnya?", "bros 2 ya"])(
  "“%s” does not bring it back",
  (text) => {
    const meaning = hear("hijab", text, { basket: BASKET, question: ASIDE });
    expect(meaning.intents).not.toContain("repeat_order");
    expect(meaning.edits).toEqual([]);
  },
);

it("asked about goods by their choice, the order that follows has it", () => {
  const question = { type: "answered", about: ["NST"], optionWords: ["500gr"] } as const;
  const heard = (text: string) =>
    basketOf(hear("kue", text, { question: { ...question, about: ["NST"], optionWords: ["500gr"] } }));
  expect(heard("ya mau 2")).toEqual(["NST/500gr=2"]);
  expect(heard("boleh deh saya ambil")).toEqual(["NST/500gr=1"]);
  expect(heard("oke makasih")).toEqual([]);
});

it("what is not wanted goes as a whole, whatever the number of what comes instead", () => {
  const ciput = BASKET.slice(1, 2);
  const meaning = said("ciputnya ga jadi, ganti bros 1", ciput);
  expect([meaning.edits, basketOf(meaning)]).toEqual([[remove("ciput")], ["BRS=1"]]);
});

it.each(["ga jadi deh kak, anakku udah beli di pasar", "ga jadi deh, gamisku masih banyak di rumah"])(
  "“%s” calls off the order and says why",
  (text) => {
    expect(said(text).intents).toEqual(["cancel_order"]);
  },
);

it("put off or called off, “jadi deh, yang tadi aja” brings the goods back", () => {
  const back = hear("hijab", "kak jadi deh bergonya, yang tadi aja", { basket: only, question: ASIDE });
  expect([back.intents, back.items]).toEqual([["repeat_order"], []]);
});

it.each(["ya udah bayar di tempat aja", "ya wis bayar di tempat aja"])(
  "“%s” gives in to paying at the door",
  (text) => {
    expect(said(text)).toMatchObject({ fulfilment: "cod" });
  },
);
