import { expect, it } from "vitest";
import { hear } from "./shops.ts";

/** Two chocolate brownies are offered for what is gone. */
const OFFERED = [{ id: "brw", sku: "BRW", options: ["cokelat"], quantity: 2000 }];
const heard = (text: string) => hear("kue", text, { basket: OFFERED, question: { type: "offer" } });

it.each([
  "boleh kak",
  "gpp",
  "gapapa ganti coklat aja",
  "ya udah ganti aja",
  "ya udah ganti coklat dua aja gpp",
  "oke",
  "Oke, ganti",
  "iya ganti aja",
  "ya sudah tidak apa-apa",
  "iya coklat 2",
  "terserah",
  "setuju",
])("asked whether something else may come instead, “%s” agrees", (text) => {
  expect(heard(text)).toMatchObject({ intents: ["affirm"], items: [], edits: [] });
});

it.each([
  "jangan",
  "Jangan, tetap",
  "ga usah diganti kak",
  "nggak mau diganti",
  "tetap keju aja",
  "ga jadi ganti",
  "ga jadi",
])("“%s” does not, and calls nothing off", (text) => {
  expect(heard(text)).toMatchObject({ intents: ["deny"], items: [], edits: [] });
});

it.each(["batal aja", "Batalkan pesanan", "batalin pesanannya", "gak usah deh kak cancel aja"])(
  "“%s” calls the order off",
  (text) => {
    expect(heard(text).intents).toEqual(["cancel_order"]);
  },
);

it.each([
  "ganti almond aja kak",
  "coklat 1 aja kak ganti",
  "ganti sama bolu pandan aja",
  "berapa jadinya?",
  "kenapa?",
  "ada yang lain?",
  "refund ya",
])("“%s” is neither: other goods, or a question", (text) => {
  const { intents } = heard(text);
  expect(intents).not.toContain("affirm");
  expect(intents).not.toContain("deny");
});
