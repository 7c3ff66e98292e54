import { isValidPhoneNumber } from "libphonenumber-js";
import { expect, it } from "vitest";
import { hear } from "./shops.ts";

it.each([
  ["hp saya 0812-3456-7890", "+6281234567890"],
  ["wa 62 857 1234 0099", "+6285712340099"],
  ["+62 813.7444.0021 ya", "+6281374440021"],
  ["nomor 085263000111", "+6285263000111"],
])("“%s” gives a number that can be dialled", (text, phone) => {
  expect(hear("kue", text).phone).toBe(phone);
  expect(isValidPhoneNumber(phone)).toBe(true);
});

it.each(["rek bca 1234567890", "transfer ke 0098765432 mandiri ya", "risol 120", "kodepos 83115"])(
  "“%s” holds no phone number",
  (text) => {
    expect(hear("kue", text).phone).toBeUndefined();
  },
);

it.each([
  ["kirim ke Jl. Pejanggik no 7 ya kak", "Jl. Pejanggik no 7"],
  [
    "alamat: perum Griya Asri blok C2 no 14 RT 03/RW 01, Cakranegara",
    "perum Griya Asri blok C2 no 14 RT 03/RW 01, Cakranegara",
  ],
  ["risol 20 antar ke gang mangga 3 no 11 besok pagi", "gang mangga 3 no 11"],
  [
    "dikirim ke jalan sriwijaya nomor dua puluh dua depan apotek ya bu",
    "jalan sriwijaya nomor dua puluh dua depan apotek",
  ],
  ["rumah saya di Dusun Montong Are, Kediri", "Dusun Montong Are, Kediri"],
])("the address in “%s” is taken as written", (text, address) => {
  expect(hear("kue", text).address).toBe(address);
});

it.each([
  "ongkir ke Ampenan berapa?",
  "toko di jalan apa?",
  "bisa kirim ke luar kota?",
  "pesanan saya sudah jalan belum",
])("“%s” gives no address", (text) => {
  expect(hear("kue", text).address).toBeUndefined();
});

it.each([
  ["risol 10 a.n. Dewi", "Dewi"],
  ["pesanan atas nama Bu Sari ya", "Bu Sari"],
  ["penerima: Hendra Gunawan, jl mawar 3", "Hendra Gunawan"],
  ["Pak Budi 081234567890 jl melati 5", "Pak Budi"],
])("the name in “%s” is heard", (text, name) => {
  expect(hear("kue", text).name).toBe(name);
});

it("a vocative is no name", () => {
  expect(hear("kue", "bu pesan risol 10").name).toBeUndefined();
  expect(hear("kue", "mbak, kirim ke jl mawar 3 ya mbak").name).toBeUndefined();
});
