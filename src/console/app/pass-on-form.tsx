import { type FormEvent, useState } from "react";
import type { ColleagueView } from "../views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { useRead } from "./use-read.ts";

interface PassOnFormProps {
  readonly conversationId: string;
  readonly onClose: () => void;
  readonly onActed: () => Promise<void>;
}

/** To whom a conversation is passed on, and what they should know. */
export function PassOnForm({ conversationId, onClose, onActed }: PassOnFormProps) {
  const words = useWords();
  const { hold } = words;
  const me = useMe();
  const { data } = useRead<{ colleagues: readonly ColleagueView[] }>("/colleagues");
  const [problem, setProblem] = useState("");
  const others = data?.colleagues.filter(({ id }) => id !== me.id);
  const pass = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answer = await post(
      `/conversations/${conversationId}/pass-on`,
      Object.fromEntries(new FormData(event.currentTarget)),
    );
    setProblem(answer.ok ? "" : answer.message || words.failed);
    if (!answer.ok) return;
    onClose();
    await onActed();
  };
  return (
    <form onSubmit={pass} aria-label={hold.passOn} className="flex flex-col gap-3 border-line border-b pb-3">
      {others?.length === 0 && <p className="text-soft">{hold.noColleagues}</p>}
      {others?.length !== 0 && (
        <>
          <label className="flex flex-col gap-1 font-semibold text-sm">
            {hold.passTo}
            <select name="to" required className="field font-normal">
              {others?.map(({ id, name, onDuty }) => (
                <option key={id} value={id}>
                  {onDuty ? name : `${name} (${hold.offDuty})`}
                </option>
              ))}
            </select>
          </label>
          <label className="flex flex-col gap-1 font-semibold text-sm">
            {hold.note}
            <textarea
              name="note"
              rows={2}
              maxLength={500}
              placeholder={hold.noteHint}
              className="field py-2 font-normal"
            />
          </label>
        </>
      )}
      <Problem text={problem} />
      <div className="flex justify-end gap-2">
        <button type="button" className="button-quiet px-4 text-sm" onClick={onClose}>
          {hold.cancel}
        </button>
        <button type="submit" className="button-brand px-5 text-sm" disabled={!others?.length}>
          {hold.passOn}
        </button>
      </div>
    </form>
  );
}
