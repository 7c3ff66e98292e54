import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Config } from "./config.ts";

/** Makes the data folder, and the folder of an SQLite file that lies elsewhere. */
export async function prepareFolder({ dataDir, databaseUrl }: Config): Promise<void> {
  // What is kept there are customers' words, numbers and addresses: for the shop's own account alone.
  process.umask(0o077);
  await mkdir(dataDir, { recursive: true });
  if (databaseUrl.startsWith("file:")) await mkdir(dirname(databaseUrl.slice("file:".length)), { recursive: true });
}
