/** What the commands menu offers, in the order it is shown. */
export const commands = [
  { command: "menu", description: "Lihat menu dan harga" },
  { command: "pesanan", description: "Cek pesanan Kakak" },
  { command: "bantuan", description: "Ngobrol dengan orang toko" },
  { command: "batal", description: "Batalkan yang sedang dipesan" },
  { command: "privacy", description: "Data apa yang kami simpan" },
] as const;

/** What the keys read that share a phone number or a position. */
export const requestKeys = {
  phone: "📱 Bagikan nomor HP",
  location: "📍 Bagikan lokasi",
} as const;
