import { EventBody } from "../channels/message.ts";
import type { CallWish, Effect } from "../conversation/effect.ts";
import type { StoredEvent } from "./claim-due.ts";

/** What a turn does to the list of calls. */
export interface CallChanges {
  /** What was open is needless by what was said, before any call of this turn */
  readonly settlesBefore: boolean;
  /** All that the turn knows of one call to make */
  readonly wish?: CallWish;
  /** The call of this very turn is needless already */
  readonly settlesAfter: boolean;
}

/** Several calls in one turn are one: they add up, and what is said later of it counts. */
export function callsOfTurn(
  effects: readonly Effect[],
  unanswered: readonly StoredEvent[] = [],
  asked: readonly CallWish[] = [],
): CallChanges {
  const wishes = effects.filter((effect) => effect.type === "askForCall");
  const all = [...missedCalls(unanswered), ...asked, ...wishes.map(({ type: _, ...wish }) => wish)];
  const settledAt = effects.findLastIndex(({ type }) => type === "settleCalls");
  const wishedAt = effects.findLastIndex(({ type }) => type === "askForCall");
  const wish = all.length > 0 ? all.reduce(joined) : undefined;
  return {
    settlesBefore: settledAt >= 0 && settledAt < wishedAt,
    settlesAfter: settledAt > wishedAt,
    ...(wish ? { wish } : {}),
  };
}

/** Calls that no flow answers, because a person holds the conversation or our own code failed. */
function missedCalls(events: readonly StoredEvent[]): CallWish[] {
  return events.flatMap((event): CallWish[] => {
    if (event.kind !== "callMissed") return [];
    const body = phoneOf(event);
    return [{ kind: "missed", reason: "", times: 1, ...(body ? { phone: body } : {}) }];
  });
}

/** A body that cannot be read still was a call. */
function phoneOf({ body }: StoredEvent): string | undefined {
  try {
    const read = EventBody.parse(JSON.parse(body));
    return read.type === "callMissed" ? read.phone : undefined;
  } catch {
    return undefined;
  }
}

function joined(before: CallWish, after: CallWish): CallWish {
  return {
    ...before,
    ...after,
    kind: before.kind === "asked" ? "asked" : after.kind,
    reason: after.reason || before.reason,
    times: before.times + after.times,
  };
}
