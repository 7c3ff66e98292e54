/** Goods on hand of a variant at a branch, thousandths. */
export interface StockLevel {
  readonly sku: string;
  readonly branchId: string;
  readonly onHand: number;
  readonly reserved: number;
}

/** Made-to-order goods booked for a day at a branch, thousandths; no capacity is unlimited. */
export interface DayLevel {
  readonly branchId: string;
  readonly day: string;
  readonly booked: number;
  readonly capacity?: number;
}

/** What an order line claims, thousandths: goods from stock, or a share of a day's capacity. */
export type Hold =
  | { readonly type: "stock"; readonly sku: string; readonly branchId: string; readonly quantity: number }
  | { readonly type: "day"; readonly branchId: string; readonly day: string; readonly quantity: number };

export interface StockChange {
  readonly sku: string;
  readonly branchId: string;
  readonly onHand: number;
  readonly reserved: number;
}

export interface DayChange {
  readonly branchId: string;
  readonly day: string;
  readonly booked: number;
}

/**
 * Reckons with stock and days whose rows are locked, so that what it allows can be written. Nothing is ever promised
 * that is not there: `hold` takes all of its claims or none.
 */
export class Ledger {
  readonly #stock = new Map<string, StockLevel>();
  readonly #days = new Map<string, DayLevel>();
  readonly #stockBefore: ReadonlyMap<string, StockLevel>;
  readonly #daysBefore: ReadonlyMap<string, DayLevel>;

  constructor(stock: Iterable<StockLevel>, days: Iterable<DayLevel>) {
    for (const level of stock) this.#stock.set(stockKey(level), level);
    for (const level of days) this.#days.set(dayKey(level), level);
    this.#stockBefore = new Map(this.#stock);
    this.#daysBefore = new Map(this.#days);
  }

  tracks(sku: string, branchId: string): boolean {
    return this.#stock.has(stockKey({ sku, branchId }));
  }

  /** Whether all claims could be taken; when not, none is. */
  hold(claims: readonly Hold[]): boolean {
    const back = this.mark();
    const fits = claims.every((claim) => this.#move(claim, claim.quantity));
    if (!fits) back();
    return fits;
  }

  release(claims: readonly Hold[]): void {
    for (const claim of claims) this.#move(claim, -claim.quantity);
  }

  /** Goods held leave the shop. */
  consume(claims: readonly Hold[]): void {
    for (const claim of claims) {
      if (claim.type !== "stock") continue;
      const level = this.#stock.get(stockKey(claim));
      if (!level) continue;
      const { onHand, reserved } = level;
      this.#stock.set(stockKey(claim), {
        ...level,
        onHand: onHand - claim.quantity,
        reserved: reserved - claim.quantity,
      });
    }
  }

  /** Goods that had left are there again, and held as before. */
  restore(claims: readonly Hold[]): void {
    for (const claim of claims) {
      if (claim.type !== "stock") continue;
      const level = this.#stock.get(stockKey(claim));
      if (!level) continue;
      const { onHand, reserved } = level;
      this.#stock.set(stockKey(claim), {
        ...level,
        onHand: onHand + claim.quantity,
        reserved: reserved + claim.quantity,
      });
    }
  }

  /** Returns the function that goes back to how things stand now. */
  mark(): () => void {
    const stock = [...this.#stock];
    const days = [...this.#days];
    return () => {
      for (const [key, level] of stock) this.#stock.set(key, level);
      for (const [key, level] of days) this.#days.set(key, level);
    };
  }

  /** By how much each row of stock differs from how it was found. */
  stockChanges(): readonly StockChange[] {
    return [...this.#stock].flatMap(([key, { sku, branchId, ...level }]) => {
      const before = this.#stockBefore.get(key);
      const onHand = level.onHand - (before?.onHand ?? 0);
      const reserved = level.reserved - (before?.reserved ?? 0);
      return onHand === 0 && reserved === 0 ? [] : [{ sku, branchId, onHand, reserved }];
    });
  }

  dayChanges(): readonly DayChange[] {
    return [...this.#days].flatMap(([key, { branchId, day, booked }]) => {
      const change = booked - (this.#daysBefore.get(key)?.booked ?? 0);
      return change === 0 ? [] : [{ branchId, day, booked: change }];
    });
  }

  #move(claim: Hold, by: number): boolean {
    return claim.type === "stock" ? this.#reserve(claim, by) : this.#book(claim, by);
  }

  #reserve(claim: { readonly sku: string; readonly branchId: string }, by: number): boolean {
    const level = this.#stock.get(stockKey(claim));
    if (!level || (by > 0 && level.onHand - level.reserved < by)) return false;
    this.#stock.set(stockKey(claim), { ...level, reserved: level.reserved + by });
    return true;
  }

  #book(claim: { readonly branchId: string; readonly day: string }, by: number): boolean {
    const level = this.#days.get(dayKey(claim));
    if (!level || (by > 0 && level.capacity !== undefined && level.booked + by > level.capacity)) return false;
    this.#days.set(dayKey(claim), { ...level, booked: level.booked + by });
    return true;
  }
}

export function stockKey({ sku, branchId }: { readonly sku: string; readonly branchId: string }): string {
  return `${branchId}\n${sku}`;
}

export function dayKey({ branchId, day }: { readonly branchId: string; readonly day: string }): string {
  return `${branchId}\n${day}`;
}
