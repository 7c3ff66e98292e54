import type { ThreadEntry } from "../views.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { MediaItem } from "./media-item.tsx";
import { NoteItem } from "./note-item.tsx";
import { sayClock, sayHolder } from "./say.ts";

interface EntryItemProps {
  readonly entry: ThreadEntry;
  /** Asked how the words of this event are understood */
  readonly onWhy: (eventId: string) => void;
  /** A failed reply is to go once more; absent where this reader may not send */
  readonly onAgain?: ((rowId: string) => void) | undefined;
}

/** One line of the thread: the customer left, the shop right, and what happened in between. */
export function EntryItem({ entry, onWhy, onAgain }: EntryItemProps) {
  const words = useWords();
  if (entry.type === "note") return <NoteItem note={entry} />;
  if (entry.type === "row") return <SentRow row={entry} words={words} onAgain={onAgain} />;
  if (entry.said === "nobody") return <Happened kind={entry.kind} text={entry.text} at={entry.at} words={words} />;
  const isOurs = entry.said === "ownPhone";
  return (
    <div className={`mt-2 flex ${isOurs ? "justify-end" : "justify-start"}`}>
      <div className={`max-w-[84%] rounded-2xl px-3.5 py-2 ${isOurs ? OURS : THEIRS}`}>
        {isOurs ? (
          <p className="font-bold text-xs">{words.ownPhone}</p>
        ) : (
          <span className="sr-only">{words.customerWord}: </span>
        )}
        {entry.attachments.map((attachment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: attachments never change places
          <MediaItem key={index} eventId={entry.id} index={index} attachment={attachment} />
        ))}
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{entry.text}</p>
        <p className={`mt-0.5 flex flex-wrap items-center gap-x-3 text-xs ${isOurs ? "justify-end" : "text-soft"}`}>
          {sayClock(entry.at, words)}
          {entry.readable && (
            <button type="button" className="link-quiet -my-1 min-h-8" onClick={() => onWhy(entry.id)}>
              {words.reading.why}
            </button>
          )}
          {entry.misread && <span className="font-bold text-alarm">{words.reading.misread}</span>}
        </p>
      </div>
    </div>
  );
}

const THEIRS = "rounded-bl-md border border-line bg-surface";
const OURS = "rounded-br-md bg-own text-on-own";

interface SentRowProps {
  readonly row: Extract<ThreadEntry, { type: "row" }>;
  readonly words: Dictionary;
  readonly onAgain: EntryItemProps["onAgain"];
}

function SentRow({ row, words, onAgain }: SentRowProps) {
  const me = useMe();
  const mayGoAgain = row.status === "failed" && row.purpose === "reply" && row.author.type === "staff";
  return (
    <div className="mt-2 flex justify-end">
      <div className={`max-w-[84%] rounded-2xl rounded-br-md px-3.5 py-2 ${lookOf(row)}`}>
        <p className="font-bold text-xs">{sayHolder(row.author, me.id, words)}</p>
        {row.photo !== undefined && <ShopPicture id={row.photo} alt={words.inbox.picture.alt} />}
        <p
          className={`whitespace-pre-wrap [overflow-wrap:anywhere] ${row.status === "withheld" ? "line-through" : ""}`}
        >
          {row.text}
        </p>
        {row.choices.length > 0 && (
          <ul className="mt-1 flex flex-wrap gap-1 text-xs">
            {row.choices.map((label) => (
              <li key={label} className="rounded-full border border-current px-2 py-0.5">
                {label}
              </li>
            ))}
          </ul>
        )}
        <Receipt row={row} words={words} />
        {mayGoAgain && !row.sentAgain && onAgain !== undefined && (
          <p className="mt-1 text-right">
            <button type="button" className="button-quiet px-4 text-sm" onClick={() => onAgain(row.id)}>
              {words.inbox.receipts.again}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

function ShopPicture({ id, alt }: { readonly id: string; readonly alt: string }) {
  const url = `/console/api/photos/${id}`;
  return (
    <a href={url} target="_blank" rel="noreferrer" className="my-1 block">
      <img src={url} alt={alt} loading="lazy" className="max-h-72 min-h-24 rounded-xl" />
    </a>
  );
}

/** What became of it: a mark, the word for it, and why where it failed. */
function Receipt({ row, words }: Pick<SentRowProps, "row" | "words">) {
  const { status, error } = row;
  const isLost = status === "withheld" || status === "failed";
  const { receipts } = words.inbox;
  return (
    <p className={`mt-0.5 text-right text-xs ${isLost ? "font-bold" : ""}`}>
      {sayClock(row.at, words)} · <span aria-hidden="true">{MARKS[status]}</span> {words.rowStatuses[status] ?? status}
      {error !== undefined && isLost && `: ${new Map(Object.entries(receipts.errors)).get(error) ?? error}`}
      {row.sentAgain && ` · ${receipts.sentAgain}`}
    </p>
  );
}

const MARKS: Readonly<Record<string, string>> = {
  queued: "…",
  sending: "…",
  sent: "✓",
  delivered: "✓✓",
  read: "✓✓",
  failed: "✕",
  withheld: "✕",
};

function lookOf({ author, status }: Extract<ThreadEntry, { type: "row" }>): string {
  if (status === "failed") return "bg-alarm-soft text-alarm";
  if (status === "withheld") return "border-2 border-dashed border-line text-soft";
  return author.type === "bot" ? "bg-notice text-on-notice" : "bg-own text-on-own";
}

interface HappenedProps {
  readonly kind: string;
  readonly text: string;
  readonly at: number;
  readonly words: Dictionary;
}

function Happened({ kind, text, at, words }: HappenedProps) {
  const say = words.happened[kind] ?? words.happened.other;
  const shown = kind === "orderStepped" ? (new Map(Object.entries(words.statuses)).get(text) ?? text) : text;
  return (
    <p className="mx-auto mt-2 w-fit text-center text-soft text-xs">
      {say?.(shown)} · {sayClock(at, words)}
    </p>
  );
}
