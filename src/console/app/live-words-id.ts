import type { LiveWords } from "./live-words.ts";

export const id: LiveWords = {
  away: "Tidak ada sinyal ke toko.",
  back: "Tersambung lagi.",
  kept: (count) => `${count} balasan menunggu sinyal.`,
  waits: "menunggu sinyal",
  goes: "mengirim…",
  refused: "tidak terkirim",
  takeBack: "Batalkan",
  push: {
    title: "Pemberitahuan di perangkat ini",
    hint: "HP ini berbunyi saat ada pelanggan menunggu, telepon yang jatuh tempo, atau pesanan baru. Isi chat tidak ikut dikirim.",
    on: "Nyalakan pemberitahuan",
    off: "Matikan di perangkat ini",
    isOn: "Pemberitahuan menyala di perangkat ini.",
    devices: (count) => `Menyala di ${count} perangkat.`,
    denied: "Browser ini melarang pemberitahuan dari toko. Izinkan dulu di pengaturan browser.",
    unable: "Browser ini belum bisa. Di iPhone, pasang dulu ke layar utama. Alamat konsol harus https.",
    install: "Supaya seperti aplikasi: buka menu browser, lalu pilih “Tambahkan ke layar utama”.",
  },
};
