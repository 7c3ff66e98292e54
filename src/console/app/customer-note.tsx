import { type FormEvent, useState } from "react";
import { put } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";

interface CustomerNoteProps {
  readonly id: string;
  readonly note: string;
  readonly onSaved: () => Promise<void>;
}

/** What the team writes about a person. */
export function CustomerNote({ id, note, onSaved }: CustomerNoteProps) {
  const words = useWords();
  const { people } = words;
  const [problem, setProblem] = useState("");
  const [isSaved, setIsSaved] = useState(false);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = `${new FormData(event.currentTarget).get("note") ?? ""}`;
    const answer = await put(`/customers/${encodeURIComponent(id)}/note`, { note: text });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    setIsSaved(answer.ok);
    if (answer.ok) await onSaved();
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-2">
      <p className="text-soft text-sm">{people.noteHint}</p>
      <textarea
        name="note"
        rows={3}
        maxLength={2000}
        aria-label={people.note}
        defaultValue={note}
        onChange={() => setIsSaved(false)}
        className="field"
      />
      {problem !== "" && <Problem text={problem} />}
      <div className="flex items-center justify-end gap-3">
        <p role="status" className="text-leaf text-sm">
          {isSaved ? people.saved : ""}
        </p>
        <button type="submit" className="button-quiet px-4 text-sm">
          {people.saveNote}
        </button>
      </div>
    </form>
  );
}
