import { expect, it } from "vitest";
import { hear } from "./shops.ts";

it.each([
  ["risol 10 siapin ya, ntar gua ke toko", "pickup"],
  ["risol 10 mau diambil gojek saya jam 4", "pickup"],
  ["gausah dikirim, saya ambil sendiri", "pickup"],
  ["diambil cucu saya besok pagi", "pickup"],
  ["diantar aja, jangan saya yang ambil", "delivery"],
  ["kalau bisa besok pagi diantar ya", "delivery"],
  ["duitnya nanti saya kasih yang nganter", "cod"],
  ["bayar pas nyampe ya", "cod"],
  ["kalau bisa cod, cod aja", "cod"],
  ["bayar cash pas anter", "cod"],
  ["uangnya saya kasih abangnya pas dateng", "cod"],
  ["aku ke toko aja ya", "pickup"],
  ["sejam lagi saya kesana", "pickup"],
  ["take away ya", "pickup"],
  ["bayar di toko pas ngambil", "pickup"],
  ["pesanan atas nama Yudi mau diambil", "pickup"],
  ["kurir toko aja yg antar", "delivery"],
])("“%s” chooses %s", (text, fulfilment) => {
  expect(hear("kue", text).fulfilment).toBe(fulfilment);
});

it.each([
  "bisa cod gak ya?",
  "kirim ke Praya brp hari?",
  "stop kirim iklan",
  "kirim foto dong",
  "diantar bisa ga",
  "diambil atau diantar ya enaknya",
  "dianter apa ambil sendiri sama aja?",
  "ongkirnya brp kalo dikirim ke gejayan",
  "saya ambil donatnya 2 lusin",
  "nanti tgl 1 baru jadi ambil ya, blm ada uang",
])("“%s” chooses nothing", (text) => {
  expect(hear("kue", text).fulfilment).toBeUndefined();
});

it.each([
  ["nunggu gaji turun dulu ya", "gajian"],
  ["tgl 25 baru beli ya, belum punya uang", "2026-03-25"],
  ["bulan depan aja deh", "bulan depan"],
  ["bulan dpn aja deh belinya", "bulan depan"],
  ["minggu dpn aja belinya, di rumah masih ada", "minggu depan"],
  ["tgl muda aja deh", "tanggal muda"],
  ["minggu depan deh pas pulang kampung", "minggu depan"],
  ["tgl 28 aja belanjanya, nunggu transferan", "2026-03-28"],
  ["nanti tgl 1 baru jadi ambil ya, blm ada uang", "2026-04-01"],
])("“%s” puts buying off", (text, until) => {
  expect(hear("kue", text)).toMatchObject({ intents: ["postpone_purchase"], until, items: [] });
});

it.each(["kapan2 aja", "ntar kalo ada rejeki", "ntar klo tabungan udah cukup", "rembugan sama suami dulu"])(
  "“%s” puts buying off until nobody knows when",
  (text) => {
    expect(hear("kue", text)).toMatchObject({ intents: ["postpone_purchase"], items: [] });
  },
);
