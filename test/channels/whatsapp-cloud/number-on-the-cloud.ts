import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { Writable } from "node:stream";
import Fastify from "fastify";
import { pino } from "pino";
import { afterEach, beforeEach } from "vitest";
import type { Delivery } from "../../../src/channels/channel.ts";
import { OutgoingMessage } from "../../../src/channels/message.ts";
import type { CloudRecords } from "../../../src/channels/whatsapp-cloud/records.ts";
import {
  createWhatsAppCloudChannel,
  type WhatsAppCloudChannel,
  type WhatsAppCloudOptions,
} from "../../../src/channels/whatsapp-cloud/whatsapp-cloud-channel.ts";
import { RecordingIntake } from "../../contracts/recording-intake.ts";
import { type GraphStandIn, startGraphStandIn } from "../../fixtures/whatsapp-cloud/stand-in.ts";
import { type GraphCustomer, wordsIn } from "../../fixtures/whatsapp-cloud/stand-in-customer.ts";

export const never = new AbortController().signal;
export const SARI = { phone: "6281234567001", userId: "ID.13491208655302741", name: "Sari" };
export const HOUR = 60 * 60_000;
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A number on the Cloud API with its platform in the test's hand, new for each test of the file. */
export class NumberOnTheCloud {
  readonly intake = new RecordingIntake();
  readonly lines: string[] = [];
  /** To be closed when the test ends */
  readonly closing: (() => unknown)[] = [];
  readonly graph: GraphStandIn;
  readonly sari: GraphCustomer;
  records: CloudRecords = {
    known: async () => [],
    sentByUs: async () => new Set(),
    unreachedSince: async () => undefined,
  };

  readonly #clock: { time: number };

  private constructor(graph: GraphStandIn, clock: { time: number }) {
    this.#clock = clock;
    this.graph = graph;
    this.sari = graph.customer(SARI);
  }

  static async start(): Promise<NumberOnTheCloud> {
    const templates = new Map([["kabar_toko", "id"]]);
    const clock = { time: Date.now() };
    return new NumberOnTheCloud(await startGraphStandIn({ now: () => clock.time, templates }), clock);
  }

  get time(): number {
    return this.#clock.time;
  }

  set time(now: number) {
    this.#clock.time = now;
  }

  async stop(): Promise<void> {
    for (const close of this.closing.splice(0).reverse()) await close();
    await this.graph.stop();
  }

  create(options: Partial<WhatsAppCloudOptions> = {}): Promise<WhatsAppCloudChannel> {
    const { lines, graph, records } = this;
    const sink = new Writable({
      write(chunk, _, done) {
        lines.push(`${chunk}`);
        done();
      },
    });
    const { token, phoneNumberId, appSecret, verifyToken, apiRoot } = graph;
    const log = pino({ level: "trace" }, sink);
    const access = { token, phoneNumberId, appSecret, verifyToken, apiRoot, records };
    const clock = () => this.time;
    return createWhatsAppCloudChannel({ ...access, log, clock, evidencePatienceMs: 2000, ...options });
  }

  /** A channel that hears: Sari has just written. */
  async open(options: Partial<WhatsAppCloudOptions> = {}): Promise<WhatsAppCloudChannel> {
    const channel = await this.create(options);
    const shop = Fastify({ forceCloseConnections: true });
    await shop.register(channel.webhook("account", this.intake));
    const url = await shop.listen({ port: 0, host: "127.0.0.1" });
    this.closing.push(() => shop.close());
    await this.graph.webhook.subscribe(`${url}/webhooks/whatsapp`, this.graph.verifyToken);
    this.sari.says("kak");
    await this.intake.received(SARI.userId);
    return channel;
  }

  delivery(message: { text: string; [part: string]: unknown }, more: Partial<Delivery> = {}): Delivery {
    const base = { rowId: randomUUID(), contact: SARI.userId, customerAt: this.time };
    return { ...base, message: OutgoingMessage.parse(message), ...more };
  }

  /** What Sari reads */
  words(): string[] {
    return this.sari.screen().map(wordsIn);
  }
}

/** Starts one for each test, and stops it. */
export function numberOnTheCloud(): () => NumberOnTheCloud {
  let cloud: NumberOnTheCloud;
  beforeEach(async () => {
    cloud = await NumberOnTheCloud.start();
  });
  afterEach(() => cloud.stop());
  return () => cloud;
}

/** An address at which nothing listens. */
export async function nobodyThere(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/v24.0`;
}
