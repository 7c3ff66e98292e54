import { v7 as newId } from "uuid";
import type { Database, Tx } from "../database/database.ts";
import { DutyHours } from "../staff/duty.ts";
import { readColleagues } from "../staff/duty-store.ts";
import { giveUp } from "../staff/give-up.ts";
import { onDuty } from "../staff/on-duty.ts";
import { unlinkStaffChat } from "../staff/staff-links.ts";
import { hashSecret, newSecret } from "../web/secret.ts";
import type { StaffNames } from "./holder-view.ts";
import { Role } from "./role.ts";
import type { ColleagueView } from "./views.ts";

/** A new member of staff; the password is hashed already. */
export interface NewStaff {
  readonly name: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly role: Role;
}

/** One member of the team, as the owner sees them. */
export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: Role;
  readonly active: boolean;
  /** null: on duty whenever the shop is open */
  readonly duty: DutyHours | null;
  /** Whether they are told what waits in their own chat with the shop's bot */
  readonly hasOwnChat: boolean;
  /** Epoch ms */
  readonly createdAt: number;
}

/** Makes the secret of a new owner link, and ends all earlier ones; undefined when there is an owner. */
export function createOwnerLink(database: Database, now: number): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    if (await hasOwner(tx)) return undefined;
    const secret = newSecret();
    await tx.ownerLink.deleteMany({});
    await tx.ownerLink.create({ data: { id: hashSecret(secret), createdAt: now } });
    return secret;
  });
}

/** Whether a link's secret may still be used. */
export async function isOwnerLinkOpen({ prisma }: Database, secret: string): Promise<boolean> {
  const link = await prisma.ownerLink.findUnique({ where: { id: hashSecret(secret) } });
  return link !== null && link.usedAt === null && !(await hasOwner(prisma));
}

/** Uses a link up and makes the first owner; undefined where the link is not, or no longer, good. */
export function becomeOwner(
  database: Database,
  secret: string,
  owner: Omit<NewStaff, "role">,
  now: number,
): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    const used = await tx.ownerLink.updateMany({
      where: { id: hashSecret(secret), usedAt: null },
      data: { usedAt: now },
    });
    if (used.count === 0 || (await hasOwner(tx))) return undefined;
    return createStaff(tx, { ...owner, role: "owner" }, now, "owner link");
  });
}

/** Adds a member of the team; undefined where the username is taken. */
export function addStaff(database: Database, staff: NewStaff, now: number, by: string): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    const taken = await tx.staff.findUnique({ where: { username: staff.username }, select: { id: true } });
    return taken === null ? createStaff(tx, staff, now, by) : undefined;
  });
}

/**
 * Lets somebody in again, or shuts them out: their sessions end, and customers they were talking with wait for another
 * person. Returns the conversations given up so; undefined where there is no such person.
 */
export function setStaffActive(
  database: Database,
  id: string,
  active: boolean,
  now: number,
  by: string,
): Promise<readonly string[] | undefined> {
  return database.transaction(async (tx) => {
    const changed = await tx.staff.updateMany({ where: { id }, data: { active } });
    if (changed.count === 0) return undefined;
    const what = active ? "staffActivated" : "staffDeactivated";
    await tx.audit.create({ data: { id: newId(), at: now, who: by, what, subject: id, data: "{}" } });
    if (active) return [];
    await tx.staffSession.deleteMany({ where: { staffId: id } });
    // Customers' chats are locked before colleagues' own.
    const given = await giveUp(tx, database.engine, id, now);
    await unlinkStaffChat(tx, { clock: () => now, newId }, id, by);
    return given;
  });
}

/** The whole team, owners first. */
export async function readTeam({ prisma }: Database): Promise<readonly TeamMember[]> {
  const team = await prisma.staff.findMany({ orderBy: { createdAt: "asc" } });
  return team.map(({ id, name, username, role, active, duty, contactId, createdAt }) => ({
    id,
    name,
    username,
    role: Role.parse(role),
    active,
    duty: duty === null ? null : DutyHours.parse(JSON.parse(duty)),
    hasOwnChat: contactId !== null,
    createdAt: Number(createdAt),
  }));
}

/** Sets when a colleague is on duty; null: whenever the shop is open. False where there is no such person. */
export function setDuty(
  database: Database,
  id: string,
  duty: DutyHours | null,
  by: { readonly who: string; readonly at: number },
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const stored = duty === null ? null : JSON.stringify(duty);
    const { count } = await tx.staff.updateMany({ where: { id }, data: { duty: stored } });
    if (count === 0) return false;
    const data = JSON.stringify({ duty });
    await tx.audit.create({ data: { id: newId(), ...by, what: "dutySet", subject: id, data } });
    return true;
  });
}

/** Who may take a conversation. */
export function readColleagueViews(database: Database, now: number): Promise<readonly ColleagueView[]> {
  return database.transaction(async (tx) => {
    const there = new Set((await onDuty(tx, now)).map(({ id }) => id));
    return (await readColleagues(tx)).map(({ id, name }) => ({ id, name, onDuty: there.has(id) }));
  });
}

/** The names of all who are or were on the team, for what they said and did. */
export async function readStaffNames({ prisma }: Database): Promise<StaffNames> {
  const staff = await prisma.staff.findMany({ select: { id: true, name: true } });
  return new Map(staff.map(({ id, name }) => [id, name]));
}

async function hasOwner(tx: Pick<Tx, "staff">): Promise<boolean> {
  return (await tx.staff.findFirst({ where: { role: "owner", active: true }, select: { id: true } })) !== null;
}

async function createStaff(tx: Tx, staff: NewStaff, now: number, by: string): Promise<string> {
  const id = newId();
  await tx.staff.create({ data: { id, ...staff, createdAt: now } });
  const data = JSON.stringify({ role: staff.role });
  await tx.audit.create({ data: { id: newId(), at: now, who: by, what: "staffAdded", subject: id, data } });
  return id;
}
