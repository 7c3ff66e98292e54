import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { readPickupCode } from "../shop/order/read-pickup-code.ts";
import { rateCheck } from "../web/rate-check.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import type { FoundByCode } from "./order-views.ts";
import { auditWrongCode, findByCode } from "./pickup-code-store.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const TRIES_A_MINUTE = 12;

/** The order that somebody at the counter has come for, by its code. */
export async function pickupCodeRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);
  const isTooMuch = rateCheck(server, "pickup code", TRIES_A_MINUTE, (request) => sessionOf(request).staff.id);

  routes.post(
    "/console/api/orders/by-code",
    { onRequest, schema: { body: z.strictObject({ code: z.string().min(1).max(40) }) } },
    async (request, reply) => {
      if (await isTooMuch(request)) return refuse(reply, 429, "too_many", words.pickup.tooMany);
      const code = readPickupCode(request.body.code);
      const found = await findByCode(database, code, clock());
      const [order] = found;
      if (order === undefined || found.length > 1) {
        await auditWrongCode(database, { who: sessionOf(request).staff.id, at: clock(), code });
        return refuse(reply, 404, "wrong_code", order ? words.pickup.several : words.pickup.unknown);
      }
      const { id, number, status } = order;
      if (status === "ready") return { id, number, isReady: true } satisfies FoundByCode;
      const message = status === "completed" ? words.pickup.collected(number) : words.pickup.notReady(number);
      return { id, number, isReady: false, message } satisfies FoundByCode;
    },
  );
}
