import { type FormEvent, type KeyboardEvent, type RefObject, useState } from "react";
import { words } from "./page.words.ts";

interface ComposerProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onText: (text: string) => void;
}

const MOST = 10_000;

/** Where the customer writes. Enter sends, Shift+Enter starts a new line. */
export function Composer({ field, onText }: ComposerProps) {
  const [text, setText] = useState("");
  const isTooLong = text.length > MOST;
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === "" || isTooLong) return;
    onText(text.trim());
    setText("");
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    // While an input method composes a word, Enter ends the word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      onSubmit={send}
      className="border-line border-t bg-surface px-3 pt-2.5 pb-[max(0.65rem,env(safe-area-inset-bottom))]"
    >
      <div className="flex items-end gap-2">
        <textarea
          ref={field}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={sendOnEnter}
          rows={1}
          aria-label={words.write}
          aria-invalid={isTooLong}
          aria-describedby={isTooLong ? "too-long" : undefined}
          placeholder={words.placeholder}
          enterKeyHint="send"
          className="field field-sizing-content max-h-36 resize-none rounded-3xl bg-paper px-4 py-2.5"
        />
        <button
          type="submit"
          aria-label={words.send}
          disabled={text.trim() === "" || isTooLong}
          className="button-brand size-11 shrink-0 px-0"
        >
          <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5" fill="currentColor">
            <path d="M3.4 20.6 21.5 12 3.4 3.4l-.1 6.7L15 12 3.3 13.9z" />
          </svg>
        </button>
      </div>
      {isTooLong && (
        <p id="too-long" role="alert" className="pt-1 text-alarm text-sm">
          {words.tooLong(MOST)}
        </p>
      )}
    </form>
  );
}
