import { DESK, OWN_PHONE, QUIET } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import { type HoldClock, type HoldRules, NO_CLOCK, personsClock, warningMs } from "../hold-rules.ts";
import { readHoldRules } from "../inbox/read-hold-rules.ts";
import type { Acts } from "./acts.ts";
import { handBackLocked } from "./hand-back.ts";
import { holdWords } from "./holds.words.ts";
import { claimHolds, type DueConversation, reopenUnanswered, setClocks } from "./holds-store.ts";
import { onDuty } from "./on-duty.ts";
import { tellStaff } from "./tell-staff.ts";

type DeskActs = Omit<Acts, "changed">;

/**
 * Looks at the takeovers whose clock has run down: warns of those that end soon, and gives back to the bot what was left
 * quiet. Returns the conversations that changed. A word of the seller that commits first moves the clock on, and nothing
 * ends; one that comes after takes the conversation anew.
 */
export function tendHolds(acts: DeskActs): Promise<readonly string[]> {
  const { database, clock } = acts;
  return database.transaction(async (tx) => {
    const now = clock();
    const due = await claimHolds(tx, database.engine, now);
    if (due.length === 0) return [];
    const rules = await readHoldRules(tx);
    const ended = due.filter((hold) => hasEnded(hold, rules, now));
    const others = due.filter((hold) => !ended.includes(hold));
    await setClocks(
      tx,
      others.map((hold) => ({ id: hold.id, ...nextClock(hold, rules, now) })),
    );
    for (const hold of ended) {
      const unanswered = await reopenUnanswered(tx, hold.id);
      const said = unanswered === undefined ? {} : { unanswered };
      await handBackLocked(tx, acts, hold, { staff: QUIET, from: hold.holder, ...said });
    }
    await warn(
      tx,
      acts,
      others.filter((hold) => isToWarn(hold, rules)),
      rules,
    );
    return due.map(({ id }) => id);
  });
}

/** Nobody's, though a clock was set: an earlier release took no care of it. */
function isHeld({ holder }: DueConversation): boolean {
  return holder !== "bot" && holder !== DESK;
}

function hasEnded(hold: DueConversation, rules: HoldRules, now: number): boolean {
  const { heldUntil, deskStep } = hold;
  return isHeld(hold) && rules.quietMinutes > 0 && deskStep > 0 && heldUntil !== null && heldUntil <= now;
}

function isToWarn(hold: DueConversation, rules: HoldRules): boolean {
  return isHeld(hold) && rules.quietMinutes > 0 && hold.deskStep === 0 && hold.heldUntil !== null;
}

function nextClock(hold: DueConversation, rules: HoldRules, now: number): HoldClock {
  if (!isHeld(hold) || rules.quietMinutes === 0) return NO_CLOCK;
  if (hold.heldUntil === null) return personsClock(rules, now);
  // Nothing ends without its warning, however late that comes.
  const isLate = hold.deskStep === 0 && hold.heldUntil - now < warningMs(rules) / 2;
  const heldUntil = isLate ? now + warningMs(rules) : hold.heldUntil;
  return { heldUntil, deskAt: heldUntil, deskStep: 1 };
}

/** The holder is warned; of what is held on the shop's phone, whoever is on duty. */
async function warn(tx: Tx, acts: DeskActs, holds: readonly DueConversation[], rules: HoldRules): Promise<void> {
  if (holds.length === 0) return;
  const anybody = (await onDuty(tx, acts.clock())).map(({ id }) => id);
  for (const { id, holder, name, heldUntil } of holds)
    await tellStaff(tx, acts, {
      to: holder === OWN_PHONE ? anybody : [holder],
      about: `conversation:${id}`,
      key: `quiet:${id}:${heldUntil}`,
      message: { text: holdWords.endsSoon(name, warningMs(rules), holder === OWN_PHONE), choices: [] },
    });
}
