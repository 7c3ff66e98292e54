import type { OwnChatWords } from "./own-chat-words.ts";

export const id: OwnChatWords = {
  hint: "Sambungkan Telegram Anda sendiri: siapa yang perlu ditelepon dan siapa yang menunggu masuk ke sana, dan bisa dijawab langsung dari situ.",
  notOffered:
    "Toko ini belum punya bot Telegram, atau Telegram sedang tidak bisa dihubungi. Pemilik menyambungkannya saat memasang toko.",
  linked: (name) => `Tersambung: ${name}`,
  make: "Hubungkan Telegram",
  another: "Ganti Telegram",
  howTo:
    "Buka dari HP yang ada Telegram Anda, atau pindai kodenya, lalu tekan Mulai. Berlaku 15 menit dan sekali pakai. Jangan diberikan ke orang lain.",
  open: "Buka di Telegram",
  qr: "Kode tautan Telegram",
  unlink: "Lepas Telegram",
  sure: "Ya, lepas",
};
