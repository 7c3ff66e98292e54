import type { WriteFirstWords } from "./write-first-words.ts";

export const writeFirstId: WriteFirstWords = {
  hint: "Kata-kata Anda sendiri, untuk satu orang. Bukan untuk promo: nomor yang dipakai menyebar pesan bisa diblokir WhatsApp.",
  begin: "Tulis duluan",
  newNumber: "Tulis ke nomor baru",
  phone: "Nomor HP",
  phoneHint: "Misalnya 0812 3456 7001",
  look: "Lanjut",
  wrongNumber: "Nomornya belum terbaca. Tulis seperti 0812 3456 7001.",
  name: "Namanya, kalau tahu",
  text: "Pesan pertama",
  placeholder: "Halo Kak, ini dari toko …",
  send: "Kirim",
  goesBy: (channel) => `Dikirim lewat ${channel}. Percakapannya langsung Anda pegang.`,
  inTemplate: (letters) =>
    `Orang ini belum pernah menulis, jadi dikirim sebagai templat resmi: paling banyak ${letters} huruf, jadi satu baris.`,
  mayFail: "Kalau nomornya ternyata tidak ada di WhatsApp, di percakapannya tertulis gagal.",
  notVouched:
    "Nomor ini belum terbukti milik pelanggan itu. Yang menjawab dianggap pelanggan tersendiri, sampai digabungkan di profilnya.",
  hasChats: "Sudah ada percakapan. Buka saja, lalu tulis di sana:",
  open: (channel, label) => `${channel} · ${label}`,
  openWhatsApp: "Buka di WhatsApp",
  why: {
    noWhatsApp: "Toko ini belum punya nomor WhatsApp di sini, jadi kirim dari HP toko. Kata-katanya ikut terbawa.",
    notConnected: "Nomor WhatsApp toko sedang tidak tersambung, jadi kirim dari HP toko. Kata-katanya ikut terbawa.",
    noTemplate:
      "Jalur resmi WhatsApp hanya boleh menulis duluan dengan templat, dan toko ini belum punya. Kirim dari HP toko; kata-katanya ikut terbawa.",
  },
  refused: {
    blocked: "Orang ini memblokir toko, jadi pesan tidak akan sampai. Tunggu dia menulis lagi.",
    shopsOwn: "Itu nomor toko sendiri, jadi tidak bisa ditulisi dari sini.",
  },
  noNumber: "Nomornya belum ada. Isi di bawah kalau tahu.",
  unknown: "Pelanggan ini tidak ada, atau datanya sudah dihapus.",
};
