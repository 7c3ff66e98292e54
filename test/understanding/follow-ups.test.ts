import { expect, it } from "vitest";
import type { OpenQuestion } from "../../src/understanding/meaning.ts";
import { basketOf, hear } from "./shops.ts";

const BASKET = [{ id: "rsl", sku: "RSL", options: [], quantity: 10_000 }];
const told = (...about: string[]): OpenQuestion => ({ type: "answered", about });

it.each([
  "tambah lemper 5",
  "nambah lemper 5 kak",
  "tambahin lemper 5 dong",
  "sekalian lemper 5",
  "plus lemper 5 juga",
  "lemper 5 lagi dong",
])("“%s” adds to the basket, and orders where there is none", (text) => {
  const added = hear("kue", text, { basket: BASKET });
  expect([added.intents, basketOf(added)]).toEqual([["change_order"], ["LMP=5"]]);
  const ordered = hear("kue", text);
  expect([ordered.intents, basketOf(ordered)]).toEqual([["place_order"], ["LMP=5"]]);
});

it.each([
  ["oke 3 loyang ya, minggu pagi", ["LPS=3"]],
  ["ya udah mau 2", ["LPS=2"]],
  ["boleh deh 1", ["LPS=1"]],
  ["2 loyang kak", ["LPS=2"]],
])("told about lapis, “%s” orders it", (text, items) => {
  const meaning = hear("kue", text, { question: told("LPS") });
  expect([meaning.intents, basketOf(meaning)]).toEqual([["place_order"], items]);
});

it("a day said along with the number is kept", () => {
  expect(hear("kue", "oke 3 loyang ya, minggu pagi", { question: told("LPS") })).toMatchObject({
    date: "2026-03-15",
    time: "pagi",
  });
});

it.each([
  "kalau 20 berapa?",
  "oke makasih",
  "jam 10",
  "2",
  "oke kemarin saya beli 2",
  "mahal ya, 20rb aja",
  "saya ber 5 orang ya",
  "oke telepon saya jam 2 ya",
])("told about lemper, “%s” orders nothing", (text) => {
  const meaning = hear("kue", text, { question: told("LMP") });
  expect([meaning.items, meaning.doubts]).toEqual([[], []]);
});

it("told about several, a number asks which", () => {
  const meaning = hear("kue", "ya udah mau 2", { question: told("LMP", "RSL") });
  expect(meaning).toMatchObject({
    intents: ["place_order"],
    items: [],
    clarify: true,
    doubts: [{ candidates: ["LMP", "RSL"], quantity: 2000, quantityStated: true }],
  });
});

it.each([
  ["#1024", "1024", "order_status"],
  ["pesanan 1024 sampai mana?", "1024", "order_status"],
  ["order no 1024", "1024", "order_status"],
  ["nomor pesanan saya 1024", "1024", "order_status"],
  ["batalkan #1001", "1001", "cancel_order"],
])("“%s” names order %s", (text, orderNumber, intent) => {
  expect(hear("kue", text)).toMatchObject({ orderNumber, intents: [intent], items: [] });
});

it.each([
  "1024",
  "pesanan 1500 lemper",
  "pesanan 1500 pcs",
  "order 1000 aja",
  "order no 2 yang merah",
  "jl mawar #1024",
])("“%s” names no order", (text) => {
  expect(hear("kue", text).orderNumber).toBeUndefined();
});

it.each([
  ["bayar transfer aja", "transfer"],
  ["pake qris", "qris"],
  ["qris", "qris"],
  ["bayar tunai ya", "cash"],
])("“%s” tells how it is paid", (text, payment) => {
  const meaning = hear("kue", text, { basket: BASKET });
  expect(meaning).toMatchObject({ payment, intents: ["provide_info"] });
  expect(meaning.confidence).toBeGreaterThanOrEqual(0.8);
});

it.each([
  ["bayarnya transfer, nama ria 081234567890", "transfer"],
  ["lemper 10 ambil besok jam 9 transfer nama ria 081234567890", "transfer"],
  ["lemper 10, qris, nama ria", "qris"],
])("“%s” tells how it is paid among other facts", (text, payment) => {
  expect(hear("kue", text)).toMatchObject({ payment, name: "ria" });
});

it("money already sent is no choice of how to pay", () => {
  expect(hear("kue", "sudah transfer atas nama ria").payment).toBeUndefined();
});

