import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { newId } from "../../web/new-id.ts";
import { useWords } from "./language.tsx";
import { unsent } from "./unsent.ts";

interface ReplyBoxProps {
  readonly conversationId: string;
  readonly onSent: () => Promise<void>;
}

/** Where the seller writes. What could not be sent stays, and sending it again is still one reply. */
export function ReplyBox({ conversationId, onSent }: ReplyBoxProps) {
  const words = useWords();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const draft = useRef({ id: newId(), text: "" });
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    const trimmed = text.trim();
    if (trimmed === "" || isBusy) return;
    // The same words keep their id, so a lost answer does not double them.
    if (draft.current.text !== trimmed) draft.current = { id: newId(), text: trimmed };
    setIsBusy(true);
    const outcome = await unsent.send({ conversationId, ...draft.current });
    if (outcome.type !== "refused") {
      draft.current = { id: newId(), text: "" };
      setText("");
    }
    setProblem(outcome.type === "refused" ? outcome.message || words.failed : "");
    await onSent();
    setIsBusy(false);
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form onSubmit={send} className="bg-surface px-3 pb-[max(0.65rem,env(safe-area-inset-bottom))]">
      {problem !== "" && (
        <p role="alert" className="pb-2 text-alarm text-sm">
          {problem}
        </p>
      )}
      <div className="flex items-end gap-2">
        <textarea
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={sendOnEnter}
          rows={1}
          maxLength={4000}
          aria-label={words.thread.reply}
          placeholder={words.thread.placeholder}
          className="field field-sizing-content max-h-40 resize-none"
        />
        <button type="submit" className="button-brand shrink-0" disabled={isBusy || text.trim() === ""}>
          {words.thread.send}
        </button>
      </div>
    </form>
  );
}
