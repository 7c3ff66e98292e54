import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { ORDER_STATUSES, OrderStatus } from "../shop/order/order.ts";
import { isPickupCode, readPickupCode } from "../shop/order/read-pickup-code.ts";
import { isWhyOf, Why } from "../shop/order/step-reason.ts";
import { refuse } from "../web/web-guard.ts";
import { WholeNumber } from "../web/whole-number.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { answer } from "./conversation-routes.ts";
import { isCarriedBy, readCarried, readCouriers, readOrder, readOrders } from "./order-view-store.ts";
import type { OrderView } from "./order-views.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const Id = z.string().min(1).max(64);
const params = z.object({ id: Id });
/** Rupiah that can be taken at one door */
export const Rupiah = z.number().int().nonnegative().max(1_000_000_000);

/** What a courier may make of an order. */
const BROUGHT: ReadonlySet<OrderStatus> = new Set(["completed", "failed_delivery"]);

const Step = z.strictObject({
  version: WholeNumber,
  status: OrderStatus,
  uncalled: z.boolean().default(false),
  why: Why.optional(),
  cash: z.strictObject({ amount: Rupiah, reason: z.string().trim().max(200).optional() }).optional(),
  /** Staff id of who brings it */
  courier: Id.optional(),
  /** As the customer showed it */
  code: z.string().max(40).optional(),
  /** When the customer is told */
  tell: z.enum(["now", "later", "never"]).optional(),
});

/** `placed,accepted` */
const Statuses = z
  .string()
  .transform((list) => list.split(","))
  .pipe(z.array(OrderStatus));

/** Orders: by status, in full, one step on or back, and who brings them. */
export async function orderRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, acts, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller", "courier"]);

  /** A courier sees what they carry, and what nobody carries yet. */
  const visible = async (request: FastifyRequest, id: string): Promise<OrderView | undefined> => {
    const { staff } = sessionOf(request);
    if (staff.role === "courier" && !(await isCarriedBy(database, id, staff.id, clock()))) return undefined;
    return readOrder(database, id, clock());
  };

  routes.get(
    "/console/api/orders",
    { onRequest, schema: { querystring: z.object({ status: Statuses.optional() }) } },
    async (request) => {
      const { staff } = sessionOf(request);
      const wanted = request.query.status ?? ORDER_STATUSES;
      if (staff.role !== "courier") return { orders: await readOrders(database, wanted) };
      const carried = await readCarried(database, staff.id, clock());
      return { orders: carried.filter(({ status }) => wanted.includes(status)) };
    },
  );

  routes.get("/console/api/couriers", { onRequest: sessionGuard(deps, ["owner", "seller"]) }, async () => ({
    couriers: await readCouriers(database),
  }));

  routes.get("/console/api/orders/:id", { onRequest, schema: { params } }, async (request, reply) => {
    const order = await visible(request, request.params.id);
    return order ?? refuse(reply, 404, "not_found", words.notFound);
  });

  routes.post("/console/api/orders/:id/step", { onRequest, schema: { params, body: Step } }, async (request, reply) => {
    const { id } = request.params;
    const { code, ...step } = request.body;
    const order = await visible(request, id);
    if (order === undefined) return refuse(reply, 404, "not_found", words.notFound);
    const { staff } = sessionOf(request);
    const isCourier = staff.role === "courier";
    const isAllowed = !isCourier || (BROUGHT.has(step.status) && step.tell === undefined);
    if ((step.uncalled && staff.role !== "owner") || !isAllowed)
      return refuse(reply, 403, "not_allowed", words.notAllowed);
    if (!isWhyOf(step.status, step.why)) return refuse(reply, 400, "why_needed", words.whyNeeded);
    if (code !== undefined && !isPickupCode(readPickupCode(code), order.pickupCode ?? ""))
      return refuse(reply, 409, "wrongCode", words.refusals.wrongCode);
    // Who brings what nobody was to bring has brought it.
    const courier = isCourier ? (order.courier === undefined ? staff.id : undefined) : step.courier;
    return answer(reply, await acts.stepOrder(id, staff, { ...step, courier, byCode: code !== undefined }));
  });

  routes.post(
    "/console/api/orders/:id/undo",
    { onRequest, schema: { params, body: z.strictObject({ version: WholeNumber }) } },
    async (request, reply) => {
      const { id } = request.params;
      if ((await visible(request, id)) === undefined) return refuse(reply, 404, "not_found", words.notFound);
      const result = await acts.undoStep(id, sessionOf(request).staff, request.body.version);
      return result.type === "undone" ? { told: result.told } : answer(reply, result);
    },
  );

  routes.post(
    "/console/api/orders/:id/courier",
    { onRequest, schema: { params, body: z.strictObject({ version: WholeNumber, courier: Id.nullable() }) } },
    async (request, reply) => {
      const { id } = request.params;
      const { version, courier } = request.body;
      const { staff } = sessionOf(request);
      if ((await visible(request, id)) === undefined) return refuse(reply, 404, "not_found", words.notFound);
      if (staff.role === "courier" && courier !== staff.id) return refuse(reply, 403, "not_allowed", words.notAllowed);
      return answer(reply, await acts.handToCourier(id, staff, version, courier));
    },
  );
}
