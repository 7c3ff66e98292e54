import { useState } from "react";
import { sayQuantity } from "../../shop/catalogue/catalogue.words.ts";
import type { ProductView } from "../shop-views.ts";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { sayMoney } from "./say.ts";
import { useRead } from "./use-read.ts";

/** What the shop sells: options, prices and stock, to read. */
export function CataloguePage() {
  const words = useWords();
  const { data, problem } = useRead<{ products: readonly ProductView[] }>("/catalogue", ["order"]);
  const [sought, setSought] = useState("");
  const isSought = ({ name, sku, category }: ProductView) =>
    [name, sku, category].join(" ").toLowerCase().includes(sought.trim().toLowerCase());
  return (
    <Page title={words.pages.catalogue}>
      <Offline problem={problem} />
      <p className="mb-3 text-soft">{words.catalogue.readOnly}</p>
      <input
        type="search"
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        aria-label={words.catalogue.search}
        placeholder={words.catalogue.search}
        className="field mb-4 max-w-md"
      />
      {data === undefined && <p className="text-soft">{words.loading}</p>}
      {data?.products.length === 0 && <p className="text-soft">{words.catalogue.none}</p>}
      <ul className="grid gap-3 lg:grid-cols-2">
        {data?.products.filter(isSought).map((product) => (
          <li key={product.sku} className="card p-4">
            <Product product={product} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Product({ product }: { readonly product: ProductView }) {
  const words = useWords();
  const { catalogue } = words;
  const notes = [
    product.madeToOrder ? catalogue.madeToOrder : undefined,
    product.leadDays > 0 ? catalogue.leadDays(product.leadDays) : undefined,
    product.minimum > 0 ? catalogue.minimum(sayQuantity(product.minimum, product.unit)) : undefined,
    product.active ? undefined : catalogue.inactive,
  ].filter(Boolean);
  return (
    <>
      <h2 className="flex items-baseline justify-between gap-3 font-bold text-lg">
        {product.name}
        <span className="shrink-0 text-base text-brand">
          {sayMoney(product.price)}/{product.unit}
        </span>
      </h2>
      <p className="text-soft text-sm">
        {[product.sku, product.category].filter(Boolean).join(" · ")}
        {notes.length > 0 && ` · ${notes.join(" · ")}`}
      </p>
      {product.description !== "" && <p className="mt-1">{product.description}</p>}
      {product.options.map((option) => (
        <div key={option.name} className="mt-2 flex flex-wrap items-center gap-1.5 text-sm">
          <span className="font-semibold">{option.name}:</span>
          {option.values.map(({ value, price }) => (
            <span key={value} className="rounded-full bg-sunk px-2.5 py-0.5">
              {value}
              {price !== undefined && ` ${sayMoney(price)}`}
            </span>
          ))}
        </div>
      ))}
      <Stock product={product} />
    </>
  );
}

function Stock({ product: { stock, unit, sku } }: { readonly product: ProductView }) {
  const words = useWords();
  const { catalogue } = words;
  if (stock.length === 0)
    return (
      <p className="mt-2 text-soft text-sm">
        {catalogue.stock}: {catalogue.untracked}
      </p>
    );
  return (
    <details className="mt-2 text-sm">
      <summary className="font-semibold text-brand">
        {catalogue.stock} ({stock.length})
      </summary>
      <ul>
        {stock.map((each) => (
          <li
            key={`${each.sku} ${each.branch}`}
            className="flex justify-between gap-3 border-line border-b py-1 last:border-0"
          >
            <span>
              {each.sku === sku ? "" : `${each.sku.slice(sku.length + 1)} · `}
              {each.branch}
            </span>
            <span className="shrink-0">
              {sayQuantity(each.onHand, unit)}
              {each.reserved > 0 && (
                <span className="text-soft"> ({catalogue.reserved(sayQuantity(each.reserved, unit))})</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
