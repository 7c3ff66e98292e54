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
])("“%s” chooses %s", (text, fulfilment) => {
  expect(hear("kue", text).fulfilment).toBe(fulfilment);
});

it.each(["bisa cod gak ya?", "kirim ke Praya brp hari?", "stop kirim iklan", "kirim foto dong", "diantar bisa ga"])(
  "“%s” chooses nothing",
  (text) => {
    expect(hear("kue", text).fulfilment).toBeUndefined();
  },
);

it.each([
  ["nunggu gaji turun dulu ya", "gajian"],
  ["tgl 25 baru beli ya, belum punya uang", "2026-03-25"],
  ["bulan depan aja deh", "bulan depan"],
])("“%s” puts buying off", (text, until) => {
  expect(hear("kue", text)).toMatchObject({ intents: ["postpone_purchase"], until, items: [] });
});
