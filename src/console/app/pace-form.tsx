import { type FormEvent, useState } from "react";
import type { OwnNumberView } from "../views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { sayClock } from "./say.ts";

interface PaceFormProps {
  readonly pace: OwnNumberView["pace"];
  readonly onSaved: () => Promise<void>;
}

/** How fast the shop may write on its own number, and how much of it is used up. */
export function PaceForm({ pace, onSaved }: PaceFormProps) {
  const words = useWords();
  const { ownNumber } = words;
  const [outcome, setOutcome] = useState<{ readonly saved?: true; readonly problem?: string }>({});
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const wanted = { perHour: Number(fields.get("perHour")), youngNumber: fields.has("youngNumber") };
    const answer = await post("/own-number/pace", wanted);
    setOutcome(answer.ok ? { saved: true } : { problem: answer.message || words.failed });
    await onSaved();
  };
  return (
    <form onSubmit={save} className="card flex flex-col gap-3 p-4">
      <h2 className="font-bold text-lg">{ownNumber.pace}</h2>
      <p className="text-soft">{ownNumber.sent(pace.sentLastHour, pace.sentLastDay)}</p>
      {pace.fullUntil !== undefined && <p className="text-alarm">{ownNumber.full(sayClock(pace.fullUntil, words))}</p>}
      <label className="flex flex-col gap-1 font-semibold">
        {ownNumber.perHour}
        <input
          name="perHour"
          type="number"
          inputMode="numeric"
          min={10}
          max={120}
          required
          defaultValue={pace.perHour}
          className="field font-normal"
        />
      </label>
      <label className="flex items-start gap-3">
        <input name="youngNumber" type="checkbox" defaultChecked={pace.youngNumber} className="mt-1 size-5 shrink-0" />
        {ownNumber.youngNumber}
      </label>
      <Problem text={outcome.problem ?? ""} />
      <button type="submit" className="button-quiet">
        {ownNumber.save}
      </button>
      <p role="status" className="text-leaf text-sm">
        {outcome.saved && ownNumber.saved}
      </p>
    </form>
  );
}
