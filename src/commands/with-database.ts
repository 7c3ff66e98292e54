import type { Config } from "../config.ts";
import { type Database, openDatabase } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { prepareFolder } from "../prepare-folder.ts";

/** A command cannot do what was asked; the message says what and how to mend it. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** Runs a command's work on the shop's database, brought up to date first and closed afterwards. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  await prepareFolder(config);
  await migrate(config.databaseUrl);
  const database = await openDatabase(config.databaseUrl);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
