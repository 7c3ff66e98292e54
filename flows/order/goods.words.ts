import type { Ask, Picture } from "#flow";
import type { BasketLine, Product } from "../../src/shop/catalogue/catalogue.ts";
import { rupiah, sayList, sayQuantity, sayVariant } from "../../src/shop/catalogue/catalogue.words.ts";
import { botWords, kak, oneOf } from "../words.ts";

/** Sentences about what to buy. */
export const goodsWords = {
  remove: "Hapus saja",
  skip: "Tidak jadi",
  person: "Bicara dengan penjual",

  whatWouldYouLike(picture: Picture): Ask {
    return {
      text: oneOf(picture, [
        `Mau pesan apa, ${kak(picture)}? Tulis saja bebas, misalnya "${example(picture)}".`,
        `Silakan, ${kak(picture)} mau pesan apa? Boleh tulis seperti biasa, contoh: "${example(picture)}".`,
      ]),
      again: `Jadi mau pesan apa, ${kak(picture)}?`,
      question: { type: "basket" },
      choices: [{ label: "Lihat menu", means: { intents: ["ask_menu"] } }],
    };
  },
  whichOption(
    line: BasketLine,
    product: Product,
    option: string,
    values: readonly { value: string; price: number }[],
    picture: Picture,
  ): string {
    const priced = new Set(values.map(({ price }) => price)).size > 1;
    const list = values.map(({ value, price }) => (priced ? `${value} (${rupiah(price)})` : value));
    const what = `${sayVariant(product, line.options)} ${sayQuantity(line.quantity, product.unit)}`;
    return `${what}: mau ${option} yang mana, ${kak(picture)}? Ada ${sayList(list, "atau")}.`;
  },
  whichOptionAgain: (product: Product, option: string, picture: Picture) =>
    `${product.name}-nya ${option} yang mana, ${kak(picture)}?`,
  whichProduct: (said: string, products: readonly Product[], picture: Picture) =>
    `"${said}" yang mana ya, ${kak(picture)}? Ada ${sayList(products.map(priced), "atau")}.`,
  whichQuantity(line: BasketLine, quantities: readonly number[], product: Product, picture: Picture): string {
    const several = sayList(
      quantities.map((quantity) => sayQuantity(quantity, product.unit)),
      "atau",
    );
    const what = sayVariant(product, line.options);
    return quantities.length > 1
      ? `${what}-nya ${several}, ${kak(picture)}?`
      : `${what}-nya jadi berapa ${product.unit}, ${kak(picture)}?`;
  },
  howMany: (product: Product, picture: Picture) =>
    `Mau ${product.name} berapa ${product.unit}, ${kak(picture)}? Tulis dengan namanya, misalnya "${product.name.toLowerCase()} 10".`,
  notSold(said: string, near: readonly Product[], picture: Picture): string {
    const sorry = `Maaf ${kak(picture)}, "${said}" belum ada di sini.`;
    return near.length
      ? `${sorry} Yang mirip: ${sayList(near.map(priced), "atau")}. Mau?`
      : `${sorry} Mau lihat menu atau pesan yang lain?`;
  },
  noLongerSold: (name: string) => `Maaf, ${name} sudah tidak dijual. Saya hapus dari pesanan, ya?`,
  makeIt: (quantity: number, product: Product) => `Jadikan ${sayQuantity(quantity, product.unit)}`,
  minimum: (product: Product, picture: Picture) =>
    `${product.name} minimal ${sayQuantity(product.minimum, product.unit)} ya, ${kak(picture)}. Mau dijadikan ${sayQuantity(product.minimum, product.unit)}?`,
  large: (line: BasketLine, product: Product, picture: Picture) =>
    `Wah, ${sayQuantity(line.quantity, product.unit)} ${product.name} banyak sekali, ${kak(picture)}. Untuk jumlah sebesar itu sebaiknya bicara dulu dengan penjual, ya? Atau tulis jumlah yang lain.`,
  /** The shop says that it is sold out; `others` are of its kind */
  paused(product: Product, others: readonly Product[], picture: Picture): string {
    const sorry = botWords(picture, "soldOut", { barang: product.name });
    return others.length
      ? `${sorry} Ada ${sayList(others.map(priced), "atau")}. Mau ganti, atau dihapus saja?`
      : `${sorry} Mau pilih yang lain, atau dihapus saja?`;
  },
  soldOut: (line: BasketLine, product: Product, picture: Picture) =>
    `Maaf ${kak(picture)}, ${sayVariant(product, line.options)} sedang habis. Mau pilih yang lain, atau dihapus saja?`,
  onlyLeft: (line: BasketLine, product: Product, left: number, picture: Picture) =>
    `Maaf ${kak(picture)}, ${sayVariant(product, line.options)} tinggal ${sayQuantity(left, product.unit)}. Mau ambil ${sayQuantity(left, product.unit)}?`,
  onlyFrom: (branch: string) => `Yang ada di ${branch} saja`,
  split(
    missing: readonly {
      readonly branch: { readonly name: string };
      readonly short: readonly { readonly line: BasketLine }[];
    }[],
    picture: Picture,
  ): string {
    const name = ({ line }: { readonly line: BasketLine }) => picture.products.get(line.sku)?.name ?? line.sku;
    const places = missing.map(({ branch, short }) => `di ${branch.name} kurang ${sayList(short.map(name))}`);
    return `Maaf ${kak(picture)}, satu pesanan disiapkan dari satu cabang, dan belum ada yang punya semuanya: ${sayList(places)}. Mau yang mana?`;
  },
  noSuchOption: (words: string, product: Product, picture: Picture) =>
    `${product.name} tidak ada yang ${words}, ${kak(picture)}.`,
};

function priced(product: Product): string {
  return `${product.name} (${rupiah(product.price)})`;
}

function example(picture: Picture): string {
  const names = [...picture.products.values()].slice(0, 2).map(({ name }) => name.toLowerCase());
  return names.length === 2 ? `${names[0]} 2, ${names[1]} 1` : `${names[0] ?? "roti"} 2`;
}
