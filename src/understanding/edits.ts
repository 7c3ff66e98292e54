import type { BasketLine, Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amounts.ts";
import { choiceFor } from "./line-options.ts";
import type { Edit, Intent, Meaning, MeantItem } from "./meaning.ts";
import type { OptionHit } from "./option-hits.ts";
import type { ProductHit } from "./product-hits.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";
import { refusedGoods } from "./refusals.ts";
import type { Script } from "./script.ts";
import type { Hearing } from "./understand.ts";

/** A message read as a change of the basket; undefined where it changes nothing there. */
export function editsOf(
  hearing: Hearing,
  reading: Reading,
  script: Script,
  alone: Meaning,
): Partial<Meaning> | undefined {
  const last = hearing.basket.at(-1);
  if (!last || alone.intents.some((intent) => STRONGER.has(intent))) return undefined;
  const scene: Scene = {
    hearing,
    reading,
    script: script.all,
    last,
    amounts: reading.amounts.filter((amount) => amount.counts && !amount.money),
    named: reading.products,
  };
  if (asks(scene.script)) return undefined;
  return (
    refusal(scene, alone) ??
    removal(scene) ??
    swap(scene) ??
    step(scene) ??
    correction(scene) ??
    furtherLine(scene) ??
    otherOption(scene) ??
    wish(scene, alone)
  );
}

const STRONGER = new Set([
  "complain",
  "return_item",
  "opt_out",
  "opt_in",
  "order_status",
  "bargain",
  "confirm_payment",
  "postpone_purchase",
  "repeat_order",
  "start_over",
  "request_call",
  "missed_call",
]);

interface Scene {
  readonly hearing: Hearing;
  readonly reading: Reading;
  readonly script: string;
  readonly last: BasketLine;
  readonly amounts: readonly Amount[];
  readonly named: readonly ProductHit[];
}

function asks(script: string): boolean {
  return / (berapa|gimana|kapan|mana|kenapa) /.test(script);
}

/** "bukan lemper, tapi risol 10": what is turned down leaves the basket, what is wanted instead comes in. */
function refusal(scene: Scene, alone: Meaning): Partial<Meaning> | undefined {
  const refused = refusedGoods(scene.reading);
  const wanted = scene.named.length > refused.length && alone.items.length + alone.doubts.length > 0;
  if (refused.length === 0 || (scene.named.length > refused.length && !wanted)) return undefined;
  const only = { ...scene, named: refused };
  if (!wanted) return removal(only, true);
  const edits = linesNamed(only).map((line): Edit => ({ type: "remove", line: line.id }));
  const { items, doubts, clarify, confidence } = alone;
  const intents: Intent[] = edits.length > 0 ? ["change_order"] : alone.intents;
  return { edits, items, doubts, clarify, confidence, intents };
}

const REMOVES =
  / (hapus|batal|coret)( |$)| tidak (jadi|usah)( |$)| (jangan|tanpa) P | P( \S+){0,1} jangan (?!lupa|sampai|lama|telat|terlalu|kurang|lebih|pakai)/;

/** "topinya ga usah", "hapus yang L". */
function removal(scene: Scene, refused = false): Partial<Meaning> | undefined {
  if (!(refused || REMOVES.test(scene.script)) || / (ganti|jadi) [PON] /.test(scene.script)) return undefined;
  const lines = linesNamed(scene);
  if (lines.length === 0) return undefined;
  const { amounts } = scene;
  const [amount] = amounts;
  const [line] = lines;
  const by = amount && line && inLine(scene, line, amount);
  if (lines.length === 1 && line && by !== undefined && by < line.quantity)
    return edited([{ type: "changeQuantity", line: line.id, by: -by }]);
  return edited(lines.map((each): Edit => ({ type: "remove", line: each.id })));
}

/** Basket lines that the message names, by product or by option. */
function linesNamed(scene: Scene): BasketLine[] {
  const { basket } = scene.hearing;
  const byProduct = basket.filter((line) =>
    scene.named.some((hit) => hit.candidates.some((product) => product.sku === line.sku)),
  );
  const pool = byProduct.length > 0 ? byProduct : scene.named.length > 0 ? [] : basket;
  const hits = scene.reading.options;
  const byOption = pool.filter((line) => hits.some((hit) => has(scene, line, hit)));
  return byOption.length > 0 ? byOption : byProduct;
}

function has(scene: Scene, line: BasketLine, hit: OptionHit): boolean {
  const product = scene.hearing.catalogue.product(line.sku);
  const choice = product && choiceFor(product, hit);
  return choice !== undefined && line.options[choice.option] === choice.value;
}

function inLine(scene: Scene, line: BasketLine, amount: Amount): number | undefined {
  const product = scene.hearing.catalogue.product(line.sku);
  return product && quantityOf(product, amount, line.options);
}

/** "yang 1 ganti L", "ganti coklat jadi keju", "siomay ganti pempek". */
function swap(scene: Scene): Partial<Meaning> | undefined {
  const { script, reading, hearing } = scene;
  if (!/ (ganti|ubah|tukar|jadi|jadiin|dijadikan)( |$)/.test(script)) return undefined;
  const lines = linesNamed(scene);
  const able = hearing.basket.findLast(
    (each) => fits(scene, each) && !reading.options.every((hit) => has(scene, each, hit)),
  );
  const line =
    lines.at(-1) ?? (scene.named.length === 0 || hearing.basket.length === 1 ? (able ?? scene.last) : undefined);
  if (!line) return undefined;
  const strange = scene.named.find((hit) => hit.candidates.length === 1 && hit.candidates[0]?.sku !== line.sku);
  const product = hearing.catalogue.product(line.sku);
  if (!product) return undefined;
  const other = strange?.candidates[0];
  if (other) return replaced(scene, line, other);
  const wanted = reading.options.filter((hit) => choiceFor(product, hit) !== undefined && !has(scene, line, hit));
  const amount = scene.amounts.find((each) => !wanted.some((hit) => hit.from === each.from));
  const quantity = amount && inLine(scene, line, amount);
  if (wanted.length === 0)
    return quantity === undefined || / (ganti|ubah|tukar) P/.test(script)
      ? undefined
      : edited([{ type: "setQuantity", line: line.id, quantity }]);
  const split = quantity !== undefined && quantity < line.quantity ? { quantity } : {};
  return edited(
    wanted.flatMap((hit): Edit[] => {
      const choice = choiceFor(product, hit);
      return choice ? [{ type: "setOption", line: line.id, option: choice.option, value: choice.value, ...split }] : [];
    }),
  );
}

/** Whether a line's product can take every option named. */
function fits(scene: Scene, line: BasketLine): boolean {
  const product = scene.hearing.catalogue.product(line.sku);
  const { options } = scene.reading;
  return (
    product !== undefined &&
    options.length > 0 &&
    options.some((hit) => choiceFor(product, hit)) &&
    options.every((hit) => choiceFor(product, hit) ?? scene.amounts.some((amount) => amount.from === hit.from))
  );
}

function replaced(scene: Scene, line: BasketLine, product: Product): Partial<Meaning> {
  const options: (string | null)[] = product.options.map((_, place) => {
    const hit = scene.reading.options.find((each) => choiceFor(product, each)?.option === place);
    return (hit && choiceFor(product, hit)?.value) ?? null;
  });
  const [amount] = scene.amounts;
  const quantity = amount && quantityOf(product, amount, options);
  const edit: Edit = {
    type: "replace",
    line: line.id,
    sku: product.sku,
    options,
    ...(quantity !== undefined && { quantity }),
  };
  return { ...edited([edit]), clarify: options.includes(null) };
}

/** "tambah 1 lagi", "siomaynya kurangi 1". */
function step(scene: Scene): Partial<Meaning> | undefined {
  const more = / tambah( |$)| N lagi /.test(scene.script);
  const less = / kurang( |$)/.test(scene.script);
  if (more === less) return undefined;
  const lines = linesNamed(scene);
  const unknown = scene.reading.options.some((hit) => !lines.some((line) => has(scene, line, hit)));
  if ((scene.named.length > 0 && lines.length !== 1) || unknown) return undefined;
  if (scene.named.length === 0 && scene.amounts.length === 0) return undefined;
  const line = lines.at(-1) ?? scene.last;
  const [amount] = scene.amounts;
  const by = amount ? inLine(scene, line, amount) : 1000;
  return by === undefined ? undefined : edited([{ type: "changeQuantity", line: line.id, by: more ? by : -by }]);
}

const CORRECTS = / (eh|ralat|maksudnya|maksudku|salah|jadi|jadiin|aja|cukup|tapi|bukan)( |$)/;

/** "eh 4 aja deng", "iya tapi 3", "siomaynya jadi 3". */
function correction(scene: Scene): Partial<Meaning> | undefined {
  const amount = scene.amounts.at(-1);
  if (
    !amount ||
    scene.reading.options.length > 0 ||
    !CORRECTS.test(scene.script) ||
    / (pesan|beli|mau|minta) .*P/.test(scene.script)
  )
    return undefined;
  const lines = linesNamed(scene);
  if (
    scene.named.length > 0 &&
    (lines.length !== 1 || !/ (eh|ralat|maksudnya|jadi|jadiin|tapi|cukup|salah) /.test(scene.script))
  )
    return undefined;
  const line = lines.at(-1) ?? scene.last;
  const quantity = inLine(scene, line, amount);
  return quantity === undefined ? undefined : edited([{ type: "setQuantity", line: line.id, quantity }]);
}

/** "putih M 1" after "kaos polos hitam L 2": one more line of the product just ordered. */
function furtherLine(scene: Scene): Partial<Meaning> | undefined {
  const { reading, hearing } = scene;
  const last = hearing.basket.findLast((line) => fits(scene, line)) ?? scene.last;
  const product = hearing.catalogue.product(last.sku);
  const amount = scene.amounts.find((each) => !reading.options.some((hit) => hit.from === each.from));
  if (!product || scene.named.length > 0 || reading.options.length === 0 || !amount) return undefined;
  const options = product.options.map((_, place) => {
    const hit = reading.options.find((each) => choiceFor(product, each)?.option === place);
    return (hit && choiceFor(product, hit)?.value) ?? last.options[place] ?? null;
  });
  const quantity = quantityOf(product, amount, options);
  if (quantity === undefined || !reading.options.every((hit) => choiceFor(product, hit))) return undefined;
  const item: MeantItem = { sku: product.sku, options, quantity, quantityStated: true };
  return { intents: ["place_order"], items: [item], doubts: [], edits: [], clarify: options.includes(null) };
}

/** "eh yang navy aja": the last line in another choice. */
function otherOption(scene: Scene): Partial<Meaning> | undefined {
  const product = scene.hearing.catalogue.product(scene.last.sku);
  if (!product || scene.named.length > 0 || scene.amounts.length > 0) return undefined;
  const edits = scene.reading.options.flatMap((hit): Edit[] => {
    const choice = choiceFor(product, hit);
    return choice && scene.last.options[choice.option] !== choice.value
      ? [{ type: "setOption", line: scene.last.id, option: choice.option, value: choice.value }]
      : [];
  });
  return edits.length > 0 ? edited(edits) : undefined;
}

function wish(scene: Scene, alone: Meaning): Partial<Meaning> | undefined {
  const [note] = scene.reading.notes;
  if (!note || alone.items.length > 0 || scene.named.length > 0) return undefined;
  return edited([{ type: "note", line: scene.last.id, note: note.text }]);
}

function edited(edits: Edit[]): Partial<Meaning> {
  return { edits, items: [], doubts: [], clarify: false, intents: ["change_order"], confidence: 0.9 };
}
