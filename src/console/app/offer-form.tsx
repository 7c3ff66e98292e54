import { type FormEvent, useRef, useState } from "react";
import { newId } from "../../web/new-id.ts";
import type { OrderView } from "../order-views.ts";
import type { CatalogueView } from "../shop-views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { type DraftLine, draftOf, goodsOf, linesToSend, totalOf } from "./offer-draft.ts";
import { OfferLine } from "./offer-line.tsx";
import { sayMoney } from "./say.ts";
import { useRead } from "./use-read.ts";

interface OfferFormProps {
  readonly order: OrderView;
  readonly onSent: () => Promise<void>;
  readonly onCancel: () => void;
}

/** An order as it is offered to its customer instead: other goods, another quantity, a line less or more. */
export function OfferForm({ order, onSent, onCancel }: OfferFormProps) {
  const words = useWords();
  const { offer } = words;
  const { data: catalogue } = useRead<CatalogueView>("/catalogue");
  const [draft, setDraft] = useState(() => draftOf(order));
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  // The same draft keeps its mark, so that one sent again after a lost answer is one offer.
  const mark = useRef<{ readonly id: string; readonly draft: unknown; readonly note: string }>(undefined);
  const products = catalogue?.products.filter(({ active }) => active) ?? [];
  const kept = draft.filter(({ struck }) => !struck);
  const goods = kept.flatMap((line) => goodsOf(line, order, products) ?? []);
  const isReady = kept.length > 0 && goods.length === kept.length && kept.every(({ quantity }) => quantity > 0);
  const change = (line: DraftLine) => setDraft(draft.map((one) => (one.key === line.key ? line : one)));
  const add = () => {
    const [first] = products;
    if (!first) return;
    const options = first.options.map(({ values }) => values[0]?.value ?? "");
    const key = Math.max(0, ...draft.map((one) => one.key)) + 1;
    setDraft([...draft, { key, struck: false, goods: { sku: first.sku, options }, quantity: 1_000 }]);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    if (mark.current?.draft !== draft || mark.current.note !== note) mark.current = { id: newId(), draft, note };
    setIsBusy(true);
    const answer = await post(`/orders/${order.id}/offer`, {
      ...{ id: mark.current.id, version: order.version, lines: linesToSend(draft) },
      ...(note.trim() === "" ? {} : { note: note.trim() }),
    });
    setIsBusy(false);
    setProblem(answer.ok ? "" : answer.message || words.failed);
    if (answer.ok) onCancel();
    await onSent();
  };
  return (
    <form onSubmit={send} aria-label={offer.title} className="card flex flex-col gap-3 p-4">
      <h2 className="font-bold text-lg">{offer.title}</h2>
      <p className="text-soft text-sm">{offer.hint}</p>
      <ul aria-label={offer.lines} className="flex flex-col gap-3">
        {draft.map((line) => (
          <li key={line.key} className="border-line border-b pb-3">
            <OfferLine
              line={line}
              order={order}
              products={products}
              onChange={change}
              onRemove={() => setDraft(draft.filter(({ key }) => key !== line.key))}
            />
          </li>
        ))}
      </ul>
      <button type="button" className="link-quiet min-h-11 w-fit" onClick={add} disabled={products.length === 0}>
        + {offer.add}
      </button>
      <label className="flex flex-col gap-1 font-semibold text-sm">
        {offer.why}
        <input
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={200}
          placeholder={offer.whyHint}
          className="field font-normal"
        />
      </label>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        <dt className="text-soft">{offer.totalNow}</dt>
        <dd className="text-right">{sayMoney(order.total)}</dd>
        <dt className="font-bold">{offer.totalThen}</dt>
        <dd className="text-right font-bold text-lg">{kept.length === 0 ? "–" : sayMoney(totalOf(order, goods))}</dd>
      </dl>
      {order.fee > 0 && <p className="text-soft text-sm">{offer.feeHint}</p>}
      {kept.length === 0 && <p className="text-alarm text-sm">{offer.allStruck}</p>}
      <Problem text={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <button type="button" className="button-quiet" onClick={onCancel}>
          {offer.cancel}
        </button>
        <button type="submit" className="button-brand" disabled={!isReady || isBusy}>
          {order.offer?.state === "open" ? offer.sendAgain : offer.send}
        </button>
      </div>
    </form>
  );
}
