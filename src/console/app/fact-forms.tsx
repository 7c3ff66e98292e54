import { type FormEvent, useState } from "react";
import type { DraftStep } from "../phone-draft.ts";
import type { PhoneDraftView } from "../views.ts";
import { useWords } from "./language.tsx";

interface FactFormsProps {
  readonly view: PhoneDraftView;
  readonly isBusy: boolean;
  readonly onStep: (step: DraftStep) => Promise<boolean>;
}

const SLOTS = ["address", "name", "phone"] as const;

/** Where an order goes and in whose name, written as it is to be. */
export function FactForms({ view, isBusy, onStep }: FactFormsProps) {
  const { heldOrder } = useWords();
  const factOf = (slot: string) => view.facts.find((fact) => fact.slot === slot)?.value ?? "";
  return (
    <details className="card p-3">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{heldOrder.details}</summary>
      <div className="flex flex-col gap-2 pt-2">
        {SLOTS.map((slot) => (
          <FactForm key={`${slot} ${factOf(slot)}`} slot={slot} value={factOf(slot)} isBusy={isBusy} onStep={onStep} />
        ))}
      </div>
    </details>
  );
}

interface FactFormProps {
  readonly slot: (typeof SLOTS)[number];
  readonly value: string;
  readonly isBusy: boolean;
  readonly onStep: FactFormsProps["onStep"];
}

function FactForm({ slot, value, isBusy, onStep }: FactFormProps) {
  const words = useWords();
  const [typed, setTyped] = useState(value);
  const label = words.slots[slot] ?? slot;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onStep({ type: "fact", slot, value: typed });
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <label className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="font-semibold text-sm">{label}</span>
        <input value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={500} className="field" />
      </label>
      <button
        type="submit"
        className="button-quiet px-4"
        aria-label={`${words.heldOrder.save} ${label}`}
        disabled={isBusy || typed.trim() === value}
      >
        {words.heldOrder.save}
      </button>
    </form>
  );
}
