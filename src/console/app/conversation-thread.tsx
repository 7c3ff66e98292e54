import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ConversationView, ThreadEntry } from "../views.ts";
import { get, post } from "./console-api.ts";
import { ContextCard } from "./context-card.tsx";
import { EntryItem } from "./entry-item.tsx";
import { HolderBar } from "./holder-bar.tsx";
import { BackIcon } from "./icons.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { Offline } from "./offline.tsx";
import { ReadingSheet } from "./reading-sheet.tsx";
import { ReplyBox } from "./reply-box.tsx";
import { addressOf, follow } from "./route.ts";
import { sayCustomer, sayDay, sayReason, sayValue } from "./say.ts";
import { UnsentReplies } from "./unsent-replies.tsx";
import { useRead } from "./use-read.ts";
import { WindowNote } from "./window-note.tsx";

/** One conversation: everything said and sent, who holds it, a place to reply, and its context. */
export function ConversationThread({ id }: { readonly id: string }) {
  const words = useWords();
  const me = useMe();
  const { data, problem, reload } = useRead<ConversationView>(`/conversations/${id}`, ["conversation", "order"], id);
  const [earlier, setEarlier] = useState<{ entries: readonly ThreadEntry[]; earlier: boolean }>();
  const [askedAbout, setAskedAbout] = useState<string>();
  const entries = data === undefined ? [] : joined(earlier?.entries ?? [], data.entries);
  useSeen(id, data);
  const list = useEndInSight(data?.entries.at(-1)?.id);
  if (data === undefined)
    return (
      <p className="flex-1 p-6 text-soft">{problem === undefined ? words.loading : problem.message || words.offline}</p>
    );
  const readEarlier = async () => {
    const answer = await get<ConversationView>(`/conversations/${id}?before=${entries[0]?.sequence ?? 0}`);
    if (answer.ok)
      setEarlier({ entries: joined(answer.data.entries, earlier?.entries ?? []), earlier: answer.data.earlier });
  };
  const name = sayCustomer({ id, customer: data.customer.label }, words);
  const isMine = data.holder.type === "staff" && data.holder.id === me.id;
  return (
    <div className="flex min-w-0 flex-1">
      <section aria-label={words.thread.label(name)} className="flex min-w-0 flex-1 flex-col">
        <header className="flex items-center gap-2 border-line border-b bg-surface px-3 py-2">
          <a
            href={addressOf("conversations")}
            onClick={follow}
            aria-label={words.back}
            className="grid size-11 shrink-0 place-items-center md:hidden"
          >
            <BackIcon />
          </a>
          <div className="min-w-0 flex-1">
            <h1 className="truncate font-bold text-lg leading-tight">{name}</h1>
            <p className="truncate text-soft text-sm">
              {sayValue(data.channel, words)}
              {data.holder.type === "waiting" &&
                data.heldReason !== undefined &&
                ` · ${sayReason(data.heldReason, words)}`}
            </p>
          </div>
        </header>
        <Offline problem={problem} />
        <details className="border-line border-b bg-surface xl:hidden">
          <summary className="px-4 py-2 font-semibold text-brand text-sm">{words.context.title}</summary>
          <div className="max-h-[50dvh] overflow-y-auto px-4 pb-4">
            <ContextCard conversation={data} onChanged={reload} />
          </div>
        </details>
        <div
          ref={list}
          role="log"
          aria-live="polite"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="flex-1 overflow-y-auto px-3 py-3"
          aria-label={words.thread.label(name)}
        >
          {(earlier?.earlier ?? data.earlier) && (
            <p className="pb-3 text-center">
              <button type="button" className="button-quiet text-sm" onClick={readEarlier}>
                {words.thread.earlier}
              </button>
            </p>
          )}
          {entries.map((entry, index) => (
            <div key={entry.id}>
              {startsDay(entries, index) && (
                <p className="mx-auto my-3 w-fit rounded-full bg-sunk px-3 py-0.5 font-semibold text-soft text-xs">
                  {sayDay(entry.at, words)}
                </p>
              )}
              <EntryItem entry={entry} onWhy={setAskedAbout} />
            </div>
          ))}
          <UnsentReplies conversationId={id} />
        </div>
        {data.blocked && <p className="bg-alarm-soft px-4 py-2 text-alarm text-sm">{words.thread.blocked}</p>}
        <HolderBar conversation={data} onActed={reload} />
        {isMine && <WindowNote conversation={data} />}
        {isMine && <ReplyBox conversationId={id} onSent={reload} />}
      </section>
      <aside
        aria-label={words.context.title}
        className="hidden w-80 shrink-0 overflow-y-auto border-line border-l bg-surface p-4 xl:block"
      >
        <ContextCard conversation={data} onChanged={reload} />
      </aside>
      {askedAbout !== undefined && (
        <ReadingSheet eventId={askedAbout} onClose={() => setAskedAbout(undefined)} onMarked={reload} />
      )}
    </div>
  );
}

function joined(earlier: readonly ThreadEntry[], later: readonly ThreadEntry[]): readonly ThreadEntry[] {
  const byId = new Map([...earlier, ...later].map((entry) => [entry.id, entry]));
  return [...byId.values()].sort((one, other) => one.sequence - other.sequence);
}

function startsDay(entries: readonly ThreadEntry[], index: number): boolean {
  const day = (entry: ThreadEntry | undefined) => entry && new Date(entry.at).toDateString();
  return day(entries[index]) !== day(entries[index - 1]);
}

/** Tells the shop that the customer's words were read, where they really are on the screen. */
function useSeen(id: string, conversation: ConversationView | undefined): void {
  useEffect(() => {
    const tell = () => {
      if (conversation?.unread && document.visibilityState === "visible") void post(`/conversations/${id}/seen`);
    };
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [id, conversation]);
}

function useEndInSight(end: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (end !== undefined && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [end]);
  return list;
}
