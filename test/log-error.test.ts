import { PassThrough } from "node:stream";
import { inspect } from "node:util";
import Fastify, { type FastifyBaseLogger } from "fastify";
import { describe, expect, it } from "vitest";
import type { Database } from "../src/database/database.ts";
import type { RawTx } from "../src/database/raw-tx.ts";
import { sql } from "../src/database/sql.ts";
import { logError } from "../src/log-error.ts";
import { openLog } from "../src/open-log.ts";
import { eachEngine, freshDatabase } from "./fixtures/database.ts";

const PHONE = "+6281234567001";

/** A log with all that was written to it. */
function logBook() {
  const written = new PassThrough({ encoding: "utf8" });
  return { log: openLog("info", written), read: (): string => String(written.read()) };
}

const thrownBy = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined).catch((error) => error);

/** A row that breaks a rule which the database quotes. Nothing of it is left when the transaction has failed. */
async function insertRefused(tx: Pick<RawTx, "$executeRaw">): Promise<void> {
  await tx.$executeRaw(
    sql`CREATE TABLE "Refusing" ("phone" TEXT, CONSTRAINT "not +6281234567001" CHECK ("phone" = ''))`,
  );
  await tx.$executeRaw(sql`INSERT INTO "Refusing" VALUES (${PHONE})`);
}

eachEngine((engine) => {
  const faults: readonly [string, (database: Database) => Promise<unknown>][] = [
    ["a row that breaks a rule", (database) => database.rawTransaction(insertRefused)],
    ["the same through Prisma", (database) => database.transaction(insertRefused)],
    [
      "a value of the wrong kind",
      (database) =>
        // @ts-expect-error: a phone number is no moment
        database.prisma.customer.create({ data: { id: "sari", phone: PHONE, createdAt: `telp ${PHONE}` } }),
    ],
  ];

  it.each(faults)("the log tells of %s without what was in it", async (_, fault) => {
    const database = await freshDatabase(engine);
    const error = await thrownBy(fault(database));
    // It is there to be told.
    expect(inspect(error, { depth: 8 })).toContain(PHONE);
    const { log, read } = logBook();
    log.error({ err: error }, "something went wrong");
    const line = read();
    expect(line).not.toContain("6281234567001");
    expect(line).toMatch(/"type":"(PrismaClient|DriverAdapter)/);
    expect(line).toContain("    at ");
  });
});

describe("the log", () => {
  it("keeps the message of our own errors, and where they were thrown", () => {
    const error = new Error("A writer has no conversation.", { cause: new TypeError("x is not a function") });
    expect(logError(error)).toMatchObject({
      type: "Error",
      message: "A writer has no conversation.",
      stack: expect.stringContaining("log-error.test"),
      cause: { type: "TypeError", message: "x is not a function" },
    });
  });

  it("says what is wrong with a connection", () => {
    const error = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
    expect(logError(error)).toMatchObject({ code: "ECONNREFUSED", message: error.message });
  });

  it("keeps nothing of stored words that cannot be parsed, nor of a message that looks like a stack", () => {
    expect.assertions(3);
    try {
      JSON.parse(`halo ${PHONE}`);
    } catch (error) {
      expect(JSON.stringify(logError(error))).not.toContain("halo");
    }
    const pretending = Object.assign(new Error(`x\n    at ${PHONE} (rumah:1:2)`), { severity: "ERROR" });
    expect(JSON.stringify(logError(pretending))).not.toContain(PHONE);
    expect(logError(`Kak ${PHONE}`)).toEqual({ type: "string" });
  });

  it("is as silent about a web request that failed", async () => {
    const { log, read } = logBook();
    const logger: FastifyBaseLogger = log;
    const server = Fastify({ loggerInstance: logger });
    server.get("/", (request) => {
      request.log.error(new SyntaxError(`Unexpected token: ${PHONE}`));
      throw Object.assign(new Error(`Key (phone)=(${PHONE}) already exists.`), { severity: "ERROR", code: "23505" });
    });
    await server.inject("/");
    const lines = read();
    expect(lines).toContain("23505");
    expect(lines).not.toContain(PHONE);
  });
});
