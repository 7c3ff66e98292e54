import type { BasketLine, Product } from "../shop/catalogue/catalogue.ts";
import { optionEdits, partsOf } from "./answer-option.ts";
import { choosesAgain } from "./edit-removals.ts";
import { edited, fits, has, inLine, linesNamed, otherValues, type Scene, spokenOf } from "./edit-scene.ts";
import { countOf, holdsJust } from "./left-open.ts";
import { numberWord } from "./lexicon/numbers.ts";
import { choiceFor } from "./line-options.ts";
import type { Edit, Meaning } from "./meaning.ts";
import { quantityOf } from "./quantities.ts";

/** Goods of the basket in another choice, all or some of them, or other goods instead. */
export function choiceEdits(scene: Scene): Partial<Meaning> | undefined {
  return shareOut(scene) ?? swap(scene) ?? split(scene) ?? instead(scene) ?? chosenAgain(scene);
}

/** "M 1 L 3" of a line of four: as many of each as said. */
function shareOut(scene: Scene): Partial<Meaning> | undefined {
  if (/ (tambah|lagi|juga|plus) /.test(scene.script)) return undefined;
  const lines = linesNamed(scene);
  for (const line of (lines.length > 0 ? lines : scene.hearing.basket).toReversed()) {
    const product = scene.hearing.catalogue.product(line.sku);
    if (!product || scene.named.some(({ candidates }) => !candidates.includes(product))) continue;
    const parts = partsOf(scene.reading, product);
    const edits = sharesOut(line, product, parts) ? optionEdits(line, product, parts, scene.reading) : undefined;
    if (edits) return edited(edits);
  }
  return undefined;
}

/** Whether the parts are values of one choice, each said once, that add up to the line. */
function sharesOut(line: BasketLine, product: Product, parts: ReturnType<typeof partsOf>): boolean {
  const counts = parts.map(({ amount }) => amount && quantityOf(product, amount, line.options));
  const total = counts.reduce<number>((sum, count) => sum + (count ?? Number.NaN), 0);
  const apart = parts.every(
    ({ option, value }, at) => option === parts[0]?.option && parts.findIndex((other) => other.value === value) === at,
  );
  return parts.length > 1 && apart && total === line.quantity;
}

/** "yang 1 ganti L", "ganti coklat jadi keju", "siomay ganti pempek". */
function swap(scene: Scene): Partial<Meaning> | undefined {
  const { script, reading, hearing } = scene;
  if (!/ (ganti|ubah|tukar|(?<!tidak )jadi|jadiin|dijadikan|ternyata|mending)( |$)/.test(script)) return undefined;
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
  // Both are in the basket: nothing takes the other's place.
  if (other && hearing.basket.some(({ sku }) => sku === other.sku)) return undefined;
  if (other) return replaced(scene, line, other);
  const wanted = otherValues(scene, line);
  if (wanted.length === 0) {
    const [amount] = scene.amounts;
    const edit = amount && countOf(line, amount, scene.reading, (each) => inLine(scene, line, each));
    return !edit || / (ganti|ubah|tukar) P/.test(script) ? undefined : edited([edit]);
  }
  return edited(partly(scene, line, wanted));
}

/** The changes of a line, for so many of it as are named beside them. */
function partly(scene: Scene, line: BasketLine, wanted: ReturnType<typeof otherValues>): Edit[] {
  const amount = scene.amounts.find((each) => !wanted.some(({ hit }) => hit.from === each.from));
  const quantity = (amount && inLine(scene, line, amount)) ?? shareNamed(scene, line);
  const part = quantity !== undefined && quantity < line.quantity ? { quantity } : {};
  return wanted.map(({ edit }): Edit => (edit.type === "setOption" ? { ...edit, ...part } : edit));
}

/** "satunya", "separuhnya": a share of a line without a bare number. */
function shareNamed({ reading }: Scene, line: BasketLine): number | undefined {
  for (const { raw } of reading.tokens) {
    if (/^(setengah|separuh|separo|saparo)(nya|ne)?$/.test(raw)) return line.quantity / 2;
    const count = /(nya|ne)$/.test(raw) ? numberWord(raw.replace(/(nya|ne)$/, "")) : undefined;
    if (count !== undefined) return count * 1000;
  }
  return undefined;
}

