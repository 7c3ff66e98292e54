import type { RulesWords } from "./rules-words.ts";

export const rulesId: RulesWords = {
  hint: "Berlaku untuk pesanan dan percakapan sejak disimpan.",
  confirmCall: {
    title: "Telepon dulu sebelum disiapkan",
    hint: "Hanya untuk pesanan yang dibayar di tempat (COD). Pesanannya menunggu sampai pembeli bilang ya, lewat telepon atau chat.",
    firstOrderAbove: "Pesanan pertama yang besar",
    rupiah: "Di atas (rupiah)",
    afterFailedDeliveries: "Pembeli yang kirimannya pernah gagal",
    times: "Setelah gagal (kali)",
    off: "Tidak dicentang: tidak ada pesanan yang perlu ditelepon dulu.",
  },
  save: "Simpan",
  saved: "Tersimpan.",
};
