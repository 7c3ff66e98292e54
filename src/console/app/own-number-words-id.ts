import type { OwnNumberWords } from "./own-number-words.ts";

export const ownNumberId: OwnNumberWords = {
  states: {
    off: "Belum tersambung",
    starting: "Sedang menyalakan WhatsApp…",
    scan: "Pindai QR ini",
    code: "Ketik kode ini di HP toko",
    syncing: "Tersambung, sedang mengambil percakapan…",
    live: "Tersambung",
    scanAgain: "HP memutus sambungan. Pindai ulang, ya.",
    phoneOffline: "WhatsApp sedang luring. Cek internet toko dan HP-nya.",
    browserDied: "Peramban mati dan dinyalakan lagi",
    noBrowser: "Peramban belum dipasang di komputer toko",
    failed: "WhatsApp tidak bisa dinyalakan",
  },
  off: {
    notConnected: "Belum pernah disambungkan. Tidak ada yang berjalan sampai tombol di bawah ditekan.",
    disconnected: "Sudah diputus. Sambungkan lagi kapan saja.",
    notScanned: "QR-nya tidak sempat dipindai. Sambungkan lagi kalau HP sudah di tangan.",
  },
  notOffered: "WhatsApp nomor sendiri dimatikan di toko ini (WHATSAPP_WEB=0).",
  readFirst: "Baca dulu sebelum menyambungkan",
  understood: "Saya sudah baca dan siap dengan risikonya",
  connect: "Sambungkan nomor",
  again: "Sambungkan lagi",
  disconnect: "Putuskan nomor",
  sureDisconnect: "Ya, putuskan",
  scanHow: "Di HP toko: WhatsApp › Perangkat tertaut › Tautkan perangkat.",
  qr: "QR untuk dipindai dari HP toko",
  byCode: "Tidak bisa memindai? Pakai kode",
  codeHow: "Di HP toko: WhatsApp › Perangkat tertaut › Tautkan dengan nomor telepon, lalu ketik kodenya.",
  phone: "Nomor WhatsApp toko",
  askCode: "Minta kode",
  linked: (name, phone) => `${name} · ${phone}`,
  restarting: (seconds) => `Dicoba lagi dalam ${seconds} detik. Pesan tidak ada yang hilang.`,
  install: "Jalankan ini di komputer toko, lalu sambungkan lagi:",
  failures: {
    blocked:
      "Nomor ini diblokir WhatsApp. Buka WhatsApp di HP toko untuk minta ditinjau; sementara itu sambungkan nomor lain.",
    proxy: "WhatsApp menolak koneksi internet komputer ini. Matikan proxy atau VPN-nya, lalu sambungkan lagi.",
    pageChanged: "WhatsApp Web berubah dan Kopdar belum kenal. Perbarui Kopdar, lalu sambungkan lagi.",
    conflict: "WhatsApp Web nomor ini sedang dibuka di tempat lain. Tutup yang di sana, lalu sambungkan lagi.",
    folder:
      "Folder penyimpanan di komputer toko tidak bisa dipakai. Cek ruang disk dan izin folder datanya, lalu sambungkan lagi.",
    browserFails:
      "Peramban berkali-kali gagal membuka WhatsApp Web. Cek internet dan memori komputer toko; sementara itu tetap dicoba terus.",
  },
  otherFailure: (code) =>
    `Ada masalah (kode ${code}). Coba sambungkan lagi; kalau tetap begitu, kirim kode ini ke yang mengurus Kopdar.`,
  pace: "Laju pesan",
  sent: (hour, day) => `${hour} pesan sejam terakhir, ${day} sehari terakhir.`,
  full: (until) => `Jatahnya penuh. Pesan berikutnya terkirim mulai ${until}.`,
  perHour: "Paling banyak per jam",
  youngNumber: "Nomor baru (kurang dari sebulan): paling banyak 30 pesan sehari",
  save: "Simpan",
  saved: "Tersimpan.",
};
