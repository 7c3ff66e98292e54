import { useEffect, useState } from "react";
import type { ConversationView, ThreadEntry } from "../views.ts";
import { get } from "./console-api.ts";

/** What is known of a thread: its latest part, kept fresh, and what else was asked for. */
export interface ReadThread {
  readonly entries: readonly ThreadEntry[];
  readonly earlier: boolean;
  /** Sequence number of the entry behind which some are not read yet */
  readonly gapAfter: number | undefined;
  readEarlier(): Promise<void>;
  readGap(): Promise<void>;
}

/** Joins the latest part with earlier ones; `at` is the place that a search found, which is read at once. */
export function useThread(id: string, latest: ConversationView | undefined, at: number | undefined): ReadThread {
  const [more, setMore] = useState<readonly ThreadEntry[]>([]);
  const [isWhole, setIsWhole] = useState(false);
  const entries = latest === undefined ? [] : joined(more, latest.entries);
  const read = async (part: string) => {
    const answer = await get<ConversationView>(`/conversations/${id}?${part}`);
    if (!answer.ok) return;
    setMore((known) => joined(known, answer.data.entries));
    if (answer.data.entries.length === 0) setIsWhole(true);
  };
  const first = latest?.entries[0]?.sequence;
  const isFar = at !== undefined && first !== undefined && at < first;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, for the place that was asked for
  useEffect(() => {
    if (isFar) void read(`around=${at}`);
  }, [isFar, at]);
  const gapAfter = gapIn(entries);
  return {
    entries,
    earlier: !isWhole && (entries[0]?.sequence ?? 1) > 1,
    gapAfter,
    readEarlier: () => read(`before=${entries[0]?.sequence ?? 0}`),
    readGap: () => read(`after=${gapAfter ?? 0}`),
  };
}

function joined(known: readonly ThreadEntry[], read: readonly ThreadEntry[]): readonly ThreadEntry[] {
  const byId = new Map([...known, ...read].map((entry) => [entry.id, entry]));
  return [...byId.values()].sort((one, other) => one.sequence - other.sequence);
}

/** The counter counts without gaps; a single one may be missing where something was erased. */
const MOST_MISSING = 20;

function gapIn(entries: readonly ThreadEntry[]): number | undefined {
  return entries.find((entry, index) => {
    const next = entries[index + 1];
    return next !== undefined && next.sequence - entry.sequence > MOST_MISSING;
  })?.sequence;
}
