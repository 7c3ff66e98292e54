import { type ReactNode, useEffect, useState } from "react";
import type { FoundMessage, SearchView } from "../inbox-views.ts";
import { post } from "./console-api.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { addressOf, follow } from "./route.ts";
import { sayAge, sayCustomer, sayMoney, sayValue } from "./say.ts";
import { StatusMark } from "./status-mark.tsx";
import { useNow } from "./use-now.ts";

const QUIET_MS = 350;
const LEAST = 2;

export interface Search {
  /** What is typed; empty while nothing is searched for */
  readonly words: string;
  readonly type: (words: string) => void;
  /** What the latest words found; undefined until they have */
  readonly found: SearchView | undefined;
  readonly problem: string;
}

/** Searches while somebody types, once they pause. */
export function useSearch(): Search {
  const [words, type] = useState("");
  const [result, setResult] = useState<{ words: string; found?: SearchView; problem: string }>();
  const wanted = words.trim();
  useEffect(() => {
    if (wanted.length < LEAST) return setResult(undefined);
    let isStale = false;
    const pause = setTimeout(async () => {
      const answer = await post<SearchView>("/search", { words: wanted });
      if (isStale) return;
      setResult(
        answer.ok ? { words: wanted, found: answer.data, problem: "" } : { words: wanted, problem: answer.message },
      );
    }, QUIET_MS);
    return () => {
      isStale = true;
      clearTimeout(pause);
    };
  }, [wanted]);
  const isCurrent = result?.words === wanted;
  return { words, type, found: isCurrent ? result.found : undefined, problem: isCurrent ? result.problem : "" };
}

/** One field for names, numbers, orders and what was said. */
export function SearchField({ search }: { readonly search: Search }) {
  const { inbox } = useWords();
  return (
    <search className="block px-4 pb-1">
      <input
        type="search"
        value={search.words}
        onChange={(event) => search.type(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && search.type("")}
        maxLength={80}
        aria-label={inbox.search.label}
        placeholder={inbox.search.placeholder}
        className="field"
      />
    </search>
  );
}

/** What was found, by kind. */
export function SearchResults({ search }: { readonly search: Search }) {
  const words = useWords();
  const now = useNow();
  const { found, problem } = search;
  const wanted = search.words.trim();
  if (problem !== "") return <p className="p-4 text-alarm">{problem}</p>;
  if (found === undefined)
    return (
      <p role="status" className="p-4 text-soft">
        {wanted.length < LEAST ? "" : words.inbox.search.searching}
      </p>
    );
  const { people, orders, messages, more } = found;
  const none = people.length + orders.length + messages.length === 0;
  return (
    <div role="status">
      {none && <p className="p-4 text-soft">{words.inbox.search.none(wanted)}</p>}
      <Group title={words.inbox.search.people} count={people.length}>
        {people.map(({ id, customer, channel, phone, lastAt }) => (
          <Hit key={id} href={addressOf("conversations", id)}>
            <Top left={sayCustomer({ id, customer }, words)} right={sayAge(lastAt, now, words)} />
            <span className="text-soft text-sm">{[sayValue(channel, words), phone].filter(Boolean).join(" · ")}</span>
          </Hit>
        ))}
      </Group>
      <Group title={words.inbox.search.orders} count={orders.length}>
        {orders.map(({ id, number, status, customer, total }) => (
          <Hit key={id} href={addressOf("orders", id)}>
            <span className="flex items-center justify-between gap-2">
              <span className="font-semibold">{words.orders.number(number)}</span>
              <StatusMark status={status} />
            </span>
            <span className="text-soft text-sm">{[customer, sayMoney(total)].filter(Boolean).join(" · ")}</span>
          </Hit>
        ))}
      </Group>
      <Group title={words.inbox.search.messages} count={messages.length}>
        {messages.map((message) => (
          <Hit
            key={`${message.conversationId} ${message.sequence}`}
            href={addressOf("conversations", message.conversationId, `${message.sequence}`)}
          >
            <Top
              left={sayCustomer({ id: message.conversationId, customer: message.customer }, words)}
              right={sayAge(message.at, now, words)}
            />
            <span className="block text-soft text-sm [overflow-wrap:anywhere]">
              {saidBy(message, words)}
              <Marked text={message.text} wanted={wanted} />
            </span>
          </Hit>
        ))}
      </Group>
      {more && <p className="p-4 text-soft text-sm">{words.inbox.search.more}</p>}
    </div>
  );
}

function saidBy({ from }: FoundMessage, { inbox }: Dictionary): string {
  if (from === "customer") return "";
  return `${from === "note" ? inbox.search.noteBy : inbox.search.shopSaid}: `;
}

/** A text with the words that were searched for marked in it. */
function Marked({ text, wanted }: { readonly text: string; readonly wanted: string }) {
  const at = text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return text;
  const end = at + wanted.length;
  return (
    <>
      {text.slice(0, at)}
      <mark className="rounded bg-turmeric px-0.5 text-[#2c1d16]">{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  );
}

function Group({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="sticky top-0 z-10 bg-paper px-4 py-1.5 font-semibold text-soft text-sm">
        {title} ({count})
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

function Hit({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <li>
      <a href={href} onClick={follow} className="block border-line border-b px-4 py-3 hover:bg-sunk">
        {children}
      </a>
    </li>
  );
}

function Top({ left, right }: { readonly left: string; readonly right: string }) {
  return (
    <span className="flex items-baseline justify-between gap-2">
      <span className="truncate font-semibold">{left}</span>
      <span className="shrink-0 text-soft text-xs">{right}</span>
    </span>
  );
}
