import { useState } from "react";
import type { CatalogueView, ProductView } from "../shop-views.ts";
import { CatalogueFile } from "./catalogue-file.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { ProductCard } from "./product-card.tsx";
import { NEW_PRODUCT, ProductPage } from "./product-page.tsx";
import { addressOf, follow } from "./route.ts";
import { useRead } from "./use-read.ts";

/** What the shop sells: prices, pictures, what there is of it and what is sold out; `sku` is one being edited. */
export function CataloguePage({ sku }: { readonly sku: string | undefined }) {
  const isOwner = useMe().role === "owner";
  return sku !== undefined && isOwner ? <ProductPage key={sku} sku={sku} /> : <ProductList isOwner={isOwner} />;
}

function ProductList({ isOwner }: { readonly isOwner: boolean }) {
  const words = useWords();
  const { data, problem, reload } = useRead<CatalogueView>("/catalogue", ["order", "shop"]);
  const [sought, setSought] = useState("");
  const isSought = ({ name, sku, category }: ProductView) =>
    [name, sku, category].join(" ").toLowerCase().includes(sought.trim().toLowerCase());
  // What is no longer sold stands last.
  const products = data?.products.filter(isSought).toSorted((a, b) => Number(b.active) - Number(a.active));
  return (
    <Page title={words.pages.catalogue}>
      <Offline problem={problem} />
      <div className="mb-4 flex flex-wrap gap-2">
        <input
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          aria-label={words.catalogue.search}
          placeholder={words.catalogue.search}
          className="field max-w-md"
        />
        {isOwner && (
          <a href={addressOf("catalogue", NEW_PRODUCT)} onClick={follow} className="button-brand">
            {words.edit.product.add}
          </a>
        )}
      </div>
      {data === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      {data?.products.length === 0 && <p className="text-soft">{words.catalogue.none}</p>}
      <ul className="grid items-start gap-3 lg:grid-cols-2">
        {products?.map((product) => (
          <li key={product.sku} className="card min-w-0 p-4">
            <ProductCard
              product={product}
              branches={data?.branches ?? []}
              timeZone={data?.timeZone ?? ""}
              canEdit={isOwner}
              onChanged={reload}
            />
          </li>
        ))}
      </ul>
      {isOwner && <CatalogueFile onChanged={reload} />}
    </Page>
  );
}
