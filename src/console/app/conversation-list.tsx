import type { ConversationSummary } from "../views.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { addressOf, follow } from "./route.ts";
import { sayAge, sayCustomer, sayReason, sayValue } from "./say.ts";
import { useNow } from "./use-now.ts";

interface ConversationListProps {
  readonly conversations: readonly ConversationSummary[];
  readonly current: string | undefined;
  /** Whether these are all that are not put away, so that who holds them is said above them */
  readonly isAll: boolean;
}

const GROUPS = ["waiting", "mine", "ownPhone", "others", "bot"] as const;

/** Conversations by who holds them: those that wait for a person first. */
export function ConversationList({ conversations, current, isAll }: ConversationListProps) {
  const words = useWords();
  const me = useMe();
  const now = useNow();
  if (conversations.length === 0)
    return <p className="p-4 text-soft">{isAll ? words.list.none : words.inbox.emptyFilter}</p>;
  const rows = (members: readonly ConversationSummary[]) => (
    <ul>
      {members.map((each) => (
        <li key={each.id}>
          <Row conversation={each} isCurrent={each.id === current} now={now} words={words} />
        </li>
      ))}
    </ul>
  );
  if (!isAll) return rows(conversations);
  return GROUPS.map((group) => {
    const members = conversations.filter((each) => groupOf(each, me.id) === group);
    if (members.length === 0) return null;
    return (
      <section key={group} aria-label={words.list[group]}>
        <h2 className="sticky top-0 z-10 bg-paper px-4 py-1.5 font-semibold text-soft text-sm">
          {words.list[group]} ({members.length})
        </h2>
        {rows(members)}
      </section>
    );
  });
}

interface RowProps {
  readonly conversation: ConversationSummary;
  readonly isCurrent: boolean;
  readonly now: number;
  readonly words: Dictionary;
}

function Row({ conversation, isCurrent, now, words }: RowProps) {
  const { holder, lastWords, unread, heldSince, heldReason } = conversation;
  const isWaiting = holder.type === "waiting";
  return (
    <a
      href={addressOf("conversations", conversation.id)}
      onClick={follow}
      aria-current={isCurrent ? "true" : undefined}
      className="block border-line border-b px-4 py-3 hover:bg-sunk aria-[current=true]:bg-sunk"
    >
      <span className="flex items-baseline justify-between gap-2">
        <span className={`truncate ${unread > 0 ? "font-bold" : "font-semibold"}`}>
          {sayCustomer(conversation, words)}
        </span>
        <span className="shrink-0 text-soft text-xs">{sayAge(conversation.lastAt, now, words)}</span>
      </span>
      {isWaiting && heldSince !== undefined && (
        <span className="mt-1 block w-fit rounded-lg bg-notice px-2 py-0.5 font-semibold text-on-notice text-xs">
          {words.list.waitingFor(sayAge(heldSince, now, words))}
          {heldReason !== undefined && ` · ${sayReason(heldReason, words)}`}
        </span>
      )}
      <span className="mt-0.5 flex items-center justify-between gap-2 text-soft text-sm">
        <span className="truncate">
          {lastWords ? `${speaker(lastWords.from, words)}${lastWords.text}` : sayValue(conversation.channel, words)}
        </span>
        {unread > 0 && (
          <span className="grid min-w-6 shrink-0 place-items-center rounded-full bg-brand px-1.5 font-bold text-on-brand text-xs">
            <span aria-hidden="true">{unread}</span>
            <span className="sr-only">{words.list.unread(unread)}</span>
          </span>
        )}
      </span>
    </a>
  );
}

function speaker(from: "customer" | "bot" | "staff", words: Dictionary): string {
  if (from === "customer") return "";
  return `${from === "bot" ? words.bot : words.team.roles.seller}: `;
}

function groupOf({ holder }: ConversationSummary, me: string): (typeof GROUPS)[number] {
  if (holder.type !== "staff") return holder.type;
  return holder.id === me ? "mine" : "others";
}
