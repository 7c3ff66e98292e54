import type { Tx } from "../database/database.ts";

/** Whether this is somebody of the shop who may bring orders: anybody who is active. */
export async function isOnTeam(tx: Tx, staffId: string): Promise<boolean> {
  const staff = await tx.staff.findUnique({ where: { id: staffId }, select: { active: true } });
  return staff?.active === true;
}
