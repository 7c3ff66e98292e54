import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { refuse } from "../web/web-guard.ts";
import { keepCannedReply, orderCannedReplies, readCannedReplies, removeCannedReply } from "./canned-store.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

/** Made by the page, so that one kept twice is one */
const params = z.object({ id: z.uuid() });
const Canned = z.object({ title: z.string().trim().min(1).max(60), text: z.string().trim().min(1).max(2_000) });

/** The replies that the shop uses often: read, write, put in order. */
export async function cannedRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  routes.get("/console/api/canned", { onRequest }, async () => ({ replies: await readCannedReplies(database) }));

  routes.put("/console/api/canned/:id", { onRequest, schema: { params, body: Canned } }, async (request, reply) => {
    const by = { who: sessionOf(request).staff.id, at: clock() };
    const kept = await keepCannedReply(database, { ...request.params, ...request.body }, by);
    return kept ? reply.code(204).send() : refuse(reply, 409, "too_many", words.canned.tooMany);
  });

  routes.post("/console/api/canned/:id/remove", { onRequest, schema: { params } }, async (request, reply) => {
    const by = { who: sessionOf(request).staff.id, at: clock() };
    const removed = await removeCannedReply(database, request.params.id, by);
    return removed ? reply.code(204).send() : refuse(reply, 404, "not_found", words.notFound);
  });

  routes.put(
    "/console/api/canned",
    { onRequest, schema: { body: z.object({ order: z.array(z.uuid()).max(200) }) } },
    async (request, reply) => {
      await orderCannedReplies(database, request.body.order);
      return reply.code(204).send();
    },
  );
}
