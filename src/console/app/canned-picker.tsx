import { useState } from "react";
import { fillReply } from "../canned-reply.ts";
import type { CannedReplyView } from "../inbox-views.ts";
import { useWords } from "./language.tsx";
import { addressOf, follow } from "./route.ts";
import { useRead } from "./use-read.ts";

interface CannedPickerProps {
  /** What stands for the placeholders here */
  readonly known: Readonly<Record<string, string>>;
  readonly onPick: (text: string) => void;
  readonly onClose: () => void;
}

/** The replies that the shop uses often, filled in for this conversation, to pick one. */
export function CannedPicker({ known, onPick, onClose }: CannedPickerProps) {
  const { inbox, loading } = useWords();
  const { canned } = inbox;
  const { data } = useRead<{ replies: readonly CannedReplyView[] }>("/canned");
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLowerCase();
  const found = data?.replies.filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(wanted));
  const pick = (reply: CannedReplyView | undefined) => reply && onPick(fillReply(reply.text, known));
  return (
    <section aria-label={canned.pick} className="border-line border-t bg-surface p-3">
      <div className="flex gap-2">
        <input
          type="search"
          // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it
          autoFocus
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") onClose();
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            pick(found?.[0]);
          }}
          aria-label={canned.find}
          placeholder={canned.find}
          className="field min-w-0 flex-1"
        />
        <button type="button" className="button-quiet px-4 text-sm" onClick={onClose}>
          {canned.cancel}
        </button>
      </div>
      {data === undefined && <p className="py-2 text-soft">{loading}</p>}
      {found?.length === 0 && <p className="py-2 text-soft text-sm">{canned.noneHere}</p>}
      <ul className="mt-2 flex max-h-[35dvh] flex-col gap-1 overflow-y-auto">
        {found?.map((reply) => (
          <li key={reply.id}>
            <button
              type="button"
              onClick={() => pick(reply)}
              className="w-full rounded-xl border border-line px-3 py-2 text-left hover:border-brand"
            >
              <span className="block font-semibold text-sm">{reply.title}</span>
              <span className="line-clamp-2 text-soft text-sm [overflow-wrap:anywhere]">
                {fillReply(reply.text, known)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <a href={addressOf("canned")} onClick={follow} className="link-quiet inline-flex min-h-11 items-center text-sm">
        {canned.manage}
      </a>
    </section>
  );
}
