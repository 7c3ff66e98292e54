import { v7 as newId } from "uuid";
import type { Database } from "../database/database.ts";
import { isPickupCode } from "../shop/order/read-pickup-code.ts";

/** Who comes again with a code that was used is told so for two days. */
const COLLECTED_MS = 2 * 86_400_000;

interface CodedOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
}

/** Orders with this code, as it was typed: those that wait to be collected, or else those that lately were. */
export async function findByCode({ prisma }: Database, typed: string, now: number): Promise<readonly CodedOrder[]> {
  const select = { id: true, number: true, status: true, pickupCode: true } as const;
  const open = await prisma.order.findMany({
    where: { pickupCode: { not: null }, status: { notIn: ["completed", "cancelled"] } },
    select,
  });
  const fits = open.filter(({ pickupCode }) => isPickupCode(typed, pickupCode ?? ""));
  // Exactly as it stands goes before what only looks like it.
  const exact = fits.filter(({ pickupCode }) => pickupCode === typed);
  if (fits.length > 0) return exact.length > 0 ? exact : fits;
  const collected = { what: "stepped", status: "completed", at: { gte: now - COLLECTED_MS } };
  const done = { pickupCode: typed, status: "completed", events: { some: collected } };
  return prisma.order.findMany({ where: done, select });
}

/** Codes that fit nothing are kept: somebody may be trying. */
export async function auditWrongCode(
  { prisma }: Database,
  { who, at, code }: { readonly who: string; readonly at: number; readonly code: string },
): Promise<void> {
  const data = JSON.stringify({ code: code.slice(0, 12) });
  await prisma.audit.create({ data: { id: newId(), at, who, what: "wrongPickupCode", subject: "", data } });
}
