import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { openWakeups, type Wakeups } from "../../src/database/wakeups.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";

/** Another process's ear, with how often it woke and a way to wait for the next time. */
function listen(database: Database) {
  const wakeups = openWakeups(database);
  let woken = 0;
  let waiting: (() => void)[] = [];
  wakeups.onWake(() => {
    woken += 1;
    for (const go of waiting.splice(0)) go();
  });
  onTestFinished(() => wakeups.close());
  return { wakeups, woken: () => woken, next: () => new Promise<void>((resolve) => (waiting = [...waiting, resolve])) };
}

describe("processes on one PostgreSQL", () => {
  it("wake each other, once for a heap of work", async () => {
    const database = await freshDatabase("postgresql");
    const [one, other] = [listen(database), listen(database)];
    // Each wakes when it has begun to listen.
    await Promise.all([one.next(), other.next()]);
    const before = other.woken();
    const woken = Promise.all([one.next(), other.next()]);
    for (let turn = 0; turn < 1_000; turn++) one.wakeups.notify();
    await woken;
    const again = other.next();
    one.wakeups.notify();
    await again;
    expect(other.woken() - before).toBe(2);
  });

  it("hear again after their connection was cut", async () => {
    const database = await freshDatabase("postgresql");
    const { wakeups, next } = listen(database);
    await next();
    const back = next();
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'kopdar wakeups'",
    );
    await admin.end();
    await back;
    const woken = next();
    wakeups.notify();
    await woken;
  }, 15_000);
});

eachEngine((engine) => {
  it("closes at once, also while its server cannot be reached", async () => {
    const database = await freshDatabase(engine);
    const wakeups: Wakeups = openWakeups(
      engine === "sqlite" ? database : { ...database, url: "postgresql://nobody@127.0.0.1:1/none" },
    );
    wakeups.notify();
    await wakeups.close();
    expect(() => wakeups.notify()).not.toThrow();
  });
});
