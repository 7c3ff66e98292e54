import type { ShopFront } from "../../../web/shop-front-store.ts";
import { doorsLine, words } from "./page.words.ts";

interface ShopHeaderProps {
  readonly shop: ShopFront | undefined;
  readonly isWithPerson: boolean;
  readonly onPerson: () => void;
}

/** The shop's sign under its awning: name, whether it is open, and the way to a person. */
export function ShopHeader({ shop, isWithPerson, onPerson }: ShopHeaderProps) {
  return (
    <header className="relative z-10 bg-surface pb-2 shadow-card">
      <div className="awning" aria-hidden="true" />
      <div className="flex items-center gap-3 px-4 pt-2 pb-1">
        <span
          aria-hidden="true"
          className="hidden size-11 shrink-0 place-items-center rounded-2xl bg-notice font-bold text-lg text-on-notice min-[480px]:grid"
        >
          {initials(shop?.name ?? "")}
        </span>
        <div className="min-w-0 flex-1">
          <h1 className="truncate font-bold text-lg leading-tight">{shop?.name ?? " "}</h1>
          {shop && (
            <p className="flex items-center gap-1.5 truncate text-sm text-soft">
              <span
                aria-hidden="true"
                className={`size-2 shrink-0 rounded-full ${shop.doors.open ? "bg-leaf" : "bg-turmeric"}`}
              />
              {doorsLine(shop.doors)}
              {shop.city && <span className="hidden sm:inline">· {shop.city}</span>}
            </p>
          )}
        </div>
        {!isWithPerson && (
          <button type="button" className="button-quiet shrink-0 px-3.5 text-sm" onClick={onPerson}>
            {words.person}
          </button>
        )}
      </div>
    </header>
  );
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  return parts
    .slice(0, 2)
    .map((part) => part[0]?.toUpperCase() ?? "")
    .join("");
}
