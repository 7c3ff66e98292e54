import { useState } from "react";
import type { CallCounts } from "../../shop/call/call-counts.ts";
import { dayKey } from "./call-outcomes.tsx";
import { useWords } from "./language.tsx";
import { useRead } from "./use-read.ts";

const RANGES = { today: 0, week: 6, month: 29 } as const;
type Range = keyof typeof RANGES;
const PARTS = ["calls", "people", "reached", "inTime", "ordered", "open"] as const;

/** What calls bring: how many came, were reached in time, and became orders. */
export function CallCountsLine({ now }: { readonly now: number }) {
  const { calls } = useWords();
  const [range, setRange] = useState<Range>("today");
  const first = new Date(now);
  first.setDate(first.getDate() - RANGES[range]);
  const { data } = useRead<CallCounts>(`/calls/counts?from=${dayKey(first)}&to=${dayKey(new Date(now))}`, ["call"]);
  return (
    <section aria-label={calls.countsTitle} className="card mt-4 p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-bold">{calls.countsTitle}</h2>
        <div className="flex gap-1.5">
          {(["today", "week", "month"] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === range}
              onClick={() => setRange(each)}
              className="chip"
            >
              {calls.ranges[each]}
            </button>
          ))}
        </div>
      </div>
      <dl className="mt-3 grid grid-cols-3 gap-2 md:grid-cols-6">
        {PARTS.map((part) => (
          <div key={part}>
            <dt className="text-soft text-sm">{calls.counts[part]}</dt>
            <dd className="font-bold text-xl">{data?.[part] ?? "–"}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
