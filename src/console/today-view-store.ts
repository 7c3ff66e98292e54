import type { Database } from "../database/database.ts";
import type { Today } from "../staff/today.ts";
import { readToday } from "../staff/today-store.ts";

export function readTodayFacts({ prisma }: Database, now: number, timeZone?: string): Promise<Today> {
  return readToday(prisma, now, timeZone);
}
