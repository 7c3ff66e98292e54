import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { editCatalogue } from "../shop/catalogue/edit-catalogue.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { answerEdit } from "./edit-answer.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";
import { readShopForm } from "./shop-form-store.ts";

/** Read by the rules of a catalogue file, which say in words what is wrong */
const Entry = z.record(z.string().max(64), z.unknown());
const ListEntry = z.object({ seen: Entry.nullable(), wanted: Entry.nullable() });

/** The owner edits the shop: itself, its branches and delivery zones, and the bot's words. */
export async function shopEditRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, live, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner"]);

  routes.get(
    "/console/api/shop/form",
    { onRequest },
    async (_, reply) => (await readShopForm(database)) ?? refuse(reply, 404, "not_found", words.notFound),
  );

  const edits = [
    ["details", z.object({ seen: Entry, wanted: Entry })],
    ["words", z.object({ seen: Entry, wanted: Entry })],
    ["branch", ListEntry],
    ["zone", ListEntry],
  ] as const;
  for (const [kind, body] of edits)
    routes.put(`/console/api/shop/${kind}`, { onRequest, schema: { body } }, async (request, reply) => {
      const by = { who: sessionOf(request).staff.id, at: clock() };
      const outcome = await editCatalogue(database, { kind, ...request.body }, by);
      if (outcome.type === "saved") live.publish([{ type: "shop", id: kind }]);
      return answerEdit(reply, outcome);
    });
}
