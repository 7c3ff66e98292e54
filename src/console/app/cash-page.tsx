import { type FormEvent, useState } from "react";
import type { CashDay, CourierCash } from "../order-views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { MoneyField } from "./money-field.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { addressOf, follow } from "./route.ts";
import { sayClock, sayMoney } from "./say.ts";
import { useRead } from "./use-read.ts";

/** The cash of a day: who has it, what came in, what a courier hands in, and where it is not what was due. */
export function CashPage() {
  const words = useWords();
  const { cash: said } = words.orderDesk;
  const isCourier = useMe().role === "courier";
  const [day, setDay] = useState<string>();
  const path = day === undefined ? "/cash" : `/cash?day=${day}`;
  const { data, problem, reload } = useRead<CashDay>(path, ["order"]);
  return (
    <Page title={words.pages.cash}>
      <p className="mb-3 text-soft">{isCourier ? said.ownHint : said.hint}</p>
      <label className="mb-4 flex w-fit items-center gap-2">
        <span className="text-soft">{said.day}</span>
        <input
          type="date"
          className="field w-auto"
          value={day ?? data?.day ?? ""}
          max={data?.today}
          onChange={(event) => setDay(event.target.value === "" ? undefined : event.target.value)}
        />
      </label>
      <Offline problem={problem} />
      {data === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      {data && (
        <div className="flex flex-col gap-6">
          <section aria-label={said.couriers}>
            {!isCourier && <h2 className="mb-2 font-bold text-lg">{said.couriers}</h2>}
            {data.couriers.length === 0 && <p className="text-soft">{isCourier ? said.nothing : said.none}</p>}
            <ul className="grid gap-3 md:grid-cols-2">
              {data.couriers.map((courier) => (
                <li key={courier.id}>
                  <CourierCard courier={courier} mayTake={!isCourier} onTaken={reload} />
                </li>
              ))}
            </ul>
          </section>
          {data.branches.length > 0 && <Branches branches={data.branches} />}
          <Differences differences={data.differences} />
          <HandIns handIns={data.handIns} />
        </div>
      )}
    </Page>
  );
}

interface CourierCardProps {
  readonly courier: CourierCash;
  readonly mayTake: boolean;
  readonly onTaken: () => Promise<void>;
}

function CourierCard({ courier, mayTake, onTaken }: CourierCardProps) {
  const words = useWords();
  const { cash: said } = words.orderDesk;
  const [isTaking, setIsTaking] = useState(false);
  return (
    <article aria-label={courier.name} className="card flex h-full flex-col gap-2 p-4">
      <h3 className="font-bold">{courier.name}</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-y-1">
        <Sum name={said.held} amount={courier.held} isBig />
        <Sum name={said.received} amount={courier.received} />
        <Sum name={said.due} amount={courier.due} />
      </dl>
      {courier.orders.length > 0 && (
        <p className="text-soft text-sm">
          {courier.orders.map(({ number, amount }) => `#${number} ${sayMoney(amount)}`).join(" · ")}
        </p>
      )}
      {mayTake && courier.held > 0 && !isTaking && (
        <button type="button" className="button-quiet mt-auto w-fit" onClick={() => setIsTaking(true)}>
          {said.handIn}
        </button>
      )}
      {isTaking && <HandInForm courier={courier} onClose={() => setIsTaking(false)} onTaken={onTaken} />}
    </article>
  );
}

interface HandInFormProps {
  readonly courier: CourierCash;
  readonly onClose: () => void;
  readonly onTaken: () => Promise<void>;
}

/** Cash that a courier lays on the counter, as it was counted. */
function HandInForm({ courier: { id, held }, onClose, onTaken }: HandInFormProps) {
  const words = useWords();
  const { cash: said } = words.orderDesk;
  const [amount, setAmount] = useState<number | undefined>(held);
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    const answer = await post("/cash/hand-in", { courier: id, amount, seen: held });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    await onTaken();
    setIsBusy(false);
    if (answer.ok) onClose();
  };
  return (
    <form onSubmit={send} aria-label={said.handIn} className="flex flex-col gap-3 border-line border-t pt-3">
      <MoneyField label={said.counted} value={amount} onValue={setAmount} />
      {amount !== undefined && amount < held && (
        <p className="text-alarm text-sm">{said.missing(sayMoney(held - amount))}</p>
      )}
      <Problem text={problem} />
      <div className="flex justify-end gap-2">
        <button type="button" className="button-quiet" onClick={onClose}>
          {words.orderDesk.cancel}
        </button>
        <button type="submit" className="button-brand" disabled={isBusy || !amount}>
          {said.sure}
        </button>
      </div>
    </form>
  );
}

function Branches({ branches }: Pick<CashDay, "branches">) {
  const { cash: said } = useWords().orderDesk;
  return (
    <section aria-label={said.branches}>
      <h2 className="mb-2 font-bold text-lg">{said.branches}</h2>
      <ul className="grid gap-3 md:grid-cols-2">
        {branches.map(({ id, name, due, received }) => (
          <li key={id} className="card p-4">
            <h3 className="font-bold">{name}</h3>
            <dl className="grid grid-cols-[1fr_auto] gap-y-1">
              <Sum name={said.received} amount={received} isBig />
              <Sum name={said.due} amount={due} />
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Differences({ differences }: Pick<CashDay, "differences">) {
  const { cash: said } = useWords().orderDesk;
  const words = useWords();
  if (differences.length === 0) return null;
  return (
    <section aria-label={said.differences}>
      <h2 className="mb-2 font-bold text-lg">{said.differences}</h2>
      <ul className="card divide-y divide-line">
        {differences.map(({ order, number, amount, reason, who }) => (
          <li key={order} className="flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-2">
            <a
              href={addressOf("orders", order)}
              onClick={follow}
              className="inline-flex min-h-11 items-center font-semibold text-brand underline"
            >
              {words.orders.number(number)}
            </a>
            <span className="flex-1 basis-40">
              “{reason}” <span className="text-soft text-sm">· {who}</span>
            </span>
            <span className="font-bold text-alarm">
              {amount > 0 ? said.less(sayMoney(amount)) : said.more(sayMoney(-amount))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HandIns({ handIns }: Pick<CashDay, "handIns">) {
  const words = useWords();
  const { cash: said } = words.orderDesk;
  if (handIns.length === 0) return null;
  return (
    <section aria-label={said.handIns}>
      <h2 className="mb-2 font-bold text-lg">{said.handIns}</h2>
      <ul className="card divide-y divide-line">
        {handIns.map(({ id, at, courier, amount, left, who }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-2">
            <span>
              {sayClock(at, words)} · {courier} → {who}
            </span>
            <span>
              <span className="font-bold">{sayMoney(amount)}</span>{" "}
              <span className={left > 0 ? "text-alarm" : "text-leaf"}>
                {left > 0 ? said.left(sayMoney(left)) : said.settled}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sum({ name, amount, isBig }: { readonly name: string; readonly amount: number; readonly isBig?: boolean }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className={isBig ? "text-right font-bold text-lg" : "text-right"}>{sayMoney(amount)}</dd>
    </>
  );
}
