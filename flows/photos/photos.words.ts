import type { Ask, Picture } from "#flow";
import { isPaused, type Product } from "../../src/shop/catalogue/catalogue.ts";
import { sayList, sayPrices } from "../../src/shop/catalogue/catalogue.words.ts";
import { kak } from "../words.ts";

/** So many can be picked from at once; others are named. */
const MOST_CHOICES = 8;
const ASK_SELLER = { intents: ["talk_to_human" as const] };
const GO_ON = { intents: ["thank" as const] };

/** Sentences around pictures of the goods. */
export const photoWords = {
  /** Beneath a picture: what it is, what it costs, what there is to choose */
  caption(product: Product, picture: Picture): string {
    const soldOut = isPaused(product, picture.now) ? " (lagi habis)" : "";
    const choices = product.options.map(
      ({ name, values }) => `${capital(name)}: ${values.map(({ v }) => v).join(", ")}`,
    );
    return [`${product.name}${soldOut}`, `${sayPrices(product)} per ${product.unit}`, ...choices].join("\n");
  },

  missing: (products: readonly Product[], picture: Picture) =>
    `Foto ${sayList(products.map(({ name }) => name))} belum ada, ${kak(picture)}.`,
  more: (products: readonly Product[], picture: Picture) =>
    `Itu dulu ya ${kak(picture)}. Mau lihat ${sayList(
      products.map(({ name }) => name),
      "atau",
    )} juga? Tulis saja namanya.`,

  /** None of what was asked about has a picture */
  none: (products: readonly Product[], picture: Picture): Ask =>
    offer(
      products.length > 0
        ? `Maaf ${kak(picture)}, foto ${sayList(products.map(({ name }) => name))} belum ada.`
        : `Maaf ${kak(picture)}, fotonya belum ada di sini.`,
      picture,
    ),
  /** The very picture was just sent */
  onlyThose: (picture: Picture): Ask => offer(`Fotonya baru itu, ${kak(picture)}.`, picture),

  which: (products: readonly Product[], picture: Picture): Ask => ({
    text: `Mau lihat foto yang mana, ${kak(picture)}?`,
    question: { type: "photo" },
    choices: products.slice(0, MOST_CHOICES).map(({ sku, name }) => ({
      label: name,
      means: { intents: ["ask_product_info"], about: [sku], photo: "named" },
    })),
  }),

  /** Where no picture can be sent */
  inWords: (products: readonly Product[], picture: Picture) =>
    [
      `Maaf ${kak(picture)}, di sini saya belum bisa kirim foto.`,
      ...products.map((product) => photoWords.caption(product, picture)),
    ].join("\n\n"),
};

function offer(text: string, picture: Picture): Ask {
  return {
    text: `${text} Mau saya mintakan ke penjual, atau lanjut saja?`,
    again: `Fotonya mau saya mintakan ke penjual, ${kak(picture)}?`,
    question: { type: "yesNo" },
    choices: [
      { label: "Minta ke penjual", means: ASK_SELLER },
      { label: "Lanjut saja", means: GO_ON },
    ],
    yes: ASK_SELLER,
    no: GO_ON,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
