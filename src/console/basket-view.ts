import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import { sayVariant } from "../shop/catalogue/catalogue.words.ts";
import type { BasketView } from "./views.ts";

/** A line of a basket as people read it; goods that are no longer sold go by their code. */
export function basketView(
  line: BasketLine,
  product: { readonly name: string; readonly unit: string } | undefined,
): BasketView {
  return {
    name: sayVariant({ name: product?.name ?? line.sku }, line.options),
    quantity: line.quantity,
    unit: product?.unit ?? "",
    ...(line.unsure === undefined ? {} : { unsure: line.unsure }),
    ...(line.note === undefined ? {} : { note: line.note }),
  };
}
