import type { CloudRecords } from "./records.ts";
import { UNREACHED } from "./whatsapp-cloud.words.ts";

/** An old app is updated and new terms are accepted within days; a block stays. */
const GIVES_UP_AFTER_MS = 3 * 24 * 60 * 60_000;

/**
 * Whether a contact whose message just failed is to be written to no more: nothing reached them for days, and nothing
 * was heard of them. Whoever writes or calls again is back.
 */
export async function isOutOfReach(
  records: CloudRecords,
  account: string,
  contact: string,
  now: number,
): Promise<boolean> {
  const since = await records.unreachedSince(account, contact, UNREACHED);
  return since !== undefined && now - since >= GIVES_UP_AFTER_MS;
}
