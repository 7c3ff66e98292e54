import type { Tx } from "../database/database.ts";

/** What whoever holds a conversation made of its order */
const ACTS = ["answersSet", "orderAgreed"];

/**
 * Names the order as it stands in a conversation that a person holds: another holder, or another act of theirs, and it is
 * another one.
 */
export async function heldVersion(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<string> {
  const last = await tx.inboxEvent.aggregate({
    where: { conversationId: id, kind: { in: ACTS } },
    _max: { sequence: true },
  });
  return `${version}.${last._max.sequence ?? 0}`;
}

/** What act of this key was done, and when; undefined where none was. */
export async function findHeldAct(
  tx: Tx,
  key: string,
): Promise<{ readonly kind: string; readonly at: number } | undefined> {
  const found = await tx.inboxEvent.findUnique({ where: { key }, select: { kind: true, at: true } });
  return found ? { kind: found.kind, at: Number(found.at) } : undefined;
}

/** The order that was placed in a conversation at a moment, if one was. */
export async function orderPlacedAt(tx: Tx, conversationId: string, at: number): Promise<string | undefined> {
  const found = await tx.order.findFirst({ where: { conversationId, placedAt: at }, select: { id: true } });
  return found?.id;
}
