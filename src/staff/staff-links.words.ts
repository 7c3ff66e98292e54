/** The last message to a chat that is no colleague's any more. */
export const chatUnlinked =
  "Telegram ini sudah dilepas dari toko. Kabar toko tidak masuk ke sini lagi. Kalau mau tersambung lagi, buat tautan baru di konsol ya 👋";
