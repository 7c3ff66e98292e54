import { expect, test } from "vitest";
import { basketOf, hear } from "./shops.ts";

test.each([
  ["Betawi", "herbal", "mpok, aye mao madu hutan 500ml due botol ye", ["MDH/500ml=2"]],
  ["Betawi", "warung", "bang, gula pasir tige kilo ame kecap manis atu dah", ["GLP=3", "KCP=1"]],
  ["Minang", "kue", "uda, ambo mamasan risoles duo puluah", ["RSL=20"]],
  ["Minang", "warung", "ambo nio mambali gulo pasia limo kilo yo uni", ["GLP=5"]],
  ["Malay of Medan", "sepatu", "lae, awak mau semir sepatu dua lah", ["SMR=2"]],
  ["Makassar", "tani", "mauka pesan kaktus mini tiga kak", ["KKT=3"]],
  ["Banjar", "kue", "ulun handak manukar lemper ayam sapuluh bigi", ["LMP=10"]],
  ["Balinese", "herbal", "tiang lakar meli kunyit asam dadua", ["KNA=2"]],
  ["English", "kue", "can I get two dozen lemper please", ["LMP=24"]],
  ["English", "sepatu", "hi, I'll take 2 pairs of black socks", ["KKI/hitam=2"]],
  ["English", "herbal", "I'd like to order 3 bottles of honey 250ml", ["MDH/250ml=3"]],
  ["slang", "hijab", "cop ciput rajut 2 dong bestie, fix no php", ["CPT=2"]],
  ["slang", "kue", "keepin lapis legit 1 ya kak", ["LPS=1"]],
  ["cut spelling", "bangunan", "mnta smn gresik 5 sak, krm bsk", ["SMN=5"]],
])("an order in %s (%s): %s", (_language, shop, text, items) => {
  const meaning = hear(shop, text);
  expect(meaning.intents).toContain("place_order");
  expect(basketOf(meaning)).toEqual(items);
});

test.each([
  ["sepatu", "semir sepatunye ade kagak bang?", "ask_stock"],
  ["kue", "pegimane care pesennye, mpok", "ask_how_to_order"],
  ["kue", "bara harago lapis legit da?", "ask_price"],
  ["kue", "pasanan ambo alun tibo juo lai", "order_status"],
  ["kue", "cem mana cara pesannya kak", "ask_how_to_order"],
  ["kue", "saponapah argenah nastar?", "ask_price"],
  ["kue", "kada jadi, cil", "cancel_order|deny"],
  ["kue", "do you ship to Bogor?", "ask_shipping_cost"],
  ["kue", "where is my order?", "order_status"],
  ["kue", "what time do you close?", "ask_hours"],
  ["kue", "I want my money back, the cake was stale", "return_item"],
  ["kue", "please stop sending me promos", "opt_out"],
  ["kue", "let me know when nastar is back in stock", "opt_in"],
  ["kue", "can I talk to a human?", "talk_to_human"],
  ["kue", "mksh bnyk", "thank"],
  ["kue", "skip dlu deh", "deny|cancel_order|postpone_purchase"],
])("a message to %s in a language of its own: %s", (shop, text, wanted) => {
  const { intents, items } = hear(shop, text);
  expect(intents.some((intent) => wanted.split("|").includes(intent))).toBe(true);
  expect(items).toEqual([]);
});

test("words that are other things elsewhere keep their meaning where nothing shows the language", () => {
  expect(basketOf(hear("kue", "kemarin 2 kali beli, nastar 500gr 1 ya"))).toEqual(["NST/500gr=1"]);
  expect(hear("kue", "pesanan a.n. Meli ya").name).toBe("Meli");
});

test("english clock times", () => {
  expect(hear("kue", "I'll pick it up tomorrow at 3pm")).toMatchObject({
    date: "2026-03-12",
    time: "15:00",
    fulfilment: "pickup",
  });
  expect(hear("kue", "deliver to Jl. Rambutan 8 on Saturday 9am")).toMatchObject({
    date: "2026-03-14",
    time: "09:00",
    fulfilment: "delivery",
  });
});

test("market money words pay for goods; a price spilled is asked for", () => {
  expect(basketOf(hear("kue", "kue sus pekgo"))).toEqual(["KST=50"]);
  expect(basketOf(hear("warung", "spill gula pasir dong"))).toEqual([]);
});

test("goods turned down in one written word are not ordered", () => {
  expect(basketOf(hear("kue", "gamau lemper, risoles aja 10"))).toEqual(["RSL=10"]);
  expect(basketOf(hear("kue", "otw ke toko nih, siapin lapis legit 1"))).toEqual(["LPS=1"]);
});
