import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { anyExceeded, rateCheck } from "../web/rate-check.ts";
import { ownPagesOnly, refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { DisplayName, hashPassword, isPassword, NewPassword, Username } from "./password.ts";
import { clearSessionCookie, sessionGuard, sessionOf, setSessionCookie } from "./session-guard.ts";
import { closeAllSessions, closeSession, findSigningIn, openSession } from "./session-store.ts";
import { readShopName } from "./shop-view-store.ts";
import { becomeOwner, isOwnerLinkOpen } from "./staff-store.ts";
import type { Me } from "./views.ts";

const Key = z.string().max(64);
const WINDOW_MINUTES = 15;

/** The first owner's start, signing in and out. */
export async function signInRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const anyone = sessionGuard(deps, ["owner", "seller", "courier"]);
  const tooMany = anyExceeded([
    rateCheck(server, "sign-in from", 60, (request) => request.ip, WINDOW_MINUTES),
    rateCheck(server, "sign-in as", 10, (request) => `${usernameIn(request)} ${request.ip}`, WINDOW_MINUTES),
  ]);
  const signIn = async (request: FastifyRequest, staffId: string) =>
    openSession(database, staffId, request.headers["user-agent"] ?? "", clock());

  routes.get("/console/api/start", { schema: { querystring: z.object({ kunci: Key }) } }, async (request, reply) => {
    if (await tooMany(request)) return refuse(reply, 429, "too_many", words.tooMany);
    if (!(await isOwnerLinkOpen(database, request.query.kunci))) return refuse(reply, 410, "link_used", words.linkUsed);
    return { shop: await readShopName(database) };
  });

  routes.post(
    "/console/api/start",
    {
      onRequest: ownPagesOnly,
      schema: { body: z.object({ kunci: Key, name: DisplayName, username: Username, password: NewPassword }) },
    },
    async (request, reply) => {
      if (await tooMany(request)) return refuse(reply, 429, "too_many", words.tooMany);
      const { kunci, name, username, password } = request.body;
      if (!(await isOwnerLinkOpen(database, kunci))) return refuse(reply, 410, "link_used", words.linkUsed);
      const passwordHash = await hashPassword(password);
      const owner = await becomeOwner(database, kunci, { name, username, passwordHash }, clock());
      if (owner === undefined) return refuse(reply, 410, "link_used", words.linkUsed);
      setSessionCookie(request, reply, await signIn(request, owner));
      return reply.code(201).send({ owner: username });
    },
  );

  routes.post(
    "/console/api/sign-in",
    {
      onRequest: ownPagesOnly,
      schema: { body: z.object({ username: z.string().max(64).trim().toLowerCase(), password: z.string().max(200) }) },
    },
    async (request, reply) => {
      if (await tooMany(request)) return refuse(reply, 429, "too_many", words.tooMany);
      const { username, password } = request.body;
      const found = await findSigningIn(database, username);
      const isRight = await isPassword(found?.passwordHash, password);
      if (found === undefined || !isRight) return refuse(reply, 401, "wrong_sign_in", words.wrongSignIn);
      setSessionCookie(request, reply, await signIn(request, found.id));
      return reply.code(204).send();
    },
  );

  routes.post("/console/api/sign-out", { onRequest: anyone }, async (request, reply) => {
    await closeSession(database, sessionOf(request).id);
    clearSessionCookie(reply);
    return reply.code(204).send();
  });

  routes.post("/console/api/sign-out-everywhere", { onRequest: anyone }, async (request, reply) => {
    await closeAllSessions(database, sessionOf(request).staff.id);
    clearSessionCookie(reply);
    return reply.code(204).send();
  });

  routes.get("/console/api/me", { onRequest: anyone }, async (request): Promise<Me> => {
    const { staff, csrf } = sessionOf(request);
    return { staff, csrf, shop: await readShopName(database) };
  });
}

function usernameIn({ body }: FastifyRequest): string {
  const isNamed = typeof body === "object" && body !== null && "username" in body;
  return isNamed && typeof body.username === "string" ? body.username : "";
}
