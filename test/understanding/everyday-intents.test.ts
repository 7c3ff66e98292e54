import { expect, it } from "vitest";
import { hear } from "./shops.ts";

it.each([
  ["frozen", "dimsum udang tinggal berapa pack", "ask_stock"],
  ["kue", "lempernya habis apa masih", "ask_stock"],
  ["cuci", "cuci karpet ngitungnya gimana", "ask_price"],
  ["sepatu", "kaos kaki 4 pasang totalnya?", "ask_price"],
  ["tani", "sirih gading sama monstera murahan mana", "ask_price"],
  ["frozen", "sosisnya ada pengawetnya ga", "ask_product_info"],
  ["frozen", "cirengnya digoreng berapa menit", "ask_product_info"],
  ["herbal", "balsemnya expired kapan", "ask_product_info"],
  ["rias", "kalau mau booking syaratnya apa", "ask_how_to_order"],
  ["hijab", "ambil 20 lebih murah ga", "ask_promo"],
  ["kue", "ke lombok timur kena berapa", "ask_shipping_cost"],
  ["bangunan", "bayar di lokasi proyek bisa?", "ask_cod"],
  ["mode", "ada toko offlinenya?", "ask_location"],
])("%s: '%s' is a question (%s)", (shop, text, intent) => {
  const { intents, items } = hear(shop, text);
  expect(intents).toEqual([intent]);
  expect(items).toEqual([]);
});

it.each([
  ["kue", "pesan keju datangnya almond", "complain"],
  ["sepatu", "kekecilan padahal biasanya 40", "complain"],
  ["herbal", "balsemnya ternyata udah kadaluarsa", "complain"],
  ["warung", "kembalian saya kurang 2000", "complain"],
  ["cuci", "selimut saya ketuker punya tetangga", "complain"],
  ["hijab", "kok pesanan saya ga ada kabar", "order_status"],
  ["mode", "harga mahasiswa dong", "bargain"],
  ["frozen", "daftarin aku buat info promo", "opt_in"],
])("%s: '%s' orders nothing (%s)", (shop, text, intent) => {
  const { intents, items } = hear(shop, text);
  expect(intents).toContain(intent);
  expect(items).toEqual([]);
});
