import { useState } from "react";
import { isRunning } from "../../shop/order/order.ts";
import type { CourierView, OrderView } from "../order-views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { useRead } from "./use-read.ts";

interface CourierLineProps {
  readonly order: OrderView;
  readonly onChanged: () => Promise<void>;
}

/** Who brings an order to its customer, to be changed as long as it is not there. */
export function CourierLine({ order, onChanged }: CourierLineProps) {
  const words = useWords();
  const { orderDesk } = words;
  const isOpen = order.fulfilment === "delivery" && isRunning(order);
  const { data } = useRead<{ couriers: readonly CourierView[] }>(isOpen ? "/couriers" : undefined);
  const [problem, setProblem] = useState("");
  if (!isOpen) return null;
  const hand = async (courier: string) => {
    const answer = await post(`/orders/${order.id}/courier`, { version: order.version, courier: courier || null });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    await onChanged();
  };
  return (
    <div className="flex flex-col gap-1">
      <label className="flex flex-wrap items-center gap-2">
        <span className="text-soft">{orderDesk.handTo}</span>
        <select
          value={order.courier?.id ?? ""}
          onChange={(event) => hand(event.target.value)}
          className="field w-auto min-w-40"
        >
          <option value="">{orderDesk.noCourier}</option>
          {order.courier !== undefined && !data?.couriers.some(({ id }) => id === order.courier?.id) && (
            <option value={order.courier.id}>{order.courier.name}</option>
          )}
          {data?.couriers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Problem text={problem} />
    </div>
  );
}
