import { type FormEvent, type ReactNode, useState } from "react";
import { put } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { rebase } from "./rebase.ts";

interface EditFormProps<T extends object> {
  readonly path: string;
  /** As it is kept; null for something new */
  readonly seen: T | null;
  readonly initial: T;
  readonly label: string;
  /** As it is kept now, for when somebody else was quicker */
  readonly latest: () => Promise<T | undefined>;
  readonly onSaved: (key: string) => void;
  readonly onCancel: () => void;
  /** Withdraws it */
  readonly removal?: string;
  readonly children: (draft: T, change: (part: Partial<T>) => void) => ReactNode;
}

/** Something of the shop being edited: what its editor saw goes along, so that nobody's work is lost. */
export function EditForm<T extends object>(props: EditFormProps<T>) {
  const { path, initial, label, latest, onSaved, onCancel, removal, children } = props;
  const { edit, failed } = useWords();
  const [{ seen, draft, round }, setState] = useState({ seen: props.seen, draft: initial, round: 0 });
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const write = async (wanted: T | null) => {
    setBusy(true);
    const answer = await put<{ key: string }>(path, { seen, wanted });
    setBusy(false);
    if (answer.ok) return onSaved(answer.data.key);
    setProblem(answer.message || failed);
    if (answer.status !== 409 || seen === null) return;
    const now = await latest();
    if (now) setState({ seen: now, draft: rebase(seen, draft, now), round: round + 1 });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void write(draft);
  };
  const change = (part: Partial<T>) => setState((before) => ({ ...before, draft: { ...before.draft, ...part } }));
  return (
    <form onSubmit={save} aria-label={label} className="flex flex-col gap-4">
      {/* Fields keep what is typed; they begin anew where somebody else's change is shown. */}
      <div key={round} className="flex flex-col gap-4">
        {children(draft, change)}
      </div>
      <div className="whitespace-pre-line">
        <Problem text={problem} />
      </div>
      <p className="text-soft text-sm">{edit.fromNow}</p>
      <div className="flex flex-wrap gap-2">
        <button type="submit" disabled={isBusy} className="button-brand">
          {edit.save}
        </button>
        <button type="button" onClick={onCancel} className="button-quiet">
          {edit.cancel}
        </button>
        {removal !== undefined && <SureButton label={removal} onSure={() => void write(null)} />}
      </div>
    </form>
  );
}

/** A button that asks once more before it does something costly. */
export function SureButton({ label, onSure }: { readonly label: string; readonly onSure: () => void }) {
  const { edit } = useWords();
  const [isAsked, setAsked] = useState(false);
  return (
    <button
      type="button"
      onClick={() => (isAsked ? onSure() : setAsked(true))}
      onBlur={() => setAsked(false)}
      className="button-quiet text-alarm"
    >
      {isAsked ? `${edit.sure} ${label}` : label}
    </button>
  );
}
