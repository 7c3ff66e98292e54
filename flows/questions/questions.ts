import type { Answer, Intent, Meaning, Picture } from "#flow";
import type { Product } from "../../src/shop/catalogue/catalogue.ts";
import { questionWords as words } from "./questions.words.ts";

/** Questions about goods are answered for the products asked about, else for the menu. */
const price = about("askPrice", "ask_price", words.price, words.menu);
const stock = about("askStock", "ask_stock", words.stock, words.menu);
const info = about("askProductInfo", "ask_product_info", words.info, words.askSeller);

const menu = simple("askMenu", "ask_menu", words.menu);
const hours: Answer = {
  name: "askHours",
  intents: ["ask_hours"],
  reply: ({ date }, picture) => answered(words.hours(date, picture)),
};
const location = simple("askLocation", "ask_location", words.location);
const cod = simple("askCod", "ask_cod", words.cod);
const payment = simple("askPayment", "ask_payment", words.payment);
const promo: Answer = {
  name: "askPromo",
  intents: ["ask_promo"],
  reply: (meaning, picture) =>
    answered(
      words.promo(picture),
      productsOf(meaning, picture).map(({ sku }) => sku),
    ),
};
const howTo = simple("askHowToOrder", "ask_how_to_order", words.howTo);

const shipping: Answer = {
  name: "askShippingCost",
  intents: ["ask_shipping_cost"],
  reply: ({ zone }, picture) =>
    answered(
      words.shipping(
        picture.zones.find(({ id }) => id === zone),
        picture,
      ),
    ),
};

const deliveryTime: Answer = {
  name: "askDeliveryTime",
  intents: ["ask_delivery_time"],
  reply: (meaning, picture) => answered(words.deliveryTime(productsOf(meaning, picture), picture)),
};

/** Questions answered at any moment; the open question is put again afterwards. */
export const questionAnswers: readonly Answer[] = [
  price,
  stock,
  info,
  menu,
  hours,
  location,
  shipping,
  deliveryTime,
  cod,
  payment,
  promo,
  howTo,
];

function about(
  name: string,
  intent: Intent,
  each: (product: Product, picture: Picture) => string,
  none: (picture: Picture) => string,
): Answer {
  return {
    name,
    intents: [intent],
    reply: (meaning, picture) => {
      // A wish to see something is answered with a picture.
      if (intent === "ask_product_info" && meaning.photo) return undefined;
      const products = productsOf(meaning, picture);
      const text = products.length ? products.map((product) => each(product, picture)).join("\n") : none(picture);
      return answered(
        text,
        products.map(({ sku }) => sku),
      );
    },
  };
}

function simple(name: string, intent: Intent, say: (picture: Picture) => string): Answer {
  return { name, intents: [intent], reply: (_, picture) => answered(say(picture)) };
}

/** An answer that asks nothing: what comes next is still read knowing what it was about. */
function answered(text: string, skus: readonly string[] = []) {
  return skus.length ? { say: [text], about: skus } : { say: [text] };
}

function productsOf({ about: skus, items, doubts }: Meaning, picture: Picture): Product[] {
  const named = [...skus, ...items.map(({ sku }) => sku), ...doubts.flatMap(({ candidates }) => candidates)];
  return [...new Set(named)].flatMap((sku) => picture.products.get(sku) ?? []).slice(0, 6);
}
