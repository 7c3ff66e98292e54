import type { Tx } from "../../database/database.ts";
import type { Proposal } from "./proposal.ts";

/** An order written down on the phone, to be kept. Instants in epoch ms. */
export interface NewPhoneOrder {
  readonly id: string;
  readonly code: string;
  readonly conversationId?: string;
  readonly proposal: Proposal;
  /** Staff id */
  readonly who: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Where it went straight into a chat */
  readonly takenAt?: number;
}

/** Whether an order of this id was written down already: the page sends it again where the answer was lost. */
export async function findPhoneOrder(tx: Tx, id: string): Promise<{ readonly code: string } | undefined> {
  return (await tx.phoneOrder.findUnique({ where: { id }, select: { code: true } })) ?? undefined;
}

export async function keepPhoneOrder(tx: Tx, { proposal, ...order }: NewPhoneOrder): Promise<void> {
  const { phone, name } = proposal;
  await tx.phoneOrder.create({
    data: {
      ...order,
      ...(phone === undefined ? {} : { phone }),
      ...(name === undefined ? {} : { name }),
      body: JSON.stringify(proposal),
    },
  });
}
