import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { sql } from "../../src/database/sql.ts";
import { isTransient } from "../../src/database/transient.ts";
import { freshDatabase } from "../fixtures/database.ts";

const staff = (id: string) => ({ id, name: id, username: id, role: "seller", passwordHash: "", createdAt: 0n });
const reason = (end: PromiseSettledResult<unknown>) => (end.status === "rejected" ? end.reason : undefined);

describe("a PostgreSQL database", () => {
  let database: Database;
  beforeEach(async () => {
    database = await freshDatabase("postgresql", { poolSize: 3 });
    await database.prisma.staff.createMany({ data: ["ayu", "budi"].map(staff) });
  });
  const cutAllOff = async () => {
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'kopdar'",
    );
    await admin.end();
  };

  it("answers 500 at once over three connections", async () => {
    const asked = Array.from({ length: 500 }, (_, turn) =>
      database.transaction((tx) =>
        tx.$executeRaw(sql`UPDATE "Staff" SET "createdAt" = "createdAt" + 1 WHERE "id" = ${turn % 2 ? "ayu" : "budi"}`),
      ),
    );
    await Promise.all(asked);
    expect(
      (await database.prisma.staff.findMany({ orderBy: { id: "asc" } })).map(({ createdAt }) => createdAt),
    ).toEqual([250n, 250n]);
  }, 30_000);

  it("calls a deadlock something to try again", async () => {
    const meeting = meetingOf(2);
    const lock = (first: string, second: string) =>
      database.transaction(async (tx) => {
        await tx.$executeRaw(sql`UPDATE "Staff" SET "name" = 'x' WHERE "id" = ${first}`);
        await meeting();
        await tx.$executeRaw(sql`UPDATE "Staff" SET "name" = 'y' WHERE "id" = ${second}`);
      });
    // One connection is left over for queries, so two transactions need a pool of four.
    await database.close();
    database = await openDatabase(database.url, { poolSize: 4 });
    const ends = await Promise.allSettled([lock("ayu", "budi"), lock("budi", "ayu")]);
    const failed = ends.map(reason).filter((error) => error !== undefined);
    expect(failed).toHaveLength(1);
    expect(failed.map(isTransient)).toEqual([true]);
    await database.close();
  }, 20_000);

  it("works on after its connections are cut, however often, and calls each cut something to try again", async () => {
    for (let round = 0; round < 5; round++) {
      const beforeStatement = database.transaction(async (tx) => {
        await tx.staff.count();
        await cutAllOff();
        await tx.staff.count();
      });
      const beforeCommit = beforeStatement
        .catch(() => undefined)
        .then(() =>
          database.transaction(async (tx) => {
            await tx.staff.create({ data: staff(`new ${round}`) });
            await cutAllOff();
          }),
        );
      const ends = await Promise.allSettled([beforeStatement, beforeCommit]);
      expect(ends.map((end) => isTransient(reason(end)))).toEqual([true, true]);
    }
    expect(await database.transaction((tx) => tx.staff.count())).toBe(2);
  }, 20_000);

  it("calls a server that is not there something to try again, and a mistake of ours not", async () => {
    const ends = await Promise.allSettled([
      openDatabase("postgresql://nobody@127.0.0.1:1/nothing").then((nowhere) => nowhere.prisma.staff.count()),
      database.prisma.staff.create({ data: staff("ayu") }),
      database.prisma.$queryRaw(sql`SELECT nothing`),
      Promise.reject(new Error("ours")),
    ]);
    expect(ends.map((end) => isTransient(reason(end)))).toEqual([true, false, false, false]);
  });
});

/** Resolves for all once `count` have come. */
function meetingOf(count: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === count) for (const go of waiting) go();
    });
}
