import type { HoldWords } from "./hold-words.ts";

export const holdId: HoldWords = {
  endsIn: (minutes) =>
    minutes < 1 ? "Sebentar lagi kembali ke bot karena sepi." : `${minutes} menit lagi kembali ke bot karena sepi.`,
  holdOn: "Perpanjang",
  more: "Pilihan lain",
  passOn: "Titipkan",
  passTo: "Titipkan ke",
  offDuty: "tidak jaga",
  note: "Pesan untuk rekan",
  noteHint: "Misalnya: tinggal tunggu alamatnya.",
  noColleagues: "Belum ada rekan lain yang bisa dititipi.",
  cancel: "Batal",
  duty: "Jam jaga",
  dutyHint: "Contoh: Senin-Sabtu 08.00-16.00. Kosongkan kalau selalu jaga selama toko buka.",
  dutyAlways: "selama toko buka",
  save: "Simpan",
  handOverTitle: "Panggil penjual",
  handOverHint:
    "Yang minta orang, mengeluh, retur, kirim bukti bayar, foto, atau suara selalu diteruskan ke penjual. Ini tambahannya; bot diam sampai dikembalikan.",
  bargaining: "Yang menawar harga",
  orderAbove: "Pesanan yang besar",
  rulesTitle: "Chat yang dipegang orang",
  rulesHint: "Supaya bot tidak diam terus, dan yang menunggu pasti ada yang menjawab.",
  quietMinutes: "Kembali ke bot setelah penjual diam (menit)",
  quietHint: "5 sampai 720 menit, dihitung dari balasan terakhir penjual. 0: tidak pernah.",
  remindMinutes: "Ingatkan kalau belum ada yang ambil (menit)",
  remindHint: "Setelah waktu ini diingatkan, lalu giliran berikutnya diberi tahu, lalu pemilik.",
};
