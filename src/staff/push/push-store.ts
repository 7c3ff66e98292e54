import { z } from "zod";
import type { Database } from "../../database/database.ts";
import type { PushKeys } from "./encrypt-push.ts";
import { newVapidKeys, type VapidKeys } from "./vapid.ts";

/** A browser that is pushed to. */
export interface Subscription {
  readonly id: string;
  readonly endpoint: string;
  readonly keys: PushKeys;
}

const KEYS = "push-keys";
/** Beyond that the oldest give way. */
const MOST_EACH = 10;
/** A browser that could not be reached so often in a row is one nobody uses any more. */
const MOST_FAILURES = 20;

const StoredVapid = z.object({ publicKey: z.string(), privateKey: z.string() });
const StoredKeys = z.object({ p256dh: z.string(), auth: z.string() });

/** The installation's own keys, made when they are first asked for. */
export async function vapidKeys({ prisma }: Database, now: number): Promise<VapidKeys> {
  const kept = await prisma.ownSecret.findUnique({ where: { name: KEYS } });
  if (kept) return StoredVapid.parse(JSON.parse(kept.value));
  const made = { name: KEYS, value: JSON.stringify(newVapidKeys()), at: now };
  // Two processes may ask at once: what the first made stays.
  await prisma.ownSecret.create({ data: made }).catch(() => undefined);
  const { value } = await prisma.ownSecret.findUniqueOrThrow({ where: { name: KEYS } });
  return StoredVapid.parse(JSON.parse(value));
}

/** From now on this browser is pushed to for this colleague, whoever it was before. */
export async function keepSubscription(
  database: Database,
  { id, endpoint, keys }: Subscription,
  staffId: string,
  now: number,
): Promise<void> {
  await database.transaction(async ({ pushSubscription }) => {
    const own = { staffId, keys: JSON.stringify(keys), createdAt: now, failures: 0 };
    await pushSubscription.upsert({ where: { endpoint }, create: { id, endpoint, ...own }, update: own });
    const all = await pushSubscription.findMany({
      where: { staffId },
      orderBy: { createdAt: "desc" },
      skip: MOST_EACH,
    });
    await pushSubscription.deleteMany({ where: { id: { in: all.map((one) => one.id) } } });
  });
}

export async function dropSubscription({ prisma }: Database, staffId: string, endpoint: string): Promise<void> {
  await prisma.pushSubscription.deleteMany({ where: { staffId, endpoint } });
}

export function countSubscriptions({ prisma }: Database, staffId: string): Promise<number> {
  return prisma.pushSubscription.count({ where: { staffId } });
}

/** The browsers of these colleagues, of those who may still work here. */
export async function subscriptionsOf(
  { prisma }: Database,
  staff: readonly string[],
): Promise<readonly (Subscription & { readonly staffId: string })[]> {
  const active = await prisma.staff.findMany({
    where: { id: { in: [...staff] }, active: true, role: { not: "courier" } },
    select: { id: true },
  });
  const rows = await prisma.pushSubscription.findMany({ where: { staffId: { in: active.map(({ id }) => id) } } });
  return rows.map(({ id, staffId, endpoint, keys }) => ({
    ...{ id, staffId, endpoint },
    keys: StoredKeys.parse(JSON.parse(keys)),
  }));
}

/** Notes how a push went: it arrived, it did not, or the browser takes none any more. */
export async function notePushed({ prisma }: Database, id: string, went: "well" | "badly" | "gone"): Promise<void> {
  const { pushSubscription } = prisma;
  if (went === "gone") await pushSubscription.deleteMany({ where: { id } });
  else if (went === "well")
    await pushSubscription.updateMany({ where: { id, failures: { gt: 0 } }, data: { failures: 0 } });
  else {
    await pushSubscription.updateMany({ where: { id }, data: { failures: { increment: 1 } } });
    await pushSubscription.deleteMany({ where: { id, failures: { gte: MOST_FAILURES } } });
  }
}

export async function pushTitle({ prisma }: Database): Promise<string> {
  return (await prisma.shop.findUnique({ where: { id: 1 }, select: { name: true } }))?.name ?? "Kopdar";
}
