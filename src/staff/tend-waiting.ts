import type { Tx } from "../database/database.ts";
import { readHoldRules } from "../inbox/read-hold-rules.ts";
import type { Acts } from "./acts.ts";
import {
  type Colleague,
  earliest,
  isOnDuty,
  isShopOpen,
  nextDuty,
  nextMorning,
  nextOpen,
  type ShopHours,
} from "./duty.ts";
import { readColleagues, readShopHours } from "./duty-store.ts";
import { holdWords } from "./holds.words.ts";
import { claimWaiting, type DueConversation, setClocks } from "./holds-store.ts";
import type { PushNews, StaffPush } from "./push/push-news.ts";
import { tellStaff } from "./tell-staff.ts";

interface DeskActs extends Omit<Acts, "changed"> {
  /** For those who have no chat of their own with the shop's bot */
  readonly push?: StaffPush | undefined;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Whom a conversation that waits is told to, step by step: those on duty, the same again, those who come on duty next,
 * the owners. Then the owners again at every day's opening, as long as it waits.
 */
const STEPS: readonly ((team: Team) => readonly Colleague[])[] = [
  ({ there }) => there,
  ({ there }) => there,
  ({ next }) => next,
  ({ owners }) => owners,
];

interface Team {
  /** On duty: sellers; owners where no seller is */
  readonly there: readonly Colleague[];
  readonly next: readonly Colleague[];
  readonly owners: readonly Colleague[];
}

/**
 * Tells colleagues of customers who wait for a person and whom nobody has taken yet; while nobody is there it waits for
 * whoever comes first, or for the opening that the customer was promised. Returns the conversations that changed.
 */
export async function tendWaiting(acts: DeskActs): Promise<readonly string[]> {
  const { database, clock, push } = acts;
  const { changed, unreached } = await database.transaction(async (tx) => {
    const now = clock();
    const due = await claimWaiting(tx, database.engine, now);
    if (due.length === 0) return { changed: [], unreached: [] };
    const shop = await readShopHours(tx);
    const colleagues = await readColleagues(tx);
    const { remindMinutes } = await readHoldRules(tx);
    const later = whenSomebodyIs(colleagues, shop, now);
    await setClocks(
      tx,
      due.map(({ id, deskStep: step }) => {
        const deskStep = later === undefined ? step + 1 : step;
        const deskAt = later ?? (deskStep < STEPS.length ? now + remindMinutes * MINUTE_MS : nextMorning(shop, now));
        return { id, heldUntil: null, deskAt, deskStep };
      }),
    );
    return {
      changed: due.map(({ id }) => id),
      unreached: later === undefined ? await tell(tx, acts, due, teamOf(colleagues, shop, now), now) : [],
    };
  });
  push?.tell(unreached);
  return changed;
}

/** When to come back, where nobody is there now. */
function whenSomebodyIs(colleagues: readonly Colleague[], shop: ShopHours, now: number): number | undefined {
  if (isShopOpen(shop, now) || colleagues.some((one) => isOnDuty(one, shop, now))) return undefined;
  return earliest([nextOpen(shop, now), ...colleagues.map((one) => nextDuty(one, shop, now))]) ?? now + DAY_MS;
}

function teamOf(colleagues: readonly Colleague[], shop: ShopHours, now: number): Team {
  const owners = colleagues.filter(({ rank }) => rank === "owner");
  const sellers = colleagues.filter(({ rank }) => rank === "seller");
  const there = sellers.filter((one) => isOnDuty(one, shop, now));
  const later = sellers.filter((one) => !there.includes(one));
  const first = earliest(later.map((one) => nextDuty(one, shop, now)));
  const next = first === undefined ? [] : later.filter((one) => nextDuty(one, shop, now) === first);
  return { there: there.length > 0 ? there : owners, next, owners };
}

/** One message a colleague, however many wait. Returns what is to be pushed, to whoever has no chat for it. */
async function tell(
  tx: Tx,
  acts: DeskActs,
  due: readonly DueConversation[],
  team: Team,
  now: number,
): Promise<readonly PushNews[]> {
  const perStep = STEPS.map((pick, step) => ({ to: pick(team), those: due.filter((one) => stepOf(one) === step) }));
  const people = new Map(perStep.flatMap(({ to }) => to.map((one) => [one.id, one] as const)));
  const unreached: PushNews[] = [];
  for (const person of people.keys()) {
    const those = perStep.flatMap(({ to, those }) => (to.some(({ id }) => id === person) ? those : []));
    if (those.length === 0) continue;
    const to = [person];
    const reached = await tellStaff(tx, acts, { to, ...newsOf(those, now) });
    const type = those.every(({ deskStep }) => deskStep > 0) ? "stillWaiting" : "waiting";
    if (reached.length === 0) unreached.push({ to, type, count: those.length });
  }
  return unreached;
}

function stepOf({ deskStep }: DueConversation): number {
  return Math.min(deskStep, STEPS.length - 1);
}

function newsOf(those: readonly DueConversation[], now: number) {
  const waiting = those.map(({ name, heldSince }) => ({ name, sinceMs: now - (heldSince ?? now) }));
  const [first] = those;
  const [one] = waiting;
  const key = `waiting:${those.map(({ id, version, deskStep }) => `${id}.${version}.${deskStep}`).join(",")}`;
  if (those.length > 1 || !first || !one)
    return {
      about: `waiting:${those.map(({ id }) => id).join(",")}`,
      key,
      message: { text: holdWords.manyWait(waiting), choices: [] },
    };
  const text = (first.deskStep === 0 ? holdWords.waits : holdWords.stillWaits)(one.name, one.sinceMs);
  return { about: `conversation:${first.id}`, key, message: { text, choices: [] } };
}
