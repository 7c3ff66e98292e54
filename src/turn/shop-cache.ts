import type { Tx } from "../database/database.ts";
import type { LoadShop, ShopView } from "./turn-parts.ts";

/** The shop in memory, read again when the database holds a newer catalogue. */
export class ShopCache {
  readonly #load: LoadShop;
  #view: ShopView | undefined;

  constructor(load: LoadShop) {
    this.#load = load;
  }

  async at(tx: Tx, version: number): Promise<ShopView> {
    if (this.#view?.version !== version) this.#view = await this.#load(tx);
    return this.#view;
  }
}
