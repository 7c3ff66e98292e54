import type { Database } from "./database.ts";
import { sql } from "./sql.ts";

/** Whether the database answers within `patienceMs`. */
export async function ping({ prisma }: Database, patienceMs: number): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patienceMs).unref());
  const asked = prisma.$queryRaw(sql`SELECT 1`).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}
