import { type FormEvent, useRef, useState } from "react";
import { newId } from "../../web/new-id.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";

interface NoteBoxProps {
  readonly conversationId: string;
  readonly onClose: () => void;
  readonly onWritten: () => Promise<void>;
}

/** Where staff write for each other. */
export function NoteBox({ conversationId, onClose, onWritten }: NoteBoxProps) {
  const words = useWords();
  const { note } = words.inbox;
  const [problem, setProblem] = useState("");
  const id = useRef(newId());
  const write = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = `${new FormData(event.currentTarget).get("text") ?? ""}`.trim();
    if (text === "") return;
    const answer = await post(`/conversations/${conversationId}/notes`, { id: id.current, text });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    if (!answer.ok) return;
    await onWritten();
    onClose();
  };
  return (
    <form onSubmit={write} aria-label={note.title} className="border-leaf border-t-2 border-dashed bg-leaf-soft p-3">
      <label className="flex flex-col gap-1 font-semibold text-sm">
        {note.title}
        <textarea
          name="text"
          rows={2}
          required
          maxLength={2000}
          // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it
          autoFocus
          placeholder={note.placeholder}
          className="field py-2 font-normal"
        />
      </label>
      <p className="py-1 text-sm">{note.hint}</p>
      <Problem text={problem} />
      <div className="flex justify-end gap-2">
        <button type="button" className="button-quiet px-4 text-sm" onClick={onClose}>
          {note.cancel}
        </button>
        <button type="submit" className="button-brand px-5 text-sm">
          {note.save}
        </button>
      </div>
    </form>
  );
}
