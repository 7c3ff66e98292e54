import type { Config } from "../config.ts";
import { exportCatalogue } from "../shop/catalogue/export-catalogue.ts";
import { withDatabase } from "./with-database.ts";

/** Writes the shop's catalogue as the JSON that `import` takes. */
export async function exportShop(config: Config): Promise<void> {
  process.stdout.write(`${await withDatabase(config, exportCatalogue)}\n`);
}
