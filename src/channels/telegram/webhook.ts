import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type {} from "@fastify/rate-limit";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { Update } from "./update-schema.ts";

export const webhookPath = "/telegram/webhook";

export interface WebhookParts {
  readonly secret: string;
  /** Resolves once the updates are committed */
  readonly receive: (updates: readonly unknown[]) => Promise<void>;
  readonly log: Logger;
}

/**
 * Takes updates that Telegram pushes: 200 only after the commit, 500 when that failed (Telegram comes again),
 * 401 without the secret, 400 for what is no update.
 */
export function webhookRoute({ secret, receive, log }: WebhookParts): FastifyPluginAsync {
  return async (app) => {
    // All of Telegram comes from a few addresses, so a limit per address would turn customers away.
    const config = { rateLimit: false } as const;
    app.post(
      webhookPath,
      {
        config,
        onRequest: async (request, reply) => {
          if (!carriesSecret(request, secret)) return reply.code(401).send({ ok: false });
        },
      },
      async (request, reply) => {
        if (!Update.safeParse(request.body).success) return reply.code(400).send({ ok: false });
        try {
          await receive([request.body]);
        } catch (error) {
          log.error({ error: error instanceof Error ? error.name : "unknown" }, "a Telegram update was not accepted");
          return reply.code(500).send({ ok: false });
        }
        return { ok: true };
      },
    );
  };
}

/** The secret of a shop that set none. Any process can work it out from the token; nobody else can. */
export function derivedSecret(token: string): string {
  return createHmac("sha256", token).update("telegram webhook").digest("hex");
}

function carriesSecret(request: FastifyRequest, secret: string): boolean {
  const given = request.headers["x-telegram-bot-api-secret-token"];
  // Digests are of one length, so the comparison takes the same time for every guess.
  return typeof given === "string" && timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
