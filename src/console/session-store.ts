import type { Database } from "../database/database.ts";
import { hashSecret, newSecret } from "../web/secret.ts";
import { Role, type SignedIn } from "./role.ts";

/** A session as its requests need it. */
export interface Session {
  /** The hash under which it is kept */
  readonly id: string;
  readonly csrf: string;
  /** Epoch ms, some minutes coarse */
  readonly lastSeenAt: number;
  readonly staff: SignedIn;
}

export const SESSION_DAYS = 30;
const SESSION_MS = SESSION_DAYS * 86_400_000;

/** Who signs in under a username: the id and the hash of the password; undefined for a stranger or someone shut out. */
export async function findSigningIn(
  { prisma }: Database,
  username: string,
): Promise<{ readonly id: string; readonly passwordHash: string } | undefined> {
  const staff = await prisma.staff.findUnique({ where: { username } });
  return staff?.active ? { id: staff.id, passwordHash: staff.passwordHash } : undefined;
}

/** Opens a session of 30 days. Returns the cookie's secret, of which only the hash is kept. */
export async function openSession(
  { prisma }: Database,
  staffId: string,
  userAgent: string,
  now: number,
): Promise<string> {
  const secret = newSecret();
  await prisma.staffSession.deleteMany({ where: { expiresAt: { lt: now } } });
  await prisma.staffSession.create({
    data: {
      id: hashSecret(secret),
      staffId,
      csrf: newSecret(),
      createdAt: now,
      expiresAt: now + SESSION_MS,
      userAgent: userAgent.slice(0, 200),
    },
  });
  return secret;
}

/** When somebody was last seen is kept no more exactly than this, so that reading writes next to nothing. */
const SEEN_EVERY_MS = 5 * 60_000;

/** The session that a cookie's secret opens; that it was used is noted. */
export async function findSession(database: Database, secret: string, now: number): Promise<Session | undefined> {
  const session = await readSession(database, hashSecret(secret), now);
  if (session !== undefined && now - session.lastSeenAt > SEEN_EVERY_MS)
    await database.prisma.staffSession.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
  return session;
}

/** A session by the hash it is kept under; undefined once it ended. */
export async function readSession({ prisma }: Database, id: string, now: number): Promise<Session | undefined> {
  const session = await prisma.staffSession.findUnique({ where: { id }, include: { staff: true } });
  if (session === null || Number(session.expiresAt) <= now || !session.staff.active) return undefined;
  const { name, username, role } = session.staff;
  return {
    ...{ id, csrf: session.csrf, lastSeenAt: Number(session.lastSeenAt ?? session.createdAt) },
    staff: { id: session.staffId, name, username, role: Role.parse(role) },
  };
}

export async function closeSession({ prisma }: Database, id: string): Promise<void> {
  await prisma.staffSession.deleteMany({ where: { id } });
}

/** Ends every session of one person, on every device. */
export async function closeAllSessions({ prisma }: Database, staffId: string): Promise<void> {
  await prisma.staffSession.deleteMany({ where: { staffId } });
}

/** Keeps that somebody came in by their password. */
export async function noteSignIn(
  { prisma }: Database,
  entry: { readonly id: string; readonly at: number; readonly who: string },
): Promise<void> {
  await prisma.audit.create({ data: { ...entry, what: "signedIn", subject: entry.who, data: "{}" } });
}
