import { useState } from "react";
import { sayQuantity } from "../../shop/catalogue/catalogue.words.ts";
import type { CatalogueView, ProductView } from "../shop-views.ts";
import { put } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { addressOf, follow } from "./route.ts";
import { sayMoment, sayMoney } from "./say.ts";
import { StockCounts } from "./stock-counts.tsx";
import { useNow } from "./use-now.ts";

interface ProductCardProps {
  readonly product: ProductView;
  readonly branches: CatalogueView["branches"];
  readonly timeZone: string;
  /** All of it; otherwise only what there is of it */
  readonly canEdit: boolean;
  readonly onChanged: () => Promise<void>;
}

/** A product: what it is, whether there is any, and its counts. */
export function ProductCard({ product, branches, timeZone, canEdit, onChanged }: ProductCardProps) {
  const words = useWords();
  const now = useNow();
  const [problem, setProblem] = useState("");
  const { name, sku, pausedUntil, active } = product;
  const change = async (what: "pause" | "active" | "place", body: object) => {
    const answer = await put(`/catalogue/products/${encodeURIComponent(sku)}/${what}`, body);
    setProblem(answer.ok ? "" : answer.message || words.failed);
    await onChanged();
  };
  const isPaused = pausedUntil !== undefined && pausedUntil > now;
  return (
    <div className={active ? "" : "opacity-80"}>
      <Summary product={product} />
      {isPaused && (
        <p className="mt-2 w-fit rounded-full bg-alarm-soft px-3 py-1 font-semibold text-alarm text-sm">
          {pausedUntil > FAR
            ? words.edit.pause.forGood
            : words.edit.pause.until(sayMoment(pausedUntil, now, words, timeZone))}
        </p>
      )}
      {problem !== "" && <Problem text={problem} />}
      {active && (
        <Availability
          isPaused={isPaused}
          name={name}
          onChange={(until) => change("pause", { seen: pausedUntil ?? null, until })}
        />
      )}
      {active && <StockCounts product={product} branches={branches} onChanged={onChanged} />}
      {canEdit && (
        <div className="mt-3 flex flex-wrap gap-2 border-line border-t pt-3">
          {active ? (
            <>
              <a href={addressOf("catalogue", sku)} onClick={follow} className="button-quiet px-4 text-sm">
                {words.edit.edit}
                <span className="sr-only">{name}</span>
              </a>
              <Move
                label={words.edit.product.up(name)}
                path="M6 15l6-6 6 6"
                onMove={() => change("place", { by: -1 })}
              />
              <Move
                label={words.edit.product.down(name)}
                path="M6 9l6 6 6-6"
                onMove={() => change("place", { by: 1 })}
              />
            </>
          ) : (
            <button
              type="button"
              onClick={() => change("active", { active: true })}
              className="button-quiet px-4 text-sm"
            >
              {words.edit.product.bringBack}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** Later than any closing: until somebody says so. */
const FAR = Date.UTC(3000, 0);

function Summary({ product }: { readonly product: ProductView }) {
  const { catalogue, edit } = useWords();
  const notes = [
    product.madeToOrder ? catalogue.madeToOrder : undefined,
    product.leadDays > 0 ? catalogue.leadDays(product.leadDays) : undefined,
    product.minimum > 0 ? catalogue.minimum(sayQuantity(product.minimum, product.unit)) : undefined,
    product.active ? undefined : catalogue.inactive,
  ].filter(Boolean);
  return (
    <div className="flex gap-3">
      {product.photoId !== undefined && (
        <img
          src={`/console/api/photos/${product.photoId}`}
          alt={edit.product.photoOf(product.name)}
          loading="lazy"
          className="size-20 shrink-0 rounded-xl object-cover"
        />
      )}
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <h2 className="flex flex-wrap items-baseline justify-between gap-x-3 font-bold text-lg">
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
      </div>
    </div>
  );
}

interface AvailabilityProps {
  readonly isPaused: boolean;
  readonly name: string;
  readonly onChange: (until: "closing" | "later" | null) => void;
}

function Availability({ isPaused, name, onChange }: AvailabilityProps) {
  const { pause } = useWords().edit;
  return (
    <fieldset className="mt-3 flex flex-wrap gap-2">
      <legend className="sr-only">{`${pause.title}: ${name}`}</legend>
      {isPaused ? (
        <button type="button" onClick={() => onChange(null)} className="button-brand px-3 text-sm">
          {pause.resume}
        </button>
      ) : (
        <>
          <button type="button" onClick={() => onChange("closing")} className="button-quiet px-3 text-sm">
            {pause.today}
          </button>
          <button type="button" onClick={() => onChange("later")} className="button-quiet px-3 text-sm">
            {pause.later}
          </button>
        </>
      )}
    </fieldset>
  );
}

interface MoveProps {
  readonly label: string;
  readonly path: string;
  readonly onMove: () => void;
}

function Move({ label, path, onMove }: MoveProps) {
  return (
    <button type="button" aria-label={label} onClick={onMove} className="button-quiet px-3">
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5" fill="none" stroke="currentColor" strokeWidth="2">
        <path d={path} />
      </svg>
    </button>
  );
}
