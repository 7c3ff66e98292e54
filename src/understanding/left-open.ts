import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amount.ts";
import type { Edit } from "./meaning.ts";
import type { Reading } from "./reading.ts";

type SetQuantity = Extract<Edit, { type: "setQuantity" }>;

/** The change of a line to a number; "2-3" leaves open which, and is asked about. */
export function countOf(
  line: BasketLine,
  amount: Amount,
  reading: Reading,
  quantityIn: (amount: Amount) => number | undefined,
): SetQuantity | undefined {
  const [first, second] = amountsMeant(amount, reading);
  const quantity = quantityIn(first);
  if (quantity === undefined) return undefined;
  const other = second && quantityIn(second);
  const open = other !== undefined && other !== quantity;
  return { type: "setQuantity", line: line.id, quantity, ...(open && { unsure: [quantity, other] }) };
}

/** Whether a line has just so many already, and nothing about that is to be asked. */
export function holdsJust(line: BasketLine, quantity: number): boolean {
  return line.quantity === quantity && line.unsure === undefined;
}

const BETWEEN = new Set(["-", "/", "atau", "sampai", "sd", "s/d"]);

/** An amount, and the one that may be meant instead, as they were said. */
function amountsMeant(amount: Amount, { amounts, tokens }: Reading): [Amount, Amount?] {
  const others = amounts.filter(({ counts, money }) => counts && !money);
  const before = others.find((other) => leavesOpen(other, amount, tokens));
  const [first, second] = before
    ? [before, amount]
    : [amount, others.find((other) => leavesOpen(amount, other, tokens))];
  const unit = first.unit ?? second?.unit;
  return [unit === undefined ? first : { ...first, unit }, second];
}

/** "2-3 box", "2 atau 3", "dua tiga". */
function leavesOpen(first: Amount, second: Amount, tokens: Reading["tokens"]): boolean {
  const [sign, ...more] = tokens.slice(first.to, Math.max(first.to, second.from));
  if (sign) return more.length === 0 && (BETWEEN.has(sign.raw) || BETWEEN.has(sign.word));
  return second.from === first.to && first.unit === undefined && second.value === first.value + 1;
}
