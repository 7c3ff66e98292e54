import type { Attachment } from "../channels/message.ts";
import { sayPhone } from "../shop/call/call.words.ts";
import { rupiah, sayList } from "../shop/catalogue/catalogue.words.ts";

const HELP = `Cara pakainya:
• Balas (reply) kartu atau pesan pelanggan di sini: balasanmu langsung sampai ke pelanggan itu.
• Ketuk tombol di bawah kartu untuk ambil alih, kembalikan ke bot, catat hasil telepon, atau jalankan pesanan.
• /telepon siapa yang perlu ditelepon
• /tunggu siapa yang menunggu orang
• /pesanan pesanan yang sedang berjalan
• /keluar melepas Telegram ini dari toko

Yang ditulis tanpa membalas pesan mana pun tidak sampai ke siapa-siapa.`;

/** What colleagues read in their own chats. */
export const deskWords = {
  help: HELP,
  welcome: (name: string, calls: number, waiting: number) =>
    `Halo ${name}! Telegram ini sekarang meja kerjamu 🙌\n${standing(calls, waiting)}\n\n${HELP}`,
  linkNotForHere:
    "Tautan itu tidak bisa dipakai di sini: sudah dipakai, sudah lewat waktunya, atau untuk rekan lain. Buat yang baru di konsol, ya. Telegram ini tetap tersambung seperti semula.",
  /** Written without answering anything */
  answersNothing:
    "Pesan ini belum saya teruskan ke siapa-siapa. Kalau mau menjawab pelanggan, balas (reply) kartu atau pesannya. /bantuan untuk caranya.",
  /** It answers one customer's message in another customer's thread */
  twoPlaces:
    "Pesan ini belum saya teruskan ke siapa-siapa: topiknya milik satu pelanggan, yang dibalas milik pelanggan lain. Tulis di salah satunya, ya.",
  /** Sent with a picture to which the colleague wrote nothing */
  caption: "Ini fotonya ya, Kak 🙏",
  /** Why an answer is not passed on */
  unfit: {
    kind: (customer: string) =>
      `Maaf, dari sini hanya tulisan dan foto yang bisa saya teruskan. Suara, video, dan berkas belum bisa. ${customer} belum menerima apa-apa.`,
    channel: (customer: string) =>
      `Maaf, di aplikasi chat ${customer} foto belum bisa dikirim. ${customer} belum menerima apa-apa.`,
    away: (customer: string) =>
      `Fotonya belum bisa diambil dari Telegram. Kirim lagi sebentar lagi, ya. ${customer} belum menerima apa-apa.`,
    picture: (customer: string) =>
      `Fotonya tidak bisa dipakai: harus JPG, PNG, atau WebP yang utuh, paling besar 2 MB. ${customer} belum menerima apa-apa.`,
  },
  wordsOnly: "Yang ini saya catat dari tulisan saja. Balas lagi dengan kata-kata, ya.",
  editedTooLate: "Yang sudah dikirim tidak ikut berubah kalau pesannya diedit. Balas lagi dengan pembetulannya, ya.",
  heldBy: (customer: string, name: string) =>
    `${customer} sedang dipegang ${name}, jadi pesanmu tidak saya kirim. Minta ${name} mengembalikan dulu, ya.`,
  notTaken: (customer: string, name: string) => `${customer} sedang dipegang ${name}.`,
  gone: "Yang ini sudah tidak ada. Coba /telepon atau /tunggu untuk yang terbaru.",
  failed: "Maaf, yang tadi gagal dikerjakan. Coba sekali lagi, atau lewat konsol ya.",
  sentTo: (customer: string) =>
    `Terkirim. ${customer} sekarang kamu pegang; pesannya saya teruskan ke sini, balas saja. Bot diam sampai dikembalikan.`,
  notSent: (customer: string, text: string) => `⚠️ Pesanmu ke ${customer} tidak terkirim: “${clip(text, 120)}”`,
  noCalls: "Tidak ada yang perlu ditelepon sekarang 👍",
  callsAhead: (count: number, shown: number) =>
    `${count} perlu ditelepon, yang paling mendesak dulu${count > shown ? ` (${shown} teratas)` : ""}:`,
  nobodyWaits: "Tidak ada yang menunggu orang sekarang 👍",
  waitingAhead: (count: number, shown: number) =>
    `${count} menunggu orang, yang paling lama dulu${count > shown ? ` (${shown} teratas)` : ""}:`,

  /** In a line of a thread */
  attachment: (kind: Attachment["kind"]) => `[${ATTACHMENTS[kind]}]`,
  edited: (text: string) => `(diedit) ${text}`,
  place: (label: string | undefined, latitude: number, longitude: number) =>
    `📍 ${label ?? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`}`,
  missedCall: "[menelepon, tidak terangkat]",
  deleted: "[menghapus pesannya]",
  line: (from: "customer" | "bot" | "staff", text: string) => `${SPEAKERS[from]}: ${clip(text, 220)}`,
  mirrored: (customer: string, lines: readonly string[]) =>
    `💬 ${customer}\n${lines.map((line) => clip(line, 900)).join("\n")}`.slice(0, 3800),

  nameless: "Pengunjung",
  via: (channel: string) => CHANNELS[channel] ?? channel,
  basket: (lines: readonly string[]) => `Keranjang: ${sayList(lines)}`,
  order: (number: string, total: number) => `Pesanan #${number} (${rupiah(total)})`,
};

