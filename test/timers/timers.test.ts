import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { fireTimers } from "../../src/timers/fire-timers.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { incoming, openRoad, said, seedRoad } from "../fixtures/road.ts";
import { Wire } from "../fixtures/wire.ts";
import { staffed } from "../fixtures/workers.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  const shop = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    return openRoad(database);
  };

  test("a reminder set twice comes once, at its later time", async () => {
    const road = await shop();
    await road.say("sari", "ingatkan bayar 1000");
    await road.say("sari", "ingatkan bayar 5000");
    await road.turns();
    road.pass(2_000);
    expect(await fireTimers(road.database, road.now(), v7)).toEqual([]);
    road.pass(4_000);
    await Promise.all([1, 2, 3].map(() => fireTimers(road.database, road.now(), v7)));
    await road.turns();
    expect(await road.heard("sari")).toEqual(["Pengingat: bayar"]);
    expect(await road.database.prisma.timer.count()).toBe(0);
  });

  test("running workers bring a reminder by themselves", async () => {
    const { database } = await shop();
    const wire = new Wire();
    const workers = await staffed(database, [wire]);
    await workers.intake.accept(workers.accountOf(wire), [incoming("sari", said("ingatkan bayar 300"), v7())]);
    await wire.until(({ sent }) => sent.length === 1);
    expect(wire.heardBy("sari")).toEqual(["Pengingat: bayar"]);
  });
});
