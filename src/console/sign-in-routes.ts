import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { anyExceeded, rateCheck } from "../web/rate-check.ts";
import { ownPagesOnly, refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { isPassword } from "./password.ts";
import { clearSessionCookie, enterConsole, sessionGuard, sessionOf } from "./session-guard.ts";
import { closeAllSessions, closeSession, findSigningIn, noteSignIn } from "./session-store.ts";
import { readShopName } from "./shop-view-store.ts";
import type { Me } from "./views.ts";

const WINDOW_MINUTES = 15;

/** Signing in and out, and who is signed in. */
export async function signInRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const anyone = sessionGuard(deps, ["owner", "seller", "courier"]);
  const tooMany = anyExceeded([
    rateCheck(server, "sign-in from", 60, (request) => request.ip, WINDOW_MINUTES),
    rateCheck(server, "sign-in as", 10, (request) => `${usernameIn(request)} ${request.ip}`, WINDOW_MINUTES),
    // Looser, so that guessing from many addresses is stopped and nobody is locked out by a few mistyped passwords.
    rateCheck(server, "sign-in as, from anywhere", 50, usernameIn, WINDOW_MINUTES),
  ]);

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
      await enterConsole(deps, request, reply, found.id);
      await noteSignIn(database, { id: newId(), at: deps.clock(), who: found.id });
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
