import { EventBody } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { Holiday, OpeningHours } from "../shop/branch/branch.ts";
import { sayOpenings } from "../shop/branch/branch.words.ts";
import { openingsOn } from "../shop/branch/openings.ts";
import { localTime } from "../shop/calendar/calendar.ts";
import { rupiah } from "../shop/catalogue/catalogue.words.ts";
import { moodOf } from "../understanding/mood.ts";
import type { HistoryView, MoodView } from "./inbox-views.ts";
import { readOrderTally } from "./order-tally-store.ts";

/** So many of the customer's last messages say how they feel, none of them older than this. */
const MOOD_MESSAGES = 6;
const MOOD_MS = 2 * 86_400_000;
const DEFAULT_ZONE = "Asia/Jakarta";

/** How the customer's last messages sound. */
export async function readMood({ prisma }: Database, conversationId: string, now: number): Promise<MoodView> {
  const [events, shop] = await Promise.all([
    prisma.inboxEvent.findMany({
      where: { conversationId, kind: "messageReceived", at: { gt: now - MOOD_MS } },
      orderBy: { sequence: "desc" },
      take: MOOD_MESSAGES,
      select: { body: true, at: true },
    }),
    prisma.shop.findUnique({ where: { id: 1 }, select: { timeZone: true } }),
  ]);
  const said = events.toReversed().flatMap(({ body, at }) => {
    const { data } = EventBody.safeParse(JSON.parse(body));
    // What was passed on from elsewhere is somebody else's mood.
    if (data?.type !== "messageReceived" || data.forwarded || data.text.trim() === "") return [];
    return [{ text: data.text, at: Number(at) }];
  });
  return moodOf(said, shop?.timeZone ?? DEFAULT_ZONE);
}

/** How a customer's orders ended so far, and what they paid in cash at the door or the counter. */
export async function readHistory(database: Database, customerId: string): Promise<HistoryView> {
  const { prisma } = database;
  const order = { customerId, status: "completed" };
  const [{ running, completed, cancelled, failedDeliveries }, cash, missing] = await Promise.all([
    readOrderTally(database, customerId),
    prisma.order.aggregate({
      where: { ...order, payment: { in: ["cash_on_delivery", "cash_at_pickup"] } },
      _sum: { total: true },
    }),
    prisma.cashEntry.aggregate({ where: { order, holder: "difference" }, _sum: { amount: true } }),
  ]);
  const cashPaid = (cash._sum.total ?? 0) - (missing._sum.amount ?? 0);
  return { running, completed, cancelled, failedDeliveries, cashPaid };
}

/** What stands for the placeholders of a canned reply in a conversation, as far as it is known. */
export async function readPlaceholders(
  { prisma }: Database,
  customer: { readonly id: string; readonly name: string | null; readonly address: string | null },
  now: number,
): Promise<Readonly<Record<string, string>>> {
  const [shop, order, branch] = await Promise.all([
    prisma.shop.findUnique({ where: { id: 1 }, select: { name: true } }),
    prisma.order.findFirst({ where: { customerId: customer.id }, orderBy: { placedAt: "desc" } }),
    prisma.branch.findFirst({ where: { active: true }, orderBy: { position: "asc" } }),
  ]);
  const address = order?.address ?? customer.address;
  return {
    ...(customer.name === null ? {} : { nama: customer.name }),
    ...(shop === null ? {} : { toko: shop.name }),
    ...(order === null ? {} : { nomor: `#${order.number}`, total: rupiah(order.total) }),
    ...(address === null ? {} : { alamat: address }),
    ...(branch === null ? {} : { jam: hoursToday(branch, now) }),
  };
}

function hoursToday(
  branch: { readonly hours: string; readonly holidays: string; readonly timeZone: string },
  now: number,
): string {
  const place = {
    timeZone: branch.timeZone,
    hours: OpeningHours.parse(JSON.parse(branch.hours)),
    holidays: Holiday.array().parse(JSON.parse(branch.holidays)),
  };
  return sayOpenings(openingsOn(place, localTime(now, branch.timeZone).day));
}
