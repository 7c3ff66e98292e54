import { readFile } from "node:fs/promises";
import type { Database } from "../src/database/database.ts";
import { sayReport } from "../src/shop/catalogue/import.words.ts";
import { importCatalogue } from "../src/shop/catalogue/import-catalogue.ts";

/** Sets up the demo shop in a database that has no shop yet; a shop that is there stays as it is. */
export async function seedDemo(database: Database): Promise<void> {
  await seed(database, await readFile(new URL("./demo-shop.json", import.meta.url), "utf8"));
}

/** Sets up a shop with nothing to sell yet, in a database that has no shop. `timeZone` is an IANA name. */
export async function seedEmpty(database: Database, timeZone = "Asia/Jakarta"): Promise<void> {
  const shop = { id: "toko", name: "Toko Saya", hours: "Setiap hari 08.00-20.00", timeZone, products: [] };
  await seed(database, JSON.stringify({ shops: [shop] }));
}

async function seed(database: Database, text: string): Promise<void> {
  const isThere = async () => (await database.prisma.shop.count()) > 0;
  if (await isThere()) return;
  try {
    const report = await importCatalogue(database, { format: "json", text });
    if (report.problems.length > 0) throw new Error(sayReport(report));
  } catch (error) {
    // Of several processes that start on a new database, one sets the shop up.
    if (!(await isThere())) throw error;
  }
}
