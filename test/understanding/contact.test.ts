import { isValidPhoneNumber } from "libphonenumber-js";
import { expect, it } from "vitest";
import { hear } from "./shops.ts";

it.each([
  ["hp saya 0812-3456-7890", "+6281234567890"],
  ["wa 62 857 1234 0099", "+6285712340099"],
  ["+62 813.7444.0021 ya", "+6281374440021"],
  ["nomor 085263000111", "+6285263000111"],
  ["hp 81234567890", "+6281234567890"],
  ["nomor saya 8123 4567 890", "+6281234567890"],
])("“%s” gives a number that can be dialled", (text, phone) => {
  expect(hear("kue", text).phone).toBe(phone);
  expect(isValidPhoneNumber(phone)).toBe(true);
});

it.each([
  "rek bca 1234567890",
  "transfer ke 0098765432 mandiri ya",
  "risol 120",
  "kodepos 83115",
  "no rek 81234567890",
])("“%s” holds no phone number", (text) => {
  expect(hear("kue", text).phone).toBeUndefined();
});

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

it.each([
  ["antar ke kos Bu Rahma gang kelinci 2 kamar 9 ya", "kos Bu Rahma gang kelinci 2 kamar 9"],
  [
    "Kontrakan Pak Jajang blok D no 12, Kp. Sukamaju RT 03/05",
    "Kontrakan Pak Jajang blok D no 12, Kp. Sukamaju RT 03/05",
  ],
  ["kirim ke SDN 5 jl belitung 8 aja, risol 20", "SDN 5 jl belitung 8"],
  ["Rumah cat biru depan warung Bu Tini, RT 2 RW 6", "Rumah cat biru depan warung Bu Tini, RT 2 RW 6"],
  ["kirim ka Ampenan caket masjid Al Huda, risol 10", "Ampenan caket masjid Al Huda"],
  ["jl. anggrek no 8b Rini 081322334455", "jl. anggrek no 8b"],
  [
    "dikirim ke jalan anggrek nomor lima er te satu er we enam besok sore",
    "jalan anggrek nomor lima er te satu er we enam",
  ],
  ["cod, bumi arum blok f12, 0812 3456 7890", "bumi arum blok f12"],
  ["jl sriwijaya no 3 habis maghrib ya", "jl sriwijaya no 3"],
])("the address in “%s” is taken whole, and ends where it ends", (text, address) => {
  expect(hear("kue", text).address).toBe(address);
});

it.each([
  "risol 10 bisa cod ke Praya ga?",
  "kirim ke rekening mana?",
  "saya mampir ke toko besok",
  "kirimnya lama banget di jalan",
])("“%s” names nowhere to send to", (text) => {
  expect(hear("kue", text).address).toBeUndefined();
});

it.each([
  ["PIC Pak Dani 0812-9011-2233, risol 20", "Pak Dani"],
  ["up: Bu Ratih 081234567890", "Bu Ratih"],
  ["risol 20 ya\nHormat saya, Ny. Hartati", "Ny. Hartati"],
  ["risol 20 ya, makasih\nBu Sulis", "Bu Sulis"],
  ["Ibu Tiur mau pesan risol 10", "Ibu Tiur"],
  ["satpam Joko 081377008899 jl mawar 3", "satpam Joko"],
])("the name in “%s” is heard as written", (text, name) => {
  expect(hear("kue", text).name).toBe(name);
});

it.each(["sudah transfer via bca a.n. Lestari", "Mbak Laras, mau risol 10", "jam 10 an risol 20"])(
  "“%s” tells nobody's name",
  (text) => {
    expect(hear("kue", text).name).toBeUndefined();
  },
);

it.each([
  ["hp saya nol delapan satu tiga delapan delapan tujuh tujuh enam lima empat tiga", "+6281388776543"],
  ["wa kosong lapan dua satu 3344 5566", "+6282133445566"],
  ["081234567890 tiga kotak", "+6281234567890"],
])("“%s” gives the number that is said", (text, phone) => {
  expect(hear("kue", text).phone).toBe(phone);
});