it("asking about a way to pay chooses none", () => {
  expect(hear("kue", "bisa pake qris?", { basket: BASKET })).toMatchObject({ intents: ["ask_payment"] });
  expect(hear("kue", "bisa pake qris?", { basket: BASKET }).payment).toBeUndefined();
});

it.each(["besok", "jam 10", "sabtu sore"])("asked when, a bare “%s” informs", (text) => {
  const meaning = hear("kue", text, { basket: BASKET, question: { type: "when" } });
  expect(meaning.intents).toEqual(["provide_info"]);
  expect(meaning.confidence).toBeGreaterThanOrEqual(0.8);
});

it.each(["\u200b\u200b", "\u202e", "😀😀", "🙏", "ооо", "ок", "у"])("“%s” alone says nothing", (text) => {
  for (const question of [undefined, { type: "confirm" }, { type: "name" }, { type: "address" }] as const) {
    const meaning = hear("kue", text, { basket: BASKET, ...(question && { question }) });
    expect(meaning.intents).toEqual(["other"]);
    expect(meaning.name ?? meaning.address).toBeUndefined();
  }
});

it.each(["ga jadi", "nggak jadi deh", "gajadi kak maaf"])(
  "“%s” ends the basket, also at its summary, and is only a no to any other yes or no",
  (text) => {
    const said = (question?: OpenQuestion) =>
      hear("kue", text, { basket: BASKET, ...(question && { question }) }).intents;
    const open: OpenQuestion[] = [
      { type: "product", candidates: ["LMP", "KST"], quantity: 1000, optionWords: [] },
      { type: "quantity", line: "rsl" },
      { type: "option", line: "rsl", option: 0 },
      ...(["fulfilment", "address", "branch", "when", "name", "phone", "basket", "answered", "confirm"] as const).map(
        (type) => ({
          type,
        }),
      ),
    ];
    for (const question of [undefined, ...open]) expect(said(question), question?.type).toEqual(["cancel_order"]);
    expect(said({ type: "yesNo" })).toEqual(["deny"]);
  },
);

it.each(["nanti habis gajian ya", "belum gajian kak", "kalau udah gajian saya pesen"])(
  "“%s” puts buying off",
  (text) => {
    expect(hear("kue", text).intents).toEqual(["postpone_purchase"]);
  },
);

it.each(["udah gajian nih, mau lemper 5", "thr udah cair, mau lemper 5"])("“%s” puts nothing off", (text) => {
  const meaning = hear("kue", text);
  expect([meaning.intents, basketOf(meaning)]).toEqual([["place_order"], ["LMP=5"]]);
});

it.each([
  ["yang keju 2 almond 1", ["BRW/keju=2", "BRW/almond=1"]],
  ["yaudah 2 dulu, yang almond", ["BRW/almond=2"]],
  ["oke harga normal gpp, yang keju 1 ya", ["BRW/keju=1"]],
])("told about brownies, “%s” orders them", (text, items) => {
  const meaning = hear("kue", text, { question: told("BRW", "BRW") });
  expect([meaning.intents, basketOf(meaning)]).toEqual([["place_order"], items]);
});

it("a word of a choice is no other goods once their goods were spoken of", () => {
  expect(basketOf(hear("frozen", "yang ayam 2", { question: told("DMS") }))).toEqual(["DMS/?=2"]);
  expect(basketOf(hear("frozen", "yang keju 2", { question: told("SSS") }))).toEqual(["SSS/keju=2"]);
});

it.each(["kalau 20 ada potongan ga?", "lapis 50rb boleh?"])("“%s” haggles over goods that are remembered", (text) => {
  expect(hear("kue", text, { question: told("LPS") })).toMatchObject({ about: ["LPS"], items: [] });
});

it.each(["eh kamis aja, jamnya sama", "eh kamis aja deh jam segitu"])("“%s” moves an order to another day", (text) => {
  const meaning = hear("kue", text, { basket: BASKET, question: { type: "confirm" } });
  expect([meaning.date, meaning.intents]).toEqual(["2026-03-12", ["provide_info"]]);
});

it.each(["oh iya, tanya2 dulu", "oh inggih, batakun haja dulu"])("“%s” puts nothing off", (text) => {
  expect(hear("kue", text, { question: told("LPS") }).intents).not.toContain("postpone_purchase");
});
