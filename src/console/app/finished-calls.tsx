import type { CallUndo, FinishedCall } from "../views.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { sayCustomer } from "./say.ts";

/** Takes back the last outcome of a call. */
export type Undo = (call: { readonly id: string; readonly version: number }) => Promise<void>;

interface FinishedCallsProps {
  readonly calls: readonly FinishedCall[];
  readonly now: number;
  readonly onUndo: Undo;
}

/** What was just noted and took a call off the list, so that a slip is mended where it was made. */
export function FinishedCalls({ calls, now, onUndo }: FinishedCallsProps) {
  const words = useWords();
  const recent = calls.filter(({ undo }) => undo.until > now);
  if (recent.length === 0) return null;
  return (
    <section aria-label={words.calls.justNoted} className="card mb-3 divide-y divide-line">
      <h2 className="px-4 py-2 font-bold text-sm">{words.calls.justNoted}</h2>
      <ul className="divide-y divide-line">
        {recent.map((call) => (
          <li key={call.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
            <span className="min-w-0 truncate">
              {sayCustomer({ id: call.conversationId, customer: call.customer }, words)}:{" "}
              {new Map(Object.entries(words.calls.outcomes)).get(call.outcome) ?? call.outcome}
            </span>
            <UndoButton call={call} undo={call.undo} now={now} onUndo={onUndo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface UndoButtonProps {
  readonly call: { readonly id: string; readonly version: number };
  readonly undo: CallUndo | undefined;
  readonly now: number;
  readonly onUndo: Undo;
}

/** For whoever noted it, or an owner, while it can be taken back. */
export function UndoButton({ call, undo, now, onUndo }: UndoButtonProps) {
  const { calls } = useWords();
  const me = useMe();
  if (undo === undefined || undo.until <= now || (undo.by !== me.id && me.role !== "owner")) return null;
  return (
    <button type="button" onClick={() => onUndo(call)} className="button-quiet w-fit shrink-0 px-4 text-sm">
      {calls.undo}
    </button>
  );
}
