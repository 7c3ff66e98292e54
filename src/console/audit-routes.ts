import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { readAudit } from "./audit-store.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { sessionGuard } from "./session-guard.ts";

const Id = z.string().max(64);

/** The trail of who did what, for the owner. */
export async function auditRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const routes = server.withTypeProvider<ZodTypeProvider>();
  routes.get(
    "/console/api/audit",
    {
      onRequest: sessionGuard(deps, ["owner"]),
      schema: { querystring: z.object({ who: Id.optional(), what: Id.optional(), after: Id.optional() }) },
    },
    (request) => readAudit(deps.database, request.query),
  );
}
