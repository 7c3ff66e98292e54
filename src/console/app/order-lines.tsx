import { sayQuantity } from "../../shop/catalogue/catalogue.words.ts";
import type { OrderView } from "../order-views.ts";
import { useWords } from "./language.tsx";
import { sayMoney } from "./say.ts";

/** What was ordered, and what it comes to. */
export function OrderLines({ order }: { readonly order: OrderView }) {
  const { orders } = useWords();
  return (
    <div className="card p-4">
      <ul>
        {order.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are drawn anew as a whole
          <li key={index} className="flex justify-between gap-3 border-line border-b py-1.5">
            <span>
              {sayQuantity(line.quantity, line.unit)} {line.name}
              {line.note !== undefined && <span className="block text-soft text-sm">{line.note}</span>}
            </span>
            <span className="shrink-0">{sayMoney(line.amount)}</span>
          </li>
        ))}
      </ul>
      <Sum name={orders.goods} amount={order.goodsTotal} />
      <Sum name={orders.fee} amount={order.fee} />
      <p className="flex justify-between gap-3 pt-1 font-bold text-lg">
        <span>{orders.total}</span>
        <span>{sayMoney(order.total)}</span>
      </p>
    </div>
  );
}

function Sum({ name, amount }: { readonly name: string; readonly amount: number }) {
  return (
    <p className="flex justify-between gap-3 pt-1 text-soft">
      <span>{name}</span>
      <span>{sayMoney(amount)}</span>
    </p>
  );
}
