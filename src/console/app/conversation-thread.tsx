import { Fragment, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ConversationView, ThreadEntry } from "../views.ts";
import { post } from "./console-api.ts";
import { ContextCard } from "./context-card.tsx";
import { EntryItem } from "./entry-item.tsx";
import { HolderBar } from "./holder-bar.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { NoteBox } from "./note-box.tsx";
import { Offline } from "./offline.tsx";
import { ReadingSheet } from "./reading-sheet.tsx";
import { ReplyBox } from "./reply-box.tsx";
import { sayCustomer, sayDay } from "./say.ts";
import { Sheet } from "./sheet.tsx";
import { ThreadHeader } from "./thread-header.tsx";
import { unsent } from "./unsent.ts";
import { UnsentReplies, useUnsentIn } from "./unsent-replies.tsx";
import { useEndInSight } from "./use-end-in-sight.ts";
import { useRead } from "./use-read.ts";
import { type ReadThread, useThread } from "./use-thread.ts";
import { WindowNote } from "./window-note.tsx";

interface ConversationThreadProps {
  readonly id: string;
  /** Sequence number of the entry that was searched for */
  readonly at: number | undefined;
}

/** One conversation: everything said and sent, who holds it, a place to reply, and its context. */
export function ConversationThread({ id, at }: ConversationThreadProps) {
  const words = useWords();
  const me = useMe();
  const { data, problem, reload } = useRead<ConversationView>(`/conversations/${id}`, ["conversation", "order"], id);
  const thread = useThread(id, data, at);
  const [askedAbout, setAskedAbout] = useState<string>();
  const [isCardOpen, setIsCardOpen] = useState(false);
  const [isNoting, setIsNoting] = useState(false);
  const [picked, setPicked] = useState<{ readonly text: string }>();
  const [refusal, setRefusal] = useState("");
  useSeen(id, data);
  useEffect(() => unsent.show(id, reload), [id, reload]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each reading
  useLayoutEffect(() => unsent.shown(id), [id, data]);
  if (data === undefined)
    return (
      <p className="flex-1 p-6 text-soft">{problem === undefined ? words.loading : problem.message || words.offline}</p>
    );
  const name = sayCustomer({ id, customer: data.customer.label }, words);
  const isMine = data.holder.type === "staff" && data.holder.id === me.id;
  const mayReply = data.holder.type !== "staff" || isMine || me.role === "owner";
  const act = async (path: string) => {
    const answer = await post(`/conversations/${id}/${path}`);
    setRefusal(answer.ok ? "" : answer.message || words.failed);
    await reload();
  };
  const use = (text: string) => {
    setIsCardOpen(false);
    setPicked({ text });
  };
  const card = <ContextCard conversation={data} onChanged={reload} onUse={isMine ? use : undefined} />;
  return (
    <div className="flex min-w-0 flex-1">
      <section aria-label={words.thread.label(name)} className="flex min-w-0 flex-1 flex-col">
        <ThreadHeader
          conversation={data}
          mayClose={mayReply}
          onAct={act}
          onCard={() => setIsCardOpen(true)}
          onNote={() => setIsNoting(true)}
        />
        <Offline problem={problem} />
        <Entries
          conversationId={id}
          name={name}
          thread={thread}
          at={at}
          onWhy={setAskedAbout}
          onAgain={mayReply ? (row) => void act(`rows/${row}/again`) : undefined}
        />
        {refusal !== "" && (
          <p role="alert" className="bg-alarm-soft px-4 py-2 text-alarm text-sm">
            {refusal}
          </p>
        )}
        {data.blocked && <p className="bg-alarm-soft px-4 py-2 text-alarm text-sm">{words.thread.blocked}</p>}
        {isNoting && <NoteBox conversationId={id} onClose={() => setIsNoting(false)} onWritten={reload} />}
        <HolderBar conversation={data} onActed={reload} />
        {isMine && <WindowNote conversation={data} />}
        {isMine && <ReplyBox conversation={data} picked={picked} onSent={reload} />}
      </section>
      <aside
        aria-label={words.context.title}
        className="hidden w-80 shrink-0 overflow-y-auto border-line border-l bg-surface p-4 xl:block"
      >
        {card}
      </aside>
      {isCardOpen && (
        <Sheet title={name} closeLabel={words.inbox.closeInfo} onClose={() => setIsCardOpen(false)}>
          {card}
        </Sheet>
      )}
      {askedAbout !== undefined && (
        <ReadingSheet eventId={askedAbout} onClose={() => setAskedAbout(undefined)} onMarked={reload} />
      )}
    </div>
  );
}

interface EntriesProps {
  readonly conversationId: string;
  readonly name: string;
  readonly thread: ReadThread;
  readonly at: number | undefined;
  readonly onWhy: (eventId: string) => void;
  readonly onAgain: ((rowId: string) => void) | undefined;
}

function Entries({ conversationId, name, thread, at, onWhy, onAgain }: EntriesProps) {
  const words = useWords();
  const { entries, earlier, gapAfter } = thread;
  const isFound = at !== undefined && entries.some(({ sequence }) => sequence === at);
  const me = useMe();
  const onTheWay = useUnsentIn(conversationId);
  const latest = entries.at(-1);
  const { list, content, hasNew, toEnd } = useEndInSight({
    first: entries[0]?.id,
    last: onTheWay.at(-1)?.id ?? latest?.id,
    isOwn:
      onTheWay.length > 0 || (latest?.type === "row" && latest.author.type === "staff" && latest.author.id === me.id),
    startsAbove: at !== undefined,
  });
  const found = useFoundInSight(isFound);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={list}
        role="log"
        aria-live="polite"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="flex-1 overflow-y-auto [overflow-anchor:none]"
        aria-label={words.thread.label(name)}
      >
        <div ref={content} className="px-3 py-3">
          {earlier && <More text={words.thread.earlier} onClick={thread.readEarlier} />}
          {entries.map((entry, index) => (
            <Fragment key={entry.id}>
              {startsDay(entries, index) && (
                <p className="mx-auto my-3 w-fit rounded-full bg-sunk px-3 py-0.5 font-semibold text-soft text-xs">
                  {sayDay(entry.at, words)}
                </p>
              )}
              <div
                ref={entry.sequence === at ? found : undefined}
                className={entry.sequence === at ? "rounded-xl outline-3 outline-turmeric outline-offset-4" : undefined}
              >
                {entry.sequence === at && <span className="sr-only">{words.inbox.foundHere}</span>}
                <EntryItem entry={entry} onWhy={onWhy} onAgain={onAgain} />
              </div>
              {entry.sequence === gapAfter && <More text={words.inbox.gap} onClick={thread.readGap} />}
            </Fragment>
          ))}
          <UnsentReplies conversationId={conversationId} />
        </div>
      </div>
      {hasNew && (
        <button
          type="button"
          className="-translate-x-1/2 button-brand absolute bottom-3 left-1/2 z-10 px-4 text-sm shadow-card"
          onClick={toEnd}
        >
          <span aria-hidden="true">↓</span> {words.inbox.newBelow}
        </button>
      )}
    </div>
  );
}

function More({ text, onClick }: { readonly text: string; readonly onClick: () => Promise<void> }) {
  return (
    <p className="py-3 text-center">
      <button type="button" className="button-quiet text-sm" onClick={onClick}>
        {text}
      </button>
    </p>
  );
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

/** What was searched for is brought into sight once it is there. */
function useFoundInSight(isThere: boolean) {
  const found = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isThere) found.current?.scrollIntoView({ block: "center" });
  }, [isThere]);
  return found;
}
