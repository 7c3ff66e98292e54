import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { localTime } from "../shop/calendar/calendar.ts";
import { readCashDay, shopZone } from "./cash-view-store.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { answer } from "./conversation-routes.ts";
import { Rupiah } from "./order-routes.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const Day = z.iso.date();

/** The cash of a day by courier and branch, and couriers' handing it in. A courier sees their own. */
export async function cashRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, acts, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();

  routes.get(
    "/console/api/cash",
    {
      onRequest: sessionGuard(deps, ["owner", "seller", "courier"]),
      schema: { querystring: z.object({ day: Day.optional() }) },
    },
    async (request) => {
      const { staff } = sessionOf(request);
      const timeZone = await shopZone(database);
      const today = localTime(clock(), timeZone).day;
      const cash = await readCashDay(database, { day: request.query.day ?? today, today, timeZone });
      if (staff.role !== "courier") return cash;
      const couriers = cash.couriers.filter(({ id }) => id === staff.id);
      return { ...cash, couriers, branches: [], differences: [], handIns: [] };
    },
  );

  routes.post(
    "/console/api/cash/hand-in",
    {
      // The shop counts what it is given: a courier does not settle their own cash.
      onRequest: sessionGuard(deps, ["owner", "seller"]),
      schema: { body: z.strictObject({ courier: z.string().min(1).max(64), amount: Rupiah, seen: Rupiah }) },
    },
    async (request, reply) => {
      const { courier, amount, seen } = request.body;
      return answer(reply, await acts.handInCash(courier, sessionOf(request).staff, { amount, seen }));
    },
  );
}
