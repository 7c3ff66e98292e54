import { type ReactNode, useState } from "react";
import type { TriedOutcome } from "../../shop/call/call.ts";
import type { CallList } from "../views.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";

/** How a call went, as it is sent. */
export interface Heard {
  readonly outcome: Outcome;
  readonly until?: string;
  readonly to?: string;
  /** What the customer said, where the call confirms an order */
  readonly words?: string;
  /** Why the order is cancelled along with it */
  readonly cancels?: string;
}
type Outcome = TriedOutcome | "passed_on";

const OUTCOMES: readonly Outcome[] = [
  "ordered",
  "thinking",
  "no_answer",
  "reached",
  "wrong_number",
  "passed_on",
  "cancelled",
];

interface CallOutcomesProps {
  /** The call confirms an order: the customer's words of the yes are kept with it */
  readonly confirms: boolean;
  readonly colleagues: CallList["colleagues"];
  readonly now: number;
  readonly onOutcome: (heard: Heard) => Promise<void>;
}

/** Two taps: what came of the call, and a second that says until when, to whom, or simply yes. */
export function CallOutcomes({ confirms, colleagues, now, onOutcome }: CallOutcomesProps) {
  const { calls } = useWords();
  const [chosen, setChosen] = useState<Outcome>();
  const [isBusy, setIsBusy] = useState(false);
  const send = async (heard: Heard) => {
    setIsBusy(true);
    await onOutcome(heard);
    setChosen(undefined);
    setIsBusy(false);
  };
  return (
    <fieldset disabled={isBusy} className="flex flex-col gap-2 border-line border-t pt-3">
      <legend className="sr-only">{calls.how}</legend>
      <div className="flex flex-wrap gap-1.5">
        {OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="button"
            aria-pressed={chosen === outcome}
            onClick={() => setChosen(chosen === outcome ? undefined : outcome)}
            className="chip min-h-11"
          >
            {confirms && isUndecided(outcome) ? calls.confirm[outcome] : calls.outcomes[outcome]}
          </button>
        ))}
      </div>
      {chosen !== undefined && (
        <div className="flex flex-wrap gap-2 rounded-xl bg-sunk p-2">
          <SecondTap confirms={confirms} outcome={chosen} colleagues={colleagues} now={now} onSend={send} />
        </div>
      )}
    </fieldset>
  );
}

/** Outcomes that leave an order without a yes have words of their own */
function isUndecided(outcome: Outcome): outcome is "cancelled" | "reached" {
  return outcome === "cancelled" || outcome === "reached";
}

interface SecondTapProps {
  readonly confirms: boolean;
  readonly outcome: Outcome;
  readonly colleagues: CallList["colleagues"];
  readonly now: number;
  readonly onSend: (heard: Heard) => Promise<void>;
}

function SecondTap({ confirms, outcome, colleagues, now, onSend }: SecondTapProps): ReactNode {
  const { calls } = useWords();
  const me = useMe();
  if (outcome === "thinking")
    return (["tomorrow", "days", "week", "unknown"] as const).map((until) => (
      <Tap key={until} onTap={() => onSend({ outcome, ...untilOf(until, now) })}>
        {calls.thinkUntil[until]}
      </Tap>
    ));
  if (outcome === "passed_on") {
    const others = colleagues.filter(({ id }) => id !== me.id);
    if (others.length === 0) return <p className="p-2 text-soft">{calls.nobodyElse}</p>;
    return others.map(({ id, name }) => (
      <Tap key={id} onTap={() => onSend({ outcome, to: id })}>
        {name}
      </Tap>
    ));
  }
  if (outcome === "cancelled" && confirms) {
    const reasons = [calls.confirm.cancelUnwanted, calls.confirm.cancelUnreached];
    return (
      <>
        {reasons.map((reason) => (
          <Tap key={reason} onTap={() => onSend({ outcome, cancels: reason.split(": ")[1] ?? reason })}>
            {reason}
          </Tap>
        ))}
        <Tap onTap={() => onSend({ outcome })}>{calls.confirm.keep}</Tap>
      </>
    );
  }
  if (outcome === "reached" && confirms) return <Tap onTap={() => onSend({ outcome })}>{calls.confirm.tomorrow}</Tap>;
  if (outcome === "ordered" && confirms) return <TheirYes onSend={onSend} />;
  return <Tap onTap={() => onSend({ outcome })}>{calls.sure[outcome]}</Tap>;
}

/** The customer's own words, with the tap that confirms their order. */
function TheirYes({ onSend }: Pick<SecondTapProps, "onSend">) {
  const { calls } = useWords();
  const [said, setSaid] = useState("");
  const words = said.trim();
  return (
    <>
      <input
        value={said}
        onChange={(event) => setSaid(event.target.value)}
        maxLength={500}
        aria-label={calls.theirWords}
        placeholder={calls.theirWords}
        className="field"
      />
      <Tap onTap={() => onSend({ outcome: "ordered", ...(words === "" ? {} : { words }) })}>{calls.sure.ordered}</Tap>
    </>
  );
}

function Tap({ onTap, children }: { readonly onTap: () => void; readonly children: string }) {
  return (
    <button type="button" onClick={onTap} className="button-brand px-4">
      {children}
    </button>
  );
}

const DAYS = { tomorrow: 1, days: 3, week: 7 } as const;

function untilOf(until: keyof typeof DAYS | "unknown", now: number): { readonly until?: string } {
  if (until === "unknown") return {};
  const day = new Date(now);
  day.setDate(day.getDate() + DAYS[until]);
  return { until: dayKey(day) };
}

/** `2026-11-22` by this browser's clock. */
export function dayKey(date: Date): string {
  const two = (part: number) => `${part}`.padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
