import type { Config } from "../config.ts";
import { loadShop } from "../shop/catalogue/catalogue-store.ts";
import { storedMisreads } from "../shop/misread/misread-store.ts";
import { misreadLine, misreadOf } from "../understanding/misread.ts";
import { withDatabase } from "./with-database.ts";

/** Writes the messages that staff marked as misread as rows of the corpus, one JSON value a line. */
export async function exportMisreads(config: Config): Promise<void> {
  await withDatabase(config, async ({ prisma }) => {
    const { settings, timeZone } = await loadShop(prisma);
    for await (const row of storedMisreads(prisma)) {
      const line = misreadLine(misreadOf(row), settings.id || "toko", config.timeZone ?? timeZone);
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  });
}
