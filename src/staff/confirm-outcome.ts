import type { Tx } from "../database/database.ts";
import { MOST_TRIES } from "../shop/call/call.ts";
import { callNews } from "../shop/call/call.words.ts";
import type { ListedCall } from "../shop/call/call-desk-store.ts";
import { answeredBy, type CallOutcome, calledAgainOn, calledTomorrow, triedAgain } from "./call-again.ts";
import type { CallStep } from "./note-call.ts";

/**
 * What an outcome makes of a call that confirms an order. Without a yes the order still waits, so the call stays on the
 * list: only a yes, or the end of the order, takes it off.
 */
export async function confirmOutcome(
  tx: Tx,
  call: ListedCall,
  order: string,
  { outcome, staff, to, until, cancels }: CallStep,
  now: number,
): Promise<CallOutcome> {
  const tries = call.tries + 1;
  const kak = call.form ?? "Kak";
  const { phone } = call;
  switch (outcome) {
    case "ordered":
      return { change: { tries, outcome, takenBy: staff, closedAt: now } };
    case "passed_on":
      return { change: { takenBy: to ?? null } };
    case "no_answer": {
      const again = await triedAgain(tx, call, now);
      if (again) return again;
      const change = { tries, dueAt: await answeredBy(tx, now), takenBy: null };
      // Asked in the chat once; who goes on trying does not ask again each time.
      if (tries > MOST_TRIES) return { change };
      const text = callNews.confirmUnreached(kak, phone);
      return { change, news: { text, asks: { order, why: "unreached", phone } } };
    }
    case "wrong_number": {
      const text = callNews.confirmWrongNumber(kak, phone);
      return {
        change: { tries, phone: "", dueAt: await answeredBy(tx, now), takenBy: null },
        news: { text, asks: { order, why: "wrongNumber", phone } },
      };
    }
    case "cancelled":
      if (cancels !== undefined) return { change: { tries, outcome, takenBy: staff, closedAt: now } };
      return { change: { tries, ...(await calledTomorrow(tx, now)) } };
    case "thinking":
      if (until !== undefined) return { change: { tries, ...(await calledAgainOn(tx, until, now)) } };
      return { change: { tries, ...(await calledTomorrow(tx, now)) } };
    case "reached":
      return { change: { tries, ...(await calledTomorrow(tx, now)) } };
    default:
      return outcome satisfies never;
  }
}
