import { useState } from "react";
import type { AuditEntry, AuditPage as AuditRead } from "../audit-store.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { addressOf, follow } from "./route.ts";
import { sayClock, sayCustomer, sayDate } from "./say.ts";
import { useRead } from "./use-read.ts";

/** The trail of who did what, a page at a time. */
export function AuditPage() {
  const words = useWords();
  const { audit } = words;
  const [filter, setFilter] = useState({ who: "", what: "" });
  const [pages, setPages] = useState<readonly string[]>([]);
  const asked = new URLSearchParams(
    Object.entries({ ...filter, after: pages.at(-1) ?? "" }).filter(([, value]) => value !== ""),
  );
  const { data, problem } = useRead<AuditRead>(`/audit?${asked}`);
  const pick = (one: Partial<typeof filter>) => {
    setFilter({ ...filter, ...one });
    setPages([]);
  };
  const next = data?.next;
  return (
    <Page title={words.pages.audit}>
      <Offline problem={problem} />
      <p className="mb-3 max-w-prose text-soft">{audit.hint}</p>
      <div className="mb-4 grid gap-3 sm:grid-cols-2 sm:max-w-xl">
        <Pick
          label={audit.who}
          all={audit.everybody}
          value={filter.who}
          options={(data?.people ?? []).map(({ id, name }) => ({ value: id, text: name }))}
          onPick={(who) => pick({ who })}
        />
        <Pick
          label={audit.what}
          all={audit.everything}
          value={filter.what}
          options={(data?.kinds ?? []).map((kind) => ({ value: kind, text: sayAct(kind, words) }))}
          onPick={(what) => pick({ what })}
        />
      </div>
      {data === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      {data?.entries.length === 0 && <p className="card p-4 text-soft">{audit.none}</p>}
      {data !== undefined && data.entries.length > 0 && (
        <ol className="card divide-y divide-line">
          {data.entries.map((entry) => (
            <Item key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <div className="mt-3 flex gap-2">
        {pages.length > 0 && (
          <button type="button" className="button-quiet" onClick={() => setPages(pages.slice(0, -1))}>
            {words.back}
          </button>
        )}
        {next !== undefined && (
          <button type="button" className="button-quiet" onClick={() => setPages([...pages, next])}>
            {audit.older}
          </button>
        )}
      </div>
    </Page>
  );
}

function Item({ entry }: { readonly entry: AuditEntry }) {
  const words = useWords();
  const { audit } = words;
  const { at, who, what, to, note } = entry;
  return (
    <li className="flex flex-col gap-0.5 px-4 py-2.5 [overflow-wrap:anywhere] sm:flex-row sm:items-baseline sm:gap-4">
      <time dateTime={new Date(at).toISOString()} className="shrink-0 text-soft text-sm sm:w-48">
        {sayDate(at, words)} {sayClock(at, words)}
      </time>
      <span>
        <span className="font-semibold">{who ?? audit.nobody}</span> {sayAct(what, words)} <About entry={entry} />
        {to !== undefined && ` ${audit.to(to)}`}
        {note !== undefined && <span className="block text-soft">“{note}”</span>}
      </span>
    </li>
  );
}

/** What was done, in plain words; what happened to an order by its state. */
function sayAct(what: string, { audit, statuses, orders }: Dictionary): string {
  if (!what.startsWith("order:")) return audit.acts[what] ?? what;
  const kind = what.slice("order:".length);
  const state = new Map(Object.entries(statuses)).get(kind) ?? orders.events[kind] ?? kind;
  return audit.stepped(state);
}

function About({ entry: { about, who } }: { readonly entry: AuditEntry }) {
  const words = useWords();
  if (about === undefined || (about.type === "staff" && about.label === who)) return null;
  if (about.type === "staff") return about.label;
  const page = { order: "orders", conversation: "conversations", customer: "customers" } as const;
  const text =
    about.type === "order"
      ? words.audit.order(about.label)
      : sayCustomer({ id: about.id, customer: about.isErased ? words.audit.erased : about.label }, words);
  if (about.isErased) return <span className="text-soft">{text}</span>;
  return (
    <a href={addressOf(page[about.type], about.id)} onClick={follow} className="text-brand underline">
      {text}
    </a>
  );
}

interface PickProps {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onPick: (value: string) => void;
}

function Pick({ label, all, value, options, onPick }: PickProps) {
  return (
    <label className="flex flex-col gap-1 font-semibold">
      {label}
      <select value={value} onChange={(event) => onPick(event.target.value)} className="field font-normal">
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
