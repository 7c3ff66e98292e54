import type { Tx } from "../database/database.ts";
import {
  type CallChange,
  changeCall,
  findCall,
  hasAnotherCall,
  type ListedCall,
  latestOutcomes,
  recordOutcome,
  reopenCall,
} from "../shop/call/call-desk-store.ts";
import { oneCallEach } from "../shop/call/one-call.ts";
import type { CallOutcome } from "./call-again.ts";
import type { CallStep } from "./note-call.ts";

/** The other call of the same customer that is made along with this one, where there is one. */
export async function callAlong(tx: Tx, { id, customerId }: ListedCall): Promise<ListedCall | undefined> {
  const open = await tx.callTask.findMany({
    where: { customerId, outcome: null },
    select: { id: true, customerId: true, kind: true },
  });
  const row = oneCallEach(open).find(({ call }) => call.id === id);
  return row?.along && findCall(tx, row.along.id);
}

/** Takes back for the call made along with one what was noted for both at that moment, if nothing happened to it since. */
export async function undoAlong(
  tx: Tx,
  { customerId, id }: ListedCall,
  noted: { readonly at: number; readonly who: string },
): Promise<void> {
  for (const [other, { at, who, seen, before }] of await latestOutcomes(tx, noted.at)) {
    if (other === id || at !== noted.at || who !== noted.who) continue;
    const along = await findCall(tx, other);
    if (along?.customerId !== customerId || along.confirms !== undefined || along.version !== seen + 1) continue;
    if (!along.closed || !(await hasAnotherCall(tx, along))) await reopenCall(tx, along, before);
  }
}

/** Writes down for the call made along with one what its outcome means for it. */
export async function noteAlong(
  tx: Tx,
  along: ListedCall,
  { outcome, staff, to }: CallStep,
  { change, news }: CallOutcome,
  { newId, at }: { readonly newId: () => string; readonly at: number },
): Promise<void> {
  const changed = await changeCall(tx, along, alongChange());
  // The customer called once more in this very moment: that call stands for itself.
  if (changed === undefined) return;
  const same = outcome === "passed_on" || outcome === "no_answer" || outcome === "wrong_number";
  const note = to === undefined ? {} : { note: to };
  await recordOutcome(tx, along, { newId, at, who: staff, outcome: same ? outcome : "reached", ...note });

  function alongChange(): CallChange {
    const tries = along.tries + 1;
    switch (outcome) {
      case "passed_on":
        return { takenBy: to ?? null };
      case "no_answer":
        // Who is asked in the chat now is called no more for the other matter either.
        if (news?.asks) return { tries, outcome: "gave_up", closedAt: at };
        return { tries, takenBy: null, ...(change.dueAt === undefined ? {} : { dueAt: change.dueAt }) };
      case "wrong_number":
        return { tries, outcome, takenBy: staff, closedAt: at };
      case "ordered":
      case "reached":
      case "thinking":
      case "cancelled":
        // They were spoken with: whatever they had called for was said.
        return { tries, outcome: "reached", takenBy: staff, closedAt: at };
      default:
        return outcome satisfies never;
    }
  }
}
