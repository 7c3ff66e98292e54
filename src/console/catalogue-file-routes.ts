import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { exportCatalogue } from "../shop/catalogue/export-catalogue.ts";
import { importCatalogue } from "../shop/catalogue/import-catalogue.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const MOST_BYTES = 8 * 1024 * 1024;

/** The catalogue as a file, to keep and to bring back. */
export async function catalogueFileRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, live, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner"]);

  routes.get("/console/api/catalogue/file", { onRequest }, async (_, reply) => {
    const text = await exportCatalogue(database);
    return reply
      .header("content-type", "application/json; charset=utf-8")
      .header("content-disposition", 'attachment; filename="katalog.json"')
      .header("x-content-type-options", "nosniff")
      .send(text);
  });

  routes.post(
    "/console/api/catalogue/file",
    {
      onRequest,
      bodyLimit: MOST_BYTES,
      schema: {
        body: z.object({ format: z.enum(["json", "csv"]), text: z.string().max(MOST_BYTES), dryRun: z.boolean() }),
      },
    },
    async (request) => {
      const { format, text, dryRun } = request.body;
      const by = { who: sessionOf(request).staff.id, at: clock() };
      const report = await importCatalogue(database, { format, text }, { dryRun, by });
      if (!dryRun && report.changes.length > 0) live.publish([{ type: "shop", id: "catalogue" }]);
      return report;
    },
  );
}
