import { v7 } from "uuid";
import { expect, onTestFinished, test, vi } from "vitest";
import { openDatabase } from "../../src/database/database.ts";
import { OpeningHours } from "../../src/shop/branch/branch.ts";
import type { Acts } from "../../src/staff/acts.ts";
import { giveUp } from "../../src/staff/give-up.ts";
import { handBack } from "../../src/staff/hand-back.ts";
import { onDuty } from "../../src/staff/on-duty.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { tendWaiting } from "../../src/staff/tend-waiting.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { linkDesk, toldTo } from "../fixtures/desks.ts";
import { openRoad, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
/** Wednesday 11 March 2026 in western Indonesia; the shop is open from 8 to 20. */
const at = (time: string) => Date.parse(`2026-03-11T${time}:00+07:00`);
const everyDay = (open: number, close: number) =>
  OpeningHours.parse(Array.from({ length: 7 }, () => [{ open: open * 60, close: close * 60 }]));

eachEngine((engine) => {
  const shop = async (now: number, settings: Record<string, unknown> = {}) => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    await database.prisma.shop.updateMany({ data: { settings: JSON.stringify(settings) } });
    const road = openRoad(database, { now });
    const acts: Acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    const ask = async (contact: string) => {
      await road.say(contact, "orang");
      await road.turns();
      return (await road.conversation(contact)).id;
    };
    /** Minutes pass, and the desk looks whenever it wants to. */
    const pass = async (minutes: number) => {
      for (let passed = 0; ; passed++) {
        while ((await tendWaiting(acts)).length > 0);
        if (passed === minutes) return;
        road.pass(MINUTE);
      }
    };
    const told = async (...names: string[]) =>
      Promise.all(names.map(async (name) => (await toldTo(database, name)).length));
    return { database, road, acts, ask, pass, told };
  };

  test("who waits is told to those on duty, told again, then to the next on duty, then to the owner, and to the owner again every morning", async () => {
    const { database, road, ask, pass, told } = await shop(at("10:00"));
    await linkDesk(database, "rina", "seller", everyDay(8, 14));
    await linkDesk(database, "doni", "seller", everyDay(14, 20));
    await linkDesk(database, "tuti", "seller", everyDay(17, 20));
    await linkDesk(database, "ibu", "owner");
    await ask("sari");
    await pass(0);
    expect(await told("rina", "doni", "tuti", "ibu")).toEqual([1, 0, 0, 0]);
    await pass(5);
    expect(await told("rina", "doni", "tuti", "ibu")).toEqual([2, 0, 0, 0]);
    await pass(5);
    expect(await told("rina", "doni", "tuti", "ibu")).toEqual([2, 1, 0, 0]);
    await pass(5);
    expect(await told("rina", "doni", "tuti", "ibu")).toEqual([2, 1, 0, 1]);
    expect(await toldTo(database, "ibu")).toEqual([
      "🔔 Kak sari masih menunggu penjual (sudah 15 menit), belum ada yang ambil.",
    ]);
    await pass(120);
    expect(await told("rina", "doni", "tuti", "ibu")).toEqual([2, 1, 0, 1]);
    road.pass(at("07:59") + 24 * 60 * MINUTE - road.now());
    await pass(0);
    expect(await told("ibu")).toEqual([1]);
    await pass(1);
    expect(await told("rina", "doni", "tuti", "ibu")).toEqual([2, 1, 0, 2]);
    expect((await toldTo(database, "ibu")).at(-1)).toBe(
      "🔔 Kak sari masih menunggu penjual (sudah 22 jam), belum ada yang ambil.",
    );
    await pass(120);
    road.pass(at("08:00") + 2 * 24 * 60 * MINUTE - road.now());
    await pass(0);
    expect(await told("rina", "ibu")).toEqual([2, 3]);
  });

  test("as soon as somebody takes it, or the bot has it back, nobody is reminded", async () => {
    const { database, acts, ask, pass, told } = await shop(at("10:00"), { remindMinutes: 2 });
    await linkDesk(database, "rina", "seller");
    const [sari, budi] = [await ask("sari"), await ask("budi")];
    await pass(1);
    await takeOver(acts, sari, "rina");
    await handBack(acts, budi, "rina");
    await pass(30);
    expect(await told("rina")).toEqual([1]);
  });

  test("many who wait are one message", async () => {
    const { database, road, ask, pass, told } = await shop(at("10:00"));
    await linkDesk(database, "rina", "seller");
    for (const name of ["a", "b", "c"]) {
      await ask(name);
      await pass(0);
      road.pass(10_000);
    }
    expect(await told("rina")).toEqual([3]);
    await pass(6);
    expect(await told("rina")).toEqual([4]);
    expect((await toldTo(database, "rina")).at(-1)).toMatch(
      /^🔔 3 pelanggan menunggu penjual:\n• Kak a .*\n• Kak b .*\n• Kak c/,
    );
  });

  test("at night nobody is told; at the opening everybody who waited is, and the reminding begins", async () => {
    const { database, road, ask, pass, told } = await shop(at("21:30"));
    await linkDesk(database, "rina", "seller");
    await linkDesk(database, "ibu", "owner");
    await ask("sari");
    await ask("budi");
    await pass(60);
    expect(await told("rina", "ibu")).toEqual([0, 0]);
    const waiting = await database.prisma.conversation.findMany({ where: { holder: "waiting" } });
    expect(waiting.map(({ deskAt }) => deskAt)).toEqual(
      [at("08:00"), at("08:00")].map((time) => BigInt(time + 24 * 60 * MINUTE)),
    );
    road.pass(at("08:00") + 24 * 60 * MINUTE - road.now());
    await pass(0);
    expect(await told("rina", "ibu")).toEqual([1, 0]);
    await pass(15);
    expect(await told("rina", "ibu")).toEqual([2, 1]);
  });

  test("a colleague whose duty begins before the opening is told then; on a day off of the shop nobody is", async () => {
    const { database, road, ask, pass, told } = await shop(at("21:30"));
    await database.prisma.branch.updateMany({
      data: { holidays: JSON.stringify([{ day: "2026-03-12", name: "Libur", openings: [] }]) },
    });
    await linkDesk(database, "rina", "seller", everyDay(6, 12));
    await ask("sari");
    await pass(0);
    road.pass(at("07:00") + 24 * 60 * MINUTE - road.now());
    await pass(0);
    expect(await told("rina")).toEqual([0]);
    road.pass(24 * 60 * MINUTE);
    await pass(0);
    expect(await told("rina")).toEqual([1]);
  });

  test("where no seller is on duty though the shop is open, the owner is told at once", async () => {
    const { database, road, ask, pass, told } = await shop(at("18:00"));
    await linkDesk(database, "rina", "seller", everyDay(8, 14));
    await linkDesk(database, "ibu", "owner");
    await linkDesk(database, "kurir", "seller");
    await database.prisma.staff.updateMany({ where: { id: "kurir" }, data: { role: "courier" } });
    expect((await database.transaction((tx) => onDuty(tx, road.now()))).map(({ id }) => id)).toEqual(["ibu"]);
    await ask("sari");
    await pass(0);
    expect(await told("rina", "ibu", "kurir")).toEqual([0, 1, 0]);
  });

  test("what a colleague who leaves was holding is told anew", async () => {
    const { database, road, acts, ask, pass, told } = await shop(at("10:00"));
    await linkDesk(database, "rina", "seller");
    const id = await ask("sari");
    await pass(0);
    await takeOver(acts, id, "doni");
    await database.transaction((tx) => giveUp(tx, engine, "doni", road.now()));
    await pass(0);
    expect(await told("rina")).toEqual([2]);
  });

  test("two processes that look at once tell each colleague once", async () => {
    const { database, acts, ask, told } = await shop(at("10:00"));
    const other = engine === "sqlite" ? database : await openDatabase(database.url);
    if (other !== database) onTestFinished(() => other.close());
    await linkDesk(database, "rina", "seller");
    const names = Array.from({ length: 6 }, (_, index) => `c${index}`);
    for (const name of names) await ask(name);
    await Promise.all([tendWaiting(acts), tendWaiting({ ...acts, database: other }), tendWaiting(acts)]);
    while ((await tendWaiting(acts)).length > 0);
    const heard = (await toldTo(database, "rina")).join("\n");
    for (const name of names) expect(heard.split(`Kak ${name}`)).toHaveLength(2);
    expect((await told("rina"))[0]).toBeLessThanOrEqual(3);
  });
});
