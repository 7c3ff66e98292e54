import type { OwnChatWords } from "./own-chat-words.ts";

export const id: OwnChatWords = {
  hint: "Sambungkan Telegram Anda sendiri: pesanan baru, siapa yang perlu ditelepon, dan siapa yang menunggu masuk ke sana, dan bisa diurus langsung dari situ.",
  noBot: "Toko ini belum punya bot Telegram, jadi belum ada yang bisa disambungkan. Begini cara membuatnya:",
  getBot: [
    "Di Telegram, buka @BotFather, kirim /newbot, dan ikuti sampai Anda diberi token.",
    "Di komputer toko, tulis token itu di berkas .env: TELEGRAM_BOT_TOKEN=token-dari-BotFather",
    "Nyalakan ulang Kopdar, lalu buka halaman ini lagi.",
  ],
  askOwner: "Bukan pemilik toko? Tunjukkan halaman ini ke pemilik, ya.",
  away: "Toko ini punya bot Telegram, tetapi Telegram tidak bisa dihubungi waktu Kopdar dinyalakan. Periksa sambungan internet dan token di berkas .env, lalu nyalakan ulang Kopdar.",
  linked: (name) => `Tersambung: ${name}`,
  business: {
    answers:
      "Bot juga menjawab di chat akun Telegram Anda sendiri. Mengetik di sana berarti Anda ambil alih: bot langsung diam.",
    mayNotReply:
      "Bot tersambung ke akun Telegram Anda, tetapi belum boleh membalas di sana. Izinkan di Telegram: Setelan › Telegram Bisnis › Chatbot.",
  },
  make: "Hubungkan Telegram",
  another: "Ganti Telegram",
  howTo:
    "Buka dari HP yang ada Telegram Anda, atau pindai kodenya, lalu tekan Mulai. Berlaku 15 menit dan sekali pakai. Jangan diberikan ke orang lain.",
  open: "Buka di Telegram",
  qr: "Kode tautan Telegram",
  unlink: "Lepas Telegram",
  sure: "Ya, lepas",
};
