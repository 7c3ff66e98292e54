import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { z } from "zod";
import type { ChannelHealth } from "../channel.ts";
import type { Answer } from "./graph-answer.ts";
import type { GraphClient } from "./graph-client.ts";
import { healthOf } from "./send-result.ts";
import { reasons } from "./whatsapp-cloud.words.ts";

const LIMIT_MS = 10_000;
/** How often a connection that stands is looked at: a token may be withdrawn while nobody writes. */
const CHECK_MS = 5 * 60_000;
/** How soon one that a sending found broken is looked at again. */
const LOOK_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

// Keys as the library hands them over.
const PhoneNumber = z.looseObject({ verifiedName: z.string().optional(), displayPhoneNumber: z.string().optional() });

/** The number as people know it; undefined where the platform did not say. */
export function nameOf(answer: Answer): string | undefined {
  const number = PhoneNumber.safeParse(answer.type === "done" ? answer.result : undefined).data;
  return number?.verifiedName ?? number?.displayPhoneNumber;
}

export function askNumber(client: GraphClient, phoneNumberId: string, signal: AbortSignal): Promise<Answer> {
  const query = { fields: "verified_name,display_phone_number" };
  return client.call((api) => api.request("GET", phoneNumberId, { query, responseType: "json" }), signal, LIMIT_MS);
}

export interface Connection {
  readonly client: GraphClient;
  readonly phoneNumberId: string;
  readonly health: () => ChannelHealth;
  readonly setHealth: (health: ChannelHealth) => void;
  readonly log: Logger;
}

/** Looks after the connection until `signal` aborts. Events come through the webhook all the while. */
export async function holdConnection(connection: Connection, signal: AbortSignal): Promise<void> {
  const { client, phoneNumberId, health, setHealth, log } = connection;
  for (let failures = 0; !signal.aborted; ) {
    const answer = await askNumber(client, phoneNumberId, signal);
    if (signal.aborted) return;
    const now = healthOf(answer) ?? { state: "failed", detail: reasons.unknownNumber };
    setHealth(now);
    failures = now.state === "live" ? 0 : failures + 1;
    if (failures > 0) log.warn({ state: now.state, detail: now.detail }, "the WhatsApp number cannot be reached");
    if (failures > 0) await pause(Math.min(LOOK_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS), signal);
    else
      for (let waited = 0; waited < CHECK_MS && !signal.aborted && health().state === "live"; waited += LOOK_MS)
        await pause(LOOK_MS, signal);
  }
}

/** Waits, or less when `signal` aborts. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
