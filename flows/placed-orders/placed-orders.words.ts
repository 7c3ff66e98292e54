import type { Picture, SteppedNews } from "#flow";
import { answeredBy } from "../../src/shop/branch/answered-by.words.ts";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import { sayDay, sayTime } from "../../src/shop/calendar/calendar.words.ts";
import { rupiah, sayList, sayQuantity } from "../../src/shop/catalogue/catalogue.words.ts";
import type { OrderStatus, PlacedOrder } from "../../src/shop/order/order.ts";
import type { StepReason } from "../../src/shop/order/step-reason.ts";
import { botWords, kak } from "../words.ts";

const STATUSES: Readonly<Record<OrderStatus, string>> = {
  placed: "sudah kami terima, menunggu disiapkan",
  accepted: "sudah diterima penjual",
  preparing: "sedang disiapkan",
  ready: "sudah siap",
  out_for_delivery: "sedang diantar kurir",
  completed: "sudah selesai",
  failed_delivery: "belum berhasil diantar",
  cancelled: "dibatalkan",
};

/** Sentences about orders that were placed. */
export const placedOrderWords = {
  status(order: PlacedOrder, picture: Picture): string {
    const goods = sayList(order.lines.map(({ name, quantity, unit }) => `${name} ${sayQuantity(quantity, unit)}`));
    const today = localTime(picture.now, picture.timeZone).day;
    const when = order.day ? `, untuk ${sayDay(order.day, today)}${order.time ? ` ${sayTime(order.time)}` : ""}` : "";
    const code =
      order.pickupCode && order.status !== "completed" && order.status !== "cancelled"
        ? ` Kode ambil: ${order.pickupCode}.`
        : "";
    return `Pesanan #${order.number} (${goods}, ${rupiah(order.total)}${when}) ${STATUSES[order.status]}, ${kak(picture)}.${code}`;
  },
  noOrders: (picture: Picture) => `Belum ada pesanan yang tercatat, ${kak(picture)}.`,
  begun: (number: string, picture: Picture) =>
    `Pesanan #${number} sudah mulai disiapkan, ${kak(picture)}. Saya teruskan ke penjual, ya. ${answeredBy(picture)}`,
  nothingToCancel: (picture: Picture) => `Baik ${kak(picture)}, tidak ada pesanan yang berjalan.`,
  nothingToChange: (picture: Picture) => `Belum ada pesanan yang bisa diubah, ${kak(picture)}. Mau pesan apa?`,
  cancelled: (number: string, picture: Picture) =>
    `Pesanan #${number} sudah dibatalkan, ${kak(picture)}. Kalau berubah pikiran, tulis "pesan lagi" ya.`,
  /** News of a step that the shop took; undefined where the customer is told nothing */
  stepped: (order: PlacedOrder, step: SteppedNews, picture: Picture): string | undefined => {
    if (step.undid !== undefined) return corrected(order, step.undid, kak(picture));
    // The owner's own wording says that it happened; why it did stands behind it.
    return (
      [steppedWords(order, step.status, picture), because(step), lapsed(step)].filter(Boolean).join(" ") || undefined
    );
  },
};

function steppedWords(order: PlacedOrder, status: string, picture: Picture): string | undefined {
  const nomor = order.number;
  switch (status) {
    case "accepted":
    case "preparing":
    case "completed":
    case "cancelled":
      return botWords(picture, status, { nomor });
    case "ready": {
      if (order.fulfilment === "delivery") return botWords(picture, "readyToDeliver", { nomor });
      const kode_ambil = order.pickupCode ? `Sebutkan kode ${order.pickupCode} di toko ya.` : "";
      return botWords(picture, "readyToCollect", { nomor, kode_ambil });
    }
    case "out_for_delivery": {
      const uang = order.payment === "cash_on_delivery" ? `Siapkan ${rupiah(order.total)} ya.` : "";
      return botWords(picture, "outForDelivery", { nomor, uang });
    }
    case "failed_delivery":
      return botWords(picture, "failedDelivery", { nomor });
    default:
      return undefined;
  }
}

/** Why, in a sentence of its own; nothing where no reason was given. */
function because({ reason = "", note }: SteppedNews): string | undefined {
  const said = new Map<string, string>(Object.entries(REASONS)).get(reason);
  if (said === undefined) return note ? `Alasannya: ${note}.` : undefined;
  return `Alasannya: ${said}${note ? ` (${note})` : ""}.`;
}

/** The order went on without an answer to what was offered: it is as it was. */
function lapsed({ lapsed: ended, status }: SteppedNews): string | undefined {
  return ended && status !== "cancelled"
    ? "Soal ganti barang tadi tidak jadi, isinya tetap seperti semula."
    : undefined;
}

/** Why, as the customer reads it. "other" says only what the seller wrote. */
const REASONS: Readonly<Partial<Record<StepReason, string>>> = {
  out_of_stock: "barangnya ternyata habis",
  customer_asked: "sesuai permintaan",
  unreachable: "nomornya belum bisa dihubungi",
  outside_area: "alamatnya belum terjangkau",
  duplicate: "tercatat dua kali",
  closed: "toko sedang tutup",
  nobody_home: "tidak ada orang di alamat",
  no_answer: "nomornya tidak diangkat",
  address_not_found: "alamatnya belum ketemu",
  refused: "pesanannya tidak diterima di alamat",
  no_cash: "uangnya belum siap",
  another_time: "minta diantar lain waktu",
};

/** The shop pressed the wrong button: what the customer heard is put right. */
function corrected(order: PlacedOrder, undid: string, name: string): string {
  const now = STATUSES[order.status];
  const wrong: Readonly<Record<string, string>> = { cancelled: "tidak jadi dibatalkan", completed: "belum selesai" };
  return `Maaf ${name}, tadi kami salah pencet. Pesanan #${order.number} ${wrong[undid] ?? "belum berubah"}: ${now}.`;
}
