import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Database } from "../../database/database.ts";
import type { LiveUpdates } from "../../live-updates.ts";
import { OpenStreams, openEventStream } from "../../web/event-stream.ts";
import { anyExceeded, type Exceeded, rateCheck } from "../../web/rate-check.ts";
import { hashSecret, looksLikeSecret, newSecret } from "../../web/secret.ts";
import { readShopFront } from "../../web/shop-front-store.ts";
import { guardWeb, isFromOwnPage, isSecure } from "../../web/web-guard.ts";
import type { Intake } from "../channel.ts";
import type { EventBody } from "../message.ts";
import { NO_THREAD } from "./thread.ts";
import { words } from "./web-chat.words.ts";
import type { WebChatChannel } from "./web-chat-channel.ts";
import { conversationOf, offeredChoice, readThread } from "./web-chat-store.ts";

/** What the web chat's routes are made of. */
export interface WebChatDeps {
  readonly database: Database;
  /** Our id of the web chat's channel account */
  readonly account: string;
  readonly channel: WebChatChannel;
  readonly intake: Intake;
  readonly live: LiveUpdates;
  readonly clock: () => number;
}

const COOKIE = "kopdar_chat";
const YEAR_S = 365 * 24 * 60 * 60;
const MOST_STREAMS = 2_000;

const ClientId = z.uuid();
const Text = z.string().min(1).max(10_000);
const Sequence = z.coerce.number().int().nonnegative();

/** A visitor whose cookie is known. */
interface Visitor {
  readonly contact: string;
  readonly conversation: string;
}

