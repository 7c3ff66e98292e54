import type { SessionView } from "../account-store.ts";
import { useWords } from "./language.tsx";
import { sayAge, sayDate } from "./say.ts";
import { sayBrowser } from "./say-browser.ts";
import { useNow } from "./use-now.ts";

interface SessionListProps {
  readonly sessions: readonly SessionView[];
  readonly onEnd: (session: string) => void;
}

/** The browsers in which somebody is signed in, each of which can be signed out. */
export function SessionList({ sessions, onEnd }: SessionListProps) {
  const words = useWords();
  const now = useNow();
  const { accounts } = words;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {sessions.map(({ id, userAgent, since, lastSeenAt, isThis }) => {
        const name = sayBrowser(userAgent, words);
        return (
          <li key={id} className="flex items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="block font-semibold">{name}</span>
              <span className="block text-soft text-sm">
                {isThis ? accounts.this : accounts.lastSeen(sayAge(lastSeenAt, now, words))} ·{" "}
                {accounts.since(sayDate(since, words))}
              </span>
            </span>
            {!isThis && (
              <button
                type="button"
                className="button-quiet shrink-0 px-3.5 text-sm"
                aria-label={`${accounts.end}: ${name}`}
                onClick={() => onEnd(id)}
              >
                {accounts.end}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
