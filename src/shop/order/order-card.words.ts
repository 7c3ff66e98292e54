import { localTime } from "../calendar/calendar.ts";
import { sayDay, sayTime } from "../calendar/calendar.words.ts";
import { rupiah, sayQuantity } from "../catalogue/catalogue.words.ts";
import type { ShopOffer } from "./draft-stands.ts";
import { isOpenToCustomer, type OrderStatus, type Payment } from "./order.ts";
import type { StoredOrder } from "./stored-order.ts";

/** An order as its customer reads it, with what they may still do. */
export function orderCard(order: StoredOrder, offer: ShopOffer, now: number): { text: string; choices: string[] } {
  const text = [
    `🧾 Pesanan #${order.number}`,
    ...order.lines.map(
      (line) =>
        `• ${line.name}, ${sayQuantity(line.quantity, line.unit)} = ${rupiah(line.amount)}${line.agreedBy ? SPECIAL_PRICE : ""}${line.note ? ` (${line.note})` : ""}`,
    ),
    ...sums(order),
    `Bayar: ${PAYMENTS[order.payment]}`,
    ...where(order, offer, now),
    ...(order.note ? [`Catatan: ${order.note}`] : []),
    `Status: ${statusWords(order)}`,
  ].join("\n");
  // Read as words when tapped late, so each names its order.
  const choices = isOpenToCustomer(order.status) ? [`Ubah #${order.number}`, `Batalkan #${order.number}`] : [];
  return { text, choices };
}

const SPECIAL_PRICE = " (harga khusus)";

/** A status in the customer's words. */
function statusWords({ status, fulfilment }: Pick<StoredOrder, "status" | "fulfilment">): string {
  if (status === "ready" && fulfilment === "delivery") return "siap, menunggu diantar 📦";
  return STATUSES[status];
}

const STATUSES: Readonly<Record<OrderStatus, string>> = {
  placed: "sudah masuk, menunggu toko ✅",
  accepted: "diterima toko 👍",
  preparing: "sedang disiapkan 👩‍🍳",
  ready: "siap diambil 🛍️",
  out_for_delivery: "sedang diantar 🛵",
  completed: "selesai, terima kasih ya Kak 🙏",
  failed_delivery: "belum berhasil diantar",
  cancelled: "dibatalkan",
};

const PAYMENTS: Readonly<Record<Payment, string>> = {
  cash_on_delivery: "tunai saat diantar (COD)",
  cash_at_pickup: "tunai saat ambil",
  transfer: "transfer",
  qris: "QRIS",
};

function sums(order: StoredOrder): string[] {
  if (order.fulfilment === "pickup") return [`Total: ${rupiah(order.total)}`];
  const fee = order.fee === 0 ? "gratis" : rupiah(order.fee);
  return [`Ongkir: ${fee}`, `Total: ${rupiah(order.total)}`];
}

function where(order: StoredOrder, offer: ShopOffer, now: number): string[] {
  const branch = offer.branches.find(({ id }) => id === order.branchId);
  const when = whenWords(order, branch?.timeZone ?? "Asia/Jakarta", now);
  if (order.fulfilment === "delivery")
    return [`Antar ke: ${order.address ?? "-"}`, ...(when ? [`Waktu: ${when}`] : [])];
  return [
    `Ambil di: ${branch ? `${branch.name}, ${branch.address}` : "toko"}`,
    ...(when ? [`Waktu: ${when}`] : []),
    ...(order.pickupCode ? [`Kode ambil: ${order.pickupCode}`] : []),
  ];
}

function whenWords({ day, time }: StoredOrder, timeZone: string, now: number): string {
  const words = [day ? sayDay(day, localTime(now, timeZone).day) : "", time ? sayTime(time) : ""];
  return words.filter((word) => word !== "").join(" ");
}
