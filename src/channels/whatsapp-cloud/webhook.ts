import { createHash, timingSafeEqual } from "node:crypto";
import type {} from "@fastify/rate-limit";
import { verifySignature } from "@kapso/whatsapp-cloud-api/server";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { z } from "zod";

const webhookPath = "/webhooks/whatsapp";

/** The platform sends up to 3 MB at once. */
const MOST_BYTES = 4 * 1024 * 1024;

export interface WebhookParts {
  readonly appSecret: string;
  readonly verifyToken: string;
  /** Resolves once all is committed; false for what is no webhook of WhatsApp */
  readonly receive: (payload: unknown) => Promise<boolean>;
  readonly log: Logger;
}

const Question = z.object({
  "hub.mode": z.literal("subscribe"),
  "hub.verify_token": z.string(),
  // Echoed, so nothing but what the platform really asks.
  "hub.challenge": z.string().regex(/^[\w.-]{1,200}$/),
});

/**
 * The door for Meta. GET proves that the address is the shop's. POST: 200 only after the commit, 500 when that failed
 * (the platform comes again for days), 401 without a right signature over the very bytes, 400 for what is no webhook.
 */
export function webhookRoute({ appSecret, verifyToken, receive, log }: WebhookParts): FastifyPluginAsync {
  return async (app) => {
    // All of Meta comes from a few addresses, so a limit per address would turn customers away.
    const config = { rateLimit: false } as const;
    // The signature covers the bytes as they came; parsed and written again they would differ.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));

    app.get(webhookPath, { config }, async (request, reply) => {
      const question = Question.safeParse(request.query);
      if (!question.success || !isSame(question.data["hub.verify_token"], verifyToken))
        return reply.code(403).send({ ok: false });
      return reply.type("text/plain; charset=utf-8").send(question.data["hub.challenge"]);
    });

    app.post(webhookPath, { config, bodyLimit: MOST_BYTES }, async (request, reply) => {
      if (!isSigned(request, appSecret)) return reply.code(401).send({ ok: false });
      try {
        const known = await receive(parse(request.body));
        return reply.code(known ? 200 : 400).send({ ok: known });
      } catch (error) {
        log.error({ error: error instanceof Error ? error.name : "unknown" }, "a WhatsApp webhook was not accepted");
        return reply.code(500).send({ ok: false });
      }
    });
  };
}

function isSigned(request: FastifyRequest, appSecret: string): boolean {
  const signature = request.headers["x-hub-signature-256"];
  if (typeof signature !== "string" || !Buffer.isBuffer(request.body)) return false;
  return verifySignature({ appSecret, rawBody: request.body, signatureHeader: signature });
}

function parse(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}

function isSame(given: string, wanted: string): boolean {
  // Digests are of one length, so the comparison takes the same time for every guess.
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