/** The customer's side of the web chat, below `/chat`. A visitor sees and writes to the own conversation alone. */
export async function webChatRoutes(server: FastifyInstance, deps: WebChatDeps): Promise<void> {
  const { database, account, intake, clock } = deps;
  await guardWeb(server);
  await server.register(cookie);
  await server.register(rateLimit, { global: false, cache: 50_000 });
  const limit = limits(server);
  const streams = new OpenStreams();
  server.addHook("preClose", async () => streams.endAll());
  server.addHook("onSend", async (_, reply) => void reply.header("cache-control", "no-store"));
  const routes = server.withTypeProvider<ZodTypeProvider>();

  const accept = (contact: string, body: EventBody, platformId: string) =>
    intake.accept(account, [{ sender: { externalId: contact }, body, platformId, platformAt: clock() }]);

  const visitorOf = async (request: FastifyRequest): Promise<Visitor | undefined> => {
    const secret = request.cookies[COOKIE];
    if (!looksLikeSecret(secret)) return undefined;
    const contact = hashSecret(secret);
    const conversation = await conversationOf(database, account, contact);
    return conversation === undefined ? undefined : { contact, conversation };
  };

  const write = async (
    request: FastifyRequest,
    reply: FastifyReply,
    say: (visitor: Visitor) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    if (!isFromOwnPage(request)) return refuse(reply, 403, "foreign_page", words.foreignPage);
    if (await limit.writes(request)) return refuse(reply, 429, "too_many", words.tooMany);
    const visitor = await visitorOf(request);
    return visitor === undefined ? refuse(reply, 409, "not_started", words.notStarted) : say(visitor);
  };

  routes.post(
    "/chat/start",
    { schema: { body: z.object({ id: ClientId, from: z.string().max(200).optional() }) } },
    async (request, reply) => {
      if (!isFromOwnPage(request)) return refuse(reply, 403, "foreign_page", words.foreignPage);
      if (await limit.starts(request)) return refuse(reply, 429, "too_many", words.tooMany);
      const { id, from } = request.body;
      const known = await visitorOf(request);
      if (known !== undefined && from === undefined) return reply.code(200).send({ started: true });
      // Only we make secrets: a cookie we don't know is never adopted.
      const secret = known === undefined ? newSecret() : undefined;
      const contact = known?.contact ?? hashSecret(secret ?? newSecret());
      await accept(contact, { type: "chatStarted", ...(from ? { source: from } : {}) }, id);
      if (secret !== undefined) setCookie(request, reply, secret);
      return reply.code(202).send({ started: true });
    },
  );

  routes.post(
    "/chat/messages",
    { schema: { body: z.object({ id: ClientId, text: Text }) }, bodyLimit: 96 * 1024 },
    (request, reply) =>
      write(request, reply, async ({ contact }) => {
        const { id, text } = request.body;
        await accept(contact, { type: "messageReceived", text, attachments: [], forwarded: false }, id);
        return reply.code(202).send({ accepted: id });
      }),
  );

  routes.post(
    "/chat/choices",
    { schema: { body: z.object({ id: ClientId, question: z.string().max(64), choice: z.string().max(16) }) } },
    (request, reply) =>
      write(request, reply, async ({ contact, conversation }) => {
        const { id, question, choice } = request.body;
        const offered = await offeredChoice(database, conversation, question, choice);
        if (offered === undefined) return refuse(reply, 404, "no_such_choice", words.noSuchChoice);
        await accept(contact, { type: "choicePicked", question, choice, label: offered.label }, id);
        return reply.code(202).send({ accepted: id });
      }),
  );

  routes.post(
    "/chat/location",
    {
      schema: {
        body: z.object({
          id: ClientId,
          latitude: z.number().min(-90).max(90),
          longitude: z.number().min(-180).max(180),
        }),
      },
    },
    (request, reply) =>
      write(request, reply, async ({ contact }) => {
        const { id, latitude, longitude } = request.body;
        await accept(contact, { type: "locationShared", latitude, longitude }, id);
        return reply.code(202).send({ accepted: id });
      }),
  );

  routes.get(
    "/chat/thread",
    { schema: { querystring: z.object({ after: Sequence.optional(), before: Sequence.optional() }) } },
    async (request, reply) => {
      if (await limit.reads(request)) return refuse(reply, 429, "too_many", words.tooMany);
      const visitor = await visitorOf(request);
      return visitor === undefined ? NO_THREAD : readThread(database, visitor.conversation, request.query);
    },
  );

  routes.get("/chat/shop", async (request, reply) => {
    if (await limit.reads(request)) return refuse(reply, 429, "too_many", words.tooMany);
    return (await readShopFront(database, clock())) ?? refuse(reply, 404, "no_shop", words.noShop);
  });

  routes.get("/chat/stream", async (request, reply) => {
    const visitor = await visitorOf(request);
    if (visitor === undefined) return refuse(reply, 401, "not_started", words.notStarted);
    if (streams.size >= MOST_STREAMS) return refuse(reply, 503, "too_many", words.tooMany);
    const tell = () => stream.send("thread", {});
    const ends = [
      deps.channel.watch(visitor.contact, tell),
      deps.live.subscribe((topic) => {
        if (topic.type === "conversation" && topic.id === visitor.conversation) tell();
      }),
    ];
    const stream = openEventStream(request, reply, {
      close: () => {
        for (const end of ends) end();
        streams.delete(stream);
      },
    });
    streams.add(stream);
    tell();
    return reply;
  });
}

function refuse(reply: FastifyReply, status: number, error: string, message: string): FastifyReply {
  return reply.code(status).send({ error, message });
}

function setCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(COOKIE, secret, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(request),
    maxAge: YEAR_S,
  });
}

/** Per visitor so that one cannot flood the shop, and more loosely per address, which many may share. */
function limits(server: FastifyInstance): Readonly<Record<"writes" | "starts" | "reads", Exceeded>> {
  const visitor = (request: FastifyRequest) => request.cookies[COOKIE] ?? request.ip;
  const address = (request: FastifyRequest) => request.ip;
  return {
    writes: anyExceeded([
      rateCheck(server, "chat writes of", 40, visitor),
      rateCheck(server, "chat writes from", 600, address),
    ]),
    starts: rateCheck(server, "chat starts from", 60, address),
    reads: anyExceeded([
      rateCheck(server, "chat reads of", 600, visitor),
      rateCheck(server, "chat reads from", 6_000, address),
    ]),
  };
}
