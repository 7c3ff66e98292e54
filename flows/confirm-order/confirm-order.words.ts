import type { Picture } from "#flow";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import { sayDay, sayMinute, sayTime } from "../../src/shop/calendar/calendar.words.ts";
import { sayPhone } from "../../src/shop/call/call.words.ts";
import type { Back } from "../../src/shop/call/call-times.ts";
import { rupiah, sayList, sayQuantity } from "../../src/shop/catalogue/catalogue.words.ts";
import type { PlacedOrder } from "../../src/shop/order/order.ts";
import { kak } from "../words.ts";

/** Sentences about an order that waits for a yes which no call could bring. */
export const confirmOrderWords = {
  yes: "Ya, jadi",
  cancel: "Batal",
  unreached: (order: PlacedOrder, tried: string | undefined, picture: Picture) =>
    `${kak(picture)}, beberapa kali kami telepon${to(tried)} belum tersambung 🙏\n${kept(order, picture)} Jadi dipesan? Cukup jawab di sini, langsung kami siapkan.`,
  wrongNumber: (order: PlacedOrder, tried: string | undefined, picture: Picture) =>
    `${kak(picture)}, nomor${tried === undefined ? " yang kami telepon" : ` ${sayPhone(tried)}`} ternyata bukan nomor ${kak(picture)} 🙏\n${kept(order, picture)} Kalau jadi, cukup jawab di sini. Kalau lebih enak ditelepon, tulis nomor yang benar ya.`,
  yesOrCancel: (picture: Picture) => `Jadi atau batal, ${kak(picture)}?`,
  confirmed: (number: string, picture: Picture) =>
    `Siap ${kak(picture)}, pesanan #${number} jadi ya. Segera kami siapkan, terima kasih 🙏`,
  cancelled: (number: string, picture: Picture) =>
    `Baik ${kak(picture)}, pesanan #${number} kami batalkan. Kalau berubah pikiran, tulis "pesan lagi" ya.`,
  willCall: (phone: string, back: Back, picture: Picture) =>
    `Siap ${kak(picture)}, kami telepon ke ${sayPhone(phone)} ${moment(back, picture)} ya.`,
  notWaiting: (picture: Picture) =>
    `Pesanannya sudah tidak menunggu jawaban, ${kak(picture)}. Ada lagi yang bisa dibantu?`,
};

function kept(order: PlacedOrder, picture: Picture): string {
  const goods = sayList(order.lines.map(({ name, quantity, unit }) => `${name} ${sayQuantity(quantity, unit)}`));
  const today = localTime(picture.now, picture.timeZone).day;
  const when = order.day ? `, untuk ${sayDay(order.day, today)}${order.time ? ` ${sayTime(order.time)}` : ""}` : "";
  return `Pesanan #${order.number} (${goods}, ${rupiah(order.total)}${when}) masih kami simpan.`;
}

function to(phone: string | undefined): string {
  return phone === undefined ? "" : ` ke ${sayPhone(phone)}`;
}

function moment({ at, soon, unknown }: Back, { now, timeZone }: Picture): string {
  if (soon || unknown) return "sebentar lagi";
  const { day, minute } = localTime(at, timeZone);
  return `${sayDay(day, localTime(now, timeZone).day)} jam ${sayMinute(minute)}`;
}
