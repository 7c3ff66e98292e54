import type { Picture } from "#flow";
import { isOpen, nextOpening } from "../../src/shop/branch/openings.ts";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import { sayDay, sayMinute, sayTime } from "../../src/shop/calendar/calendar.words.ts";
import { skuPath } from "../../src/shop/catalogue/catalogue.ts";
import { rupiah, sayAsAsked, sayQuantity } from "../../src/shop/catalogue/catalogue.words.ts";
import type { Payment } from "../../src/shop/order/order.ts";
import type { Quote } from "../../src/shop/order/quote.ts";
import type { Agreed } from "./summary.ts";

const PAYMENTS: Readonly<Record<Payment, string>> = {
  cash_on_delivery: "tunai saat barang datang (COD)",
  cash_at_pickup: "tunai di toko",
  transfer: "transfer bank",
  qris: "QRIS",
};

/** The whole order in a few lines, as the customer is asked to agree to it. */
export function summaryText(known: Agreed, sum: Quote, picture: Picture): string {
  const goods = sum.lines.map(
    (line) =>
      `• ${line.name} ${sayLine(line, known, picture)} = ${rupiah(line.amount)}${line.agreedBy ? " (harga khusus)" : ""}${line.note ? ` (${line.note})` : ""}`,
  );
  const delivery = sum.fulfilment === "delivery";
  const fee = delivery ? [`Ongkir${sum.zone ? ` ${sum.zone.name}` : ""}: ${sum.fee ? rupiah(sum.fee) : "gratis"}`] : [];
  const who = [known.name, known.phone].filter(Boolean).join(", ");
  return [
    ...goods,
    ...fee,
    `Total: ${rupiah(sum.total)}`,
    `Bayar: ${PAYMENTS[sum.payment]}`,
    delivery
      ? `Diantar: ${known.address ?? "-"}`
      : `Diambil di: ${sum.branch ? `${sum.branch.name}, ${sum.branch.address}` : "toko"}`,
    ...sayWhen(known, sum, picture),
    ...(who ? [`Atas nama: ${who}`] : []),
  ].join("\n");
}

/** The quantity as the customer said it. */
function sayLine({ sku, quantity, unit, note }: Quote["lines"][number], { basket }: Agreed, picture: Picture): string {
  const asked = basket?.lines.find(
    (one) => skuPath(one.sku, one.options) === sku && one.quantity === quantity && one.note === note,
  );
  const product = asked && picture.products.get(asked.sku);
  return product ? sayAsAsked(quantity, product, asked.unit) : sayQuantity(quantity, unit);
}

function sayWhen({ when }: Agreed, sum: Quote, picture: Picture): string[] {
  if (!when) return [];
  const today = localTime(picture.now, picture.timeZone).day;
  if (!when.asap)
    return [
      `Waktu: ${[when.day && sayDay(when.day, today), when.time && saySaid(when.time, when.around)].filter(Boolean).join(" ")}`,
    ];
  const minutes = sum.zone ? ` (sekitar ${sum.zone.minutes} menit setelah pesanan disiapkan)` : "";
  const opening = sum.branch && !isOpen(sum.branch, picture.now) ? nextOpening(sum.branch, picture.now) : undefined;
  const from = opening ? ` setelah toko buka, ${sayDay(opening.day, today)} jam ${sayMinute(opening.minute)}` : "";
  return [`Waktu: secepatnya${from}${minutes}`];
}

/** `jam 16.30`, `sore`, `malam, sekitar jam 18.30` */
function saySaid(time: string, around: string | undefined): string {
  return around === undefined ? sayTime(time) : `${sayTime(time)}, sekitar ${sayTime(around)}`;
}
