import type { PhoneOrderWords } from "./phone-order-words.ts";

export const id: PhoneOrderWords = {
  hint: "Tulis sambil menelepon, pakai kata-kata pelanggan. Belum ada yang dipesan sebelum pelanggan sendiri menjawab ya.",
  say: "Kata pelanggan",
  placeholder: "2 brownies coklat cod besok sore",
  note: "Catat",
  notUnderstood: "Yang tadi belum terbaca. Coba tulis dengan kata lain.",
  empty: "Belum ada barang.",
  noOption: "pilih",
  more: "Tambah satu",
  less: "Kurangi satu",
  remove: "Hapus",
  doubtful: "Belum pasti",
  noMatch: "tidak ada yang cocok",
  askThem: "Tanyakan ke pelanggan",
  theyRead: "Yang akan dibaca pelanggan",
  rest: "Yang belum terisi akan ditanyakan lewat chat.",
  send: "Kirim untuk dikonfirmasi",
  sent: "Terkirim. Pesanan masuk setelah pelanggan menjawab ya.",
  makeLink: "Buat tautan WhatsApp",
  linkHint: "Tautan berlaku 2 hari dan sekali pakai. Kirim dari WhatsApp toko.",
  notPublic: (address) =>
    `Alamat ${address} hanya bisa dibuka di toko, jadi pelanggan diminta mengirim kata di atas ke WhatsApp atau Telegram toko. Supaya bisa lewat tautan, pengelola toko mengisi PUBLIC_URL.`,
  openWhatsApp: "Kirim lewat WhatsApp",
  openChat: "Buka percakapan",
  another: "Catat pesanan lain",
};
