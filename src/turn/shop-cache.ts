import type { Database } from "../database/database.ts";
import type { LoadShop, ShopView } from "./turn-parts.ts";

/** The shop in memory, read again when the database holds another catalogue. */
export class ShopCache {
  readonly #load: LoadShop;
  #view: ShopView | undefined;

  constructor(load: LoadShop) {
    this.#load = load;
  }

  /** The shop at this version of its catalogue; undefined when another is in memory. */
  at(version: number): ShopView | undefined {
    return this.#view?.version === version ? this.#view : undefined;
  }

  /** The shop as it was read last, whatever has changed since; undefined where it never could be. */
  get latest(): ShopView | undefined {
    return this.#view;
  }

  async refresh(database: Database): Promise<void> {
    this.#view = await database.transaction((tx) => this.#load(tx));
  }
}
