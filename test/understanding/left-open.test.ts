import { describe, expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

describe("how many, left open by the words", () => {
  it.each([
    ["kue", "lemper 4-5", [4000, 5000]],
    ["kue", "mau puding 2 atau 3 cup", [2000, 3000]],
    ["kue", "mau 6 sampai 8 cup puding", [6000, 8000]],
    ["kue", "risoles 2-3 box", [24_000, 36_000]],
    ["kue", "puding 10-15 cup", [10_000, 15_000]],
    ["kue", "puding 2/3 cup", [2000, 3000]],
    ["warung", "gula pasir 50", [50_000, 50]],
  ])("in %s, “%s” may be %j", (shop, text, unsure) => {
    const { items, clarify } = hear(shop, text);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ unsure, quantity: unsure[0] });
    expect(clarify).toBe(true);
  });

  it.each([
    ["warung", "gula pasir 250", ["GLP=0.25"]],
    ["warung", "tepung terigu 500", ["TPG=0.5"]],
    ["warung", "beras 3/4 kg", ["BRS5=0.75"]],
    ["kue", "2 (dua) puding buah", ["PUD=2"]],
    ["kue", "puding secup 8rb ambil 3", ["PUD=3"]],
    ["kue", "puding 3 jangan 4", ["PUD=3"]],
  ])("in %s, “%s” is plain", (shop, text, basket) => {
    const meaning = hear(shop, text);
    expect(basketOf(meaning)).toEqual(basket);
    expect(meaning.clarify).toBe(false);
  });
});

describe("which, left open by the words", () => {
  it.each([
    ["mode", "chino krem 30-32", ["CLN/krem/?=1"]],
    ["mode", "jaket M/L 2", ["JKT/?=2"]],
    ["sepatu", "sandal jepit 39/40", ["SJP/?=1"]],
    ["sepatu", "sandal jepit 39/40 masing2 1", ["SJP/39=1", "SJP/40=1"]],
    ["mode", "jaket 2M 3XL", ["JKT/M=2", "JKT/XL=3"]],
  ])("in %s, “%s” is %j", (shop, text, basket) => {
    expect(basketOf(hear(shop, text))).toEqual(basket);
  });

  it("what may stand in is a note on what is wanted first", () => {
    const { items } = hear("mode", "jaket M klo kosong XL 2");
    expect(items).toEqual([expect.objectContaining({ options: ["M"], quantity: 2000, note: "klo kosong XL" })]);
  });
});

describe("numbers that are none of the goods'", () => {
  it.each([
    "[04/08 19:31] Bu Tini: puding buah 2",
    "[19.31, 4/8/2026] Bu Tini: puding buah 2",
    "04/08/26 19.31 - Bu Tini: puding buah 2",
    "4/8/26, 19:31 - +62 812-0000-0001: puding buah 2",
    "Bu Tini, [04/08/2026 19:31]\npuding buah 2",
  ])("“%s” has a head that is skipped", (text) => {
    const meaning = hear("kue", text);
    expect(basketOf(meaning)).toEqual(["PUD=2"]);
    expect([meaning.date, meaning.time, meaning.name]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ["warung", "gula 2 kg sama telur sekilo", ["GLP=2"], "telur"],
    ["kue", "lemper 10 sama tempe 5", ["LMP=10"], "tempe"],
  ])("in %s, “%s” leaves what is not sold apart", (shop, text, basket, words) => {
    const meaning = hear(shop, text);
    expect(basketOf(meaning)).toEqual(basket);
    expect(meaning.doubts.map((doubt) => doubt.words)).toEqual([words]);
  });

  it.each([
    ["tani", "monstera 50, kalo ambil 4 jadi 150 ya"],
    ["tani", "abis nanem 10 kaktus, mati 3"],
  ])("in %s, “%s” orders nothing", (shop, text) => {
    expect(hear(shop, text)).toMatchObject({ items: [], doubts: [] });
  });
});

it("a list longer than what is read goes to a person, and half of it is no order", () => {
  const list = Array.from({ length: 120 }, (_, at) => `puding buah ${at + 1} cup`).join("\n");
  expect(hear("kue", list)).toMatchObject({ intents: ["talk_to_human"], items: [], clarify: true });
});

it.each(["kulo nuwun", "kula nuwun"])("“%s” greets", (text) => {
  expect(hear("kue", text).intents).toEqual(["greet"]);
});

it("“hapus kontak saya dr list” wants no more messages, and names nobody", () => {
  const { intents, name } = hear("kue", "hapus kontak saya dr list");
  expect([intents, name]).toEqual([["opt_out"], undefined]);
});
