import type { Config } from "../config.ts";
import { migrate } from "../database/migrate.ts";
import { prepareFolder } from "../prepare-folder.ts";

/** Brings the database to this release and says what was done. */
export async function migrateDatabase(config: Config): Promise<void> {
  await prepareFolder(config);
  const { applied, backup } = await migrate(config.databaseUrl);
  if (backup) console.log(`Copied the database to ${backup} first.`);
  console.log(applied.length ? `Applied: ${applied.join(", ")}.` : "The database is up to date.");
}
