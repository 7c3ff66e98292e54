import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { endOfDay } from "../shop/branch/openings.ts";
import { loadHours } from "../shop/catalogue/catalogue-store.ts";
import { editCatalogue } from "../shop/catalogue/edit-catalogue.ts";
import { moveProduct, setPause, setProductActive, setStock } from "../shop/catalogue/edit-products-store.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { answerEdit, answerProductEdit } from "./edit-answer.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";
import { readProductForm } from "./shop-form-store.ts";

const params = z.object({ sku: z.string().min(1).max(200) });
const Entry = z.record(z.string().max(64), z.unknown());
const Count = z.number().int().min(0).max(2_000_000_000).nullable();
/** Until somebody says otherwise: the last instant that a clock knows */
const FOR_GOOD = 8_640_000_000_000_000;

/** The owner edits what is sold; a seller says what there is of it, and what is sold out for now. */
export async function catalogueEditRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, live, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const owner = sessionGuard(deps, ["owner"]);
  const seller = sessionGuard(deps, ["owner", "seller"]);
  const by = (request: FastifyRequest) => ({ who: sessionOf(request).staff.id, at: clock() });
  const tell = () => live.publish([{ type: "shop", id: "catalogue" }]);

  routes.get(
    "/console/api/catalogue/products/:sku",
    { onRequest: owner, schema: { params } },
    async ({ params: { sku } }, reply) =>
      (await readProductForm(database, sku)) ?? refuse(reply, 404, "not_found", words.notFound),
  );

  routes.put(
    "/console/api/catalogue/products",
    { onRequest: owner, schema: { body: z.object({ seen: Entry.nullable(), wanted: Entry }) } },
    async (request, reply) => {
      const outcome = await editCatalogue(database, { kind: "product", ...request.body }, by(request));
      if (outcome.type === "saved") tell();
      return answerEdit(reply, outcome);
    },
  );

  routes.put(
    "/console/api/catalogue/products/:sku/active",
    { onRequest: owner, schema: { params, body: z.object({ active: z.boolean() }) } },
    async (request, reply) => {
      const outcome = await setProductActive(database, request.params.sku, request.body.active, by(request));
      tell();
      return answerProductEdit(reply, outcome);
    },
  );

  routes.put(
    "/console/api/catalogue/products/:sku/place",
    { onRequest: owner, schema: { params, body: z.object({ by: z.union([z.literal(-1), z.literal(1)]) }) } },
    async (request, reply) => {
      const outcome = await moveProduct(database, request.params.sku, request.body.by, by(request));
      tell();
      return answerProductEdit(reply, outcome);
    },
  );

  routes.put(
    "/console/api/catalogue/products/:sku/pause",
    {
      onRequest: seller,
      schema: {
        params,
        body: z.object({ seen: z.number().int().nullable(), until: z.enum(["closing", "later"]).nullable() }),
      },
    },
    async (request, reply) => {
      const { seen, until } = request.body;
      const wanted = until === null ? null : until === "later" ? FOR_GOOD : await closing();
      const outcome = await setPause(database, request.params.sku, { seen, until: wanted }, by(request));
      tell();
      return answerProductEdit(reply, outcome);
    },
  );

  routes.put(
    "/console/api/catalogue/stock",
    {
      onRequest: seller,
      schema: {
        body: z.object({ path: z.string().min(1).max(1000), branchId: z.string().max(64), seen: Count, onHand: Count }),
      },
    },
    async (request, reply) => {
      const outcome = await setStock(database, request.body, by(request));
      tell();
      return answerProductEdit(reply, outcome);
    },
  );

  async function closing(): Promise<number> {
    const { branches, timeZone } = await database.transaction(loadHours);
    return endOfDay(branches, timeZone, clock());
  }
}
