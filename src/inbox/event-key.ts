import { createHash } from "node:crypto";
import type { IncomingEvent } from "../channels/message.ts";

/**
 * An event's key: account, contact, kind, platform id and revision. An edit or a receipt is so not taken for its
 * message, and nobody can suppress another's. Hashed, because it outlives what an erased person wrote.
 */
export function eventKey(account: string, event: IncomingEvent): string {
  const parts = [account, event.sender.externalId, event.body.type, event.platformId, event.revision ?? ""];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
