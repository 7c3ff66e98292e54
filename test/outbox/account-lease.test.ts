import { spawn } from "node:child_process";
import { once } from "node:events";
import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { accountOf, LEASE_MS, releaseLease, takeLease } from "../../src/outbox/account-lease.ts";
import { isGone, ownerName } from "../../src/outbox/owner.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { incoming, said, seedRoad } from "../fixtures/road.ts";
import { Wire } from "../fixtures/wire.ts";
import { staffed } from "../fixtures/workers.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const ELSEWHERE = "another-machine pid:[1] 17 mark";

eachEngine((engine) => {
  const shop = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    return { database, account: await accountOf(database, new Wire(), v7) };
  };

  test("an account belongs to one process, until it lets go or its time is over", async () => {
    const { database, account } = await shop();
    const now = 1_000_000;
    expect(await takeLease(database, account, ELSEWHERE, now)).toBe(now + LEASE_MS);
    const me = ownerName("me");
    expect(await takeLease(database, account, me, now + 1)).toBeUndefined();
    expect(await takeLease(database, account, ELSEWHERE, now + 2)).toBe(now + 2 + LEASE_MS);
    expect(await takeLease(database, account, me, now + LEASE_MS + 3)).toBe(now + 2 * LEASE_MS + 3);
    await releaseLease(database, account, me);
    expect(await takeLease(database, account, ELSEWHERE, now + LEASE_MS + 4)).toBeDefined();
  });

  test("the account of a process that died on this machine is free at once", async () => {
    const { database, account } = await shop();
    const child = spawn(process.execPath, ["-e", ""]);
    const dead = ownerName("dead").replace(` ${process.pid} `, ` ${child.pid} `);
    await takeLease(database, account, dead, 1_000);
    await once(child, "exit");
    expect(await takeLease(database, account, ownerName("me"), 1_001)).toBeDefined();
  });

  test("a process listens and sends only once the account is its own, and stops when it lets go", async () => {
    const { database, account } = await shop();
    const wire = new Wire();
    await takeLease(database, account, ELSEWHERE, Date.now());
    const workers = await staffed(database, [wire]);
    await workers.intake.accept(account, [incoming("sari", said("halo"), v7())]);
    await expect.poll(() => database.prisma.outboxRow.count({ where: { status: "queued" } })).toBe(1);
    expect([workers.isOwner(wire), wire.intake, wire.sent.length]).toEqual([false, undefined, 0]);
    await releaseLease(database, account, ELSEWHERE);
    await wire.until(({ sent }) => sent.length === 1);
    expect(workers.isOwner(wire)).toBe(true);
    await workers.stop();
    expect(wire.intake).toBeUndefined();
    expect(await takeLease(database, account, ELSEWHERE, Date.now())).toBeDefined();
  });
});

test("an owner elsewhere is never taken for dead", () => {
  expect(isGone(ELSEWHERE, ownerName("me"))).toBe(false);
  expect(isGone(ownerName("me"), ownerName("me"))).toBe(false);
  expect(isGone(ownerName("another"), ownerName("me"))).toBe(false);
  expect(isGone(ownerName("me").replace(/me$/, "earlier"), ownerName("me")), "our process id was another's").toBe(true);
});
