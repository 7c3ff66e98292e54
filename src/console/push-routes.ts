import { createECDH } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { countSubscriptions, dropSubscription, keepSubscription, vapidKeys } from "../staff/push/push-store.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import type { PushView } from "./push-view.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const endpoint = z.url().max(2_000);
const keys = z.object({
  p256dh: z.string().length(87).refine(isPoint),
  auth: z.string().regex(/^[\w-]{22}$/),
});

/** Notifications in the browsers of a member of staff. */
export async function pushRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, clock, acceptsPush } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  routes.get("/console/api/push", { onRequest }, async (request): Promise<PushView> => {
    const { publicKey } = await vapidKeys(database, clock());
    return { key: publicKey, devices: await countSubscriptions(database, sessionOf(request).staff.id) };
  });

  routes.post(
    "/console/api/push",
    { onRequest, schema: { body: z.object({ endpoint, keys }) } },
    async (request, reply) => {
      const { body } = request;
      if (!acceptsPush?.(body.endpoint)) return refuse(reply, 400, "unknown_push_service", words.unknownPushService);
      await keepSubscription(database, { id: newId(), ...body }, sessionOf(request).staff.id, clock());
      return reply.code(204).send();
    },
  );

  routes.post(
    "/console/api/push/remove",
    { onRequest, schema: { body: z.object({ endpoint }) } },
    async (request, reply) => {
      await dropSubscription(database, sessionOf(request).staff.id, request.body.endpoint);
      return reply.code(204).send();
    },
  );
}

/** Whether it is a key that something can be sealed for: a point on P-256. */
function isPoint(given: string): boolean {
  try {
    const own = createECDH("prime256v1");
    own.generateKeys();
    own.computeSecret(Buffer.from(given, "base64url"));
    return true;
  } catch {
    return false;
  }
}
