import type { Database } from "../database/database.ts";
import { loadShop } from "../shop/catalogue/catalogue-store.ts";
import { storedMisreads } from "../shop/misread/misread-store.ts";
import { misreadLine, misreadOf } from "../understanding/misread.ts";
import { correctionView, goodsViews, type ProductNames } from "./read-message.ts";
import type { MisreadEntry, MisreadView } from "./reading-view.ts";
import { readStaffNames } from "./staff-store.ts";

const MOST_SHOWN = 200;

/** The mark on a message; undefined where there is none. */
export async function readMisread(database: Database, eventId: string): Promise<MisreadView | undefined> {
  const row = await database.prisma.misread.findUnique({ where: { eventId } });
  if (row === null) return undefined;
  const [staff, names] = await Promise.all([readStaffNames(database), readNames(database)]);
  return misreadView(row, staff.get(row.who) ?? row.who, names);
}

/** How many messages are marked, and the latest of them. */
export async function readMisreads(
  database: Database,
): Promise<{ readonly count: number; readonly misreads: readonly MisreadEntry[] }> {
  const { prisma } = database;
  const [count, rows, staff, names] = await Promise.all([
    prisma.misread.count(),
    prisma.misread.findMany({
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST_SHOWN,
      include: { event: { select: { conversationId: true } } },
    }),
    readStaffNames(database),
    readNames(database),
  ]);
  const misreads = rows.map((row): MisreadEntry => {
    const { id, text, saidAt, understood } = misreadOf(row);
    return {
      ...{ id, text, saidAt, eventId: row.eventId, conversationId: row.event.conversationId },
      intents: understood.intents,
      goods: goodsViews(understood.items, names),
      ...misreadView(row, staff.get(row.who) ?? row.who, names),
    };
  });
  return { count, misreads };
}

/** All of them as rows of the corpus, one JSON value a line. */
export async function* misreadLines({ prisma }: Database, timeZone: string | undefined): AsyncGenerator<string> {
  const shop = await loadShop(prisma);
  for await (const row of storedMisreads(prisma))
    yield `${JSON.stringify(misreadLine(misreadOf(row), shop.settings.id || "toko", timeZone ?? shop.timeZone))}\n`;
}

async function readNames({ prisma }: Database): Promise<ProductNames> {
  const products = await prisma.product.findMany({ select: { sku: true, name: true, unit: true } });
  return new Map(products.map((product) => [product.sku, product]));
}

function misreadView(
  row: Parameters<typeof misreadOf>[0] & { readonly at: bigint },
  who: string,
  names: ProductNames,
): MisreadView {
  const { correction } = misreadOf(row);
  return { who, at: Number(row.at), ...(correction && { correction: correctionView(correction, names) }) };
}
