import { v7 as newId } from "uuid";
import type { Database, Tx } from "../database/database.ts";
import { hashSecret, newSecret } from "../web/secret.ts";

/** A browser in which somebody is signed in. Instants are epoch ms. */
export interface SessionView {
  readonly id: string;
  /** As the browser names itself */
  readonly userAgent: string;
  readonly since: number;
  readonly lastSeenAt: number;
  /** The one that asks */
  readonly isThis: boolean;
}

/** By whom and when. */
interface By {
  readonly who: string;
  readonly at: number;
}

/** The browsers in which somebody is signed in, the latest seen first. `current` is the session that asks. */
export async function readSessions(
  { prisma }: Database,
  staffId: string,
  current: string,
  now: number,
): Promise<readonly SessionView[]> {
  const sessions = await prisma.staffSession.findMany({ where: { staffId, expiresAt: { gt: now } } });
  return sessions
    .map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      ...{ id: shortId(id), userAgent, since: Number(createdAt), isThis: id === current },
      lastSeenAt: Number(lastSeenAt ?? createdAt),
    }))
    .toSorted((one, other) => other.lastSeenAt - one.lastSeenAt);
}

/** Signs one browser of somebody out. False where there is none of that id. */
export function endSession(database: Database, staffId: string, session: string, by: By): Promise<boolean> {
  return database.transaction(async (tx) => {
    const { count } = await tx.staffSession.deleteMany({ where: { staffId, id: { startsWith: session } } });
    if (count > 0) await audit(tx, by, "sessionEnded", staffId);
    return count > 0;
  });
}

/** Signs somebody out of every browser. False where there is no such person. */
export function endSessions(database: Database, staffId: string, by: By): Promise<boolean> {
  return database.transaction(async (tx) => {
    if ((await tx.staff.findUnique({ where: { id: staffId }, select: { id: true } })) === null) return false;
    await tx.staffSession.deleteMany({ where: { staffId } });
    await audit(tx, by, "sessionsEnded", staffId);
    return true;
  });
}

/** Gives somebody another password; all their sessions end but the one that is kept. */
export function changePassword(
  database: Database,
  staffId: string,
  passwordHash: string,
  kept: string,
  at: number,
): Promise<void> {
  return database.transaction(async (tx) => {
    await tx.staff.update({ where: { id: staffId }, data: { passwordHash } });
    // A link that was handed out before must not undo it.
    await tx.ownSecret.deleteMany({ where: { name: linkName(staffId) } });
    await tx.staffSession.deleteMany({ where: { staffId, NOT: { id: kept } } });
    await audit(tx, { who: staffId, at }, "passwordChanged", staffId);
  });
}

/** How long a link for a new password waits to be opened, ms. */
const LINK_LASTS_MS = 24 * 3_600_000;

/**
 * Makes the secret of a one-time link by which a colleague sets a new password; the earlier ones end. Undefined where
 * there is no such person, or they were shut out.
 */
export function makePasswordLink(database: Database, staffId: string, by: By): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    const staff = await tx.staff.findUnique({ where: { id: staffId }, select: { active: true } });
    if (!staff?.active) return undefined;
    const secret = newSecret();
    await tx.ownSecret.upsert({
      where: { name: linkName(staffId) },
      create: { name: linkName(staffId), value: hashSecret(secret), at: by.at },
      update: { value: hashSecret(secret), at: by.at },
    });
    await audit(tx, by, "passwordLinkMade", staffId);
    return secret;
  });
}

/** Who may set a new password by this link. */
export async function readPasswordLink(
  { prisma }: Database,
  secret: string,
  now: number,
): Promise<{ readonly id: string; readonly username: string } | undefined> {
  const link = await prisma.ownSecret.findFirst({
    where: { value: hashSecret(secret), name: { startsWith: LINK }, at: { gt: now - LINK_LASTS_MS } },
  });
  if (link === null) return undefined;
  const staff = await prisma.staff.findFirst({ where: { id: link.name.slice(LINK.length), active: true } });
  return staff === null ? undefined : { id: staff.id, username: staff.username };
}

/** Uses a link up: the password is set and every session ends. Undefined where the link is no longer good. */
export function setPasswordByLink(
  database: Database,
  secret: string,
  passwordHash: string,
  now: number,
): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    const link = await tx.ownSecret.findFirst({
      where: { value: hashSecret(secret), name: { startsWith: LINK }, at: { gt: now - LINK_LASTS_MS } },
    });
    if (link === null) return undefined;
    const { count } = await tx.ownSecret.deleteMany({ where: { name: link.name, value: link.value } });
    const id = link.name.slice(LINK.length);
    const changed = await tx.staff.updateMany({ where: { id, active: true }, data: { passwordHash } });
    if (count === 0 || changed.count === 0) return undefined;
    await tx.staffSession.deleteMany({ where: { staffId: id } });
    await audit(tx, { who: id, at: now }, "passwordSetByLink", id);
    return id;
  });
}

const LINK = "password-link:";

function linkName(staffId: string): string {
  return `${LINK}${staffId}`;
}

/** Enough to name a session of one person; the whole is what a cookie is looked up by. */
function shortId(id: string): string {
  return id.slice(0, 16);
}

async function audit(tx: Tx, { who, at }: By, what: string, subject: string): Promise<void> {
  await tx.audit.create({ data: { id: newId(), at, who, what, subject, data: "{}" } });
}
