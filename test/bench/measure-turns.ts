import type { Database } from "../../src/database/database.ts";
import { countStatements } from "./count-statements.ts";
import { TalkingShop } from "./talking-shop.ts";

export interface TurnFigures {
  readonly group: number;
  readonly perSecond: number;
  /** Bare commits in the time of one turn */
  readonly ratio: number;
  readonly statements: number;
  readonly commits: number;
  readonly cpuMicroseconds: number;
  readonly fsyncMicroseconds: number;
  /** Share of the turns that placed an order */
  readonly orders: number;
}

/** Turns from accepting an event to its committed reply, one in five placing an order, so many due at once. */
export async function measureTurns(
  opened: Database,
  bare: number,
  fsync: number,
  groups: readonly number[],
  turnsEach: number,
): Promise<readonly TurnFigures[]> {
  const { database, counts } = countStatements(opened);
  const shop = new TalkingShop(database);
  await shop.open();
  const figures: TurnFigures[] = [];
  for (const group of groups) {
    const rounds = Math.ceil((group === 1 ? turnsEach / 4 : turnsEach) / group);
    for (let round = 0; round < Math.max(10, 200 / group); round++) await play(shop, group);
    const orders = await shop.orders();
    const before = { ...counts };
    let ms = 0;
    let cpu = 0;
    for (let round = 0; round < rounds; round++) {
      const startedCpu = process.cpuUsage();
      const started = performance.now();
      await shop.turns(group);
      ms += performance.now() - started;
      const used = process.cpuUsage(startedCpu);
      cpu += used.user + used.system;
      await shop.settle();
    }
    const turns = rounds * group;
    const commits = (counts.commits - before.commits) / turns;
    figures.push({
      group,
      perSecond: (turns / ms) * 1000,
      ratio: bare / ((turns / ms) * 1000),
      statements: (counts.statements - before.statements) / turns,
      commits,
      cpuMicroseconds: cpu / turns,
      fsyncMicroseconds: fsync * commits,
      orders: ((await shop.orders()) - orders) / turns,
    });
  }
  return figures;
}

async function play(shop: TalkingShop, group: number): Promise<void> {
  await shop.turns(group);
  await shop.settle();
}
