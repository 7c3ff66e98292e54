import { describe, expect, it } from "vitest";
import { hear } from "./shops.ts";

describe("a wish to see a picture of the goods", () => {
  it.each([
    ["kue", "liat foto brownies dong", ["BRW"]],
    ["kue", "foto brownies", ["BRW"]],
    ["kue", "spill foto brownies", ["BRW"]],
    ["kue", "yg keju kayak gimana fotonya", ["BRW"]],
    ["kue", "kek gimana sih bentuk browniesnya", ["BRW"]],
    ["kue", "kirim foto brownies sama nastar ya kak", ["BRW", "NST"]],
    ["mode", "minta real pict jaketnya dong", ["JKT"]],
  ])("in the shop %s “%s” names %j", (shop, words, about) => {
    expect(hear(shop, words)).toMatchObject({ photo: "named", intents: ["ask_product_info"], about, items: [] });
  });

  it.each([
    "ada fotonya kak?",
    "boleh liat gambarnya",
    "fotonya mana?",
    "mana fotonya kak",
    "mana gambarnya",
    "lihat foto produknya dong",
    "real pict dong kak",
    "ndelok fotone kak",
    "tingali fotona",
    "fotoin dong",
  ])("“%s” is about what the talk is about", (words) => {
    expect(hear("kue", words)).toMatchObject({ photo: "talkedOf", intents: ["ask_product_info"] });
  });

  it("beside an order and beside a price it takes nothing from them", () => {
    expect(hear("kue", "brownies keju 2, ada fotonya?")).toMatchObject({
      photo: "named",
      items: [{ sku: "BRW", quantity: 2000 }],
    });
    expect(hear("kue", "nastar berapa kak? sekalian liat fotonya")).toMatchObject({ photo: "named", about: ["NST"] });
    expect(hear("kue", "nastar berapa kak? sekalian liat fotonya").intents).toContain("ask_price");
  });
});

describe("what is no wish for a picture of the goods", () => {
  it.each([
    ["kue", "warnanya ga sesuai foto"],
    ["kue", "bisa kirim foto bukti transfer?"],
    ["kue", "struknya udah saya foto tuh"],
    ["kue", "saya kirim fotonya ya"],
    ["kue", "fotonya nanti saya kirim"],
    ["kue", "kak lucu deh fotonya"],
    ["kue", "yg kayak di foto 1"],
    ["kue", "kue ultahnya bisa dikasih foto anak saya?"],
    ["kue", "ada video browniesnya?"],
    ["kue", "boleh liat foto menunya"],
    ["mode", "bisa vc sekarang? mau liat barangnya"],
    ["kue", "mau lihat pesanan saya"],
    ["kue", "brownies 2 ya"],
  ])("in the shop %s “%s”", (shop, words) => {
    expect(hear(shop, words).photo).toBeUndefined();
  });
});

describe("asked which goods to show", () => {
  const question = { type: "photo" } as const;

  it.each(["brownies", "yang brownies", "brownies aja kak"])("“%s” is to be shown, and not ordered", (words) => {
    expect(hear("kue", words, { question })).toMatchObject({ photo: "named", about: ["BRW"], items: [] });
  });

  it("a number of them is an order", () => {
    expect(hear("kue", "brownies coklat 2 deh", { question })).toMatchObject({ items: [{ sku: "BRW" }] });
    expect(hear("kue", "brownies coklat 2 deh", { question }).photo).toBeUndefined();
  });
});
