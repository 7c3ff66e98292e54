import { z } from "zod";
import { Basket } from "../../../flows/order/basket.ts";
import { order } from "../../../flows/order/order.ts";
import { When } from "../../../flows/order/when.ts";
import { ConversationState, EMPTY_STATE } from "../../conversation/state.ts";
import type { PrismaClient } from "../../database/database.ts";
import { skuPath } from "../../shop/catalogue/catalogue.ts";

/** The answers that the customer gave in words, of the errand open last. */
export type SaidAnswers = Readonly<Record<string, unknown>>;

/** How a dialogue ended, in the format of the evaluation. */
export interface EndState {
  readonly items: readonly { readonly sku: string; readonly qty: number }[];
  readonly status: "none" | "open" | "confirmed" | "cancelled" | "postponed";
  readonly fulfilment?: "cod" | "delivery" | "pickup";
  readonly date?: string;
  readonly time?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly name?: string;
  /** Until when a postponed order is put off */
  readonly until?: string;
  readonly opted_out?: true;
  readonly opted_in?: true;
  readonly handoff?: true;
}

/** Reads from the database how things stand with one customer. */
export async function endState(
  prisma: PrismaClient,
  accountId: string,
  contact: string,
  said: SaidAnswers,
): Promise<EndState> {
  const { conversation, customer } = await prisma.contact.findUniqueOrThrow({
    where: { accountId_externalId: { accountId, externalId: contact } },
    include: {
      conversation: {
        include: {
          orders: {
            include: { lines: { orderBy: { position: "asc" } } },
            orderBy: [{ placedAt: "desc" }, { id: "desc" }],
            take: 1,
          },
        },
      },
      customer: {
        include: {
          consents: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 },
          // Who is to be called is in a person's hands.
          calls: { where: { outcome: null, kind: "asked" }, select: { id: true } },
        },
      },
    },
  });
  const state = conversation?.state ? ConversationState.parse(JSON.parse(conversation.state)) : EMPTY_STATE;
  const placedOrder = conversation?.orders[0];
  const consent = customer.consents[0];
  const topic = orderTopic(state);
  const basket = linesOf(topic?.answers.basket);
  const placed =
    placedOrder && placedOrder.status !== "cancelled"
      ? placedOrder.lines.map(({ sku, quantity }) => ({ sku, qty: quantity / 1000 }))
      : [];
  const status = statusOf(state, basket.length > 0, placedOrder?.status);
  return {
    items: status === "cancelled" || status === "none" ? [] : topic ? basket : placed,
    status,
    ...slotsOf(said),
    ...(topic?.postponed ? { until: topic.postponed } : {}),
    ...(consent?.given === false ? { opted_out: true } : {}),
    ...(consent?.given === true ? { opted_in: true } : {}),
    ...(isHandedOn(conversation) || customer.calls.length > 0 ? { handoff: true } : {}),
  };
}

function isHandedOn(conversation: { readonly holder: string; readonly heldReason: string | null } | null): boolean {
  return conversation !== null && conversation.holder !== "bot" && conversation.heldReason !== ONLY_CHECKS;
}

/** The order that is talked about, whatever comes in between. */
export function orderTopic({ topics }: ConversationState): ConversationState["topics"][number] | undefined {
  return topics.findLast(({ flow }) => flow === order.name);
}

/** Somebody looks whether money has come; the customer needs nobody. */
const ONLY_CHECKS = "payment";

function statusOf(state: ConversationState, hasLines: boolean, order: string | undefined): EndState["status"] {
  const topic = orderTopic(state);
  if (topic?.postponed !== undefined || state.ended === "postponed") return "postponed";
  if (topic) return hasLines ? "open" : order && order !== "cancelled" ? "confirmed" : "none";
  if (order && order !== "cancelled") return "confirmed";
  return order === "cancelled" || state.ended === "cancelled" ? "cancelled" : "none";
}

function linesOf(answer: unknown): { sku: string; qty: number }[] {
  const basket = Basket.safeParse(answer);
  return basket.success
    ? basket.data.lines.map(({ sku, options, quantity }) => ({ sku: skuPath(sku, options), qty: quantity / 1000 }))
    : [];
}

const Said = z.object({
  fulfilment: z.enum(["delivery", "pickup"]).optional().catch(undefined),
  payment: z.string().optional().catch(undefined),
  when: When.optional().catch(undefined),
  address: z.string().optional().catch(undefined),
  phone: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
});

function slotsOf(said: SaidAnswers): Partial<EndState> {
  const { fulfilment, payment, when, address, phone, name } = Said.parse(said);
  return {
    ...(fulfilment ? { fulfilment: fulfilment === "pickup" ? "pickup" : payment === "cash" ? "cod" : "delivery" } : {}),
    ...(when?.day ? { date: when.day } : {}),
    ...(when?.time ? { time: when.time } : {}),
    ...(address ? { address } : {}),
    ...(phone ? { phone } : {}),
    ...(name ? { name } : {}),
  };
}
