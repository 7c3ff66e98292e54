import type { Config } from "../config.ts";
import { backup } from "../database/backup.ts";
import { restore } from "../database/restore.ts";
import { prepareFolder } from "../prepare-folder.ts";
import { CommandError } from "./with-database.ts";

/** Writes all of the shop's data to a new file, as of one moment. */
export async function backUp(config: Config, file: string): Promise<void> {
  const { rows } = await told(() => backup(config.databaseUrl, file));
  console.log(`Wrote ${rows} rows to ${file}. It holds customers' data: keep it safe.`);
}

/** Reads a backup into an empty database, all or nothing. */
export async function restoreFrom(config: Config, file: string): Promise<void> {
  await prepareFolder(config);
  const { rows } = await told(() => restore(config.databaseUrl, file));
  console.log(`Restored ${rows} rows from ${file}.`);
}

/** What stops a backup is for the owner to mend, so its message is enough. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new CommandError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
