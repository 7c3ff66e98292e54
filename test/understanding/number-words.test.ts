import { describe, expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

describe("a number word counts goods unless a name has it", () => {
  it.each([
    ["hijab", "voal maroon empat biji", ["SGE/maroon=4"]],
    ["hijab", "segi empat maroon dua", ["SGE/maroon=2"]],
    ["hijab", "segi empat hitam empat", ["SGE/hitam=4"]],
    ["katering", "soto empat porsi", ["SOT=4"]],
    ["katering", "nasbok empal lima", ["NKE=5"]],
    ["sepatu", "sandal jepit ukuran 38 setengah lusin", ["SJP/38=6"]],
    ["cuci", "cuci karpet 12 m2", ["CKP=12"]],
    ["tani", "pupuk kandang 3 krg", ["PPK=3"]],
    ["tani", "pupuk kandang duabelas krg", ["PPK=12"]],
    ["tani", "pupuk kandang duaratus krg", ["PPK=200"]],
  ])("%s: %s", (id, text, items) => {
    expect(basketOf(hear(id, text))).toEqual(items);
  });
});

describe("what was ordered before is not ordered again", () => {
  it.each([
    "kemarin saya beli bros 4",
    "pagi kak, kemarin saya beli bros 4",
    "halo, minggu lalu aku pesan bergo hitam L 2 enak dipakai",
    "kakak saya sudah pesan bros 4",
  ])("%s", (text) => {
    const { items, intents } = hear("hijab", text);
    expect(items).toEqual([]);
    expect(intents).not.toContain("place_order");
  });

  it.each([
    ["kemarin beli bros 4 bagus, mau lagi 3", ["BRS=3"]],
    ["minggu lalu udah pesan ciput, sekarang pesan bros 2 ya", ["BRS=2"]],
  ])("%s", (text, items) => {
    expect(basketOf(hear("hijab", text))).toEqual(items);
  });
});

it("signs that nobody sees stay out of names and streets", () => {
  const { name, address } = hear("kue", "lemper 10, a.n. Ri\u200bna, kirim ke jl me\u200blati no 12");
  expect([name, address]).toEqual(["Rina", "jl melati no 12"]);
});

it("cash at the door is nobody's account", () => {
  expect(hear("kue", "lemper 10 bayar di tempat ya, a.n. Yanti").name).toBe("Yanti");
  expect(hear("kue", "sudah bayar ke BCA a.n. Yanti").name).toBeUndefined();
});
