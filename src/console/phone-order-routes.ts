import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { ConversationState } from "../conversation/state.ts";
import { newSecret } from "../web/secret.ts";
import { isSecure, refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { answer } from "./conversation-routes.ts";
import { DraftStep, draftAfter, draftFrom, heardStep, phoneDraftView, proposalOf } from "./phone-draft.ts";
import { readMemory, readShop } from "./phone-order-store.ts";
import { proposalLink } from "./proposal-link.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

/** A draft is the page's own: what it hands back is read anew, and what it says of goods is checked by the turn. */
const Draft = ConversationState;
const Id = z.string().max(64);

/** An order written down while talking on the phone: heard, corrected, and sent for the customer's yes. */
export async function phoneOrderRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, acts, clock, hearApart, publicUrl } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  routes.post(
    "/console/api/phone-orders/hear",
    {
      onRequest,
      schema: { body: z.object({ conversation: Id.optional(), draft: Draft.optional(), step: DraftStep }) },
    },
    async (request, reply) => {
      const { conversation, step } = request.body;
      const stored = conversation === undefined ? null : await readMemory(database, conversation);
      if (stored === undefined) return refuse(reply, 404, "not_found", words.notFound);
      const draft = request.body.draft ?? draftFrom(stored);
      const heard = heardStep(draft, step, sessionOf(request).staff.id);
      const of = conversation === undefined ? {} : { conversationId: conversation };
      const after =
        heard === undefined ? draft : draftAfter(await hearApart({ state: heard.state, bodies: [heard.body], ...of }));
      return phoneDraftView(after, await readShop(database), clock());
    },
  );

  routes.post(
    "/console/api/phone-orders",
    { onRequest, schema: { body: z.object({ id: z.uuid(), conversation: Id, draft: Draft }) } },
    async (request, reply) => {
      const { id, conversation, draft } = request.body;
      const proposal = proposalOf(draft);
      if (proposal === undefined) return refuse(reply, 400, "empty_order", words.emptyOrder);
      const order = { id, code: newSecret(), proposal };
      return answer(reply, await acts.proposeOrder(conversation, sessionOf(request).staff, order));
    },
  );

  routes.post(
    "/console/api/phone-orders/link",
    { onRequest, schema: { body: z.object({ id: z.uuid(), draft: Draft }) } },
    async (request, reply) => {
      const { id, draft } = request.body;
      const proposal = proposalOf(draft);
      if (proposal === undefined) return refuse(reply, 400, "empty_order", words.emptyOrder);
      const code = await acts.offerOrder(sessionOf(request).staff, { id, code: newSecret(), proposal });
      const { name, products } = await readShop(database);
      const shop = { name, address: publicUrl ?? `${request.protocol}://${request.host}` };
      // Over HTTPS the console was opened from outside, and so can the link be.
      const isPublic = publicUrl !== undefined || isSecure(request);
      return proposalLink({ ...shop, isPublic }, code, proposal, products);
    },
  );
}
