import { sayQuantity, sayVariant } from "../shop/catalogue/catalogue.words.ts";
import { type CatalogueIndex, indexCatalogue } from "../understanding/catalogue-index.ts";
import { explain } from "../understanding/explain.ts";
import type { Edit, Meaning, MeantItem } from "../understanding/meaning.ts";
import { type Correction, correctionOf, type Understood, understoodOf } from "../understanding/misread.ts";
import type { Heard } from "./heard-store.ts";
import type { CorrectionView, ReadingView } from "./reading-view.ts";
import type { BasketView } from "./views.ts";

/** A customer's words understood anew, for the console's page and for the corpus. */
export interface MessageReading {
  readonly view: Omit<ReadingView, "misread">;
  readonly understood: Understood;
  /** What staff say it should have meant */
  correct(intents: Correction["intents"], goods: string): Correction;
}

/** Understands words against the catalogue as it stands, and says how. */
export function readMessage({ eventId, texts, context, hearing, shop }: Heard): MessageReading {
  const catalogue = indexCatalogue(shop.catalogue);
  const { text: _, meaning, ...steps } = explain({ ...hearing, catalogue });
  const goods = meaning.items.map((item) => basketView(item, catalogue));
  return {
    view: {
      ...{ eventId, texts, context, goods, steps },
      intents: meaning.intents,
      doubts: meaning.doubts.map(({ words, candidates, near }) => ({
        words,
        fits: [...candidates, ...near].map((sku) => nameOf(sku, catalogue)),
      })),
      edits: meaning.edits.map((edit) => ({ type: edit.type, name: editedName(edit, hearing.basket, catalogue) })),
      facts: factsOf(meaning, shop),
      goodsText: meaning.items.map((item) => typedGoods(item, catalogue)).join("\n"),
    },
    understood: understoodOf(meaning, catalogue),
    correct: (intents, typed) => correctionOf(intents, typed, { ...hearing, catalogue }),
  };
}

/** A stored correction as the console shows it, with the names of the catalogue's products. */
export function correctionView({ intents, goods, items, unread }: Correction, names: ProductNames): CorrectionView {
  return { intents, unread, goodsText: goods, goods: goodsViews(items, names) };
}

/** Products by sku, for what was stored as sku paths. */
export type ProductNames = ReadonlyMap<string, { readonly name: string; readonly unit: string }>;

/** Goods of the evaluation format as the console shows them. */
export function goodsViews(items: Understood["items"], names: ProductNames): BasketView[] {
  return items.map(({ sku: path, qty, note }) => {
    const [sku = path, ...options] = path.split("/");
    const product = names.get(sku);
    return {
      name: sayVariant({ name: product?.name ?? sku }, options),
      quantity: Math.round(qty * 1000),
      unit: product?.unit ?? "",
      ...(note === undefined ? {} : { note }),
    };
  });
}

function basketView({ sku, options, quantity, unsure, note }: MeantItem, catalogue: CatalogueIndex): BasketView {
  return {
    name: sayVariant({ name: nameOf(sku, catalogue) }, options),
    quantity,
    ...(unsure === undefined ? {} : { unsure }),
    unit: catalogue.product(sku)?.unit ?? "",
    ...(note === undefined ? {} : { note }),
  };
}

/** `2 loyang Brownies Kukus coklat sedang` */
function typedGoods({ sku, options, quantity }: MeantItem, catalogue: CatalogueIndex): string {
  const amount = sayQuantity(quantity, catalogue.product(sku)?.unit ?? "");
  return [amount, nameOf(sku, catalogue), ...options.filter((value) => value !== null)].join(" ");
}

function nameOf(sku: string, catalogue: CatalogueIndex): string {
  return catalogue.product(sku)?.name ?? sku;
}

function editedName(edit: Edit, basket: Heard["hearing"]["basket"], catalogue: CatalogueIndex): string {
  const line = basket.find(({ id }) => id === edit.line);
  return line === undefined ? "" : sayVariant({ name: nameOf(line.sku, catalogue) }, line.options);
}

function factsOf(meaning: Meaning, { branches, zones }: Heard["shop"]): ReadingView["facts"] {
  const { fulfilment, payment, date, time, address, phone, name, until, orderNumber } = meaning;
  const branch = branches.find(({ id }) => id === meaning.branch)?.name;
  const zone = zones.find(({ id }) => id === meaning.zone)?.name;
  const facts = { fulfilment, payment, day: date, time, address, zone, branch, phone, name, until, orderNumber };
  return Object.entries(facts).flatMap(([slot, value]) => (value === undefined ? [] : [{ slot, value }]));
}
