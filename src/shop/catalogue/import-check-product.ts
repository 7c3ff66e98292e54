import type { Option } from "./catalogue.ts";
import { words } from "./import.words.ts";
import type { ProductDraft, StockDraft } from "./import-draft.ts";
import type { ProductInFile } from "./import-file.ts";
import { type Remark, refuseTwins } from "./import-remark.ts";
import { variantPaths } from "./variant-paths.ts";

/** A product as the shop knows it: thousandths, prices on the option values. */
export function checkProduct(
  file: ProductInFile,
  row: string,
  branches: readonly string[],
  wrong: Remark,
  note: Remark,
): ProductDraft {
  const { sku, name, aliases, description, unit, price, leadDays, madeToOrder } = file;
  if (/[/?]/.test(sku)) wrong(row, "sku", words.badSku);
  const options = checkOptions(file, row, wrong);
  return {
    ...{ row, sku, name, aliases, description, unit, price, leadDays, madeToOrder, options },
    category: file.category ?? null,
    units: checkUnits(file, row, wrong),
    minimum: thousandths(file.minimum, row, "minimum", wrong),
    stock: checkStock(file, options, row, branches, wrong, note),
  };
}

function checkOptions(file: ProductInFile, row: string, wrong: Remark): Option[] {
  const named = (value: string) => file.options.findIndex((option) => option.values.some(({ v }) => v === value));
  for (const value of Object.keys(file.price_by)) if (named(value) < 0) wrong(row, "price_by", words.noValue(value));
  refuseTwins(
    file.options.map((option, index) => [row, `options[${index}].name`, option.name]),
    wrong,
  );
  return file.options.map((option, index) => {
    refuseTwins(
      option.values.map(({ v }) => [row, `options[${index}].values`, v]),
      wrong,
    );
    if (option.values.some(({ v }) => v === "?")) wrong(row, `options[${index}].values`, words.badValue);
    return {
      name: option.name,
      values: option.values.map(({ v, aliases, price: own }) => {
        // A value that two options have gets its price in the first.
        const price = own ?? (named(v) === index ? file.price_by[v] : undefined);
        return { v, aliases, ...(price !== undefined && { price }) };
      }),
    };
  });
}

function checkUnits(file: ProductInFile, row: string, wrong: Remark): Record<string, number> {
  const { [file.unit]: base, ...others } = file.units;
  if (base !== undefined && base !== 1) wrong(row, `units.${file.unit}`, words.baseUnit(file.unit));
  const sizes = Object.entries(others).map(
    ([unit, size]) => [unit, thousandths(size, row, `units.${unit}`, wrong, 1)] as const,
  );
  return { [file.unit]: 1000, ...Object.fromEntries(sizes) };
}

/** Base units as whole thousandths; what does not come out even is refused. */
function thousandths(amount: number, row: string, field: string, wrong: Remark, least = 0): number {
  const rounded = Math.round(amount * 1000);
  if (rounded < least || Math.abs(amount * 1000 - rounded) > 1e-6) wrong(row, field, words.tooFine);
  return rounded;
}

function checkStock(
  file: ProductInFile,
  options: readonly Option[],
  row: string,
  branches: readonly string[],
  wrong: Remark,
  note: Remark,
): readonly StockDraft[] | null | undefined {
  const { sku, stock } = file;
  if (stock === null || stock === undefined) return stock;
  const paths = variantPaths(sku, options);
  const whole = (amount: number, branch?: string): StockDraft[] => {
    const path = paths.get("");
    if (path === undefined) note(row, "stock", words.stockNeedsVariant);
    else return [{ path, onHand: thousandths(amount, row, "stock", wrong), ...(branch !== undefined && { branch }) }];
    return [];
  };
  if (typeof stock === "number") {
    const only = whole(stock);
    return only.length > 0 ? only : undefined;
  }
  return Object.entries(stock).flatMap(([branch, amounts]) => {
    // A CSV row that names no branch means the first.
    const at = branch === "" ? {} : { branch };
    if (branch !== "" && !branches.includes(branch)) wrong(row, `stock.${branch}`, words.noBranch(branch));
    if (typeof amounts === "number") return whole(amounts, branch);
    return Object.entries(amounts).flatMap(([variant, amount]): StockDraft[] => {
      const path = paths.get(variant);
      const field = `stock.${branch}.${variant}`;
      if (path === undefined) wrong(row, field, words.noVariant(variant));
      return path === undefined ? [] : [{ ...at, path, onHand: thousandths(amount, row, field, wrong) }];
    });
  });
}
