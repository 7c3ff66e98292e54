import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { rateCheck } from "../web/rate-check.ts";
import { ownPagesOnly, refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { DisplayName, hashPassword, NewPassword, Username } from "./password.ts";
import { enterConsole } from "./session-guard.ts";
import { readShopName } from "./shop-view-store.ts";
import { becomeOwner, isOwnerLinkOpen } from "./staff-store.ts";

const Key = z.string().max(64);
const First = z.object({ kunci: Key, name: DisplayName, username: Username, password: NewPassword });

/** The start of the first owner, whom the printed link's key lets in. */
export async function startRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const tooMany = rateCheck(server, "start from", 60, (request) => request.ip, 15);

  routes.get("/console/api/start", { schema: { querystring: z.object({ kunci: Key }) } }, async (request, reply) => {
    if (await tooMany(request)) return refuse(reply, 429, "too_many", words.tooMany);
    if (!(await isOwnerLinkOpen(database, request.query.kunci))) return refuse(reply, 410, "link_used", words.linkUsed);
    return { shop: await readShopName(database) };
  });

  routes.post("/console/api/start", { onRequest: ownPagesOnly, schema: { body: First } }, async (request, reply) => {
    if (await tooMany(request)) return refuse(reply, 429, "too_many", words.tooMany);
    const { kunci, name, username, password } = request.body;
    if (!(await isOwnerLinkOpen(database, kunci))) return refuse(reply, 410, "link_used", words.linkUsed);
    const passwordHash = await hashPassword(password);
    const owner = await becomeOwner(database, kunci, { name, username, passwordHash }, clock());
    if (owner === undefined) return refuse(reply, 410, "link_used", words.linkUsed);
    await enterConsole(deps, request, reply, owner);
    return reply.code(201).send({ owner: username });
  });
}
