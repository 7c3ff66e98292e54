import type { EndState } from "../../src/commands/play/end-state.ts";
import type { DialogueLine } from "../../src/understanding/evaluation-format.ts";
import { cartOf, type Share, slotRight, type Verdict } from "./score-sentences.ts";

/** How dialogues ended, by the measures of docs/understanding.md. */
export interface DialogueScore {
  /** Dialogues of which everything came out right */
  readonly exact: Share;
  /** Carts, statuses and slots, each by its name */
  readonly measures: ReadonlyMap<string, Share>;
  readonly verdicts: readonly Verdict[];
}

const SLOTS = ["fulfilment", "date", "time", "address", "phone", "name", "until"] as const;
const FLAGS = ["handoff", "opted_out", "opted_in"] as const;

export function scoreDialogues(pairs: readonly (readonly [DialogueLine, EndState])[]): DialogueScore {
  const tally = new Map<string, { right: number; of: number }>();
  const verdicts = pairs.map(([line, state]): Verdict => {
    const checks = checksOf(line.expect, state);
    for (const { measure, right } of checks) {
      const share = tally.get(measure) ?? { right: 0, of: 0 };
      tally.set(measure, { right: share.right + (right ? 1 : 0), of: share.of + 1 });
    }
    const faults = checks.flatMap(({ right, fault }) => (right ? [] : [fault]));
    return { id: line.id, text: line.turns.map(({ text }) => text).join(" / "), faults };
  });
  const exact = verdicts.filter(({ faults }) => faults.length === 0).length;
  return { exact: { right: exact, of: verdicts.length }, measures: tally, verdicts };
}

interface Check {
  readonly measure: string;
  readonly right: boolean;
  readonly fault: string;
}

function checksOf(expect: DialogueLine["expect"], state: EndState): Check[] {
  return [cartCheck(expect, state), statusCheck(expect, state), ...slotChecks(expect, state), ...flags(expect, state)]
    .flat()
    .filter((check) => check !== undefined);
}

function cartCheck({ items }: DialogueLine["expect"], state: EndState): Check | undefined {
  if (items === undefined || items === "any") return undefined;
  const wanted = cartOf(items);
  const got = cartOf(state.items);
  const measure = items.length > 0 ? "cart" : "empty cart";
  return { measure, right: wanted === got, fault: `items want [${wanted}] got [${got}]` };
}

function statusCheck({ status }: DialogueLine["expect"], state: EndState): Check | undefined {
  if (status === undefined) return undefined;
  const right = status.split("|").includes(state.status);
  return { measure: "status", right, fault: `status want ${status} got ${state.status}` };
}

function slotChecks(expect: DialogueLine["expect"], state: EndState): Check[] {
  return SLOTS.flatMap((slot) => {
    const wanted = expect[slot];
    if (typeof wanted !== "string" || wanted === "any") return [];
    const got = state[slot];
    const right = got !== undefined && slotRight(slot, wanted, got);
    return [{ measure: slot, right, fault: `${slot} want ${wanted} got ${got ?? "nothing"}` }];
  });
}

/** What must be so is counted; what need not be is counted only where it is. */
function flags(expect: DialogueLine["expect"], state: EndState): Check[] {
  return FLAGS.flatMap((flag): Check[] => {
    const got = state[flag] === true;
    if (expect[flag] === true) return [{ measure: flag, right: got, fault: `no ${flag}` }];
    if (!got || expect[flag] === "any") return [];
    return [{ measure: `needless ${flag}`, right: false, fault: `${flag} needless` }];
  });
}
