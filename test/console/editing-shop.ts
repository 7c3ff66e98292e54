import { v7 } from "uuid";
import { beforeAll } from "vitest";
import type { ProductForm, ShopForm } from "../../src/console/shop-views.ts";
import type { Database } from "../../src/database/database.ts";
import type { Engine } from "../../src/database/database-url.ts";
import { freshDatabase } from "../fixtures/database.ts";
import { type Road, said } from "../fixtures/road.ts";
import { seedShop, seedStaff, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";
import { bodyOf, HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

export const NOW = Date.parse("2026-11-18T10:00:00+07:00");
export const API = "/console/api";

/** A shop that talks, whose owner and seller sit at the console, for all tests of a file. */
export function editingShop(engine: Engine) {
  let database: Database;
  let server: WebServer;
  let road: Road;
  let owner: HttpBrowser;
  let seller: HttpBrowser;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    await seedStaff(database, "ratih", "owner");
    await seedStaff(database, "rina", "seller");
    road = openTalkingRoad(database, { now: NOW });
    server = await openWebServer(database, { clock: road.now });
    [owner, seller] = [new HttpBrowser(server.url), new HttpBrowser(server.url)];
    await owner.enter(database, "ratih");
    await seller.enter(database, "rina");
  });
  return {
    /** What there is once the file's tests begin */
    opened: () => ({ database, server, owner, seller }),
    form: () => owner.read<ShopForm>(`${API}/shop/form`),
    product: (sku = "BRW") => owner.read<ProductForm>(`${API}/catalogue/products/${sku}`),
    /** Writes to the bot, and returns all that it said to this. */
    writes: async (customer: string, text: string) => {
      const before = (await road.heard(customer)).length;
      const event = { sender: { externalId: customer }, body: said(text), platformId: v7(), platformAt: road.now() };
      await road.inbox.accept(WEB_ACCOUNT, [event]);
      await road.turns();
      await database.prisma.outboxRow.updateMany({
        where: { status: "queued" },
        data: { status: "sent", sentAt: road.now() },
      });
      road.pass(60_000);
      return (await road.heard(customer)).slice(before).join("\n");
    },
  };
}

/** What an answer says to whoever asked, with its status. */
export async function refusal(answer: Response): Promise<[status: number, message: string]> {
  return [answer.status, (await bodyOf<{ message: string }>(answer)).message];
}
