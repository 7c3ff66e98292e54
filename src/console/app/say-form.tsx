import { type FormEvent, useState } from "react";
import type { DraftStep } from "../phone-draft.ts";
import { useWords } from "./language.tsx";

interface SayFormProps {
  readonly isBusy: boolean;
  /** Whether it was understood */
  readonly onStep: (step: DraftStep) => Promise<boolean>;
}

/** Where a seller writes an order down in the customer's words. */
export function SayForm({ isBusy, onStep }: SayFormProps) {
  const { phoneOrder } = useWords();
  const [text, setText] = useState("");
  const say = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "" && (await onStep({ type: "words", text }))) setText("");
  };
  return (
    <form onSubmit={say} className="flex items-end gap-2">
      <textarea
        value={text}
        onChange={(event) => setText(event.target.value)}
        rows={2}
        maxLength={4000}
        aria-label={phoneOrder.say}
        placeholder={phoneOrder.placeholder}
        className="field field-sizing-content max-h-40 resize-none"
      />
      <button type="submit" className="button-brand shrink-0" disabled={isBusy || text.trim() === ""}>
        {phoneOrder.note}
      </button>
    </form>
  );
}
