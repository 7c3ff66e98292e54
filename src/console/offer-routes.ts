import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { WholeNumber } from "../web/whole-number.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { answer } from "./conversation-routes.ts";
import { Rupiah } from "./order-routes.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const params = z.object({ id: z.string().min(1).max(64) });
const Line = z.strictObject({
  was: z.number().int().nonnegative().max(1_000).optional(),
  sku: z.string().min(1).max(300).optional(),
  /** Thousandths of the unit */
  quantity: z.number().int().positive().max(1_000_000_000),
  price: Rupiah.optional(),
});
const Offered = z.strictObject({
  id: z.uuid(),
  version: WholeNumber,
  lines: z.array(Line).min(1).max(100),
  note: z.string().trim().max(200).optional(),
});
const Told = z.strictObject({
  version: WholeNumber,
  answer: z.enum(["yes", "no"]),
  words: z.string().trim().min(1).max(500),
});

/** What is offered in place of something in an order: offered, taken back, and answered to a person. */
export async function offerRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { acts } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  routes.post(
    "/console/api/orders/:id/offer",
    { onRequest, schema: { params, body: Offered } },
    async (request, reply) =>
      answer(reply, await acts.offerChange(request.params.id, sessionOf(request).staff, request.body)),
  );

  routes.post(
    "/console/api/orders/:id/offer/withdraw",
    { onRequest, schema: { params, body: z.strictObject({ version: WholeNumber }) } },
    async (request, reply) =>
      answer(reply, await acts.withdrawOffer(request.params.id, sessionOf(request).staff, request.body.version)),
  );

  routes.post(
    "/console/api/orders/:id/offer/answer",
    { onRequest, schema: { params, body: Told } },
    async (request, reply) =>
      answer(reply, await acts.noteAnswer(request.params.id, sessionOf(request).staff, request.body)),
  );
}
