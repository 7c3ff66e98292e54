import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { rateCheck } from "../web/rate-check.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { searchEverything } from "./search-store.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const MOST_IN_A_MINUTE = 120;
const Search = z.object({ words: z.string().trim().min(2).max(80) });

/** One search over names, numbers, orders and what was said. By POST: names and numbers in an address would stand in the logs of proxies and in histories. */
export async function searchRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);
  const tooMany = rateCheck(server, "searches of", MOST_IN_A_MINUTE, (request) => sessionOf(request).id);

  routes.post("/console/api/search", { onRequest, schema: { body: Search } }, async (request, reply) => {
    if (await tooMany(request)) return refuse(reply, 429, "too_many", words.tooMany);
    return searchEverything(deps.database, request.body.words);
  });
}
