import { useState } from "react";
import type { CustomerRow } from "../customer-views.ts";
import { CustomerProfilePage } from "./customer-profile.tsx";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { addressOf, follow } from "./route.ts";
import { sayCustomer, sayDate, sayMoney, sayValue } from "./say.ts";
import { useRead } from "./use-read.ts";
import { SOMEBODY } from "./write-first-page.tsx";

/** The shop's customers: whoever is looked for, or those who ordered last, and one person's profile. */
export function CustomersPage({ id }: { readonly id: string | undefined }) {
  const words = useWords();
  const { people } = words;
  const [query, setQuery] = useState("");
  const { data, problem } = useRead<{ customers: readonly CustomerRow[] }>(
    query === "" ? "/customers" : "/customers/search",
    ["order"],
    undefined,
    query || undefined,
  );
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={words.pages.customers}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className={`min-w-0 flex-1 overflow-y-auto border-line p-4 md:max-w-sm md:border-r ${id === undefined ? "" : "hidden md:block"}`}
      >
        <h1 className="mb-3 font-bold text-2xl">{words.pages.customers}</h1>
        <Offline problem={problem} />
        <search>
          <form
            className="mb-3 flex gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              setQuery(`${new FormData(event.currentTarget).get("q") ?? ""}`.trim());
            }}
          >
            <input
              name="q"
              type="search"
              maxLength={80}
              aria-label={people.search}
              placeholder={people.search}
              className="field min-w-0 flex-1"
            />
            <button type="submit" className="button-quiet px-4 text-sm">
              {people.look}
            </button>
          </form>
        </search>
        <a
          href={addressOf("writeFirst", SOMEBODY)}
          onClick={follow}
          className="link-quiet mb-2 flex min-h-11 w-fit items-center text-sm"
        >
          {words.writeFirst.newNumber}
        </a>
        <div role="status">
          {data === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
          {data?.customers.length === 0 && (
            <p className="card p-4 text-soft">{query === "" ? people.none : people.nothingFound}</p>
          )}
        </div>
        <ul className="flex flex-col gap-2">
          {data?.customers.map((customer) => (
            <li key={customer.id}>
              <CustomerItem customer={customer} isOpen={customer.id === id} />
            </li>
          ))}
        </ul>
      </section>
      <div className={`min-w-0 flex-1 flex-col ${id === undefined ? "hidden md:flex" : "flex"}`}>
        {id === undefined ? (
          <p className="m-auto p-6 text-soft">{people.pick}</p>
        ) : (
          <CustomerProfilePage key={id} id={id} />
        )}
      </div>
    </div>
  );
}

function CustomerItem({ customer, isOpen }: { readonly customer: CustomerRow; readonly isOpen: boolean }) {
  const words = useWords();
  const { people } = words;
  const { id, label, phone, address, channels, completed, total, lastOrderAt } = customer;
  const last = lastOrderAt === undefined ? people.noOrders : people.lastOrder(sayDate(lastOrderAt, words));
  return (
    <a
      href={addressOf("customers", id)}
      onClick={follow}
      aria-current={isOpen ? "true" : undefined}
      className="card block p-3 hover:border-brand aria-[current]:border-brand [overflow-wrap:anywhere]"
    >
      <span className="flex items-baseline justify-between gap-2">
        <span className="font-semibold">{sayCustomer({ id, customer: label }, words)}</span>
        <span className="shrink-0 text-soft text-xs">{channels.map((one) => sayValue(one, words)).join(", ")}</span>
      </span>
      {(phone !== undefined || address !== undefined) && (
        <span className="block text-soft text-sm">{[phone, address].filter(Boolean).join(" · ")}</span>
      )}
      <span className="block text-sm">
        {[completed > 0 && people.orders(completed, sayMoney(total)), last].filter(Boolean).join(" · ")}
      </span>
    </a>
  );
}
