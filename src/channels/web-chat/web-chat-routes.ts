import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { guardWeb } from "../../web/web-guard.ts";
import { readRoutes } from "./read-routes.ts";
import { sayRoutes } from "./say-routes.ts";
import type { WebChatDeps } from "./web-chat-deps.ts";

/** The customer's side of the web chat, below `/chat`. A visitor sees and writes to the own conversation alone. */
export async function webChatRoutes(server: FastifyInstance, deps: WebChatDeps): Promise<void> {
  await guardWeb(server);
  await server.register(cookie);
  await server.register(rateLimit, { global: false, cache: 50_000 });
  server.addHook("onSend", async (_, reply) => void reply.header("cache-control", "no-store"));
  await server.register(sayRoutes, deps);
  await server.register(readRoutes, deps);
}
