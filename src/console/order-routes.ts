import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { ORDER_STATUSES, OrderStatus } from "../shop/order/order.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { answer } from "./conversation-routes.ts";
import { readOrder, readOrders } from "./order-view-store.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const params = z.object({ id: z.string().max(64) });
/** What a courier carries, and the only orders a courier sees. */
const CARRIED: readonly OrderStatus[] = ["out_for_delivery"];

const Step = z.object({
  version: z.number().int().nonnegative(),
  status: OrderStatus,
  uncalled: z.boolean().default(false),
});

/** `placed,accepted` */
const Statuses = z
  .string()
  .transform((list) => list.split(","))
  .pipe(z.array(OrderStatus));

/** Orders: by status, in full, and one step on. */
export async function orderRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, acts } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller", "courier"]);

  const visible = async (request: FastifyRequest, id: string) => {
    const order = await readOrder(database, id);
    return order !== undefined && statusesFor(request).includes(order.status) ? order : undefined;
  };

  routes.get(
    "/console/api/orders",
    { onRequest, schema: { querystring: z.object({ status: Statuses.optional() }) } },
    async (request) => {
      const allowed = statusesFor(request);
      const wanted = request.query.status ?? allowed;
      return {
        orders: await readOrders(
          database,
          allowed.filter((status) => wanted.includes(status)),
        ),
      };
    },
  );

  routes.get("/console/api/orders/:id", { onRequest, schema: { params } }, async (request, reply) => {
    const order = await visible(request, request.params.id);
    return order ?? refuse(reply, 404, "not_found", words.notFound);
  });

  routes.post("/console/api/orders/:id/step", { onRequest, schema: { params, body: Step } }, async (request, reply) => {
    const { id } = request.params;
    const { version, status, uncalled } = request.body;
    if ((await visible(request, id)) === undefined) return refuse(reply, 404, "not_found", words.notFound);
    const { staff } = sessionOf(request);
    if (uncalled && staff.role !== "owner") return refuse(reply, 403, "not_allowed", words.notAllowed);
    return answer(reply, await acts.stepOrder(id, staff.id, version, status, uncalled));
  });
}

function statusesFor(request: FastifyRequest): readonly OrderStatus[] {
  return sessionOf(request).staff.role === "courier" ? CARRIED : ORDER_STATUSES;
}
