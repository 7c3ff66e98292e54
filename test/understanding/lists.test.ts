import { expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

it.each([
  // Lists in every form
  ["mode", "pesan kemeja merah:\n- M : 6\n- L : 14\n- XL : 3", ["KMJ/merah/M=6", "KMJ/merah/L=14", "KMJ/merah/XL=3"]],
  ["mode", "pesan jaket: M (2), L (5), XL (1)", ["JKT/M=2", "JKT/L=5", "JKT/XL=1"]],
  ["mode", "jaket M4 L7 XL2", ["JKT/M=4", "JKT/L=7", "JKT/XL=2"]],
  ["hijab", "bergo M: hitam 2, abu 3\nL: hitam 4", ["BGO/hitam/M=2", "BGO/abu/M=3", "BGO/hitam/L=4"]],
  ["mode", "Rini - jaket L\nDoni - jaket XL\nSari - jaket L", ["JKT/L=2", "JKT/XL=1"]],
  ["warung", "1. beras 5 kg\n2. gula 3 ons\n3. kecap 2", ["BRS5=5", "GLP=0.3", "KCP=2"]],
  // Goods named after, or by, the lines they head
  ["hijab", "hitam 2, maroon 3. voal semua ya", ["SGE/hitam=2", "SGE/maroon=3"]],
  ["kue", "stroberi 1, nanas 2, bolgul semua", ["BLG/stroberi=1", "BLG/nanas=2"]],
  // Totals and their parts
  ["hijab", "voal 5: putih 2, hitam 2, sisanya maroon", ["SGE/putih=2", "SGE/hitam=2", "SGE/maroon=1"]],
  ["mode", "jaket tiga, satu yang M dua yang L", ["JKT/M=1", "JKT/L=2"]],
  ["frozen", "risol beku 6 pack, separo mayo separo ragout", ["RWL/mayo=3", "RWL/ragout=3"]],
  ["hijab", "voal putih 3, hitam 2. total 5 ya", ["SGE/putih=3", "SGE/hitam=2"]],
  ["kue", "3 bolgul: stroberi, mocca, nanas", ["BLG/stroberi=1", "BLG/mocca=1", "BLG/nanas=1"]],
  ["warung", "indomie 10: 4 goreng 3 soto sisanya kari", ["MIE/goreng=4", "MIE/soto=3", "MIE/kari ayam=3"]],
  // Shares
  ["mode", "jaket M/L masing2 3", ["JKT/M=3", "JKT/L=3"]],
  ["kue", "bolgul semua isi dua-dua", ["BLG/stroberi=2", "BLG/mocca=2", "BLG/nanas=2"]],
  ["kue", "bolgul 3 rasa masing2 2", ["BLG/stroberi=2", "BLG/mocca=2", "BLG/nanas=2"]],
  ["kue", "bolgul tiap rasa 2", ["BLG/stroberi=2", "BLG/mocca=2", "BLG/nanas=2"]],
  ["hijab", "pasmina ceruty 2, pasmina kaos 1, hitam semua", ["PSM/hitam=2", "PSK/hitam=1"]],
  ["hijab", "pasmina kaos navy 2, hitam juga", ["PSK/navy=2", "PSK/hitam=2"]],
  ["tani", "kaktus masing2 2 pot di lantai 1, 2 sama 3", ["KKT=6"]],
  ["herbal", "temulawak 4 sachet, buat ibu saya 2 sachet", ["TMB=6"]],
  ["sepatu", "sepatu sekolah 34 sama 36 masing2 1", ["SKL/34=1", "SKL/36=1"]],
  // An option that belongs to goods said earlier
  ["hijab", "bergo abu L 1, voal maroon 2, abu M 3", ["BGO/abu/L=1", "SGE/maroon=2", "BGO/abu/M=3"]],
])("in %s “%s” is %j", (shop, text, basket) => {
  const meaning = hear(shop, text);
  expect(basketOf(meaning)).toEqual(basket);
  expect(meaning.clarify).toBe(false);
});

it.each([
  ["mode", "jaket M satu, eh salah, L maksudnya", ["JKT/L=1"]],
  ["kue", "lemper 30 eh bukan ding, 40", ["LMP=40"]],
  ["kue", "risol 2 box eh jangan, 3 box", ["RSL=36"]],
  ["kue", "lemper 20, eh sama risol 5", ["LMP=20", "RSL=5"]],
  ["hijab", "voal putih 1 eh hitam, sama maroon 2", ["SGE/hitam=1", "SGE/maroon=2"]],
  ["hijab", "voal putih 2, hitam 1, eh putihnya 4", ["SGE/hitam=1", "SGE/putih=4"]],
  ["kue", "nastar 250gr dua, eh yang 500 maksudnya", ["NST/500gr=2"]],
  ["warung", "indomie soto 2 dus eh 3", ["MIE/soto=120"]],
  ["hijab", "voal putih 2, hitam 1. ga usah hitam deng", ["SGE/putih=2"]],
  ["hijab", "voal putih 2, hitam 1. hitamnya ga jadi ganti maroon", ["SGE/putih=2", "SGE/maroon=1"]],
  ["hijab", "jangan yang hitam ya, voal maroon aja 2", ["SGE/maroon=2"]],
])("in %s “%s” is corrected to %j", (shop, text, basket) => {
  expect(basketOf(hear(shop, text))).toEqual(basket);
});

it.each([
  ["bangunan", "cat putih 2 kaleng, rumahnya di belakang masjid yang pagar hijau", ["CTT/putih=2"]],
  ["kue", "risol 10 buat kelas XI IPA 3", ["RSL=10"]],
  ["kue", "lemper 50 buat 17an besok", ["LMP=50"]],
  ["kue", "brownies keju 1, tulisannya Selamat Ulang Tahun Mama 50", ["BRW/keju=1"]],
  ["kue", "risol 8 bungkus dipisah ya", ["RSL=8"]],
  ["tani", "pupuk 2 karung. pupuknya yang kering ya", ["PPK=2"]],
])("in %s other numbers and words of “%s” order nothing: %j", (shop, text, basket) => {
  const meaning = hear(shop, text);
  expect(basketOf(meaning)).toEqual(basket);
  expect(meaning.clarify).toBe(false);
});

it.each([
  ["warung", "gula 1 kilo 2 ons", ["GLP=1.2"]],
  ["cuci", "cuci karpet 3x4 meter", ["CKP=12"]],
  ["warung", "indomie soto 5 biji", ["MIE/soto=5"]],
  ["warung", "1 galon, 2 gas melon", ["AQG=1", "GAS=2"]],
  ["herbal", "madu yang 5 liter 2 botol", ["MDH/?=2"]],
  ["kue", "lemper selawe", ["LMP=25"]],
  ["kue", "risol telung puluh", ["RSL=30"]],
  ["kue", "lemper seratus lima puluh", ["LMP=150"]],
  ["kue", "sus tiga puluh dua, dua lemper", ["KST=32", "LMP=2"]],
])("in %s “%s” is counted as %j", (shop, text, basket) => {
  expect(basketOf(hear(shop, text))).toEqual(basket);
});

it("a kind that only one of the goods comes in names them", () => {
  expect(basketOf(hear("cuci", "kilat 3 kg"))).toEqual(["CKR/kilat=3"]);
});

it.each([
  ["bangunan", "pipa pvc 80/90-14 satu", ["PVC/?=1"]],
  ["mode", "jaket 10w-30 dua", ["JKT/?=2"]],
  ["kue", "lemper 20-25", ["LMP=1"]],
])("in %s “%s” names no quantity by numbers joined together, and is asked about", (shop, text, basket) => {
  const meaning = hear(shop, text);
  expect(basketOf(meaning)).toEqual(basket);
  expect(meaning.clarify).toBe(true);
});

it("an option left open between two is asked about", () => {
  const meaning = hear("hijab", "voal 2 yang putih atau hitam ya");
  expect(basketOf(meaning)).toEqual(["SGE/?=2"]);
  expect(meaning.clarify).toBe(true);
});
