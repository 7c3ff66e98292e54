import type { FastifyInstance } from "fastify";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { makeOwnChatLink, readOwnChat, unlinkOwnChat } from "./own-chat-store.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";
import type { OwnChatView } from "./views.ts";

/** A colleague's own Telegram chat with the shop's bot: how it is linked, a one-time link for it, and letting it go. */
export async function ownChatRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, live, clock, staffBot } = deps;
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  server.get("/console/api/own-chat", { onRequest }, async (request): Promise<OwnChatView> => {
    const chat = await readOwnChat(database, sessionOf(request).staff.id);
    const bot = staffBot === undefined ? "none" : staffBot.name === undefined ? "away" : "ready";
    const business = chat && (await staffBot?.standingWith?.(chat.address));
    return { bot, ...(chat ? { linked: chat.name } : {}), ...(business ? { business } : {}) };
  });

  server.post("/console/api/own-chat/link", { onRequest }, async (request, reply) => {
    if (staffBot?.name === undefined) return refuse(reply, 404, "not_found", words.notFound);
    const { secret, expiresAt } = await makeOwnChatLink(database, sessionOf(request).staff.id, clock());
    return { url: `https://t.me/${staffBot.name}?start=staf-${secret}`, expiresAt };
  });

  server.post("/console/api/own-chat/unlink", { onRequest }, async (request, reply) => {
    const chat = await unlinkOwnChat(database, sessionOf(request).staff.id, clock());
    if (chat !== undefined) live.publish([{ type: "conversation", id: chat }]);
    return reply.code(204).send();
  });
}
