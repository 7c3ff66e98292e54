import type { ThreadEntry } from "../views.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { MediaItem } from "./media-item.tsx";
import { sayClock, sayHolder } from "./say.ts";

interface EntryItemProps {
  readonly entry: ThreadEntry;
  /** Asked how the words of this event are understood */
  readonly onWhy: (eventId: string) => void;
}

/** One line of the thread: the customer left, the shop right, and what happened in between. */
export function EntryItem({ entry, onWhy }: EntryItemProps) {
  const words = useWords();
  if (entry.type === "row") return <SentRow row={entry} words={words} />;
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

function SentRow({ row, words }: { readonly row: Extract<ThreadEntry, { type: "row" }>; readonly words: Dictionary }) {
  const me = useMe();
  const isLost = row.status === "withheld" || row.status === "failed";
  return (
    <div className="mt-2 flex justify-end">
      <div className={`max-w-[84%] rounded-2xl rounded-br-md px-3.5 py-2 ${lookOf(row)}`}>
        <p className="font-bold text-xs">{sayHolder(row.author, me.id, words)}</p>
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
        <p className={`mt-0.5 text-right text-xs ${isLost ? "font-bold" : ""}`}>
          {sayClock(row.at, words)} · {words.rowStatuses[row.status] ?? row.status}
          {row.error !== undefined && ` (${row.error})`}
        </p>
      </div>
    </div>
  );
}

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
