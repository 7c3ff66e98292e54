import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { readAudit } from "./audit-store.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { sessionGuard } from "./session-guard.ts";

const Id = z.string().max(64);
/** `1795312800000-ID` */
const After = z
  .string()
  .regex(/^\d{1,15}-[\w-]{1,64}$/)
  .transform((text) => ({ at: Number.parseInt(text, 10), id: text.slice(text.indexOf("-") + 1) }));

/** The trail of who did what, for the owner. */
export async function auditRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const routes = server.withTypeProvider<ZodTypeProvider>();
  routes.get(
    "/console/api/audit",
    {
      onRequest: sessionGuard(deps, ["owner"]),
      schema: { querystring: z.object({ who: Id.optional(), what: Id.optional(), after: After.optional() }) },
    },
    (request) => readAudit(deps.database, request.query),
  );
}
