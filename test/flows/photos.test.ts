import { beforeEach, describe, expect, it } from "vitest";
import type { Product } from "../../src/shop/catalogue/catalogue.ts";
import { Chat } from "../fixtures/chat.ts";
import { products } from "../fixtures/warung.ts";

/** Brownies, risoles and tarts have a picture; crisps have none. */
const PICTURED: readonly Product[] = products.map((one) =>
  one.sku === "KRP" ? one : { ...one, photoId: `photo-${one.sku}` },
);
const ALL: readonly Product[] = products.map((one) => ({ ...one, photoId: `photo-${one.sku}` }));

let chat: Chat;
beforeEach(() => {
  chat = new Chat();
  chat.products = PICTURED;
});

describe("a picture of what is asked about", () => {
  it.each([
    "liat foto brownies dong",
    "foto brownies",
    "ada foto brownies ga kak?",
    "yg keju kayak gimana fotonya",
    "minta gambar browniesnya",
    "brownies kayak gimana bentuknya?",
    "pap brownies dong",
  ])("“%s” brings it, with name, price and what there is to choose", (words) => {
    expect(chat.says(words)).toBe("Brownies\nRp50.000–Rp55.000 per pcs\nRasa: coklat, keju");
    expect(chat.photos).toEqual(["photo-BRW"]);
    expect(chat.choices).toEqual([]);
  });

  it("“fotonya” is of the goods that were just asked about", () => {
    chat.says("tart ulang tahun berapa?");
    chat.says("ada fotonya kak?");
    expect(chat.photos).toEqual(["photo-TRT"]);
    expect(chat.says("ya mau 1")).toContain("Tart Ulang Tahun");
  });

  it("else of what is being ordered, and the order goes on where it was", () => {
    chat.says("mau pesan brownies coklat 2");
    const asked = chat.choices;
    const said = chat.says("boleh liat gambarnya");
    expect(chat.photos).toEqual(["photo-BRW"]);
    expect(chat.choices).toEqual(asked);
    expect(said).not.toContain("belum paham");
    chat.says("risoles berapa?");
    chat.says("fotonya?");
    expect(chat.photos).toEqual(["photo-RSL"]);
  });

  it("an order in the same breath is taken too", () => {
    const said = chat.says("brownies coklat 2, ada fotonya?");
    expect(chat.photos).toEqual(["photo-BRW"]);
    expect(said).toContain("2 pcs");
    expect(chat.choices.length).toBeGreaterThan(0);
  });

  it("a wish in several messages brings it once", () => {
    chat.says("kak", "foto brownies dong", "ada fotonya?");
    expect(chat.photos).toEqual(["photo-BRW"]);
  });

  it("a price asked along is told along", () => {
    const said = chat.says("risoles berapaan? liat fotonya dong");
    expect(chat.photos).toEqual(["photo-RSL"]);
    expect(said).toContain("Risoles: Rp3.000 per pcs (minimal 10 pcs)");
  });
});

describe("several pictures", () => {
  it("of all that was named, where the shop has one, and the others are told", () => {
    const said = chat.says("minta foto brownies, risoles sama keripik ya");
    expect(chat.photos).toEqual(["photo-BRW", "photo-RSL"]);
    expect(said).toContain("Foto Keripik belum ada, Kak.");
  });

  it("no more than three at once; the rest is offered by name", () => {
    chat.products = ALL;
    const said = chat.says("liat foto brownies, risoles, tart sama keripik dong");
    expect(chat.photos).toEqual(["photo-BRW", "photo-RSL", "photo-TRT"]);
    expect(said).toContain("Mau lihat Keripik juga?");
  });

  it("where nothing was spoken of, the few that a shop has are shown", () => {
    chat.says("ada fotonya kak?");
    expect(chat.photos).toEqual(["photo-BRW", "photo-RSL", "photo-TRT"]);
  });

  it.each(["Keripik", "keripik", "yang keripik", "4"])("of many it is asked which, and “%s” is that one", (words) => {
    chat.products = ALL;
    expect(chat.says("boleh liat gambarnya")).toContain("foto yang mana");
    expect(chat.photos).toEqual([]);
    expect(chat.choices).toEqual(["Brownies", "Risoles", "Tart Ulang Tahun", "Keripik"]);
    chat.says(words);
    expect(chat.photos).toEqual(["photo-KRP"]);
    expect(chat.text).not.toContain("Total");
  });
});

describe("not the same picture twice unasked", () => {
  it("“fotonya” right after it is told that there is no other, with an offer", () => {
    chat.says("foto brownies dong");
    expect(chat.says("ada foto lain?")).toContain("Fotonya baru itu");
    expect(chat.photos).toEqual([]);
    expect(chat.choices).toEqual(["Minta ke penjual", "Lanjut saja"]);
  });

  it("only what was not shown yet is added", () => {
    chat.says("mau pesan brownies coklat 1 dan tart 1");
    chat.says("foto brownies dong");
    chat.says("mau pesan risoles 10 juga");
    chat.says("fotonya ada?");
    expect(chat.photos).toEqual(["photo-TRT", "photo-RSL"]);
  });

  it("who names it, or says that it did not come, gets it again", () => {
    chat.says("foto brownies dong");
    chat.says("fotonya ga masuk kak, kirim lagi dong");
    expect(chat.photos).toEqual(["photo-BRW"]);
    chat.says("foto brownies mana?");
    expect(chat.photos).toEqual(["photo-BRW"]);
  });
});

describe("no picture", () => {
  it("is told honestly, and the seller can be asked for one", () => {
    expect(chat.says("foto keripik dong")).toContain("foto Keripik belum ada. Mau saya mintakan ke penjual");
    chat.taps("Minta ke penjual");
    expect(chat.effect("handOver")).toMatchObject({ reason: "asked_for_person" });
  });

  it("or the talk goes on: what was open is asked again", () => {
    chat.says("mau pesan keripik 1 kg");
    const open = chat.choices;
    chat.says("ada fotonya?");
    expect(chat.choices).toEqual(["Minta ke penjual", "Lanjut saja"]);
    chat.says("ga usah, lanjut aja");
    expect(chat.effect("handOver")).toBeUndefined();
    expect(chat.choices).toEqual(open);
  });

  it("also where the shop has none at all", () => {
    chat.products = products;
    expect(chat.says("boleh liat fotonya?")).toContain("fotonya belum ada di sini");
  });

  it("where a channel takes no pictures it is told in words", () => {
    chat.images = false;
    const said = chat.says("foto brownies dong");
    expect(chat.photos).toEqual([]);
    expect(said).toContain("belum bisa kirim foto");
    expect(said).toContain("Rp50.000–Rp55.000 per pcs");
  });
});

describe("what is no wish for a picture", () => {
  it.each([
    "menu dong",
    "warnanya ga sesuai foto",
    "nanti saya kirim fotonya ya",
    "bisa kirim foto bukti transfer?",
    "foto kuenya cantik banget",
    "ada video browniesnya?",
    "foto testi ada?",
  ])("“%s”", (words) => {
    chat.says(words);
    expect(chat.photos).toEqual([]);
  });
});