/** "yang satunya M ya", "2nya abu": some of a line in another choice, without a word of changing. */
function split(scene: Scene): Partial<Meaning> | undefined {
  if (/ (tambah|juga|plus|sama) /.test(scene.script)) return undefined;
  if (scene.named.length > 0 && !/ N aja yang O | P yang N( aja)? O /.test(scene.script)) return undefined;
  const pool = scene.named.length > 0 ? linesNamed(scene) : scene.hearing.basket;
  const line = pool.findLast(
    (each) => each.quantity > 1000 && fits(scene, each) && otherValues(scene, each).length > 0,
  );
  if (!line) return undefined;
  const [amount] = scene.amounts;
  const nya = amount && /^(nya|na)$/.test(scene.reading.tokens[amount.to]?.raw ?? "");
  const said =
    nya ||
    / N aja yang O | yang N( lagi| aja)? (O|ternyata) /.test(scene.script) ||
    shareNamed(scene, line) !== undefined;
  return said ? edited(partly(scene, line, otherValues(scene, line))) : undefined;
}

/** "eh yang M aja 2": the line in another choice and number. */
function instead(scene: Scene): Partial<Meaning> | undefined {
  const [amount, another] = scene.amounts;
  if (!amount || another || scene.named.length > 1 || !AGAIN.test(scene.script)) return undefined;
  if (/ (tambah|lagi|juga|sama|plus) /.test(scene.script)) return undefined;
  const line = scene.hearing.basket.findLast(
    (each) =>
      fits(scene, each) &&
      scene.named.every(({ candidates }) => candidates.some(({ sku }) => sku === each.sku)) &&
      otherValues(scene, each).length > 0,
  );
  const quantity = line && inLine(scene, line, amount);
  if (!line || quantity === undefined || (quantity < line.quantity && !/ aja /.test(scene.script))) return undefined;
  const chosen = otherValues(scene, line).map(({ edit }) => edit);
  return edited(holdsJust(line, quantity) ? chosen : [...chosen, { type: "setQuantity", line: line.id, quantity }]);
}

const AGAIN = / (eh|salah|ralat|maksudnya|maksudku|ternyata|harusnya|ding|deng|maaf|sori) /;

/** "kasurnya king bukan queen", "eh gamisnya coklat": goods of the basket named in another choice. */
function chosenAgain(scene: Scene): Partial<Meaning> | undefined {
  if (
    scene.named.length !== 1 ||
    scene.amounts.length > 0 ||
    / (tambah|lagi|juga|sama) (?!O bukan)/.test(scene.script)
  ) {
    if (!choosesAgain(scene) || scene.named.length > 1) return undefined;
  }
  const [hit] = scene.named;
  const lines = scene.hearing.basket.filter(({ sku }) => hit?.candidates.some((product) => product.sku === sku));
  const refused = lines.find((line) => scene.reading.options.some((each) => has(scene, line, each)));
  const line = lines.length === 1 ? lines[0] : refused;
  if (!hit || !line) return undefined;
  const meant = AGAIN.test(scene.script) || choosesAgain(scene) || spokenOf(scene.reading, hit);
  const wanted = meant ? otherValues(scene, line) : [];
  return wanted.length > 0 ? edited(wanted.map(({ edit }) => edit)) : undefined;
}

function replaced(scene: Scene, line: BasketLine, product: Product): Partial<Meaning> {
  const options: (string | null)[] = product.options.map((_, place) => {
    const hit = scene.reading.options.find((each) => choiceFor(product, each)?.option === place);
    return (hit && choiceFor(product, hit)?.value) ?? null;
  });
  const [amount] = scene.amounts;
  const quantity = amount && quantityOf(product, amount, options);
  // "seinnya ga jadi, ganti lampu led 1": all of it goes, whatever the number of the other.
  if (quantity !== undefined && quantity < line.quantity && / P( \S+)? (tidak (jadi|usah)|batal) /.test(scene.script)) {
    const item = { sku: product.sku, options, quantity, quantityStated: true };
    return { ...edited([{ type: "remove", line: line.id }]), items: [item], clarify: options.includes(null) };
  }
  const edit: Edit = {
    type: "replace",
    line: line.id,
    sku: product.sku,
    options,
    ...(quantity !== undefined && { quantity }),
  };
  return { ...edited([edit]), clarify: options.includes(null) };
}
