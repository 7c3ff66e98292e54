import type { Config } from "../config.ts";
import { type Database, openDatabase } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { prepareFolder } from "../prepare-folder.ts";
import { setUpFault } from "../set-up-fault.ts";
import { NoShop } from "../shop/catalogue/catalogue-store.ts";

/** A command cannot do what was asked; the message says what and how to mend it. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** Runs a command's work on the shop's database, brought up to date first and closed afterwards. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await opened(config).catch((error: unknown) => {
    throw setUpFault(error, config);
  });
  try {
    return await work(database);
  } catch (cause) {
    if (cause instanceof NoShop)
      throw new CommandError(`${cause.message} Start it once, or import a catalogue: kopdar import FILE.`, { cause });
    throw cause;
  } finally {
    await database.close();
  }
}

async function opened(config: Config): Promise<Database> {
  await prepareFolder(config);
  await migrate(config.databaseUrl);
  return openDatabase(config.databaseUrl);
}
