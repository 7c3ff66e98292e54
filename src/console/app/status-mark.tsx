import type { OrderStatus } from "../../shop/order/order.ts";
import { useWords } from "./language.tsx";

const LOOKS: Readonly<Record<OrderStatus, string>> = {
  placed: "bg-notice text-on-notice",
  accepted: "bg-notice text-on-notice",
  preparing: "bg-notice text-on-notice",
  ready: "bg-leaf-soft text-leaf",
  out_for_delivery: "bg-leaf-soft text-leaf",
  completed: "bg-sunk text-soft",
  failed_delivery: "bg-alarm-soft text-alarm",
  cancelled: "bg-sunk text-soft",
};

/** Where an order stands. */
export function StatusMark({ status }: { readonly status: OrderStatus }) {
  const words = useWords();
  return (
    <span className={`shrink-0 rounded-full px-2.5 py-0.5 font-semibold text-xs ${LOOKS[status]}`}>
      {words.statuses[status]}
    </span>
  );
}
