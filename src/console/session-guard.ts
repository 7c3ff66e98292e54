import { timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { looksLikeSecret } from "../web/secret.ts";
import { isSecure, ownPagesOnly, refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import type { Role } from "./role.ts";
import { findSession, openSession, SESSION_DAYS, type Session } from "./session-store.ts";

const COOKIE = "kopdar_console";
const CSRF_HEADER = "x-csrf-token";

declare module "fastify" {
  interface FastifyRequest {
    /** Set by the session guard on every guarded route */
    session: Session | null;
  }
}

/** A hook for the routes that are open to some roles: refuses strangers, other roles, and writes without the session's token. */
export function sessionGuard({ database, clock }: ConsoleDeps, roles: readonly Role[]) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const secret = request.cookies[COOKIE];
    const session = looksLikeSecret(secret) ? await findSession(database, secret, clock()) : undefined;
    if (session === undefined) return refuse(reply, 401, "sign_in", words.signInFirst);
    if (request.method !== "GET" && request.method !== "HEAD") {
      const refused = await ownPagesOnly(request, reply);
      if (refused !== undefined) return refused;
      if (!isToken(request, session.csrf)) return refuse(reply, 403, "wrong_token", words.wrongToken);
    }
    if (!roles.includes(session.staff.role)) return refuse(reply, 403, "not_allowed", words.notAllowed);
    request.session = session;
  };
}

/** The session of a guarded route. */
export function sessionOf(request: FastifyRequest): Session {
  if (request.session === null) throw new Error(`${request.url} is not guarded by a session.`);
  return request.session;
}

/** Opens a session and leaves its secret with the browser. */
export async function enterConsole(
  { database, clock }: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  staffId: string,
): Promise<void> {
  const secret = await openSession(database, staffId, request.headers["user-agent"] ?? "", clock());
  reply.setCookie(COOKIE, secret, {
    path: "/console",
    httpOnly: true,
    sameSite: "strict",
    secure: isSecure(request),
    maxAge: SESSION_DAYS * 86_400,
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: "/console" });
}

function isToken(request: FastifyRequest, csrf: string): boolean {
  const given = request.headers[CSRF_HEADER];
  if (typeof given !== "string" || given.length !== csrf.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(csrf));
}
