import type { Config } from "../config.ts";
import { rupiah } from "../shop/catalogue/catalogue.words.ts";
import { type ExportedOrder, exportedOrders } from "../shop/order/orders-export-store.ts";
import { withDatabase } from "./with-database.ts";

/** Lists all orders, newest first: a line each, or with `json` one array of whole orders. */
export async function listOrders(config: Config, { json }: { json?: boolean }): Promise<void> {
  const orders = await withDatabase(config, async ({ prisma }) => {
    const all: ExportedOrder[] = [];
    for await (const order of exportedOrders(prisma)) all.push(order);
    return all;
  });
  if (json) process.stdout.write(`${JSON.stringify(orders, null, 2)}\n`);
  else
    for (const { number, placedAt, status, fulfilment, total, customer } of orders)
      console.log([`#${number}`, placedAt, status, fulfilment, rupiah(total), customer.name ?? "-"].join("  "));
}
