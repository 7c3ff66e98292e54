/** What the web chat tells a customer whose request is refused. */
export const words = {
  tooMany: "Pelan-pelan ya, Kak 🙏 Pesannya sudah banyak sekali. Coba lagi sebentar lagi.",
  notStarted: "Obrolannya belum dimulai. Muat ulang halamannya dulu ya, Kak.",
  noSuchChoice: "Pilihan itu sudah tidak ada, Kak. Lihat pertanyaan yang terakhir, ya.",
  noPicture: "Fotonya tidak ada di sini.",
  noShop: "Tokonya belum dibuka. Mampir lagi nanti ya, Kak.",
} as const;
