import { expect, it } from "vitest";
import { hear, shops } from "./shops.ts";

/** Praise, blame and tales of parcels, as customers leave them under goods they got. */
const REVIEWS = [
  "Barang sudah sampai, packing aman, sesuai gambar. Makasih kak",
  "sepatunya bagus ukuran 39 pas di kaki, warna hitam sesuai pesanan",
  "pesan 2 yang datang cuma 1, kecewa berat",
  "Kemeja flanel merah size L oke banget, bahannya adem, recommended seller",
  "brownies keju 2 loyang habis sekejap, enak bangettt",
  "order 3 pcs casing semuanya mulus, pengiriman cepat, sukses terus",
  "sudah beli jaket denim 2 kali di sini selalu puas",
  "semen 10 sak sampai dengan selamat, sopirnya ramah",
  "telur 2 tray pecah 5 butir, tolong lebih hati-hati kak",
  "beli monstera 1 dapat bonus pupuk, terima kasih",
  "Harga murah kualitas mantap, tas ransel muat banyak",
  "pesan warna maroon dikirim hitam, penjual tidak bisa dihubungi",
  "Lampu belajar menyala terang, kabel agak pendek, bintang 4",
  "baju anak lucu bahannya lembut anak saya suka",
  "celana 32 kebesaran harusnya ambil 30, tapi bagus",
  "nastar toples besar renyah, nanti pesan lagi kalau lebaran",
  "kurang puas, sandal jepit 40 kekecilan dan lemnya lepas",
  "charger type c cepat panas, baru 2 hari sudah mati",
];

it("reviews are no orders, whatever the shop sells", () => {
  const ordered = [...shops.keys()].flatMap((id) =>
    REVIEWS.filter((text) => hear(id, text).items.length > 0).map((text) => `${id}: ${text}`),
  );
  expect(ordered).toEqual([]);
});

it("a new wish after praise is an order again", () => {
  expect(hear("kue", "kemarin browniesnya enak banget, mau lagi brownies keju 2").items).toMatchObject([
    { sku: "BRW", options: ["keju"], quantity: 2000 },
  ]);
});
