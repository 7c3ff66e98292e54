import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { ownPagesOnly, refuse } from "../../web/web-guard.ts";
import type { EventBody } from "../message.ts";
import { newVisitor, type Visitor, visitorOf } from "./visitor.ts";
import { words } from "./web-chat.words.ts";
import type { WebChatDeps } from "./web-chat-deps.ts";
import { webChatLimits } from "./web-chat-limits.ts";
import { offeredChoice } from "./web-chat-store.ts";

const MOST_LETTERS = 10_000;
/** Room for as many letters of four bytes, escaped. */
const MOST_BYTES = 96 * 1024;

const Start = z.object({ id: z.uuid(), from: z.string().max(200).optional() });
const Message = z.object({ id: z.uuid(), text: z.string().min(1).max(MOST_LETTERS) });
const Tap = z.object({ id: z.uuid(), question: z.string().max(64), choice: z.string().max(16) });
const Place = z.object({
  id: z.uuid(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** What a visitor can say. Each thing carries an id that the page made, so that saying it again changes nothing. */
export async function sayRoutes(server: FastifyInstance, deps: WebChatDeps): Promise<void> {
  const limits = webChatLimits(server);
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const say = { onRequest: [ownPagesOnly, limits.writes], bodyLimit: MOST_BYTES };

  /** Stores what was said, then says so. */
  const accept = async (reply: FastifyReply, contact: string, id: string, body: EventBody): Promise<FastifyReply> => {
    const event = { sender: { externalId: contact }, body, platformId: id, platformAt: deps.clock() };
    await deps.intake.accept(deps.account, [event]);
    return reply.code(202).send({ accepted: id });
  };
  const known = async (
    request: FastifyRequest,
    reply: FastifyReply,
    then: (visitor: Visitor) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const visitor = await visitorOf(deps, request);
    return visitor === undefined ? refuse(reply, 409, "not_started", words.notStarted) : then(visitor);
  };

  const onStart = [ownPagesOnly, limits.starts];
  routes.post("/chat/start", { onRequest: onStart, schema: { body: Start } }, async (request, reply) => {
    const { id, from } = request.body;
    const visitor = await visitorOf(deps, request);
    if (visitor !== undefined && from === undefined) return reply.code(200).send({ accepted: id });
    const body: EventBody = { type: "chatStarted", ...(from ? { source: from } : {}) };
    if (visitor !== undefined) return accept(reply, visitor.contact, id, body);
    const { contact, keep } = newVisitor();
    keep(request, reply);
    return accept(reply, contact, id, body);
  });

  routes.post("/chat/messages", { ...say, schema: { body: Message } }, (request, reply) =>
    known(request, reply, ({ contact }) => {
      const { id, text } = request.body;
      return accept(reply, contact, id, { type: "messageReceived", text, attachments: [], forwarded: false });
    }),
  );

  routes.post("/chat/choices", { ...say, schema: { body: Tap } }, (request, reply) =>
    known(request, reply, async ({ contact, conversation }) => {
      const { id, question, choice } = request.body;
      const offered = await offeredChoice(deps.database, conversation, question, choice);
      if (offered === undefined) return refuse(reply, 404, "no_such_choice", words.noSuchChoice);
      return accept(reply, contact, id, { type: "choicePicked", question, choice, label: offered.label });
    }),
  );

  routes.post("/chat/location", { ...say, schema: { body: Place } }, (request, reply) =>
    known(request, reply, ({ contact }) => {
      const { id, latitude, longitude } = request.body;
      return accept(reply, contact, id, { type: "locationShared", latitude, longitude });
    }),
  );
}
