import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { parseHours } from "../shop/branch/parse-hours.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { DisplayName, hashPassword, NewPassword, Username } from "./password.ts";
import { Role } from "./role.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";
import { addStaff, readTeam, setDuty, setStaffActive } from "./staff-store.ts";

/** The team: the owner lets people in and shuts them out. */
export async function teamRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, live, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner"]);

  routes.get("/console/api/team", { onRequest }, async () => ({ team: await readTeam(database) }));

  routes.post(
    "/console/api/team",
    {
      onRequest,
      schema: { body: z.object({ name: DisplayName, username: Username, role: Role, password: NewPassword }) },
    },
    async (request, reply) => {
      const { name, username, role, password } = request.body;
      const passwordHash = await hashPassword(password);
      const by = sessionOf(request).staff.id;
      const id = await addStaff(database, { name, username, role, passwordHash }, clock(), by);
      return id === undefined ? refuse(reply, 409, "taken", words.usernameTaken) : reply.code(201).send({ id });
    },
  );

  routes.put(
    "/console/api/team/:id/duty",
    {
      onRequest,
      schema: { params: z.object({ id: z.string().max(64) }), body: z.object({ duty: z.string().trim().max(300) }) },
    },
    async (request, reply) => {
      const { duty } = request.body;
      const hours = duty === "" ? null : parseHours(duty);
      if (hours === undefined) return refuse(reply, 400, "unreadable", words.unreadableHours);
      const by = { who: sessionOf(request).staff.id, at: clock() };
      const isSet = await setDuty(database, request.params.id, hours, by);
      return isSet ? reply.code(204).send() : refuse(reply, 404, "not_found", words.notFound);
    },
  );

  routes.post(
    "/console/api/team/:id/active",
    { onRequest, schema: { params: z.object({ id: z.string().max(64) }), body: z.object({ active: z.boolean() }) } },
    async (request, reply) => {
      const { id } = request.params;
      const by = sessionOf(request).staff.id;
      // An owner who shuts the last owner out would lock the shop.
      if (id === by) return refuse(reply, 409, "own_account", words.ownAccount);
      const givenUp = await setStaffActive(database, id, request.body.active, clock(), by);
      if (givenUp === undefined) return refuse(reply, 404, "not_found", words.notFound);
      const talks = givenUp.map((conversation) => ({ type: "conversation" as const, id: conversation }));
      live.publish([...talks, { type: "call", id: "" }]);
      return reply.code(204).send();
    },
  );
}
