import { v7 as newId } from "uuid";
import type { Database } from "../database/database.ts";
import { keepStaffLink, unlinkStaffChat } from "../staff/staff-links.ts";
import { hashSecret, newSecret } from "../web/secret.ts";

/** A colleague's own chat with the shop's bot. */
export interface OwnChat {
  /** As the platform names them */
  readonly name: string;
  /** Their address on the platform */
  readonly address: string;
}

/** Undefined where none is linked. */
export async function readOwnChat({ prisma }: Database, staffId: string): Promise<OwnChat | undefined> {
  const staff = await prisma.staff.findUnique({ where: { id: staffId }, select: { contactId: true } });
  if (staff?.contactId == null) return undefined;
  const contact = await prisma.contact.findUnique({ where: { id: staff.contactId } });
  const handle = contact?.username == null ? undefined : `@${contact.username}`;
  return { name: [contact?.name, handle].filter(Boolean).join(" "), address: contact?.externalId ?? "" };
}

/** Makes a one-time link; only its hash is kept. */
export async function makeOwnChatLink(
  database: Database,
  staffId: string,
  now: number,
): Promise<{ readonly secret: string; readonly expiresAt: number }> {
  const secret = newSecret();
  const expiresAt = await database.transaction((tx) => keepStaffLink(tx, hashSecret(secret), staffId, now));
  return { secret, expiresAt };
}

/** Returns the chat's conversation; undefined where none was linked. */
export function unlinkOwnChat(database: Database, staffId: string, now: number): Promise<string | undefined> {
  return database.transaction((tx) => unlinkStaffChat(tx, { clock: () => now, newId }, staffId, staffId));
}
