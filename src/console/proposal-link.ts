import type { Product } from "../shop/catalogue/catalogue.ts";
import { sayQuantity, sayVariant } from "../shop/catalogue/catalogue.words.ts";
import { type Proposal, startOf } from "../shop/phone-order/proposal.ts";
import { words } from "./console.words.ts";
import type { ProposalLink } from "./views.ts";

/** The link by which a customer without a chat finds their order, and the words it is sent with. */
export function proposalLink(
  shop: {
    readonly name: string;
    readonly address: string;
    /** Whether customers reach the address */
    readonly isPublic: boolean;
  },
  code: string,
  { basket, name, phone }: Proposal,
  products: readonly Product[],
): ProposalLink {
  const address = `${shop.address}/?pesanan=${code}`;
  const start = startOf(code);
  const goods = basket.lines.map(({ sku, options, quantity, note }) => {
    const product = products.find((each) => each.sku === sku);
    const what = product ? `${sayVariant(product, options)} ${sayQuantity(quantity, product.unit)}` : sku;
    return `• ${what}${note ? ` (${note})` : ""}`;
  });
  const text = words.proposalMessage({
    ...{ name, shop: shop.name, goods: goods.join("\n") },
    ...(shop.isPublic ? { address } : { start }),
  });
  return {
    ...{ address, start, text, isPublic: shop.isPublic },
    whatsapp: `https://wa.me/${(phone ?? "").replace(/\D/g, "")}?text=${encodeURIComponent(text)}`,
  };
}
