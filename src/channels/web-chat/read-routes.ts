import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { OpenStreams, openEventStream } from "../../web/event-stream.ts";
import { sendPicture } from "../../web/send-picture.ts";
import { readShopFront } from "../../web/shop-front-store.ts";
import { refuse } from "../../web/web-guard.ts";
import { WholeNumberInAddress } from "../../web/whole-number.ts";
import { NO_THREAD } from "./thread.ts";
import { visitorOf } from "./visitor.ts";
import { words } from "./web-chat.words.ts";
import type { WebChatDeps } from "./web-chat-deps.ts";
import { webChatLimits } from "./web-chat-limits.ts";
import { readThread, shownPhoto } from "./web-chat-store.ts";

const MOST_STREAMS = 2_000;
/** More tabs than anybody has of one chat, and more phones than share one address in a shop */
const MOST_OF_CONTACT = 5;
const MOST_OF_ADDRESS = 50;

const Range = z.object({ after: WholeNumberInAddress, before: WholeNumberInAddress }).partial();

/** What a visitor can read: the own chat, and the shop's sign. */
export async function readRoutes(server: FastifyInstance, deps: WebChatDeps): Promise<void> {
  const { database, clock, channel, live } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = webChatLimits(server).reads;
  const streams = new OpenStreams();
  server.addHook("preClose", async () => streams.endAll());

  routes.get("/chat/thread", { onRequest, schema: { querystring: Range } }, async (request) => {
    const visitor = await visitorOf(deps, request);
    return visitor === undefined ? NO_THREAD : readThread(database, visitor.conversation, request.query);
  });

  routes.get(
    "/chat/pictures/:row",
    { onRequest, schema: { params: z.object({ row: z.string().max(64) }) } },
    async (request, reply) => {
      const visitor = await visitorOf(deps, request);
      const photo = visitor && (await shownPhoto(database, visitor.conversation, request.params.row));
      const picture = photo === undefined ? undefined : await deps.pictureOf(photo);
      return picture === undefined ? refuse(reply, 404, "no_picture", words.noPicture) : sendPicture(reply, picture);
    },
  );

  routes.get("/chat/shop", { onRequest }, async (_, reply) => {
    return (await readShopFront(database, clock())) ?? refuse(reply, 404, "no_shop", words.noShop);
  });

  routes.get("/chat/stream", { onRequest }, async (request, reply) => {
    const visitor = await visitorOf(deps, request);
    if (visitor === undefined) return refuse(reply, 401, "not_started", words.notStarted);
    if (streams.size >= MOST_STREAMS) return refuse(reply, 503, "too_many", words.tooMany);
    const [contact, address] = [`contact ${visitor.contact}`, `address ${request.ip}`];
    if (streams.countOf(contact) >= MOST_OF_CONTACT || streams.countOf(address) >= MOST_OF_ADDRESS)
      return refuse(reply, 429, "too_many", words.tooMany);
    const tell = () => stream.send("thread", {});
    const ends = [
      channel.watch(visitor.contact, tell),
      live.subscribe((topic) => {
        if (topic.type === "conversation" && topic.id === visitor.conversation) tell();
      }),
    ];
    const stream = openEventStream(request, reply, {
      close: () => {
        for (const end of ends) end();
        streams.delete(stream);
      },
    });
    streams.add(stream, [contact, address]);
    tell();
    return reply;
  });
}
