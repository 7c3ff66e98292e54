import type { FastifyInstance } from "fastify";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { sessionGuard } from "./session-guard.ts";
import { readCatalogue, readShop } from "./shop-view-store.ts";

/** What the shop sells and where, to read. */
export async function shopRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const onRequest = sessionGuard(deps, ["owner", "seller"]);
  server.get("/console/api/catalogue", { onRequest }, () => readCatalogue(deps.database));
  server.get("/console/api/shop", { onRequest }, async (_, reply) => {
    const shop = await readShop(deps.database, deps.clock());
    return shop ?? refuse(reply, 404, "not_found", words.notFound);
  });
}
