import { type FormEvent, useState } from "react";
import { sayQuantity } from "../../shop/catalogue/catalogue.words.ts";
import { isAdjustable } from "../../shop/order/order.ts";
import type { OfferedGoods, OfferView, OrderView } from "../order-views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { OfferForm } from "./offer-form.tsx";
import { OfferMarkLabel } from "./offer-mark.tsx";
import { sayAge, sayMoney } from "./say.ts";
import { useNow } from "./use-now.ts";

interface OfferCardProps {
  readonly order: OrderView;
  readonly onChanged: () => Promise<void>;
}

/** Something else in place of what an order has: offered, waited for, and what came of it. */
export function OfferCard({ order, onChanged }: OfferCardProps) {
  const { offer: words } = useWords();
  const [isWriting, setIsWriting] = useState(false);
  const { offer } = order;
  const mayOffer = isAdjustable(order.status);
  if (isWriting && mayOffer)
    return <OfferForm key={order.version} order={order} onSent={onChanged} onCancel={() => setIsWriting(false)} />;
  const write = mayOffer && (
    <button type="button" className="button-quiet w-fit" onClick={() => setIsWriting(true)}>
      {offer?.state === "open" ? words.replace : words.open}
    </button>
  );
  if (!offer) return write;
  return (
    <section aria-label={words.title} className="card flex flex-col gap-3 p-4">
      <Standing offer={offer} />
      {offer.state === "open" && <Open order={order} offer={offer} onChanged={onChanged} />}
      {write}
    </section>
  );
}

function Standing({ offer }: { readonly offer: OfferView }) {
  const words = useWords();
  const now = useNow();
  const { state, at, changes, total } = offer;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {state === "open" ? words.offer.since(sayAge(at, now, words)) : words.offer.told[state]}
        {state !== "open" && <OfferMarkLabel mark={offer} />}
      </p>
      {offer.words !== undefined && <p>“{offer.words}”</p>}
      {changes.length > 0 && (
        <ul className="flex flex-col gap-1">
          {changes.map(({ from, to }) => (
            <li key={`${from?.name} ${to?.name}`} className="[overflow-wrap:anywhere]">
              {from && <span className="text-soft">{goods(from)}</span>}
              {from && " → "}
              {to ? goods(to) : words.offer.gone}
              {!from && ` (${words.offer.added})`}
            </li>
          ))}
        </ul>
      )}
      {total !== undefined && (
        <p className="flex justify-between gap-3 font-bold">
          <span>{words.offer.totalThen}</span>
          <span>{sayMoney(total)}</span>
        </p>
      )}
    </>
  );
}

function goods({ name, quantity, unit, amount }: OfferedGoods): string {
  return `${sayQuantity(quantity, unit)} ${name} (${sayMoney(amount)})`;
}

/** While it is waited for: taken back, or answered to a person. */
function Open({ order, offer, onChanged }: OfferCardProps & { readonly offer: OfferView }) {
  const words = useWords();
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const act = async (path: string, more: object) => {
    setIsBusy(true);
    const answer = await post(`/orders/${order.id}/offer/${path}`, { version: order.version, ...more });
    setIsBusy(false);
    setProblem(answer.ok ? "" : answer.message || words.failed);
    await onChanged();
  };
  const note = (answer: "yes" | "no") => act("answer", { answer, words: said.trim() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said.trim() !== "") void note("yes");
  };
  return (
    <>
      <p className="text-soft text-sm">{words.offer.ends}</p>
      <Problem text={problem} />
      <details>
        <summary className="min-h-11 cursor-pointer content-center font-semibold">{words.offer.note}</summary>
        <form onSubmit={submit} aria-label={words.offer.note} className="flex flex-col gap-2 pt-1">
          <p className="text-soft text-sm">{words.offer.noteHint}</p>
          <div className="flex flex-wrap gap-1.5 empty:hidden">
            {offer.said.map((each) => (
              <button
                key={each}
                type="button"
                className="chip min-h-11 max-w-full truncate"
                aria-pressed={each === said}
                onClick={() => setSaid(each.slice(0, 500))}
              >
                “{each}”
              </button>
            ))}
          </div>
          <input
            value={said}
            onChange={(event) => setSaid(event.target.value)}
            maxLength={500}
            aria-label={words.offer.words}
            placeholder={words.offer.words}
            className="field"
          />
          <div className="flex flex-wrap gap-2">
            <button type="submit" className="button-brand" disabled={isBusy || said.trim() === ""}>
              {words.offer.yes}
            </button>
            <button
              type="button"
              className="button-quiet"
              disabled={isBusy || said.trim() === ""}
              onClick={() => note("no")}
            >
              {words.offer.no}
            </button>
          </div>
        </form>
      </details>
      <button type="button" className="link-quiet min-h-11 w-fit" disabled={isBusy} onClick={() => act("withdraw", {})}>
        {words.offer.withdraw}
      </button>
    </>
  );
}
