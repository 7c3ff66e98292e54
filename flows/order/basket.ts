import { z } from "zod";
import { type DoubtfulItem, DoubtfulItemSchema, type Edit, type Meaning, type MeantItem, type Picture } from "#flow";
import { BasketLine, type Product, skuPath } from "../../src/shop/catalogue/catalogue.ts";

/** What the customer wants: lines, and wishes that are not one known product yet. */
export const Basket = z.object({ lines: z.array(BasketLine), doubts: z.array(DoubtfulItemSchema) });
export type Basket = z.infer<typeof Basket>;

export const EMPTY_BASKET: Basket = { lines: [], doubts: [] };

/** The basket after a meaning; undefined where the meaning says nothing about goods. */
export function hearGoods(meaning: Meaning, basket: Basket, picture: Picture): Basket | undefined {
  if (meaning.intents.includes("deny") && basket.doubts.length) return { ...basket, doubts: basket.doubts.slice(1) };
  if (!meaning.items.length && !meaning.edits.length && !meaning.doubts.length) return undefined;
  const edited = meaning.edits.reduce((lines, edit) => applyEdit(lines, edit, picture), basket.lines);
  const lines = meaning.items.reduce((all, item) => addItem(all, item, picture), edited);
  const settled = basket.doubts.filter((doubt) => !meaning.items.some(({ sku }) => settles(doubt, sku)));
  return { lines: mergeSame(lines), doubts: [...settled, ...meaning.doubts.filter(canBeAsked)] };
}

/** The basket without what a meaning names again: said after days, it is what is wanted, not more of it. */
export function withoutMentioned(basket: Basket, { items }: Meaning): Basket {
  const mentioned = (line: BasketLine) =>
    items.some(
      ({ sku, options }) =>
        sku === line.sku && options.every((value, at) => value === null || value === line.options[at]),
    );
  return { ...basket, lines: basket.lines.filter((line) => !mentioned(line)) };
}

/** The value of an option that some words name, by value or alias. */
export function optionValue(product: Product, option: number, words: readonly string[]): string | undefined {
  const wanted = new Set(words.map((word) => word.toLowerCase()));
  return product.options[option]?.values.find(({ v, aliases }) =>
    [v, ...aliases].some((name) => wanted.has(name.toLowerCase())),
  )?.v;
}

/** The first option of a line that is still to be chosen. */
export function firstHole(line: BasketLine): number | undefined {
  const index = line.options.indexOf(null);
  return index < 0 ? undefined : index;
}

/** A price was agreed for what the line was, and not for what it becomes. */
export function atShopPrice({ agreed: _, ...line }: BasketLine): BasketLine {
  return line;
}

/** A wish that nothing here fits or resembles is answered, and not asked about again. */
export function canBeAsked(doubt: DoubtfulItem): boolean {
  return doubt.candidates.length > 0 || doubt.near.length > 0;
}

function settles(doubt: DoubtfulItem, sku: string): boolean {
  return doubt.candidates.includes(sku) || doubt.near.includes(sku);
}

function addItem(lines: readonly BasketLine[], item: MeantItem, picture: Picture): BasketLine[] {
  if (!picture.products.has(item.sku)) return [...lines];
  const { sku, options, quantity, note, unit, quantityStated, unsure } = item;
  const line: BasketLine = {
    id: picture.newId(),
    sku,
    options,
    quantity,
    ...(note ? { note } : {}),
    ...(unit ? { unit } : {}),
    ...(quantityStated ? {} : { assumed: true }),
    ...(unsure ? { unsure } : {}),
  };
  return [...lines, line];
}

function applyEdit(lines: BasketLine[], edit: Edit, picture: Picture): BasketLine[] {
  return lines.flatMap((line) => (line.id === edit.line ? editLine(line, edit, picture) : [line]));
}

function editLine(line: BasketLine, edit: Edit, picture: Picture): BasketLine[] {
  switch (edit.type) {
    case "remove":
      return [];
    case "setQuantity":
      return [{ ...counted(line, edit.quantity), ...(edit.unsure ? { unsure: edit.unsure } : {}) }];
    case "changeQuantity":
      return line.quantity + edit.by > 0 ? [changedBy(line, edit.by)] : [];
    case "setOption":
      return splitOff(line, edit.quantity, picture, (part) => ({
        ...atShopPrice(part),
        options: part.options.map((value, index) => (index === edit.option ? edit.value : value)),
      }));
    case "replace":
      return splitOff(line, edit.quantity, picture, (part) => ({
        ...atShopPrice(part),
        sku: edit.sku,
        options: edit.options,
      }));
    case "note":
      return [{ ...line, note: edit.note }];
  }
}

function counted({ assumed: _, unsure: __, ...line }: BasketLine, quantity: number): BasketLine {
  return { ...line, quantity };
}

/** More or less of what was left open leaves it open. */
function changedBy(line: BasketLine, by: number): BasketLine {
  const unsure = line.unsure?.map((quantity) => quantity + by).filter((quantity) => quantity > 0);
  return { ...counted(line, line.quantity + by), ...(unsure ? { unsure } : {}) };
}

/** Changes a whole line, or only some of its quantity as a line of their own. */
function splitOff(
  line: BasketLine,
  quantity: number | undefined,
  picture: Picture,
  change: (part: BasketLine) => BasketLine,
): BasketLine[] {
  if (quantity === undefined || quantity >= line.quantity)
    return [change({ ...line, quantity: quantity ?? line.quantity })];
  return [{ ...line, quantity: line.quantity - quantity }, change({ ...line, id: picture.newId(), quantity })];
}

/** Lines of the same variant and wish become one, keeping the first one's place. */
function mergeSame(lines: readonly BasketLine[]): BasketLine[] {
  const byKey = new Map<string, BasketLine>();
  for (const line of lines) {
    const key =
      line.options.includes(null) || line.unsure ? line.id : `${skuPath(line.sku, line.options)} ${line.note ?? ""}`;
    const same = byKey.get(key);
    const agreed = same?.agreed ?? line.agreed;
    byKey.set(key, same ? { ...same, quantity: same.quantity + line.quantity, ...(agreed ? { agreed } : {}) } : line);
  }
  return [...byKey.values()];
}
