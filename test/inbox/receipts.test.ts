import { expect, test } from "vitest";
import type { Receipt } from "../../src/channels/message.ts";
import type { Database } from "../../src/database/database.ts";
import { recordReceipts } from "../../src/inbox/record-receipts.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { ACCOUNT, openRoad, seedRoad } from "../fixtures/road.ts";

eachEngine((engine) => {
  /** A shop with one row of the given state, in one chat. */
  async function withRow(row: { status: string; attempts: number; externalId?: string }): Promise<Database> {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const road = openRoad(database);
    await road.say("sari", "halo", "m-1");
    await road.turns();
    const { id } = await database.prisma.outboxRow.findFirstOrThrow();
    await database.prisma.outboxRow.update({ where: { id }, data: { ...row, id: "row-1" } });
    return database;
  }

  async function after(database: Database, ...receipts: Receipt[]) {
    for (const receipt of receipts) await recordReceipts(database, ACCOUNT, [receipt]);
    const row = await database.prisma.outboxRow.findUniqueOrThrow({ where: { id: "row-1" } });
    return [row.status, row.externalId, row.error];
  }

  const named = (status: Receipt["status"], externalId = "wamid.1"): Receipt => ({
    externalId,
    status,
    rowId: "row-1",
  });

  test.each(["sending", "queued", "withheld"])(
    "a message whose answer was lost (%s) is known by its receipt",
    async (status) => {
      const database = await withRow({ status, attempts: 1 });
      expect(await after(database, named("sent"))).toEqual(["sent", "wamid.1", null]);
      expect(await after(database, named("read"), named("delivered"), named("sent"))).toEqual([
        "read",
        "wamid.1",
        null,
      ]);
    },
  );

  test("a row that was never tried is settled by no receipt", async () => {
    const database = await withRow({ status: "queued", attempts: 0 });
    expect(await after(database, named("delivered"))).toEqual(["queued", null, null]);
  });

  test("a receipt of an earlier try does not overrule the message that stands for the row", async () => {
    const database = await withRow({ status: "sent", attempts: 2, externalId: "wamid.2" });
    expect(await after(database, named("failed"))).toEqual(["sent", "wamid.2", null]);
    expect(await after(database, named("delivered", "wamid.2"))).toEqual(["delivered", "wamid.2", null]);
  });

  test("why the platform gave up is kept with the row", async () => {
    const database = await withRow({ status: "sent", attempts: 1, externalId: "wamid.1" });
    const failed = { ...named("failed"), reason: "Lewat 24 jam" };
    expect(await after(database, failed)).toEqual(["failed", "wamid.1", "Lewat 24 jam"]);
  });

  test("another account's receipt touches nothing", async () => {
    const database = await withRow({ status: "sending", attempts: 1 });
    await recordReceipts(database, "another", [named("delivered")]);
    expect(await after(database)).toEqual(["sending", null, null]);
  });
});
