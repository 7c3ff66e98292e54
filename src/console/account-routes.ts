import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { rateCheck } from "../web/rate-check.ts";
import { ownPagesOnly, refuse } from "../web/web-guard.ts";
import {
  changePassword,
  endSession,
  endSessions,
  makePasswordLink,
  readPasswordLink,
  readSessions,
  setPasswordByLink,
} from "./account-store.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { hashPassword, isPassword, NewPassword } from "./password.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";
import { findSigningIn } from "./session-store.ts";

const Key = z.string().max(64);
const Session = z.string().regex(/^[0-9a-f]{16}$/);
const params = z.object({ id: Key });

/** Where somebody is signed in and by which password: their own, and for the owner everybody's. */
export async function accountRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller", "courier"]);
  const ownerOnly = sessionGuard(deps, ["owner"]);
  const guessing = rateCheck(server, "own password of", 10, (request) => sessionOf(request).staff.id, 15);
  const opening = rateCheck(server, "password link from", 30, (request) => request.ip, 15);
  const by = (who: string) => ({ who, at: clock() });

  routes.get("/console/api/sessions", { onRequest }, async (request) => {
    const { id, staff } = sessionOf(request);
    return { sessions: await readSessions(database, staff.id, id, clock()) };
  });

  routes.post(
    "/console/api/sessions/:session/end",
    { onRequest, schema: { params: z.object({ session: Session }) } },
    async (request, reply) => {
      const { staff } = sessionOf(request);
      const isEnded = await endSession(database, staff.id, request.params.session, by(staff.id));
      return isEnded ? reply.code(204).send() : refuse(reply, 404, "not_found", words.notFound);
    },
  );

  routes.post(
    "/console/api/password",
    { onRequest, schema: { body: z.object({ old: z.string().max(200), password: NewPassword }) } },
    async (request, reply) => {
      if (await guessing(request)) return refuse(reply, 429, "too_many", words.tooMany);
      const { id, staff } = sessionOf(request);
      const known = await findSigningIn(database, staff.username);
      const isRight = await isPassword(known?.passwordHash, request.body.old);
      if (!isRight) return refuse(reply, 403, "wrong_password", words.wrongPassword);
      await changePassword(database, staff.id, await hashPassword(request.body.password), id, clock());
      return reply.code(204).send();
    },
  );

  routes.get("/console/api/team/:id/sessions", { onRequest: ownerOnly, schema: { params } }, async (request) => ({
    sessions: await readSessions(database, request.params.id, sessionOf(request).id, clock()),
  }));

  routes.post(
    "/console/api/team/:id/sessions/end",
    { onRequest: ownerOnly, schema: { params, body: z.object({ session: Session.optional() }) } },
    async (request, reply) => {
      const { id } = request.params;
      const { session } = request.body;
      const owner = by(sessionOf(request).staff.id);
      const isEnded = await (session === undefined
        ? endSessions(database, id, owner)
        : endSession(database, id, session, owner));
      return isEnded ? reply.code(204).send() : refuse(reply, 404, "not_found", words.notFound);
    },
  );

  // The owner hands the link on and never learns the password.
  routes.post(
    "/console/api/team/:id/password-link",
    { onRequest: ownerOnly, schema: { params } },
    async (request, reply) => {
      const secret = await makePasswordLink(database, request.params.id, by(sessionOf(request).staff.id));
      if (secret === undefined) return refuse(reply, 404, "not_found", words.notFound);
      const address = deps.publicUrl ?? `${request.protocol}://${request.host}`;
      return { url: `${address.replace(/\/$/, "")}/console/sandi-baru#${secret}` };
    },
  );

  routes.post(
    "/console/api/password-link",
    { onRequest: ownPagesOnly, schema: { body: z.object({ key: Key }) } },
    async (request, reply) => {
      if (await opening(request)) return refuse(reply, 429, "too_many", words.tooMany);
      const found = await readPasswordLink(database, request.body.key, clock());
      return found === undefined
        ? refuse(reply, 410, "link_used", words.passwordLinkUsed)
        : { username: found.username };
    },
  );

  routes.post(
    "/console/api/password-link/use",
    { onRequest: ownPagesOnly, schema: { body: z.object({ key: Key, password: NewPassword }) } },
    async (request, reply) => {
      if (await opening(request)) return refuse(reply, 429, "too_many", words.tooMany);
      const { key, password } = request.body;
      if ((await readPasswordLink(database, key, clock())) === undefined)
        return refuse(reply, 410, "link_used", words.passwordLinkUsed);
      const set = await setPasswordByLink(database, key, await hashPassword(password), clock());
      return set === undefined ? refuse(reply, 410, "link_used", words.passwordLinkUsed) : reply.code(204).send();
    },
  );
}
