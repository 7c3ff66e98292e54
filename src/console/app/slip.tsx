import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { sayQuantity } from "../../shop/catalogue/catalogue.words.ts";
import type { OrderView } from "../order-views.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { sayCustomer, sayDay, sayMoney, sayValue, sayWhen } from "./say.ts";

/** Prints an order's slip, on paper as narrow as a till's, or shares it as words. */
export function SlipButtons({ order }: { readonly order: OrderView }) {
  const words = useWords();
  const { slip } = words.orderDesk;
  const [isPrinting, setIsPrinting] = useState(false);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!isPrinting) return;
    const over = () => setIsPrinting(false);
    addEventListener("afterprint", over);
    // The slip is on the page by now. Phones go on at once and print it later.
    print();
    return () => removeEventListener("afterprint", over);
  }, [isPrinting]);
  const share = async () => {
    const text = slipText(order, words);
    try {
      if (typeof navigator.share === "function") return await navigator.share({ text });
      await navigator.clipboard.writeText(text);
      setSaid(slip.copied);
    } catch (error) {
      // Who closes the sheet has changed their mind.
      if (!(error instanceof DOMException && error.name === "AbortError")) setSaid(slip.noShare);
    }
  };
  return (
    <>
      <button type="button" className="button-quiet" onClick={() => setIsPrinting(true)}>
        {slip.print}
      </button>
      <button type="button" className="button-quiet" onClick={share}>
        {slip.share}
      </button>
      <p role="status" className="w-full text-leaf text-sm empty:hidden">
        {said}
      </p>
      {isPrinting && createPortal(<pre className="slip">{slipText(order, words)}</pre>, document.body)}
    </>
  );
}

/** A slip's lines, top to bottom. */
function slipText(order: OrderView, words: Dictionary): string {
  const { orders, slots, orderDesk } = words;
  const when = sayWhen(order, words);
  return [
    order.from.shop,
    order.from.address,
    ...(order.from.phone === undefined ? [] : [order.from.phone]),
    "",
    `${orders.number(order.number)} · ${sayDay(order.placedAt, words)}`,
    sayCustomer(order, words),
    ...(order.phone === undefined ? [] : [order.phone]),
    `${sayValue(order.fulfilment, words)}${when === "" ? "" : ` · ${when}`}`,
    ...(order.address === undefined ? [] : [order.address]),
    "",
    ...order.lines.flatMap(({ quantity, unit, name, amount, note }) => [
      `${sayQuantity(quantity, unit)} ${name}`,
      ...(note === undefined ? [] : [`  (${note})`]),
      `  ${sayMoney(amount)}`,
    ]),
    "",
    ...(order.fee > 0 ? [`${orders.fee}: ${sayMoney(order.fee)}`] : []),
    `${orders.total}: ${sayMoney(order.total)}`,
    `${slots.payment ?? ""}: ${sayValue(order.payment, words)}`,
    ...(order.note === undefined ? [] : [`${orders.note}: ${order.note}`]),
    "",
    orderDesk.slip.thanks,
  ].join("\n");
}
