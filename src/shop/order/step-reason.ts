import { z } from "zod";

/** Why the shop cancels an order. */
export const CANCEL_REASONS = [
  "out_of_stock",
  "customer_asked",
  "unreachable",
  "outside_area",
  "duplicate",
  "closed",
  "other",
] as const;

/** Why an order did not reach its customer. */
export const FAIL_REASONS = [
  "nobody_home",
  "no_answer",
  "address_not_found",
  "refused",
  "no_cash",
  "another_time",
  "other",
] as const;

export const StepReason = z.enum([...CANCEL_REASONS, ...FAIL_REASONS]);
export type StepReason = z.infer<typeof StepReason>;

/** Why a step was taken: a reason of the short list, and the seller's own words, which the customer reads too. */
export const Why = z.object({ reason: StepReason, note: z.string().trim().max(200).optional() });
export type Why = z.infer<typeof Why>;

const OF_STATUS: Readonly<Record<string, readonly StepReason[]>> = {
  cancelled: CANCEL_REASONS,
  failed_delivery: FAIL_REASONS,
};

/** Whether a reason fits the step, and is more than "other" with nothing behind it. Steps that need none have none. */
export function isWhyOf(status: string, why: Why | undefined): boolean {
  const reasons = OF_STATUS[status];
  if (reasons === undefined) return why === undefined;
  return why !== undefined && reasons.includes(why.reason) && (why.reason !== "other" || Boolean(why.note));
}
