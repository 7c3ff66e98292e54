import { useState } from "react";
import { sayQuantity } from "../../shop/catalogue/catalogue.words.ts";
import { variantPaths } from "../../shop/catalogue/variant-paths.ts";
import type { CatalogueView, ProductView } from "../shop-views.ts";
import { put } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";

interface StockCountsProps {
  readonly product: ProductView;
  readonly branches: CatalogueView["branches"];
  readonly onChanged: () => Promise<void>;
}

/** What is on hand of every variant at every branch, to be counted anew. */
export function StockCounts({ product, branches, onChanged }: StockCountsProps) {
  const words = useWords();
  const { stock } = words.edit;
  const [isOpen, setIsOpen] = useState(false);
  const counted = product.stock.length;
  return (
    <details className="mt-2 text-sm" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="min-h-11 py-2.5 font-semibold text-brand">
        {stock.title}: {counted === 0 ? words.catalogue.untracked : counted}
      </summary>
      {isOpen && (
        <>
          <p className="text-soft">{stock.hint}</p>
          <ul>
            {branches.flatMap((branch) =>
              variantsOf(product).map(([variant, path]) => {
                const row = product.stock.find(({ sku, branchId }) => sku === path && branchId === branch.id);
                return (
                  <li key={`${branch.id} ${path}`} className="border-line border-b py-1.5 last:border-0">
                    <Count
                      // Counted elsewhere meanwhile: the field shows the new count.
                      key={row?.onHand}
                      what={[variant, branch.name].filter(Boolean).join(" · ")}
                      unit={product.unit}
                      of={{ path, branchId: branch.id }}
                      seen={row?.onHand ?? null}
                      reserved={row?.reserved ?? 0}
                      onChanged={onChanged}
                    />
                  </li>
                );
              }),
            )}
          </ul>
        </>
      )}
    </details>
  );
}

function variantsOf({ sku, options }: ProductView): (readonly [variant: string, path: string])[] {
  const plain = options.map(({ name, values }) => ({
    name,
    values: values.map(({ value }) => ({ v: value, aliases: [] })),
  }));
  return [...variantPaths(sku, plain)];
}

interface CountProps {
  readonly what: string;
  readonly unit: string;
  readonly of: { readonly path: string; readonly branchId: string };
  readonly seen: number | null;
  readonly reserved: number;
  readonly onChanged: () => Promise<void>;
}

function Count({ what, unit, of, seen, reserved, onChanged }: CountProps) {
  const words = useWords();
  const { stock, save } = words.edit;
  const shown = seen === null ? "" : String(seen / 1000);
  const [typed, setTyped] = useState(shown);
  const [problem, setProblem] = useState("");
  const write = async () => {
    const onHand = typed.trim() === "" ? null : Math.round(Number(typed) * 1000);
    const answer = await put("/catalogue/stock", { ...of, seen, onHand });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    await onChanged();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          {what}
          {reserved > 0 && (
            <span className="block text-soft">{words.catalogue.reserved(sayQuantity(reserved, unit))}</span>
          )}
        </span>
        <input
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          value={typed}
          placeholder="–"
          aria-label={stock.count(what)}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          className="field w-24 text-right"
        />
        <span className="w-10 text-soft">{unit}</span>
        <button type="submit" disabled={typed === shown} className="button-quiet px-3 text-sm">
          {save}
        </button>
      </div>
      {problem !== "" && <Problem text={problem} />}
    </form>
  );
}
