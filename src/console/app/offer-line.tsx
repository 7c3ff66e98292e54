import { sayQuantity } from "../../shop/catalogue/catalogue.words.ts";
import type { OrderView } from "../order-views.ts";
import type { ProductView } from "../shop-views.ts";
import { useWords } from "./language.tsx";
import { MoneyField } from "./money-field.tsx";
import { choicesOf, type DraftLine, goodsOf, leftAt, pathOf } from "./offer-draft.ts";
import { sayMoney } from "./say.ts";
import { useNow } from "./use-now.ts";

interface OfferLineProps {
  readonly line: DraftLine;
  readonly order: OrderView;
  readonly products: readonly ProductView[];
  readonly onChange: (line: DraftLine) => void;
  /** For a line that was only added here */
  readonly onRemove: () => void;
}

const ONE = 1_000;

/** One line of an offer: kept, struck, or with other goods, another quantity or an agreed price. */
export function OfferLine({ line, order, products, onChange, onRemove }: OfferLineProps) {
  const { offer } = useWords();
  const was = line.was === undefined ? undefined : order.lines[line.was];
  const goods = goodsOf(line, order, products);
  const name = was?.name ?? goods?.name ?? "";
  if (line.struck)
    return (
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>
          <s>{name}</s> <span className="text-alarm text-sm">{offer.struck}</span>
        </span>
        <button type="button" className="chip min-h-11" onClick={() => onChange({ ...line, struck: false })}>
          {offer.back}
        </button>
      </div>
    );
  const { price: _, goods: swapped, ...plain } = line;
  const swap = () => onChange({ ...plain, goods: substituteFor(was?.sku ?? "", order.branchId, products) });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">
          {was && swapped ? <s className="font-normal text-soft">{name}</s> : name}
        </span>
        <span className="shrink-0 font-semibold">{goods && sayMoney(goods.amount)}</span>
      </div>
      {swapped && (
        <Substitute line={{ ...line, goods: swapped }} order={order} products={products} onChange={onChange} />
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <Quantity line={line} name={goods?.name ?? name} unit={goods?.unit ?? ""} onChange={onChange} />
        {was &&
          (swapped ? (
            <button type="button" className="chip min-h-11" onClick={() => onChange(plain)}>
              {offer.keep}
            </button>
          ) : (
            <button
              type="button"
              className="chip min-h-11"
              aria-label={offer.swap(name)}
              disabled={products.length === 0}
              onClick={swap}
            >
              {offer.swapIt}
            </button>
          ))}
        <button
          type="button"
          className="chip min-h-11"
          aria-label={offer.strike(name)}
          onClick={() => (was ? onChange({ ...line, struck: true }) : onRemove())}
        >
          {offer.strikeIt}
        </button>
      </div>
    </div>
  );
}

type Swapped = DraftLine & { readonly goods: NonNullable<DraftLine["goods"]> };

/** Which goods, of which kind, at what price. */
function Substitute({
  line,
  order,
  products,
  onChange,
}: Omit<OfferLineProps, "onRemove"> & { readonly line: Swapped }) {
  const { offer } = useWords();
  const now = useNow();
  const product = products.find(({ sku }) => sku === line.goods.sku);
  const goods = goodsOf(line, order, products);
  const { price: _, ...free } = line;
  const pick = (sku: string, options: readonly string[]) => onChange({ ...free, goods: { sku, options } });
  const left = (one: ProductView, options: readonly string[]) => {
    if ((one.pausedUntil ?? 0) > now) return ` · ${offer.soldOut}`;
    const count = leftAt(order.branchId, pathOf({ sku: one.sku, options }), one);
    if (count === undefined) return "";
    return count === 0 ? ` · ${offer.soldOut}` : ` · ${offer.left(sayQuantity(count, one.unit))}`;
  };
  return (
    <div className="flex flex-col gap-2 rounded-xl bg-sunk p-3">
      <label className="flex flex-col gap-1 font-semibold text-sm">
        {offer.product}
        <select
          className="field font-normal"
          value={line.goods.sku}
          onChange={(event) => {
            const other = products.find(({ sku }) => sku === event.target.value);
            if (other) pick(other.sku, choicesOf(other)[0] ?? []);
          }}
        >
          {products.map((one) => (
            <option key={one.sku} value={one.sku}>
              {one.name}
              {one.options.length === 0 ? left(one, []) : ""}
            </option>
          ))}
        </select>
      </label>
      {product && product.options.length > 0 && (
        <label className="flex flex-col gap-1 font-semibold text-sm">
          {offer.variant(product.name)}
          <select
            className="field font-normal"
            value={pathOf(line.goods)}
            onChange={(event) => {
              const options = choicesOf(product).find(
                (each) => pathOf({ sku: product.sku, options: each }) === event.target.value,
              );
              if (options) pick(product.sku, options);
            }}
          >
            {choicesOf(product).map((options) => (
              <option key={options.join("/")} value={pathOf({ sku: product.sku, options })}>
                {options.join(", ")}
                {left(product, options)}
              </option>
            ))}
          </select>
        </label>
      )}
      {goods && (
        <MoneyField
          label={offer.price(goods.name, goods.unit)}
          {...(goods.price === goods.usual ? {} : { hint: offer.priceHint(sayMoney(goods.usual)) })}
          value={goods.price}
          onValue={(price) => onChange(price === undefined || price === goods.usual ? free : { ...line, price })}
        />
      )}
    </div>
  );
}

interface QuantityProps {
  readonly line: DraftLine;
  readonly name: string;
  readonly unit: string;
  readonly onChange: (line: DraftLine) => void;
}

function Quantity({ line, name, unit, onChange }: QuantityProps) {
  const { offer } = useWords();
  const set = (quantity: number) => onChange({ ...line, quantity });
  return (
    <span className="flex items-center gap-1.5">
      <button
        type="button"
        className="chip min-h-11 min-w-11"
        aria-label={offer.less(name)}
        disabled={line.quantity <= ONE}
        onClick={() => set(line.quantity - ONE)}
      >
        −
      </button>
      <input
        type="number"
        min={0}
        step="any"
        inputMode="decimal"
        aria-label={offer.quantity(name, unit)}
        value={line.quantity === 0 ? "" : line.quantity / ONE}
        onChange={(event) => set(Math.max(0, Math.round((event.target.valueAsNumber || 0) * ONE)))}
        className="field w-20 text-center"
      />
      <button
        type="button"
        className="chip min-h-11 min-w-11"
        aria-label={offer.more(name)}
        onClick={() => set(line.quantity + ONE)}
      >
        +
      </button>
    </span>
  );
}

/** What comes to mind first: another kind of the same that is there, else the next goods of the list. */
function substituteFor(path: string, branchId: string, products: readonly ProductView[]) {
  const [own] = path.split("/");
  const first = products.toSorted((a, b) => Number(b.sku === own) - Number(a.sku === own));
  const all = first.flatMap((product) =>
    choicesOf(product).map((options) => ({
      sku: product.sku,
      options,
      left: leftAt(branchId, pathOf({ sku: product.sku, options }), product),
    })),
  );
  const others = all.filter((one) => pathOf(one) !== path);
  const { sku, options } = others.find(({ left }) => left !== 0) ?? others[0] ?? { sku: own ?? "", options: [] };
  return { sku, options };
}
