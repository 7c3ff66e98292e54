import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { ConsoleDeps } from "./console-deps.ts";
import { answer } from "./conversation-routes.ts";
import { findCustomers } from "./customer-store.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const id = z.string().max(64);

/** Who is one person: search for the other, join the two, part a contact again. */
export async function customerRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, acts } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  // By POST: names and numbers in an address would stand in the logs of proxies.
  routes.post(
    "/console/api/conversations/:id/others",
    { onRequest, schema: { params: z.object({ id }), body: z.object({ words: z.string().trim().min(2).max(60) }) } },
    async (request) => ({ customers: await findCustomers(database, request.params.id, request.body.words) }),
  );

  routes.post(
    "/console/api/conversations/:id/join",
    { onRequest, schema: { params: z.object({ id }), body: z.object({ customer: id }) } },
    async (request, reply) =>
      answer(reply, await acts.joinCustomer(request.params.id, request.body.customer, sessionOf(request).staff.id)),
  );

  routes.post(
    "/console/api/contacts/:id/part",
    { onRequest, schema: { params: z.object({ id }) } },
    async (request, reply) => answer(reply, await acts.partCustomer(request.params.id, sessionOf(request).staff.id)),
  );
}
