/** What the commands menu offers, in the order it is shown. */
export const commands = [
  { command: "menu", description: "Lihat menu dan harga" },
  { command: "pesanan", description: "Cek pesanan Kakak" },
  { command: "bantuan", description: "Ngobrol dengan orang toko" },
  { command: "batal", description: "Batalkan yang sedang dipesan" },
  { command: "privacy", description: "Data apa yang kami simpan" },
] as const;

/** The same for a colleague's own chat. */
export const staffCommands = [
  { command: "telepon", description: "Siapa yang perlu ditelepon" },
  { command: "tunggu", description: "Siapa yang menunggu orang" },
  { command: "pesanan", description: "Pesanan yang sedang berjalan" },
  { command: "bantuan", description: "Cara pakainya" },
  { command: "keluar", description: "Lepas Telegram ini dari toko" },
] as const;

/** What the keys read that share a phone number or a position. */
export const requestKeys = {
  phone: "📱 Bagikan nomor HP",
  location: "📍 Bagikan lokasi",
} as const;

/** Why nothing went out in a chat of a business account, for staff. */
export const businessReasons = {
  notConnected: "Bot tidak lagi tersambung ke akun Telegram ini; balas dari HP, atau sambungkan lagi di Telegram",
  mayNotReply: "Akun Telegram ini belum mengizinkan bot membalas; balas dari HP, atau izinkan di pengaturan bot",
  tooLate:
    "Lewat 24 jam sejak pelanggan terakhir menulis; Telegram tidak mengizinkan bot menulis di sini, balas dari HP",
  refused: (reason: string) => `Telegram tidak mengizinkan bot menulis di chat ini (${reason}); balas dari HP`,
} as const;
