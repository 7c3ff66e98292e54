import type { Channel } from "../channels/channel.ts";
import type { Database } from "../database/database.ts";
import { sql } from "../database/sql.ts";
import { isGone } from "./owner.ts";

/** How long a channel account stays with an owner that says nothing. */
export const LEASE_MS = 15_000;

/** The id of a channel's account, made when it is new. */
export async function accountOf(database: Database, channel: Channel, newId: () => string): Promise<string> {
  const { name, accountExternalId: externalId, accountName } = channel;
  return database.transaction(async (tx) => {
    await tx.$executeRaw(sql`
      INSERT INTO "ChannelAccount" ("id", "channel", "externalId", "name")
      VALUES (${newId()}, ${name}, ${externalId}, ${accountName})
      ON CONFLICT ("channel", "externalId") DO UPDATE SET "name" = excluded."name"`);
    const { id } = await tx.channelAccount.findUniqueOrThrow({
      where: { channel_externalId: { channel: name, externalId } },
    });
    return id;
  });
}

/** Takes or renews the lease of an account. Returns when it ends, or undefined while another process has it. */
export async function takeLease(
  database: Database,
  account: string,
  owner: string,
  now: number,
): Promise<number | undefined> {
  const until = now + LEASE_MS;
  return database.transaction(async (tx) => {
    const held = await tx.channelAccount.findUniqueOrThrow({ where: { id: account } });
    // An owner that died on this machine needs not be waited for.
    const gone = held.ownerId !== null && isGone(held.ownerId, owner) ? held.ownerId : owner;
    const taken = await tx.$executeRaw(sql`
      UPDATE "ChannelAccount" SET "ownerId" = ${owner}, "ownerUntil" = ${until}
      WHERE "id" = ${account}
        AND ("ownerId" IS NULL OR "ownerId" IN (${owner}, ${gone}) OR "ownerUntil" < ${now})`);
    return taken === 1 ? until : undefined;
  });
}

/** Lets the next process have the account at once. */
export async function releaseLease(database: Database, account: string, owner: string): Promise<void> {
  await database.transaction((tx) =>
    tx.$executeRaw(sql`
      UPDATE "ChannelAccount" SET "ownerId" = NULL, "ownerUntil" = 0
      WHERE "id" = ${account} AND "ownerId" = ${owner}`),
  );
}
