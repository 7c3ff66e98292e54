import type { Tx } from "../database/database.ts";
import { type BasketLine, skuPath } from "../shop/catalogue/catalogue.ts";
import type { Proposal } from "../shop/phone-order/proposal.ts";
import { audit } from "./holder-store.ts";

/**
 * An order as a member of staff wrote it down, with every agreed price in the name of whoever agreed to it: theirs, unless
 * it stood like that before. What the page says of it counts for nothing.
 */
export function withAgreedBy(
  proposal: Proposal,
  staff: string,
  before: readonly BasketLine[] = [],
): { readonly proposal: Proposal; readonly agreed: readonly BasketLine[] } {
  const agreed: BasketLine[] = [];
  const lines = proposal.basket.lines.map((line): BasketLine => {
    if (!line.agreed) return line;
    const { price } = line.agreed;
    const stood = before.find((one) => isSame(one, line))?.agreed;
    if (stood?.price === price) return { ...line, agreed: stood };
    const own = { ...line, agreed: { price, by: staff } };
    agreed.push(own);
    return own;
  });
  return { proposal: { ...proposal, basket: { ...proposal.basket, lines } }, agreed };
}

/** Who agreed to which price, for good. `subject`: the conversation or the order written down. */
export async function auditPrices(
  tx: Tx,
  agreed: readonly BasketLine[],
  by: { readonly newId: () => string; readonly at: number; readonly who: string; readonly subject: string },
): Promise<void> {
  const { newId, ...entry } = by;
  for (const { sku, options, agreed: price } of agreed)
    await audit(tx, { id: newId(), ...entry, what: "agreedPrice", note: `${skuPath(sku, options)} ${price?.price}` });
}

function isSame(one: BasketLine, other: BasketLine): boolean {
  return one.id === other.id && skuPath(one.sku, one.options) === skuPath(other.sku, other.options);
}
