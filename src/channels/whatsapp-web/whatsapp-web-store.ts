import type { Database } from "../../database/database.ts";
import { isTransient } from "../../database/transient.ts";
import type { NumberRecords } from "./records.ts";

/** Keeps what the driver remembers of its number in the shop's database. `clock` in epoch ms. */
export function whatsAppWebRecords({ prisma }: Database, clock: () => number): NumberRecords {
  return {
    async load(accountId) {
      const rows = await prisma.channelMemory.findMany({ where: { accountId }, select: { key: true, value: true } });
      return new Map(rows.map(({ key, value }) => [key, value]));
    },
    async write(accountId, entries) {
      const at = clock();
      const writes = [...entries].map(([key, value]) =>
        value === undefined
          ? prisma.channelMemory.deleteMany({ where: { accountId, key } })
          : prisma.channelMemory.upsert({
              where: { accountId_key: { accountId, key } },
              create: { accountId, key, value, at },
              update: { value, at },
            }),
      );
      await prisma.$transaction(writes);
    },
    passes: isTransient,
  };
}
