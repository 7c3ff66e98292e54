import { type ChangeEvent, type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { newId } from "../../web/new-id.ts";
import { unfilled } from "../canned-reply.ts";
import type { ConversationView } from "../views.ts";
import { CannedPicker } from "./canned-picker.tsx";
import { post } from "./console-api.ts";
import { useWords } from "./language.tsx";
import { base64Of, shrinkPicture } from "./shrink-picture.ts";
import { unsent } from "./unsent.ts";

interface ReplyBoxProps {
  readonly conversation: ConversationView;
  /** Words picked elsewhere, to be written here; each picking is a new object */
  readonly picked: { readonly text: string } | undefined;
  readonly onSent: () => Promise<void>;
}

/** Where the seller writes. What could not be sent is kept, and sending it again is still one reply. */
export function ReplyBox({ conversation, picked, onSent }: ReplyBoxProps) {
  const words = useWords();
  const { inbox } = words;
  const [text, setText] = useState("");
  const [picture, setPicture] = useState<string>();
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [isPicking, setIsPicking] = useState(false);
  /** The words that were warned of because something in them is not filled in */
  const [warnedOf, setWarnedOf] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useRef<Draft>({ id: newId(), text: "", picture: "" });
  useEffect(() => {
    if (picked === undefined) return;
    setText((typed) => joinWords(typed, picked.text));
    field.current?.focus();
  }, [picked]);
  const open = unfilled(text);
  const trimmed = text.trim();
  const isWarned = open.length > 0 && warnedOf === trimmed;
  const isEmpty = trimmed === "" && picture === undefined;
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isEmpty || isBusy) return;
    if (open.length > 0 && !isWarned) return setWarnedOf(trimmed);
    setWarnedOf(undefined);
    if (picture === undefined) return sendWords();
    // The same picture keeps its id, so a lost answer does not double it.
    if (draft.current.text !== trimmed || draft.current.picture !== picture)
      draft.current = { id: newId(), text: trimmed, picture };
    setIsBusy(true);
    const refusal = await sendPicture(conversation.id, draft.current);
    if (refusal === undefined) {
      draft.current = { id: newId(), text: "", picture: "" };
      setText((typed) => (typed.trim() === trimmed ? "" : typed));
      setPicture(undefined);
    }
    setProblem(refusal === undefined ? "" : refusal || words.failed);
    await onSent();
    setIsBusy(false);
  };
  /** They stand in the thread at once, so the next can be typed; words that are refused come back where nothing is typed yet. */
  const sendWords = async () => {
    setText("");
    setProblem("");
    const outcome = await unsent.send({ id: newId(), conversationId: conversation.id, text: trimmed });
    if (outcome.type !== "refused") return;
    setText((typed) => (typed === "" ? trimmed : typed));
    setProblem(outcome.message || words.failed);
    await onSent();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "/" && text === "") {
      event.preventDefault();
      return setIsPicking(true);
    }
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = "";
    if (file === undefined) return;
    const shrunk = await shrinkPicture(file);
    setPicture(shrunk);
    setProblem(shrunk === undefined ? inbox.picture.unreadable : "");
  };
  const closePicker = () => {
    setIsPicking(false);
    field.current?.focus();
  };
  return (
    <>
      {isPicking && (
        <CannedPicker
          known={conversation.placeholders}
          onClose={closePicker}
          onPick={(reply) => {
            setText((typed) => joinWords(typed, reply));
            closePicker();
          }}
        />
      )}
      <form onSubmit={send} className="bg-surface px-3 pt-1.5 pb-[max(0.65rem,env(safe-area-inset-bottom))]">
        {(problem !== "" || isWarned) && (
          <p role="alert" className={`pb-2 text-sm ${problem === "" ? "text-on-notice" : "text-alarm"}`}>
            {problem || inbox.canned.unfilled(open.join(", "))}
          </p>
        )}
        {picture !== undefined && (
          <p className="flex items-center gap-3 pb-2">
            <img src={picture} alt={inbox.picture.chosen} className="max-h-24 rounded-xl" />
            <button type="button" className="button-quiet px-4 text-sm" onClick={() => setPicture(undefined)}>
              {inbox.picture.remove}
            </button>
          </p>
        )}
        <div className="flex items-end gap-2">
          <textarea
            ref={field}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={pressed}
            rows={1}
            maxLength={4000}
            aria-label={words.thread.reply}
            placeholder={words.thread.placeholder}
            className="field field-sizing-content max-h-40 min-w-0 resize-none"
          />
          <button type="submit" className="button-brand shrink-0" disabled={isBusy || isEmpty}>
            {isWarned ? inbox.canned.sendAnyway : words.thread.send}
          </button>
        </div>
        <div className="flex gap-2 pt-2">
          <button
            type="button"
            aria-expanded={isPicking}
            className="button-quiet px-4 text-sm"
            onClick={() => setIsPicking(!isPicking)}
          >
            {inbox.canned.pick}
          </button>
          {conversation.images && (
            <label className="button-quiet cursor-pointer px-4 text-sm focus-within:border-brand">
              {inbox.picture.add}
              <input
                type="file"
                accept="image/jpeg,image/png,image/webp"
                onChange={choose}
                aria-label={inbox.picture.add}
                className="sr-only"
              />
            </label>
          )}
        </div>
      </form>
    </>
  );
}

interface Draft {
  readonly id: string;
  readonly text: string;
  /** A data URL */
  readonly picture: string;
}

/** Words without a signal are kept and sent later; a picture stays in the box until it goes. Returns why it did not. */
async function sendPicture(conversationId: string, { picture, ...said }: Draft): Promise<string | undefined> {
  const body = { ...said, picture: base64Of(picture) };
  const answer = await post(`/conversations/${conversationId}/reply`, body);
  return answer.ok ? undefined : answer.message;
}

function joinWords(typed: string, added: string): string {
  return typed.trim() === "" ? added : `${typed.trimEnd()} ${added}`;
}
