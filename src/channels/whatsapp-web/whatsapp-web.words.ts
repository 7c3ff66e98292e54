/** What an owner must read before connecting an own number. Said plainly; the console shows it beside the QR. */
export const banWarning = {
  id: [
    "WhatsApp tidak mengizinkan bot di nomor biasa. Nomor yang dipakai bot bisa diblokir kapan saja, tanpa peringatan, dan sering tidak bisa dikembalikan.",
    "Jangan pakai satu-satunya nomor toko. Pakai nomor kedua, atau siap kehilangan nomor ini.",
    'Nomor baru (dipakai kurang dari sebulan) paling rawan: nyalakan "nomor baru" supaya bot menulis paling banyak 30 pesan sehari.',
    "Bot hanya membalas orang yang lebih dulu chat atau telepon. Jangan kirim promo massal dari nomor ini.",
    "Toko yang sudah ramai sebaiknya pindah ke WhatsApp Cloud API, jalur resmi dari Meta.",
  ],
  en: [
    "WhatsApp does not allow bots on an ordinary number. A number with a bot on it can be banned at any time, without a warning, and often for good.",
    "Do not use the shop's only number. Use a second one, or be ready to lose this one.",
    "A new number (in use for less than a month) is at the greatest risk: turn on “new number”, and the bot writes at most 30 messages a day.",
    "The bot only answers people who wrote or called first. Never send mass promos from this number.",
    "A shop that has grown should move to the WhatsApp Cloud API, Meta's official way.",
  ],
} as const;

/** What is printed above and below the QR in the terminal. */
export const terminalWords = {
  scan: "Pindai QR ini dari HP toko: WhatsApp > Perangkat tertaut > Tautkan perangkat.",
  code: (pairingCode: string) => `Kode penautan WhatsApp: ${pairingCode}`,
} as const;
