import { type FormEvent, useState } from "react";
import { newId } from "../../web/new-id.ts";
import { PLACEHOLDERS, unfilled } from "../canned-reply.ts";
import type { CannedReplyView } from "../inbox-views.ts";
import { post, put } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { useRead } from "./use-read.ts";

/** The replies that the shop uses often, to write, to change and to put in order. */
export function CannedPage() {
  const words = useWords();
  const { canned } = words.inbox;
  const { data, problem, reload } = useRead<{ replies: readonly CannedReplyView[] }>("/canned");
  const [editing, setEditing] = useState<string>();
  const [blank, setBlank] = useState(newId);
  const replies = data?.replies ?? [];
  const raise = async (index: number) => {
    const ids = replies.map(({ id }) => id);
    const [raised] = ids.splice(index, 1);
    if (raised !== undefined) ids.splice(index - 1, 0, raised);
    await put("/canned", { order: ids });
    await reload();
  };
  const done = async () => {
    setEditing(undefined);
    await reload();
  };
  return (
    <Page title={words.pages.canned}>
      <Offline problem={problem} />
      <p className="max-w-prose text-soft">{canned.hint}</p>
      <ul className="my-2 flex max-w-prose flex-wrap gap-x-4 gap-y-1 text-sm">
        {PLACEHOLDERS.map((name) => (
          <li key={name}>
            <code className="rounded bg-sunk px-1 font-bold">{`{${name}}`}</code> {canned.placeholders[name]}
          </li>
        ))}
      </ul>
      {data === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      {data !== undefined && replies.length === 0 && <p className="py-3">{canned.none}</p>}
      <ul className="my-4 flex max-w-prose flex-col gap-3">
        {replies.map((reply, index) => (
          <li key={reply.id} className="card p-3.5">
            {editing === reply.id ? (
              <CannedForm reply={reply} onDone={done} onCancel={() => setEditing(undefined)} />
            ) : (
              <>
                <h2 className="font-bold [overflow-wrap:anywhere]">{reply.title}</h2>
                <p className="whitespace-pre-wrap text-soft [overflow-wrap:anywhere]">{reply.text}</p>
                <div className="mt-2 flex flex-wrap gap-2">
                  <button type="button" className="button-quiet px-4 text-sm" onClick={() => setEditing(reply.id)}>
                    {canned.edit}
                  </button>
                  <Remove id={reply.id} onDone={done} />
                  {index > 0 && (
                    <button
                      type="button"
                      aria-label={canned.up(reply.title)}
                      className="button-quiet px-4 text-sm"
                      onClick={() => raise(index)}
                    >
                      ↑
                    </button>
                  )}
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      <section aria-label={canned.add} className="card max-w-prose p-3.5">
        <h2 className="mb-2 font-bold text-lg">{canned.add}</h2>
        <CannedForm
          key={blank}
          reply={{ id: blank, title: "", text: "" }}
          onDone={async () => {
            setBlank(newId());
            await reload();
          }}
        />
      </section>
    </Page>
  );
}

function Remove({ id, onDone }: { readonly id: string; readonly onDone: () => Promise<void> }) {
  const { canned } = useWords().inbox;
  const [isAsking, setIsAsking] = useState(false);
  const remove = async () => {
    if (!isAsking) return setIsAsking(true);
    await post(`/canned/${id}/remove`);
    await onDone();
  };
  return (
    <button
      type="button"
      className={`px-4 text-sm ${isAsking ? "button bg-alarm-soft text-alarm" : "button-quiet"}`}
      onClick={remove}
    >
      {isAsking ? `${canned.sure} ${canned.remove}` : canned.remove}
    </button>
  );
}

interface CannedFormProps {
  readonly reply: CannedReplyView;
  readonly onDone: () => Promise<void>;
  readonly onCancel?: () => void;
}

function CannedForm({ reply, onDone, onCancel }: CannedFormProps) {
  const words = useWords();
  const { canned } = words.inbox;
  const [text, setText] = useState(reply.text);
  const [problem, setProblem] = useState("");
  const strange = unfilled(text).filter((each) => !KNOWN.has(each.toLowerCase()));
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = `${new FormData(event.currentTarget).get("title") ?? ""}`;
    const answer = await put(`/canned/${reply.id}`, { title, text });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    if (answer.ok) await onDone();
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-2">
      <label className="flex flex-col gap-1 font-semibold">
        {canned.title}
        <input name="title" required maxLength={60} defaultValue={reply.title} className="field font-normal" />
      </label>
      <label className="flex flex-col gap-1 font-semibold">
        {canned.text}
        <textarea
          name="text"
          rows={3}
          required
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="field py-2 font-normal"
        />
      </label>
      <p role="status" className="text-on-notice text-sm">
        {strange.length > 0 && (
          <span className="rounded-lg bg-notice px-2 py-1">{canned.strange(strange.join(", "))}</span>
        )}
      </p>
      <Problem text={problem} />
      <div className="flex gap-2">
        <button type="submit" className="button-brand px-5 text-sm">
          {canned.save}
        </button>
        {onCancel && (
          <button type="button" className="button-quiet px-4 text-sm" onClick={onCancel}>
            {canned.cancel}
          </button>
        )}
      </div>
    </form>
  );
}

const KNOWN: ReadonlySet<string> = new Set(PLACEHOLDERS.map((name) => `{${name}}`));
