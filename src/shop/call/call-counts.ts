/** A call of the list with what came of it. Instants in epoch ms. */
export interface CountedCall {
  readonly times: number;
  readonly createdAt: number;
  readonly promisedAt: number | null;
  readonly dueAt: number | null;
  readonly outcome: string | null;
  readonly closedAt: number | null;
  readonly tries: readonly { readonly at: number; readonly outcome: string }[];
}

/** What calls bring. Calls that came, the people behind them, how many were reached, in time, and ordered. */
export interface CallCounts {
  readonly calls: number;
  readonly people: number;
  /** Spoken with, by phone or in chat instead */
  readonly reached: number;
  /** First called, or settled in chat, by the time that the customer was told */
  readonly inTime: number;
  readonly ordered: number;
  readonly open: number;
}

const SPOKEN: ReadonlySet<string> = new Set(["ordered", "thinking", "reached"]);
/** A call this much after the promised minute still is in time. */
const GRACE_MS = 5 * 60_000;

export function countCalls(calls: readonly CountedCall[]): CallCounts {
  const count = (is: (call: CountedCall) => boolean) => calls.filter(is).length;
  return {
    calls: calls.reduce((sum, { times }) => sum + times, 0),
    people: calls.length,
    reached: count((call) => isReached(call)),
    inTime: count((call) => isInTime(call)),
    ordered: count(({ outcome }) => outcome === "ordered"),
    open: count(({ outcome }) => outcome === null),
  };
}

function isReached({ outcome, tries }: CountedCall): boolean {
  const inChat = tries.length === 0 && (outcome === "ordered" || outcome === "cancelled");
  return inChat || tries.some((tried) => SPOKEN.has(tried.outcome));
}

function isInTime({ tries, closedAt, promisedAt, dueAt, createdAt }: CountedCall): boolean {
  const first = tries.find(({ outcome }) => outcome !== "passed_on")?.at ?? closedAt;
  return first !== null && first <= (promisedAt ?? dueAt ?? createdAt) + GRACE_MS;
}
