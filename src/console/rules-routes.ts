import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { RulesChange } from "../shop/settings/shop-rules.ts";
import { armDesk } from "../staff/holds-store.ts";
import { refuse } from "../web/web-guard.ts";
import { WholeNumber } from "../web/whole-number.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { changeShopRules, readShopRules } from "./rules-store.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

/** By which rules the shop works; the owner sets them. */
export async function rulesRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner"]);

  routes.get(
    "/console/api/rules",
    { onRequest },
    async (_, reply) => (await readShopRules(database)) ?? refuse(reply, 404, "not_found", words.notFound),
  );

  routes.put(
    "/console/api/rules",
    { onRequest, schema: { body: z.object({ version: WholeNumber, rules: RulesChange }) } },
    async (request, reply) => {
      const { version, rules } = request.body;
      const by = { who: sessionOf(request).staff.id, at: clock() };
      const changed = await changeShopRules(database, version, rules, by);
      // A chat that was held without an end may have one now.
      await armDesk(database, clock());
      return changed ?? refuse(reply, 409, "changed", words.refusals.rulesChanged);
    },
  );
}
