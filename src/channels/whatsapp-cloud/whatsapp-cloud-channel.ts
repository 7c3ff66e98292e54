import type { FastifyPluginAsync } from "fastify";
import type { Logger } from "pino";
import type { Channel, ChannelHealth, Intake } from "../channel.ts";
import { fetchMedia } from "./fetch-media.ts";
import { createGestures } from "./gestures.ts";
import { createGraphClient, type GraphAccess } from "./graph-client.ts";
import { askNumber, holdConnection, nameOf } from "./hold-connection.ts";
import { OwnSends } from "./own-sends.ts";
import { LONGEST_VARIABLE } from "./plan-template.ts";
import { createReceiver } from "./receiver.ts";
import type { CloudRecords } from "./records.ts";
import { createSender } from "./sender.ts";
import { Sightings } from "./sightings.ts";
import { webhookRoute } from "./webhook.ts";
import { whatsAppCloudAbilities } from "./whatsapp-cloud-abilities.ts";

export interface WhatsAppCloudOptions {
  /** A system user's access token */
  readonly token: string;
  readonly phoneNumberId: string;
  /** Signs every webhook */
  readonly appSecret: string;
  /** Chosen by the shop, told to Meta when the webhook is set up */
  readonly verifyToken: string;
  /** With the version at its end: https://graph.facebook.com/v24.0 */
  readonly apiRoot: string;
  /** An approved utility template whose body has one variable, for customers who last wrote more than a day ago */
  readonly template?: string;
  readonly templateLanguage?: string;
  readonly records: CloudRecords;
  readonly log: Logger;
  /** Epoch ms */
  readonly clock: () => number;
  /** How long a receipt is waited for before a sending without an answer counts as unknown, in ms */
  readonly evidencePatienceMs?: number;
}

export interface WhatsAppCloudChannel extends Channel {
  /** Fastify plugin for the door that Meta knocks at: /webhooks/whatsapp */
  webhook(account: string, intake: Intake): FastifyPluginAsync;
  /** How many things meant nothing to the shop, by kind */
  ignored(): ReadonlyMap<string, number>;
}

/** Receipts come within a second or two of the sending; a lost answer is rarely worth a message told twice. */
const EVIDENCE_PATIENCE_MS = 5_000;

/**
 * A number on the official WhatsApp Cloud API. Also made when the platform cannot be reached, so that the rest of the
 * shop opens: then its name stays its id. Throws only for an address that cannot be one.
 */
export async function createWhatsAppCloudChannel(options: WhatsAppCloudOptions): Promise<WhatsAppCloudChannel> {
  const { token, phoneNumberId, records, log, clock, evidencePatienceMs = EVIDENCE_PATIENCE_MS } = options;
  const access: GraphAccess = { token, phoneNumberId, apiRoot: options.apiRoot.replace(/\/+$/, "") };
  const client = createGraphClient(access);
  const ownSends = new OwnSends();
  const sightings = new Sightings(clock, evidencePatienceMs);
  let health: ChannelHealth = { state: "starting" };
  const setHealth = (now: ChannelHealth) => {
    health = now;
  };
  const { template: name, templateLanguage: language = "id" } = options;
  const template = name === undefined ? undefined : { name, language };
  const sender = createSender({ client, phoneNumberId, template, ownSends, clock, health: setHealth, log });
  const gestures = createGestures(client, phoneNumberId, clock, log);
  const receiver = createReceiver({ phoneNumberId, records, gestures, ownSends, sightings, clock, log });

  return {
    name: "whatsapp-cloud",
    accountExternalId: phoneNumberId,
    accountName: nameOf(await askNumber(client, phoneNumberId, new AbortController().signal)) ?? phoneNumberId,
    abilities: { ...whatsAppCloudAbilities, ...(template ? { templateLetters: LONGEST_VARIABLE } : {}) },
    // 80 a second for a number. What one customer may be sent is counted in the sender: a reply need not wait.
    pace: { perContactMs: 0, overallMs: 13 },
    async listen(_account, _intake, signal) {
      await holdConnection({ client, phoneNumberId, health: () => health, setHealth, log }, signal);
      setHealth({ state: "stopped" });
    },
    async send(delivery, signal) {
      sightings.expect(delivery.rowId);
      const result = await sender.send(delivery, signal);
      if (result.type === "sent") gestures.answered(delivery.contact);
      return result;
    },
    media: (mediaId, signal) => fetchMedia(client, access, mediaId, signal),
    // The platform cannot be asked; what it told by itself (every receipt carries our row's id) is the evidence.
    evidence: ({ rowId }) => sightings.of(rowId),
    health: () => health,
    webhook(account, intake) {
      const { appSecret, verifyToken } = options;
      const receive = (payload: unknown) => receiver.receive(account, intake, payload);
      return webhookRoute({ appSecret, verifyToken, receive, log });
    },
    ignored: receiver.ignored,
  };
}
