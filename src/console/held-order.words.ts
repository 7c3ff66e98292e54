const REFUSED: Readonly<Record<string, string>> = {
  empty: "Belum ada barangnya.",
  not_sold: "Ada barang yang sudah tidak dijual.",
  price_changed: "Harganya baru saja berubah. Lihat lagi jumlahnya, ya.",
  sum_wrong: "Jumlahnya tidak cocok. Periksa harga dan jumlahnya, lalu coba lagi, ya.",
  branch_closed: "Cabang itu sedang tidak bisa melayani.",
  zone_changed: "Ongkir atau wilayah antarnya baru saja berubah.",
  above_cod_limit: "Totalnya di atas batas COD untuk wilayah itu.",
  out_of_stock: "Stoknya tidak cukup lagi.",
  too_many_open_cod: "Pelanggan ini masih punya beberapa pesanan COD yang belum selesai.",
};

/** Why an order was not written down or placed by whoever holds the conversation. */
export const heldOrderWords = {
  withBot: "Percakapan ini sedang dipegang bot. Ambil alih dulu, ya.",
  changed: "Pesanannya baru saja berubah. Lihat yang terbaru dulu, ya.",
  stillOpen: (why: string) => (why === "" ? "Pesanannya belum lengkap." : `Belum bisa dibuat. ${why}`),
  refused: (reason: string) => REFUSED[reason] ?? "Pesanan ini belum bisa dibuat.",
};
