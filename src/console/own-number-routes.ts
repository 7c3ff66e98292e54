import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { noteOwnNumber } from "./own-number-store.ts";
import { Phone } from "./phone-field.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";
import type { OwnNumberView } from "./views.ts";

const Pace = z.object({
  perHour: z.number().int().min(1).max(1_000).optional(),
  youngNumber: z.boolean().optional(),
});

/** The shop's own WhatsApp number: how it is connected, connecting it, and how fast it may write. */
export async function ownNumberRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, live, clock, ownNumber } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner"]);
  if (ownNumber === undefined) {
    server.get("/console/api/own-number", { onRequest }, (_, reply) => refuse(reply, 404, "not_found", words.notFound));
    return;
  }
  const unwatch = ownNumber.watch(() => live.publish([{ type: "connection", id: "own-number" }]));
  server.addHook("onClose", async () => unwatch());
  const note = (who: string, what: string) => noteOwnNumber(database, { id: newId(), at: clock(), who, what });

  routes.get(
    "/console/api/own-number",
    { onRequest },
    async () =>
      ({ state: ownNumber.state(), pace: ownNumber.pace(), warning: ownNumber.warning }) satisfies OwnNumberView,
  );

  routes.post("/console/api/own-number/connect", { onRequest }, async (request, reply) => {
    await note(sessionOf(request).staff.id, "ownNumberConnected");
    ownNumber.connect();
    return reply.code(204).send();
  });

  routes.post(
    "/console/api/own-number/code",
    { onRequest, schema: { body: z.object({ phone: Phone }) } },
    async (request, reply) => {
      await note(sessionOf(request).staff.id, "ownNumberConnected");
      const code = await ownNumber.requestCode(request.body.phone.slice(1)).catch(() => undefined);
      return code === undefined ? refuse(reply, 503, "no_code", words.noPairingCode) : { code };
    },
  );

  routes.post("/console/api/own-number/disconnect", { onRequest }, async (request, reply) => {
    await note(sessionOf(request).staff.id, "ownNumberDisconnected");
    await ownNumber.disconnect();
    return reply.code(204).send();
  });

  routes.post("/console/api/own-number/pace", { onRequest, schema: { body: Pace } }, async (request) => {
    await note(sessionOf(request).staff.id, "ownNumberPaced");
    const { perHour, youngNumber } = request.body;
    ownNumber.setPace({ ...(perHour !== undefined && { perHour }), ...(youngNumber !== undefined && { youngNumber }) });
    return { pace: ownNumber.pace() };
  });
}
