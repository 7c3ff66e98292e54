import type { Picture } from "#flow";
import { sayHours, sayOpenings } from "../../src/shop/branch/branch.words.ts";
import { isOpen, openingsOn } from "../../src/shop/branch/openings.ts";
import { type Day, localTime } from "../../src/shop/calendar/calendar.ts";
import { sayDay } from "../../src/shop/calendar/calendar.words.ts";
import { isPaused, type Product, skuPath } from "../../src/shop/catalogue/catalogue.ts";
import { rupiah, sayList, sayPrices, sayQuantity } from "../../src/shop/catalogue/catalogue.words.ts";
import type { DeliveryZone } from "../../src/shop/zone/zone.ts";
import { botWords, kak } from "../words.ts";

const MENU_LENGTH = 25;

/** Answers to the questions customers ask most. */
export const questionWords = {
  price: (product: Product, { now }: Picture) => {
    const notes = [
      isPaused(product, now) ? "lagi habis" : "",
      product.minimum > 1000 ? `minimal ${sayQuantity(product.minimum, product.unit)}` : "",
      product.leadDays > 0 ? `pesan H-${product.leadDays}` : "",
    ].filter(Boolean);
    return `${product.name}: ${sayPrices(product)} per ${product.unit}${notes.length ? ` (${notes.join(", ")})` : ""}`;
  },

  stock(product: Product, picture: Picture): string {
    const options = product.options.map(({ name, values }) => `${name}: ${values.map(({ v }) => v).join(", ")}`);
    if (isPaused(product, picture.now)) return botWords(picture, "soldOut", { barang: product.name });
    const what = options.length ? `${product.name} (${options.join("; ")})` : product.name;
    if (product.options.length > 0) return `${what} ada, ${kak(picture)}. Sebutkan pilihannya, nanti saya cek stoknya.`;
    const left = picture.branches.map(({ id, name }) => ({
      name,
      left: picture.available(skuPath(product.sku, []), id),
    }));
    if (left.length === 0 || left.every((one) => one.left === undefined)) return `${what} ada, ${kak(picture)}.`;
    const places = left.map(
      (one) =>
        `${one.name} ${one.left === undefined ? "ada" : one.left > 0 ? sayQuantity(one.left, product.unit) : "habis"}`,
    );
    return `${what}: ${places.join(", ")}.`;
  },

  info: (product: Product) =>
    `${product.name}: ${product.description || `dijual per ${product.unit}, ${sayPrices(product)}`}`,
  askSeller: (picture: Picture) =>
    `Soal itu penjual yang paling tahu, ${kak(picture)}. Tulis "bicara dengan penjual" kalau mau disambungkan.`,

  menu(picture: Picture): string {
    const products = [...picture.products.values()];
    const lines = products
      .slice(0, MENU_LENGTH)
      .map(
        (product) =>
          `• ${product.name}: ${sayPrices(product)}/${product.unit}${isPaused(product, picture.now) ? " (lagi habis)" : ""}`,
      );
    const more =
      products.length > MENU_LENGTH ? [`…dan ${products.length - MENU_LENGTH} lagi; tanya saja namanya.`] : [];
    return [`Menu ${picture.shop.name}:`, ...lines, ...more].join("\n");
  },

  hours(asked: Day | undefined, picture: Picture): string {
    return picture.branches
      .map((branch) => {
        const { day: today } = localTime(picture.now, branch.timeZone);
        if (asked !== undefined && asked !== today) {
          const holiday = branch.holidays.find((one) => one.day === asked);
          const name = holiday ? ` (${holiday.name})` : "";
          return `${branch.name}: ${sayDay(asked, today)}${name} ${sayOpenings(openingsOn(branch, asked))}.`;
        }
        const holiday = branch.holidays.find((one) => one.day === today);
        const special = holiday ? ` Hari ini ${holiday.name}: ${sayOpenings(openingsOn(branch, today))}.` : "";
        return `${branch.name}: ${sayHours(branch)} (sekarang ${isOpen(branch, picture.now) ? "buka" : "tutup"}).${special}`;
      })
      .join("\n");
  },

  location: (picture: Picture) =>
    picture.branches.map(({ name, address, phone }) => `${name}: ${address}${phone ? ` (${phone})` : ""}`).join("\n") ||
    (picture.shop.address ?? picture.shop.city),

  shipping(zone: DeliveryZone | undefined, picture: Picture): string {
    if (zone) return `${sayFee(zone)}`;
    if (picture.zones.length === 0) return `Ongkirnya dihitung dari alamat, ${kak(picture)}. Penjual akan mengabari.`;
    return `Ongkir, ${kak(picture)}:\n${picture.zones.map((one) => `• ${sayFee(one)}`).join("\n")}`;
  },

  deliveryTime(products: readonly Product[], picture: Picture): string {
    const slow = products.filter(({ leadDays }) => leadDays > 0);
    if (slow.length)
      return `${sayList(slow.map(({ name, leadDays }) => `${name} dipesan H-${leadDays}`))}, ${kak(picture)}.`;
    const minutes = picture.zones.map((zone) => zone.minutes);
    if (minutes.length === 0) return `Disiapkan secepatnya setelah pesan, ${kak(picture)}.`;
    return `Biasanya ${Math.min(...minutes)}–${Math.max(...minutes)} menit setelah pesanan disiapkan, tergantung daerahnya, ${kak(picture)}.`;
  },

  cod(picture: Picture): string {
    if (!picture.shop.fulfilments.includes("cod")) return `Maaf ${kak(picture)}, di sini belum bisa COD.`;
    const limits = picture.zones
      .filter(({ codLimit }) => codLimit !== null)
      .map(({ name, codLimit }) => (codLimit ? `${name} sampai ${rupiah(codLimit)}` : `${name} belum bisa`));
    return `Bisa COD, ${kak(picture)}: bayar tunai saat barang datang.${limits.length ? ` Batasnya: ${limits.join(", ")}.` : ""}`;
  },
  payment: (picture: Picture) =>
    `Bisa tunai (COD atau di toko), transfer, atau QRIS, ${kak(picture)}.${picture.shop.paymentNote ? ` ${picture.shop.paymentNote}` : ""}`,
  promo: (picture: Picture) =>
    `Saat ini harganya sesuai menu, ${kak(picture)}. Untuk jumlah banyak, boleh saya sambungkan ke penjual.`,
  howTo: (picture: Picture) =>
    `Gampang, ${kak(picture)}: tulis saja pesanannya di sini seperti biasa, misalnya "2 brownies, antar ke Jl. Mawar 5". Nanti saya bacakan lagi sebelum dicatat.`,
};

function sayFee({ name, fee, freeFrom, minutes }: DeliveryZone): string {
  const free = freeFrom === null ? "" : `, gratis mulai belanja ${rupiah(freeFrom)}`;
  return `${name}: ${fee ? rupiah(fee) : "gratis"}${free}, sekitar ${minutes} menit`;
}
