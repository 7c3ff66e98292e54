import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amount.ts";
import { edited, has, inLine, linesNamed, type Scene, spokenOf } from "./edit-scene.ts";
import { countOf, holdsJust } from "./left-open.ts";
import type { Edit, Meaning, MeantItem } from "./meaning.ts";

/** Other numbers of what is in the basket: "tambah 1 lagi", "siomaynya kurangi 1", "eh 4 aja", "ciput 5 gamis 1". */
export function quantityEdits(scene: Scene, alone: Meaning): Partial<Meaning> | undefined {
  return ofAll(scene) ?? step(scene) ?? restated(scene, alone) ?? correction(scene);
}

/** "semuanya jadi 2", "masing2 3 aja". */
function ofAll(scene: Scene): Partial<Meaning> | undefined {
  const [amount] = scene.amounts;
  if (!amount || scene.named.length > 0 || !/ (semua|semuanya|masing2)( (di)?jadi(in)?| aja)? N /.test(scene.script))
    return undefined;
  const edits = scene.hearing.basket.flatMap((line): Edit | Edit[] => {
    return countOf(line, amount, scene.reading, (each) => inLine(scene, line, each)) ?? [];
  });
  return scene.reading.options.length > 0 ? undefined : edited(edits);
}

/** "tambah 1 lagi", "siomaynya kurangi 1", "kelebihan 1". */
function step(scene: Scene): Partial<Meaning> | undefined {
  const less = / (kurang|kelebihan|kebanyakan) ([a-z]+ )?(N|P) | P kurang( |$)/.test(scene.script);
  const more = !less && / tambah( |$)| N lagi /.test(scene.script);
  if ((!more && !less) || / (jadi|cukup) N /.test(scene.script)) return undefined;
  const lines = linesNamed(scene);
  const unknown = scene.reading.options.some((hit) => !lines.some((line) => has(scene, line, hit)));
  if ((scene.named.length > 0 && lines.length !== 1) || scene.named.length > 1 || unknown) return undefined;
  if (scene.named.length === 0 && scene.amounts.length === 0) return undefined;
  const line = lines.at(-1) ?? scene.last;
  const [amount] = scene.amounts;
  const said = amount && countOf(line, amount, scene.reading, (each) => inLine(scene, line, each));
  if (amount && !said) return undefined;
  const sign = more ? 1 : -1;
  const unsure = said?.unsure?.map((by) => line.quantity + sign * by).filter((quantity) => quantity > 0);
  const [quantity] = unsure ?? [];
  if (quantity !== undefined) return edited([{ type: "setQuantity", line: line.id, quantity, unsure }]);
  return edited([{ type: "changeQuantity", line: line.id, by: sign * (said?.quantity ?? 1000) }]);
}

const ADDING = / (tambah|lagi|sekalian|juga|plus|nambah) | (dan|sama|terus) P /;
/** Words that say a number again rather than more of it. */
export const AGAIN =
  / (eh|ralat|maksudnya|maksudku|salah|jadi|jadiin|cukup|tetap|ternyata|harusnya|total|ding|deng)( |$)| N aja | aja [.,]? ?$/;

/** "bergonya 5 ciputnya 1": goods of the basket named again with other numbers are so many, and not so many more. */
function restated(scene: Scene, alone: Meaning): Partial<Meaning> | undefined {
  const { basket } = scene.hearing;
  const found = alone.items.map((item) => ({ item, line: basket.findLast((line) => isSame(line, item)) }));
  const meant = found.filter(({ item, line }) => line && item.quantityStated);
  if (meant.length === 0 || ADDING.test(scene.script) || / (jangan|bukan) N /.test(scene.script)) return undefined;
  const whole = basket.every((line) => found.some((each) => each.line === line));
  const spoken = scene.named.some((hit) => spokenOf(scene.reading, hit));
  if (!AGAIN.test(scene.script) && !spoken && !(whole && basket.length > 1)) return undefined;
  const edits = meant.flatMap(({ item: { quantity, unsure }, line }): Edit[] => {
    if (!line || (holdsJust(line, quantity) && !unsure)) return [];
    if (unsure) return [{ type: "setQuantity", line: line.id, quantity, unsure }];
    return [{ type: "setQuantity", line: line.id, quantity: inItsUnit(scene, line, quantity) }];
  });
  const items = found.flatMap(({ item, line }) => (line ? [] : [item]));
  return { ...edited(edits), items, doubts: alone.doubts };
}

function isSame(line: BasketLine, { sku, options }: MeantItem): boolean {
  return line.sku === sku && options.every((value, at) => value === null || value === line.options[at]);
}

/** "boxnya 3" stays boxes where boxes were said before and no unit now. */
function inItsUnit(scene: Scene, line: BasketLine, quantity: number): number {
  const amount = scene.amounts.find(({ unit, value }) => unit === undefined && value * 1000 === quantity);
  return (amount && inLine(scene, line, amount)) ?? quantity;
}

const CORRECTS =
  / (eh|ralat|maksudnya|maksudku|salah|jadi|jadiin|aja|cukup|tapi|bukan|jangan|harusnya|total|ternyata|mending|ding|deng)( |$)|^( (ya|oke|sori|maaf))* N( (ya|cukup))* $/;

/** "eh 4 aja deng", "iya tapi 3", "siomaynya jadi 3", and a bare number where nothing else is open. */
function correction(scene: Scene): Partial<Meaning> | undefined {
  const amount = standing(scene);
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
    (lines.length !== 1 ||
      !/ (eh|ralat|maksudnya|jadi|jadiin|tapi|cukup|salah|jangan|bukan|ternyata) /.test(scene.script))
  )
    return undefined;
  const line = lines.at(-1) ?? scene.hearing.basket.find(({ assumed }) => assumed) ?? scene.last;
  const edit = countOf(line, amount, scene.reading, (each) => inLine(scene, line, each));
  return edit && edited([edit]);
}

/** The last number that is not turned down: "jangan 4, 3 aja" and "3 aja jangan 4" are three. */
function standing({ amounts, reading }: Scene): Amount | undefined {
  return amounts.findLast(({ from }) => !/^(bukan|jangan)$/.test(reading.tokens[from - 1]?.word ?? ""));
}
