import type wweb from "whatsapp-web.js";
import type { Reach } from "../protocol.ts";
import { within } from "./within.ts";

const LIMIT_MS = 5_000;

/** Whether a number is on WhatsApp. Throws where WhatsApp does not say. */
export async function reachOf(client: wweb.Client, chat: string): Promise<Reach> {
  if ((await within(LIMIT_MS, client.getNumberId(chat))) === null) return { type: "absent" };
  // Whoever answers may do so under a hidden id, and is to be known then.
  const [found] = await within(LIMIT_MS, client.getContactLidAndPhone([chat])).catch(() => []);
  return { type: "there", ...(found?.lid ? { lid: found.lid } : {}) };
}
