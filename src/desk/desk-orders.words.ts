import { rupiah, sayQuantity } from "../shop/catalogue/catalogue.words.ts";
import type { OrderStatus, Payment } from "../shop/order/order.ts";
import { stepReasonWords, stepWords } from "../shop/order/step.words.ts";

/** What colleagues read of orders in their own chats. */
export const orderWords = {
  title: (number: string, customer: string, channel: string) => `🧾 Pesanan #${number}: ${customer} (${channel})`,
  line: (name: string, quantity: number, unit: string, amount: number, note: string | undefined) =>
    `• ${sayQuantity(quantity, unit)} ${name} = ${rupiah(amount)}${note ? ` (${note})` : ""}`,
  total: (total: number, fee: number, payment: Payment) =>
    `Total ${rupiah(total)}${fee > 0 ? ` (ongkir ${rupiah(fee)})` : ""}, ${PAYMENTS[payment]}`,
  deliver: (address: string | undefined, zone: string | undefined) =>
    `Antar ke: ${[address, zone && `(${zone})`].filter(Boolean).join(" ") || "-"}`,
  pickup: (branch: string) => `Ambil di: ${branch}`,
  when: (when: string) => `Untuk: ${when}`,
  note: (note: string) => `Catatan: ${note}`,
  status: (status: OrderStatus) => `Status: ${STATUSES[status]}`,
  because: (reason: string) => `Alasan: ${reason}`,
  callFirst: "📞 Ditelepon dulu untuk konfirmasi sebelum dikerjakan.",
  offerOpen: (since: string) => `⏳ Menunggu jawaban pelanggan soal ganti barang (sejak ${since}).`,
  offerAccepted: (said: string | undefined) => `✅ Pelanggan setuju barangnya diganti${quoted(said)}.`,
  offerRefused: (said: string | undefined) =>
    `❗ Pelanggan tidak mau diganti${quoted(said)}. Isinya masih seperti semula.`,
  offerFailed: "❗ Pelanggan setuju, tapi barang penggantinya keburu habis. Isinya masih seperti semula.",
  whyCancel: "Kenapa dibatalkan?",
  whyFailed: "Kenapa gagal diantar?",
  howToAnswer: "Balas pesan ini untuk menulis ke pembelinya.",
  outOfStock: "Belum bisa: stoknya sudah tidak cukup lagi.",
  notAllowed: "Langkah itu tidak bisa dari keadaan sekarang:",
  unconfirmed: "Belum bisa: pesanan ini ditelepon dulu untuk konfirmasi.",
  askReason: (number: string, status: OrderStatus) =>
    `${status === "cancelled" ? `Kenapa #${number} dibatalkan?` : `Kenapa #${number} gagal diantar?`} Balas (reply) pesan ini dengan alasannya. Pembeli ikut membaca alasan ini.`,
  reasonKept: (number: string, status: OrderStatus, reason: string) =>
    `Tercatat, #${number} ${STATUSES[status]}: “${reason}”`,
  reasonLate: (number: string) =>
    `Alasannya tidak saya catat: #${number} sudah berubah sejak tadi. Lihat kartunya, ya.`,
  tooLateToUndo: "Sudah lewat sepuluh menit, jadi tidak bisa diurungkan lagi:",
  notYours: "Yang bisa mengurungkan hanya yang menekannya, atau pemilik:",
  cashMoved: "Uangnya sudah disetor, jadi tidak bisa diurungkan:",
  toldAlready: "Diurungkan. Pembeli dikabari bahwa tadi salah pencet.",
  reasonDropped: "Tidak jadi, tidak ada yang berubah.",
  none: "Tidak ada pesanan yang berjalan sekarang 👍",
  ahead: (count: number, shown: number) =>
    `${count} pesanan berjalan${count > shown ? ` (${shown} teratas, sisanya di konsol)` : ""}:`,
  many: (lines: readonly string[], more: number) =>
    `🧾 ${lines.length + more} pesanan baru:\n${lines.join("\n")}${more > 0 ? `\n… dan ${more} lagi` : ""}\n\nKetik /pesanan untuk kartunya.`,
  short: (number: string, customer: string, total: number) => `• #${number} ${customer}, ${rupiah(total)}`,
  steps: stepWords,
  buttons: { back: "Kembali", drop: "Tidak jadi", undo: "Urungkan" },
  /** The last asks for words of their own */
  reasons: { ...stepReasonWords, other: "Tulis alasannya" },
};

function quoted(said: string | undefined): string {
  return said ? `: “${said}”` : "";
}

const STATUSES: Readonly<Record<OrderStatus, string>> = {
  placed: "baru masuk",
  accepted: "diterima",
  preparing: "sedang disiapkan",
  ready: "siap",
  out_for_delivery: "sedang diantar",
  completed: "selesai ✅",
  failed_delivery: "gagal diantar ⚠️",
  cancelled: "dibatalkan ❌",
};

const PAYMENTS: Readonly<Record<Payment, string>> = {
  cash_on_delivery: "tunai saat diantar (COD)",
  cash_at_pickup: "tunai saat ambil",
  transfer: "transfer",
  qris: "QRIS",
};
