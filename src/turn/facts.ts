import type { Engine } from "../database/database-url.ts";
import type { RawTx } from "../database/raw-tx.ts";
import type { OpenCall } from "../shop/call/call.ts";
import { openCalls } from "../shop/call/call-store.ts";
import { isPaused } from "../shop/catalogue/catalogue.ts";
import type { SeenOffer } from "../shop/order/offer.ts";
import { findOffers } from "../shop/order/offers-store.ts";
import type { PlacedOrder } from "../shop/order/order.ts";
import { latestOrders } from "../shop/order/order-store.ts";
import { openProposals } from "../shop/phone-order/open-proposals-store.ts";
import type { Proposal } from "../shop/phone-order/proposal.ts";
import { dayKey } from "../shop/stock/ledger.ts";
import { findDays, findStock } from "../shop/stock/stock-store.ts";
import type { ShopView } from "./turn-parts.ts";

const LATEST_ORDERS = 5;

/**
 * Facts that turns ask for while advancing. What was not there is noted, loaded for the whole group in one statement a
 * kind, and the turns that missed it advance again.
 */
export class Facts {
  readonly #shop: ShopView;
  readonly #now: number;
  readonly #stock = new Map<string, ReadonlyMap<string, number>>();
  readonly #days = new Map<string, number>();
  readonly #orders = new Map<string, readonly PlacedOrder[]>();
  readonly #calls = new Map<string, OpenCall | undefined>();
  readonly #proposals = new Map<string, Proposal | undefined>();
  readonly #offers = new Map<string, SeenOffer | undefined>();
  readonly #missingOffers = new Set<string>();
  readonly #missingProposals = new Set<string>();
  readonly #missingStock = new Set<string>();
  readonly #missingDays = new Map<string, { readonly branchId: string; readonly day: string }>();
  readonly #missingOrders = new Set<string>();
  readonly #missingCalls = new Set<string>();
  #misses = 0;

  constructor(shop: ShopView, now: number) {
    this.#shop = shop;
    this.#now = now;
  }

  available(sku: string, branchId: string): number | undefined {
    const product = this.#shop.products.get(sku.split("/")[0] ?? sku);
    if (product && isPaused(product, this.#now)) return 0;
    const branches = this.#stock.get(sku);
    if (!branches) this.#miss(() => this.#missingStock.add(sku));
    return branches?.get(branchId);
  }

  capacityLeft(branchId: string, day: string): number | undefined {
    const capacity = this.#shop.branches.find(({ id }) => id === branchId)?.dailyCapacity ?? null;
    if (capacity === null) return undefined;
    const booked = this.#days.get(dayKey({ branchId, day }));
    if (booked === undefined) this.#miss(() => this.#missingDays.set(dayKey({ branchId, day }), { branchId, day }));
    return Math.max(0, capacity - (booked ?? 0));
  }

  orders(customerId: string): readonly PlacedOrder[] {
    const orders = this.#orders.get(customerId);
    if (!orders) this.#miss(() => this.#missingOrders.add(customerId));
    return orders ?? [];
  }

  call(conversationId: string): OpenCall | undefined {
    if (!this.#calls.has(conversationId)) this.#miss(() => this.#missingCalls.add(conversationId));
    return this.#calls.get(conversationId);
  }

  proposal(code: string): Proposal | undefined {
    if (!this.#proposals.has(code)) this.#miss(() => this.#missingProposals.add(code));
    return this.#proposals.get(code);
  }

  offer(id: string): SeenOffer | undefined {
    if (!this.#offers.has(id)) this.#miss(() => this.#missingOffers.add(id));
    return this.#offers.get(id);
  }

  /** How often something was asked for that is not there */
  get misses(): number {
    return this.#misses;
  }

  async load(tx: RawTx, engine: Engine, now: number): Promise<void> {
    await this.#loadStock(tx);
    await this.#loadDays(tx);
    await this.#loadOrders(tx);
    await this.#loadCalls(tx);
    await this.#loadProposals(tx, engine, now);
    await this.#loadOffers(tx);
  }

  #miss(note: () => void): void {
    this.#misses += 1;
    note();
  }

  async #loadStock(tx: RawTx): Promise<void> {
    if (this.#missingStock.size === 0) return;
    const levels = new Map([...this.#missingStock].map((sku) => [sku, new Map<string, number>()]));
    for (const { sku, branchId, onHand, reserved } of await findStock(tx, [...this.#missingStock]))
      levels.get(sku)?.set(branchId, Math.max(0, onHand - reserved));
    for (const [sku, branches] of levels) this.#stock.set(sku, branches);
    this.#missingStock.clear();
  }

  async #loadDays(tx: RawTx): Promise<void> {
    if (this.#missingDays.size === 0) return;
    const found = await findDays(tx, [...this.#missingDays.values()]);
    for (const key of this.#missingDays.keys()) this.#days.set(key, 0);
    for (const level of found) this.#days.set(dayKey(level), level.booked);
    this.#missingDays.clear();
  }

  async #loadCalls(tx: RawTx): Promise<void> {
    if (this.#missingCalls.size === 0) return;
    const conversations = [...this.#missingCalls];
    const found = await openCalls(tx, conversations);
    for (const conversation of conversations) this.#calls.set(conversation, found.get(conversation));
    this.#missingCalls.clear();
  }

  async #loadProposals(tx: RawTx, engine: Engine, now: number): Promise<void> {
    if (this.#missingProposals.size === 0) return;
    const codes = [...this.#missingProposals];
    const found = await openProposals(tx, engine, codes, now);
    for (const code of codes) this.#proposals.set(code, found.get(code));
    this.#missingProposals.clear();
  }

  async #loadOffers(tx: RawTx): Promise<void> {
    if (this.#missingOffers.size === 0) return;
    const ids = [...this.#missingOffers];
    const found = await findOffers(tx, ids);
    for (const id of ids) this.#offers.set(id, found.get(id));
    this.#missingOffers.clear();
  }

  async #loadOrders(tx: RawTx): Promise<void> {
    if (this.#missingOrders.size === 0) return;
    const customers = [...this.#missingOrders];
    const found = await latestOrders(tx, customers, LATEST_ORDERS);
    for (const customer of customers)
      this.#orders.set(
        customer,
        found.filter((order) => order.customerId === customer),
      );
    this.#missingOrders.clear();
  }
}
