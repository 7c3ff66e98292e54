import { useState } from "react";
import type { OrderView } from "../order-views.ts";
import { post } from "./console-api.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { useNow } from "./use-now.ts";

interface UndoStepProps {
  readonly order: OrderView;
  readonly onUndone: () => Promise<void>;
}

/** For some minutes after a step: takes it back, for whoever made it and for owners. */
export function UndoStep({ order, onUndone }: UndoStepProps) {
  const words = useWords();
  const me = useMe();
  const now = useNow();
  const [said, setSaid] = useState("");
  const { undo } = order;
  const mayUndo = undo !== undefined && undo.until > now && (undo.by === me.id || me.role === "owner");
  const take = async () => {
    const answer = await post<{ told: "withheld" | "sent" | "never" }>(`/orders/${order.id}/undo`, {
      version: order.version,
    });
    setSaid(answer.ok ? words.orderDesk.undone[answer.data.told] : answer.message || words.failed);
    await onUndone();
  };
  return (
    <>
      {mayUndo && (
        <button type="button" onClick={take} className="link-quiet w-fit min-h-11 text-sm">
          {words.orderDesk.undo(words.statuses[order.status])}
        </button>
      )}
      <p role="status" className="text-leaf text-sm empty:hidden">
        {said}
      </p>
    </>
  );
}