/** A card that says who is to be called. */
export const callWords = {
  title: (customer: string, channel: string) => `📞 Telepon ${customer} (${channel})`,
  changed: "Sudah berubah sejak tadi, ini yang terbaru:",
  late: "⏰ Sudah lewat dari jam janji",
  latePlain: "⏰ Masih menunggu ditelepon",
  missed: (times: number) => (times > 1 ? `Menelepon ${times}×, belum terangkat` : "Menelepon, belum terangkat"),
  asked: (reason: string) => (reason ? `Minta ditelepon: “${clip(reason, 160)}”` : "Minta ditelepon"),
  confirm: (order: string | undefined) =>
    `Konfirmasi dulu sebelum dikerjakan${order === undefined ? "" : `: ${order}`}`,
  along: (why: string) => `Sekalian: ${why}`,
  led: "Jadi satu dengan telepon konfirmasi pesanannya.",
  promised: (when: string) => `Dijanjikan ${when}`,
  next: (when: string) => `Coba lagi ${when}`,
  noPromise: "Belum dijanjikan jam",
  tries: (count: number) => `Sudah dicoba ${count}×`,
  /** A number that can be tapped, and a chat */
  number: (phone: string) => `${phone}\nhttps://wa.me/${phone.replace(/\D/g, "")}`,
  noNumber: "Nomornya belum ada. Balas kartu ini untuk menanyakannya lewat chat.",
  mine: "Kamu yang telepon. Sudah? Catat hasilnya:",
  others: (name: string) => `${name} yang telepon.`,
  tooLateToUndo: "Sudah lebih dari sepuluh menit, jadi tidak bisa dibatalkan lagi:",
  cannotUndo: "Tidak bisa dibatalkan, pesanannya sudah berjalan:",
  toldAlready: "Dibatalkan. Pelanggan sudah terlanjur diberi tahu, kabari sebentar ya.",
  askYes: (customer: string) =>
    `${customer} sudah oke? Balas (reply) pesan ini dengan kata-kata pembelinya, misalnya “iya jadi, besok ya”. Dicatat di pesanannya, tidak dikirim ke siapa-siapa.`,
  yesKept: (said: string | undefined) =>
    said === undefined ? "Tercatat: pembeli sudah oke." : `Tercatat: pembeli sudah oke, katanya “${said}”.`,
  yesLate: "Tidak saya catat: telepon ini sudah berubah sejak tadi. Lihat kartunya, ya.",
  untilWhen: "Pikir-pikir sampai kapan?",
  days: {
    tomorrow: "Besok",
    inTwo: "Lusa",
    week: (day: string) => `Minggu depan (${day})`,
    payDay: (day: string) => `Gajian (${day})`,
  },
  settled: (outcome: string, name: string | undefined) =>
    `${OUTCOMES[outcome] ?? outcome}${name ? `, dicatat ${name}` : ""}`,
  lateList: (count: number) => `⏰ ${count} telepon sudah ditunggu pelanggan:`,
  lateLine: (customer: string, when: string, phone: string | undefined) =>
    `• ${customer}, ${when}${phone === undefined ? "" : `, ${sayPhone(phone)}`}`,
  lateHint: "Ketik /telepon untuk kartunya.",
  buttons: {
    take: "Saya telepon",
    takeAway: "Saya saja",
    ordered: "Jadi pesan",
    confirmed: "Sudah oke",
    noWords: "Tanpa kata-kata",
    think: "Masih mikir",
    noAnswer: "Tidak diangkat",
    wrong: "Salah nomor",
    reached: "Selesai",
    back: "Kembali",
    noDay: "Belum tahu",
    undo: "Batalkan",
  },
};

