import type { FastifyReply, FastifyRequest } from "fastify";
import { hashSecret, looksLikeSecret, newSecret } from "../../web/secret.ts";
import { isSecure } from "../../web/web-guard.ts";
import type { WebChatDeps } from "./web-chat-deps.ts";
import { conversationOf } from "./web-chat-store.ts";

/** A visitor whose chat was started: the contact's name on this channel, and our id of the conversation. */
export interface Visitor {
  readonly contact: string;
  readonly conversation: string;
}

export const VISITOR_COOKIE = "kopdar_chat";
const YEAR_S = 365 * 24 * 60 * 60;

/** Who asks, by the cookie's secret; undefined for a stranger, also for one with a made-up cookie. */
export async function visitorOf(
  { database, account }: WebChatDeps,
  request: FastifyRequest,
): Promise<Visitor | undefined> {
  const secret = request.cookies[VISITOR_COOKIE];
  if (!looksLikeSecret(secret)) return undefined;
  const contact = hashSecret(secret);
  const conversation = await conversationOf(database, account, contact);
  return conversation === undefined ? undefined : { contact, conversation };
}

/** Makes a new contact of the web chat, whose secret `keep` leaves with the browser. Secrets are made here alone. */
export function newVisitor(): {
  readonly contact: string;
  readonly keep: (request: FastifyRequest, reply: FastifyReply) => void;
} {
  const secret = newSecret();
  return {
    contact: hashSecret(secret),
    keep: (request, reply) =>
      void reply.setCookie(VISITOR_COOKIE, secret, {
        path: "/",
        httpOnly: true,
        sameSite: "lax",
        secure: isSecure(request),
        maxAge: YEAR_S,
      }),
  };
}
