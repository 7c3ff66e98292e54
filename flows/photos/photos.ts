import type { Answer, Effect, Meaning, Picture, Reply, TalkSoFar } from "#flow";
import type { Product } from "../../src/shop/catalogue/catalogue.ts";
import { photoWords as words } from "./photos.words.ts";

/** More at once is a flood. */
const MOST_PHOTOS = 3;
/** "ga masuk fotonya", "kirim lagi dong": the same ones are wanted again. */
const AGAIN =
  /\b(lagi|ulang|ulangi|ulangin|(ga|gak|ngga|nggak|tidak|belum|blm|tdk)( bisa)? (masuk|muncul|kebuka|dibuka|terkirim|keliatan|kelihatan|nyampe|sampai))\b/i;

/** "ada fotonya?": pictures of what is asked about, else of what the talk is about, else it is asked which. */
const photo: Answer = {
  name: "askPhoto",
  intents: ["ask_product_info"],
  reply(meaning, picture, talk) {
    if (!meaning.photo) return undefined;
    const named = meaning.photo === "named" ? productsOf(namedIn(meaning), picture) : [];
    if (named.length > 0) return show(named, picture);
    const about = productsOf(talk.about, picture);
    if (about.length > 0) return showNew(about, picture, talk);
    const all = [...picture.products.values()].filter(({ photoId }) => photoId !== undefined);
    if (all.length > MOST_PHOTOS) return { say: [], ask: words.which(all, picture) };
    return all.length > 0 ? showNew(all, picture, talk) : { say: [], ask: words.none([], picture) };
  },
};

export const photoAnswers: readonly Answer[] = [photo];

/** Nobody asked for the very picture that was just sent. */
function showNew(products: readonly Product[], picture: Picture, talk: TalkSoFar): Reply {
  const before = AGAIN.test(talk.words) ? [] : talk.shown;
  const fresh = products.filter(({ photoId }) => photoId === undefined || !before.includes(photoId));
  return fresh.length > 0 ? show(fresh, picture) : { say: [], ask: words.onlyThose(picture), about: skusOf(products) };
}

function show(products: readonly Product[], picture: Picture): Reply {
  const about = skusOf(products);
  const kept = products.filter(({ photoId }) => photoId !== undefined);
  const missing = products.filter(({ photoId }) => photoId === undefined);
  if (kept.length === 0) return { say: [], ask: words.none(missing, picture), about };
  const shown = kept.slice(0, MOST_PHOTOS);
  const rest = kept.slice(MOST_PHOTOS);
  const notes = [
    ...(missing.length > 0 ? [words.missing(missing, picture)] : []),
    ...(rest.length > 0 ? [words.more(rest, picture)] : []),
  ];
  if (!picture.channel.images) return { say: [words.inWords(shown, picture), ...notes], about };
  return { say: notes, about, effects: shown.map((product) => withPhoto(product, picture)) };
}

function withPhoto(product: Product, picture: Picture): Effect {
  const text = words.caption(product, picture);
  return { type: "say", text, ...(product.photoId === undefined ? {} : { photo: product.photoId }) };
}

function namedIn({ about, items, doubts }: Meaning): string[] {
  return [...about, ...items.map(({ sku }) => sku), ...doubts.flatMap(({ candidates }) => candidates)];
}

function productsOf(skus: readonly string[], { products }: Picture): Product[] {
  return [...new Set(skus)].flatMap((sku) => products.get(sku) ?? []);
}

function skusOf(products: readonly Product[]): string[] {
  return products.map(({ sku }) => sku);
}