/** A card of somebody who waits for a person. */
export const waitingWords = {
  waits: (customer: string, channel: string) => `🙋 ${customer} menunggu orang (${channel})`,
  withBot: (customer: string) => `🤖 ${customer}: sudah kembali ke bot`,
  withMe: (customer: string) => `✋ ${customer} kamu pegang`,
  withPhone: (customer: string) => `📱 ${customer}: dijawab dari HP toko`,
  withColleague: (customer: string, name: string) => `👤 ${customer} dipegang ${name}`,
  why: (reason: string) => {
    const [code = "", note] = reason.split(": ", 2);
    return `${REASONS[code] ?? REASONS.other}${note === undefined ? "" : `: ${note}`}`;
  },
  ordered: (number: string) => `✅ Sambil menunggu sudah pesan #${number} lewat bot`,
  howToAnswer: "Balas pesan ini untuk menjawab.",
  thread: {
    waiting: (customer: string) => `🙋 ${customer}`,
    mine: (customer: string) => `✋ ${customer}`,
    others: (customer: string) => `👤 ${customer}`,
    bot: (customer: string) => `✅ ${customer}`,
  },
  buttons: { take: "Ambil alih", leave: "Biar bot", handBack: "Kembalikan ke bot" },
};

const OUTCOMES: Readonly<Record<string, string>> = {
  ordered: "✅ Jadi pesan",
  thinking: "🤔 Masih pikir-pikir",
  wrong_number: "❌ Salah nomor",
  reached: "✅ Sudah bicara",
  gave_up: "Tidak tersambung, berhenti mencoba",
  cancelled: "Tidak perlu ditelepon lagi",
  no_answer: "Tidak diangkat",
  passed_on: "Dioper",
  undone: "Catatan tadi dibatalkan",
};

const REASONS: Readonly<Record<string, string>> = {
  asked_for_person: "Minta bicara dengan orang",
  angry: "Kesal",
  complaint: "Mengeluh",
  bargain: "Menawar harga",
  large_order: "Pesanannya besar",
  return: "Mau retur",
  misunderstood: "Bot tidak paham tiga kali",
  call: "Minta ditelepon",
  order_begun: "Mau ubah pesanan yang sudah dikerjakan",
  media: "Kirim foto, suara, atau berkas",
  payment: "Soal pembayaran",
  refused_thrice: "Pesanannya tidak bisa dicatat",
  turn_failed: "Ada gangguan pada bot",
  colleague_left: "Rekan yang memegangnya sudah tidak aktif",
  left_unanswered: "Pesannya belum dibalas yang memegang",
  passed_on: "Dititipkan rekan",
  other: "Perlu dilihat orang",
};

const ATTACHMENTS: Readonly<Record<Attachment["kind"], string>> = {
  photo: "foto",
  voice: "pesan suara",
  video: "video",
  document: "dokumen",
  sticker: "stiker",
  audio: "audio",
  other: "lampiran",
};

const SPEAKERS = { customer: "Pelanggan", bot: "Bot", staff: "Toko" };
const CHANNELS: Readonly<Record<string, string>> = {
  telegram: "Telegram",
  "web-chat": "chat di web",
  "whatsapp-cloud": "WhatsApp",
  "whatsapp-web": "WhatsApp",
};

function standing(calls: number, waiting: number): string {
  if (calls + waiting === 0) return "Sekarang belum ada yang menunggu. Kalau ada, kabarnya masuk ke sini.";
  const parts = [
    ...(calls > 0 ? [`${calls} perlu ditelepon (/telepon)`] : []),
    ...(waiting > 0 ? [`${waiting} menunggu orang (/tunggu)`] : []),
  ];
  return `Sekarang ada ${sayList(parts)}.`;
}

function clip(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}
