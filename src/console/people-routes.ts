import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { answer } from "./conversation-routes.ts";
import { readCustomers } from "./customer-list-store.ts";
import { readProfile, writeNote } from "./customer-profile-store.ts";
import { notePersonRead, readPersonData } from "./person-data-store.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const params = z.object({ id: z.string().max(64) });

/** The shop's customers: the list, one person's profile, all that is kept about them, and erasing it. */
export async function peopleRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, acts, live, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);
  const ownerOnly = sessionGuard(deps, ["owner"]);

  routes.get("/console/api/customers", { onRequest }, async () => ({ customers: await readCustomers(database, "") }));

  // By POST: names and numbers in an address would stand in the logs of proxies.
  routes.post(
    "/console/api/customers/search",
    { onRequest, schema: { body: z.object({ words: z.string().trim().min(1).max(80) }) } },
    async (request) => ({ customers: await readCustomers(database, request.body.words) }),
  );

  routes.get("/console/api/customers/:id", { onRequest, schema: { params } }, async (request, reply) => {
    const profile = await readProfile(database, request.params.id);
    return profile ?? refuse(reply, 404, "not_found", words.notFound);
  });

  routes.put(
    "/console/api/customers/:id/note",
    { onRequest, schema: { params, body: z.object({ note: z.string().trim().max(2_000) }) } },
    async (request, reply) => {
      const audit = { id: newId(), at: clock(), who: sessionOf(request).staff.id };
      const isKept = await writeNote(database, request.params.id, request.body.note, audit);
      if (!isKept) return refuse(reply, 404, "not_found", words.notFound);
      const profile = await readProfile(database, request.params.id);
      live.publish((profile?.contacts ?? []).flatMap(conversationTopic));
      return reply.code(204).send();
    },
  );

  // What is kept of a person goes to that person by the owner's hand alone, and that it was read is kept too.
  routes.get(
    "/console/api/customers/:id/data",
    { onRequest: ownerOnly, schema: { params, querystring: z.object({ file: z.literal("1").optional() }) } },
    async (request, reply) => {
      const { id } = request.params;
      const data = await readPersonData(database, id, clock());
      if (data === undefined) return refuse(reply, 404, "not_found", words.notFound);
      await notePersonRead(database, { id: newId(), at: clock(), who: sessionOf(request).staff.id, subject: id });
      if (request.query.file === undefined) return data;
      return reply
        .header("content-disposition", `attachment; filename="data-pelanggan-${id.slice(-8)}.json"`)
        .type("application/json; charset=utf-8")
        .send(JSON.stringify(data, null, 2));
    },
  );

  routes.post(
    "/console/api/customers/:id/erase",
    { onRequest: ownerOnly, schema: { params, body: z.object({ sure: z.string().trim().toLowerCase() }) } },
    async (request, reply) => {
      if (request.body.sure !== SURE) return refuse(reply, 400, "not_sure", words.notSure);
      return answer(reply, await acts.eraseCustomer(request.params.id, sessionOf(request).staff.id));
    },
  );
}

/** Typed by the owner, so that nobody is erased by a slip. */
const SURE = "hapus";

function conversationTopic({ conversationId: id }: { readonly conversationId?: string }) {
  return id === undefined ? [] : [{ type: "conversation" as const, id }];
}
