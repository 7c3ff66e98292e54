import type { Database } from "../database/database.ts";
import { createOwnerLink } from "./staff-store.ts";

/**
 * The link by which the first owner sets a name and a password, or undefined when there is an owner. A new link
 * takes the place of every earlier one, of which only the hash is kept.
 */
export async function ensureOwnerLink(database: Database, baseUrl: string, now: number): Promise<string | undefined> {
  const secret = await createOwnerLink(database, now);
  return secret === undefined ? undefined : `${baseUrl.replace(/\/$/, "")}/console/start?kunci=${secret}`;
}
