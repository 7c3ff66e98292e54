import type { ThreadEntry } from "../views.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { sayClock, sayHolder } from "./say.ts";

/** What a colleague wrote for the team: nobody takes it for something said to the customer. */
export function NoteItem({ note }: { readonly note: Extract<ThreadEntry, { type: "note" }> }) {
  const words = useWords();
  const me = useMe();
  return (
    <div className="mt-2 flex justify-center">
      <div className="w-full max-w-[92%] rounded-xl border-2 border-leaf border-dashed bg-leaf-soft px-3.5 py-2">
        <p className="font-bold text-leaf text-xs">
          {words.inbox.note.title} · {sayHolder(note.author, me.id, words)}
        </p>
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{note.text}</p>
        <p className="mt-0.5 text-right text-xs">{sayClock(note.at, words)}</p>
      </div>
    </div>
  );
}
