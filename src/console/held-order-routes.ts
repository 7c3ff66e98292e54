import type { FastifyInstance, FastifyReply } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { EventBody } from "../channels/message.ts";
import { ConversationState, EMPTY_STATE } from "../conversation/state.ts";
import type { HeldActed } from "../staff/held-act.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { heldOrderWords } from "./held-order.words.ts";
import { type HeldOrder, readHeldOrder } from "./held-order-store.ts";
import type { HeldOrderView } from "./held-order-view.ts";
import { answersOf, draftAfter, draftFrom, heardStep, phoneDraftView, proposalOf } from "./phone-draft.ts";
import { readShop } from "./phone-order-store.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const params = z.object({ id: z.string().max(64) });
/** A draft is the page's own: see `phoneOrderRoutes`. */
const Act = z.object({ id: z.uuid(), version: z.string().max(64), draft: ConversationState });

/** The order of a conversation while a person holds it: read with what was understood, written down, placed. */
export async function heldOrderRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, clock, hearApart, actWhileHeld } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  routes.get("/console/api/conversations/:id/held-order", { onRequest, schema: { params } }, async (request, reply) => {
    const conversationId = request.params.id;
    const held = await readHeldOrder(database, conversationId);
    if (held === undefined) return refuse(reply, 404, "not_found", words.notFound);
    const shop = await readShop(database);
    const staff = sessionOf(request).staff.id;
    const whole = async (draft: ConversationState) => {
      const heard = heardStep(draft, { type: "begun" }, staff);
      if (!heard) return draft;
      return draftAfter(await hearApart({ state: heard.state, bodies: [heard.body], conversationId }));
    };
    const stands = draftFrom(held.state);
    const bodies = held.since.map(asWords);
    const after =
      bodies.length === 0 ? stands : draftAfter(await hearApart({ state: memory(held), bodies, conversationId }));
    const isNews = JSON.stringify(answersOf(after)) !== JSON.stringify(answersOf(stands));
    const view: HeldOrderView = {
      version: held.version,
      isHeld: held.isHeld,
      order: phoneDraftView(await whole(stands), shop, clock()),
      ...(isNews ? { understood: phoneDraftView(await whole(after), shop, clock()) } : {}),
      said: held.said,
    };
    return view;
  });

  const act = async (
    reply: FastifyReply,
    { conversationId, staff, yes, body }: ActAsked,
  ): Promise<FastifyReply | { readonly order?: string }> => {
    const answers = proposalOf(body.draft);
    if (answers === undefined) return refuse(reply, 400, "empty_order", words.emptyOrder);
    const { id, version } = body;
    const rank = staff.role === "owner" ? "owner" : "seller";
    const said = yes === undefined ? {} : { yes };
    return told(reply, await actWhileHeld({ id, conversationId, staff: staff.id, rank, version, answers, ...said }));
  };

  routes.post(
    "/console/api/conversations/:id/held-order",
    { onRequest, schema: { params, body: Act } },
    (request, reply) =>
      act(reply, { conversationId: request.params.id, staff: sessionOf(request).staff, body: request.body }),
  );

  routes.post(
    "/console/api/conversations/:id/held-order/place",
    { onRequest, schema: { params, body: Act.extend({ yes: z.string().trim().min(1).max(500) }) } },
    (request, reply) => {
      const { yes, ...body } = request.body;
      return act(reply, { conversationId: request.params.id, staff: sessionOf(request).staff, yes, body });
    },
  );
}

interface ActAsked {
  readonly conversationId: string;
  readonly staff: { readonly id: string; readonly role: string };
  readonly body: z.infer<typeof Act>;
  readonly yes?: string;
}

/** Tells how an act ended: 200 with the order placed, or 409 with why not. */
function told(reply: FastifyReply, acted: HeldActed): FastifyReply | { readonly order?: string } {
  switch (acted.type) {
    case "done":
      return acted.order === undefined ? {} : { order: acted.order };
    case "heldBy":
      return refuse(reply, 409, "held", words.refusals.held);
    case "withBot":
      return refuse(reply, 409, "withBot", heldOrderWords.withBot);
    case "changed":
      return refuse(reply, 409, "changed", heldOrderWords.changed);
    case "stillOpen":
      return refuse(reply, 409, "stillOpen", heldOrderWords.stillOpen(acted.why));
    case "refused":
      return refuse(reply, 409, acted.reason, heldOrderWords.refused(acted.reason));
    case "unknownConversation":
      return refuse(reply, 404, "not_found", words.notFound);
    default:
      return acted satisfies never;
  }
}

/** The memory against which the customer's words are understood. A yes to a summary is for the bot alone to hear. */
function memory({ state, personSpoke }: HeldOrder): ConversationState {
  const { data = EMPTY_STATE } = ConversationState.safeParse(JSON.parse(state ?? "{}"));
  const isOpen = !personSpoke && data.asked?.digest === undefined;
  return { ...data, lost: 0, lastWords: undefined, asked: isOpen ? data.asked : undefined };
}

/** A tap is on a question that may be answered by now: it says what it read. */
function asWords(body: EventBody): EventBody {
  if (body.type !== "choicePicked") return body;
  return { type: "messageReceived", text: body.label, attachments: [], forwarded: false };
}
