import type { FastifyInstance, FastifyReply } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { refuse } from "../web/web-guard.ts";
import { WholeNumberInAddress } from "../web/whole-number.ts";
import { words } from "./console.words.ts";
import type { ActResult, ConsoleDeps } from "./console-deps.ts";
import { countWaiting, ListFilter, markSeen, readConversations } from "./conversation-list-store.ts";
import { readConversation } from "./conversation-view-store.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";
import { readColleagueViews } from "./staff-store.ts";

const params = z.object({ id: z.string().max(64) });
const Part = z
  .object({ before: WholeNumberInAddress, after: WholeNumberInAddress, around: WholeNumberInAddress })
  .partial();
/** Who is further down than this is found by searching. */
const List = z.object({
  filter: ListFilter.default("all"),
  most: z.coerce.number().int().min(1).max(2_000).default(100),
});

/** Conversations for those who talk with customers: list, thread with its context, take over, pass on, hand back, put away. */
export async function conversationRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, acts, live, channelOf } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  routes.get("/console/api/conversations", { onRequest, schema: { querystring: List } }, async (request) =>
    readConversations(database, { ...request.query, me: sessionOf(request).staff.id }),
  );

  routes.get("/console/api/waiting", { onRequest }, async () => ({ waiting: await countWaiting(database) }));

  routes.get(
    "/console/api/conversations/:id",
    { onRequest, schema: { params, querystring: Part } },
    async (request, reply) => {
      const abilities = (accountId: string) => channelOf(accountId)?.abilities;
      const found = await readConversation(database, request.params.id, abilities, request.query, deps.clock());
      return found ?? refuse(reply, 404, "not_found", words.notFound);
    },
  );

  routes.post("/console/api/conversations/:id/seen", { onRequest, schema: { params } }, async (request, reply) => {
    await markSeen(database, request.params.id);
    live.publish([{ type: "conversation", id: request.params.id }]);
    return reply.code(204).send();
  });

  routes.post(
    "/console/api/conversations/:id/take-over",
    // Whoever did not see a colleague hold it does not mean to take it from them.
    { onRequest, schema: { params, body: z.object({ overrule: z.boolean().default(true) }) } },
    async (request, reply) => {
      const { overrule } = request.body;
      return answer(reply, await acts.takeOver(request.params.id, sessionOf(request).staff, overrule));
    },
  );

  routes.post("/console/api/conversations/:id/hand-back", { onRequest, schema: { params } }, async (request, reply) =>
    answer(reply, await acts.handBack(request.params.id, sessionOf(request).staff)),
  );

  routes.post("/console/api/conversations/:id/hold-on", { onRequest, schema: { params } }, async (request, reply) =>
    answer(reply, await acts.holdOn(request.params.id, sessionOf(request).staff)),
  );

  routes.post("/console/api/conversations/:id/close", { onRequest, schema: { params } }, async (request, reply) =>
    answer(reply, await acts.close(request.params.id, sessionOf(request).staff)),
  );

  routes.post("/console/api/conversations/:id/reopen", { onRequest, schema: { params } }, async (request, reply) =>
    answer(reply, await acts.reopen(request.params.id, sessionOf(request).staff)),
  );

  routes.get("/console/api/colleagues", { onRequest }, async () => ({
    colleagues: await readColleagueViews(database, deps.clock()),
  }));

  routes.post(
    "/console/api/conversations/:id/pass-on",
    {
      onRequest,
      schema: { params, body: z.object({ to: z.string().max(64), note: z.string().trim().max(500).default("") }) },
    },
    async (request, reply) => {
      const { to, note } = request.body;
      return answer(reply, await acts.passOn(request.params.id, sessionOf(request).staff, to, note));
    },
  );
}

/** Tells how an act of staff ended: 204, or 409 with what stood against it, or 404. */
export function answer(reply: FastifyReply, result: ActResult): FastifyReply {
  switch (result.type) {
    case "done":
      return reply.code(204).send();
    case "refused":
      return refuse(reply, 409, result.reason, words.refusals[result.reason]);
    case "notFound":
      return refuse(reply, 404, "not_found", words.notFound);
    default:
      return result satisfies never;
  }
}
