import type { Tx } from "./database.ts";
import { raw } from "./sql.ts";

/** Runs part of a transaction that may fail alone: a throw undoes that part, is thrown on, and `tx` stays usable. */
export async function savepoint<T>(tx: Tx, name: string, work: () => Promise<T>): Promise<T> {
  const mark = raw(`"${name.replaceAll('"', '""')}"`);
  await tx.$executeRaw`SAVEPOINT ${mark}`;
  try {
    const result = await work();
    await tx.$executeRaw`RELEASE SAVEPOINT ${mark}`;
    return result;
  } catch (error) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT ${mark}`;
    await tx.$executeRaw`RELEASE SAVEPOINT ${mark}`;
    throw error;
  }
}
