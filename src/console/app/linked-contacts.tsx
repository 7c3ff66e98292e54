import { useEffect, useRef, useState } from "react";
import type { ConversationView, CustomerMatch } from "../views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { addressOf, follow } from "./route.ts";
import { sayValue } from "./say.ts";

interface LinkedContactsProps {
  readonly conversation: Pick<ConversationView, "id" | "contacts">;
  readonly onChanged: () => Promise<void>;
}

/** By which contacts the customer is known; staff join another customer who is the same person, or part a contact. */
export function LinkedContacts({ conversation, onChanged }: LinkedContactsProps) {
  const dictionary = useWords();
  const words = dictionary.contacts;
  const [asking, setAsking] = useState<string>();
  const [isSearching, setIsSearching] = useState(false);
  const [problem, setProblem] = useState("");
  const act = async (subject: string, path: string, body: object = {}) => {
    if (asking !== subject) return setAsking(subject);
    setAsking(undefined);
    const answer = await post(path, body);
    setProblem(answer.ok ? "" : answer.message || dictionary.failed);
    if (answer.ok) setIsSearching(false);
    await onChanged();
  };
  const { contacts } = conversation;
  return (
    <div className="flex flex-col gap-2">
      {problem !== "" && <Problem text={problem} />}
      <ul className="flex flex-col gap-2">
        {contacts.map(({ id, channel, label, phone, conversationId }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-2 rounded-xl border border-line p-2.5"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span className="font-semibold">{sayValue(channel, dictionary)}</span>{" "}
              {conversationId === undefined || conversationId === conversation.id ? (
                <>
                  {label} <span className="text-soft">({words.here})</span>
                </>
              ) : (
                <a href={addressOf("conversations", conversationId)} onClick={follow} className="text-brand underline">
                  {label}
                </a>
              )}
              {phone !== undefined && <span className="block text-soft">{phone}</span>}
            </span>
            {contacts.length > 1 && (
              <ActButton
                text={words.part}
                sure={words.sureToPart}
                isAsking={asking === id}
                onClick={() => act(id, `/contacts/${id}/part`)}
              />
            )}
          </li>
        ))}
      </ul>
      {isSearching ? (
        <Search
          conversationId={conversation.id}
          asking={asking}
          onPick={(customer) => act(customer, `/conversations/${conversation.id}/join`, { customer })}
        />
      ) : (
        <>
          <p className="text-soft">{words.hint}</p>
          <button type="button" className="button-quiet self-start px-4 text-sm" onClick={() => setIsSearching(true)}>
            {words.joinWith}
          </button>
        </>
      )}
    </div>
  );
}

interface SearchProps {
  readonly conversationId: string;
  readonly asking: string | undefined;
  readonly onPick: (customer: string) => Promise<void>;
}

function Search({ conversationId, asking, onPick }: SearchProps) {
  const words = useWords();
  const [found, setFound] = useState<readonly CustomerMatch[]>();
  const results = useRef<HTMLDivElement>(null);
  // On a phone the card is low, and what was found would lie below its edge.
  useEffect(() => {
    if (found) results.current?.scrollIntoView({ block: "nearest" });
  }, [found]);
  const look = async (query: string) => {
    if (query.trim().length < 2) return setFound(undefined);
    const path = `/conversations/${conversationId}/others`;
    const answer = await post<{ customers: readonly CustomerMatch[] }>(path, { words: query.trim() });
    setFound(answer.ok ? answer.data.customers : undefined);
  };
  return (
    <>
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void look(`${new FormData(event.currentTarget).get("q") ?? ""}`);
        }}
      >
        <input
          name="q"
          type="search"
          // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it
          autoFocus
          aria-label={words.contacts.search}
          placeholder={words.contacts.search}
          className="field min-w-0 flex-1"
        />
        <button type="submit" className="button-quiet px-4 text-sm">
          {words.contacts.look}
        </button>
      </form>
      <div role="status" ref={results}>
        {found?.length === 0 && <p className="text-soft">{words.contacts.none}</p>}
        <ul className="flex flex-col gap-2">
          {found?.map(({ id, label, phone, address, channels, lastOrder }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-2 rounded-xl border border-line p-2.5"
            >
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span className="font-semibold">{label === "" ? words.visitor : label}</span>
                <span className="block text-soft">
                  {[
                    ...new Set(channels.map((channel) => sayValue(channel, words))),
                    phone,
                    lastOrder && words.orders.number(lastOrder),
                    address,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <ActButton
                text={words.contacts.join}
                sure={words.contacts.sureToJoin}
                isAsking={asking === id}
                onClick={() => onPick(id)}
              />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

interface ActButtonProps {
  readonly text: string;
  /** Asked before it is done, at the first press */
  readonly sure: string;
  readonly isAsking: boolean;
  readonly onClick: () => void;
}

function ActButton({ text, sure, isAsking, onClick }: ActButtonProps) {
  return (
    <button
      type="button"
      className={`px-3 text-sm ${isAsking ? "button bg-alarm-soft text-alarm" : "button-quiet"}`}
      onClick={onClick}
    >
      {isAsking ? `${sure} ${text}` : text}
    </button>
  );
}
