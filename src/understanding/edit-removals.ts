import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import { edited, has, inLine, linesNamed, type Scene, turnedDown } from "./edit-scene.ts";
import type { Edit, Intent, Meaning } from "./meaning.ts";
import { refusedGoods } from "./refusals.ts";

/** Goods that leave the basket: "topinya ga usah", "bukan lemper, tapi risol 10", "gamis aja, sisanya batal". */
export function removals(scene: Scene, alone: Meaning): Partial<Meaning> | undefined {
  const removed = onlyThese(scene) ?? refusal(scene, alone) ?? removal(scene);
  return removed && calledOffWith(scene, removed) ? { ...removed, intents: ["cancel_order"] } : removed;
}

/** "ciputnya ga jadi", where there is nothing else: the order is called off. */
function calledOffWith({ hearing, script }: Scene, { edits = [], items = [], doubts = [] }: Partial<Meaning>): boolean {
  const off = / (batal|tidak jadi) /.test(script) && !/ (ganti|tambah|tapi) /.test(script);
  return (
    off &&
    items.length + doubts.length === 0 &&
    hearing.basket.every(({ id }) => edits.some((edit) => edit.type === "remove" && edit.line === id))
  );
}

const REST =
  / (sisanya|lainnya|selebihnya|yang lain|yang lainnya)( \S+){0,2} (batal|hapus|coret|tidak (jadi|usah|perlu))( |$)(?!.*\?)/;
const JUST =
  /^( (eh|oke|ya|jadi|yaudah|tapi|berarti|[.,]))* (yang )?P( P| dan P| sama P| O){0,4} aja( (ya|deh|jadinya|dulu|kalau gitu|[.,]))* $/;

/** What is named stays, and the rest goes. */
function onlyThese(scene: Scene): Partial<Meaning> | undefined {
  const { basket, question } = scene.hearing;
  const asked = question?.type === "confirm";
  if (!REST.test(scene.script) && !(asked && JUST.test(scene.script) && scene.amounts.length === 0)) return undefined;
  const kept = linesNamed(scene);
  if (kept.length === 0 || kept.length === basket.length) return undefined;
  if (scene.reading.options.some((hit) => !kept.some((line) => has(scene, line, hit)))) return undefined;
  return edited(removed(basket.filter((line) => !kept.includes(line))));
}

/** "bukan lemper, tapi risol 10": what is turned down leaves the basket, what is wanted instead comes in. */
function refusal(scene: Scene, alone: Meaning): Partial<Meaning> | undefined {
  const refused = refusedGoods(scene.reading);
  const wanted = scene.named.length > refused.length && alone.items.length + alone.doubts.length > 0;
  if (refused.length === 0 || (scene.named.length > refused.length && !wanted)) return undefined;
  const only = { ...scene, named: refused };
  if (!wanted) return removal(only, true);
  const edits = removed(linesNamed(only));
  const { items, doubts, clarify, confidence } = alone;
  const intents: Intent[] = edits.length > 0 ? ["change_order"] : alone.intents;
  return { edits, items, doubts, clarify, confidence, intents };
}

const REMOVES =
  / (hapus|batal|coret|buang)( |$)| tidak (jadi|usah|perlu)( |$)| (jangan|tanpa) P | P( \S+){0,1} jangan (?!lupa|sampai|lama|telat|terlalu|kurang|lebih|pakai|N)/;

/** "topinya ga usah", "hapus yang L", "batal 1". */
function removal(scene: Scene, refused = false): Partial<Meaning> | undefined {
  if (!(refused || REMOVES.test(scene.script)) || / (ganti|(?<!tidak )jadi) [PON] /.test(scene.script))
    return undefined;
  const named = linesNamed(scene);
  const { basket } = scene.hearing;
  const [amount] = scene.amounts;
  // "batal 1" of the only goods there are.
  const lines = named.length === 0 && scene.named.length === 0 && amount && basket.length === 1 ? [...basket] : named;
  const [line] = lines;
  if (!line) return undefined;
  const by = amount && inLine(scene, line, amount);
  const part = lines.length === 1 && by !== undefined && by < line.quantity;
  if (part) return edited([{ type: "changeQuantity", line: line.id, by: -by }]);
  if (named.length === 0) return undefined;
  return edited(removed(lines));
}

function removed(lines: readonly BasketLine[]): Edit[] {
  return lines.map((line): Edit => ({ type: "remove", line: line.id }));
}

/** Whether the message turns down an option of a line and names another ("king bukan queen"). */
export function choosesAgain(scene: Scene): boolean {
  return scene.reading.options.some((hit) => turnedDown(scene, hit));
}
