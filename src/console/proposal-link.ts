import type { Product } from "../shop/catalogue/catalogue.ts";
import { sayQuantity, sayVariant } from "../shop/catalogue/catalogue.words.ts";
import type { Proposal } from "../shop/phone-order/proposal.ts";
import { words } from "./console.words.ts";
import type { ProposalLink } from "./views.ts";

/** The link by which a customer without a chat finds their order, and the words it is sent with. */
export function proposalLink(
  shopAddress: string,
  code: string,
  { basket, name, phone }: Proposal,
  shop: string,
  products: readonly Product[],
): ProposalLink {
  const address = `${shopAddress}/?pesanan=${code}`;
  const goods = basket.lines.map(({ sku, options, quantity, note }) => {
    const product = products.find((each) => each.sku === sku);
    const what = product ? `${sayVariant(product, options)} ${sayQuantity(quantity, product.unit)}` : sku;
    return `• ${what}${note ? ` (${note})` : ""}`;
  });
  const text = words.proposalMessage({ name, shop, goods: goods.join("\n"), address });
  return {
    address,
    text,
    whatsapp: `https://wa.me/${(phone ?? "").replace(/\D/g, "")}?text=${encodeURIComponent(text)}`,
  };
}
