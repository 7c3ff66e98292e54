import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { guardWeb } from "../web/web-guard.ts";
import { accountRoutes } from "./account-routes.ts";
import { auditRoutes } from "./audit-routes.ts";
import { callRoutes } from "./call-routes.ts";
import { cannedRoutes } from "./canned-routes.ts";
import { cashRoutes } from "./cash-routes.ts";
import { catalogueEditRoutes } from "./catalogue-edit-routes.ts";
import { catalogueFileRoutes } from "./catalogue-file-routes.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { conversationRoutes } from "./conversation-routes.ts";
import { customerRoutes } from "./customer-routes.ts";
import { heldOrderRoutes } from "./held-order-routes.ts";
import { mediaRoutes } from "./media-routes.ts";
import { misreadRoutes } from "./misread-routes.ts";
import { offerRoutes } from "./offer-routes.ts";
import { orderRoutes } from "./order-routes.ts";
import { ownChatRoutes } from "./own-chat-routes.ts";
import { ownNumberRoutes } from "./own-number-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { phoneOrderRoutes } from "./phone-order-routes.ts";
import { photoRoutes } from "./photo-routes.ts";
import { pickupCodeRoutes } from "./pickup-code-routes.ts";
import { pushRoutes } from "./push-routes.ts";
import { replyRoutes } from "./reply-routes.ts";
import { rulesRoutes } from "./rules-routes.ts";
import { searchRoutes } from "./search-routes.ts";
import { shopEditRoutes } from "./shop-edit-routes.ts";
import { shopRoutes } from "./shop-routes.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import { startRoutes } from "./start-routes.ts";
import { streamRoutes } from "./stream-routes.ts";
import { teamRoutes } from "./team-routes.ts";
import { todayRoutes } from "./today-routes.ts";
import { writeFirstRoutes } from "./write-first-routes.ts";

/** The console's routes below `/console/api`. Every one but the first start and the sign-in asks for a session. */
export async function consoleRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  await guardWeb(server);
  await server.register(cookie);
  await server.register(rateLimit, { global: false, cache: 50_000 });
  server.decorateRequest("session", null);
  server.addHook("onSend", async (_, reply) => {
    // Only what is named by its content says for itself that it may be kept.
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
  for (const routes of [
    todayRoutes,
    pushRoutes,
    startRoutes,
    signInRoutes,
    conversationRoutes,
    replyRoutes,
    writeFirstRoutes,
    searchRoutes,
    cannedRoutes,
    customerRoutes,
    peopleRoutes,
    accountRoutes,
    auditRoutes,
    mediaRoutes,
    misreadRoutes,
    orderRoutes,
    offerRoutes,
    pickupCodeRoutes,
    cashRoutes,
    callRoutes,
    phoneOrderRoutes,
    heldOrderRoutes,
    shopRoutes,
    shopEditRoutes,
    catalogueEditRoutes,
    catalogueFileRoutes,
    photoRoutes,
    rulesRoutes,
    teamRoutes,
    ownNumberRoutes,
    ownChatRoutes,
    streamRoutes,
  ])
    await server.register(routes, deps);
}
