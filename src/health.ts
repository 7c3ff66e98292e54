import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import type { Channel } from "./channels/channel.ts";
import type { Database } from "./database/database.ts";
import { oldestWaiting } from "./outbox/oldest-waiting.ts";
import type { Workers } from "./worker.ts";

export interface HealthDeps {
  readonly database: Database;
  /** Whether the database answers now */
  readonly databaseAnswers: () => Promise<boolean>;
  readonly channels: readonly Channel[];
  readonly workers: Pick<Workers, "accountOf" | "isOwner">;
  readonly registry: Registry;
}

/** `GET /health` (live and ready: 200, else 503) and `GET /metrics` (Prometheus). Neither names a customer. */
export async function healthRoutes(server: FastifyInstance, deps: HealthDeps): Promise<void> {
  server.get("/health", async (_, reply) => {
    const database = await deps.databaseAnswers();
    // The database may go away between the two questions.
    const channels = database ? await channelsHealth(deps).catch(() => undefined) : undefined;
    const ready = channels !== undefined;
    return reply
      .code(ready ? 200 : 503)
      .send({ live: true, ready, database: ready ? "ok" : "away", channels: channels ?? [] });
  });
  server.get("/metrics", async (_, reply) => reply.type(deps.registry.contentType).send(await deps.registry.metrics()));
}

function channelsHealth({ database, channels, workers }: HealthDeps) {
  return Promise.all(
    channels.map(async (channel) => ({
      name: channel.name,
      account: channel.accountName,
      ...channel.health(),
      ownedHere: workers.isOwner(channel),
      outboxAgeMs: await oldestWaiting(database, workers.accountOf(channel), Date.now()),
    })),
  );
}
