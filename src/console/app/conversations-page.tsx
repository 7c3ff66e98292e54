import type { ConversationSummary } from "../views.ts";
import { ConversationList } from "./conversation-list.tsx";
import { ConversationThread } from "./conversation-thread.tsx";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { addressOf, follow } from "./route.ts";
import { useRead } from "./use-read.ts";

/** All conversations, and beside them (on a phone instead of them) the one that was picked. */
export function ConversationsPage({ id }: { readonly id: string | undefined }) {
  const words = useWords();
  const { data, problem } = useRead<{ conversations: readonly ConversationSummary[] }>("/conversations", [
    "conversation",
  ]);
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={words.pages.conversations}
        className={`w-full overflow-y-auto border-line md:block md:w-80 md:shrink-0 md:border-r ${id === undefined ? "" : "hidden"}`}
      >
        <header className="flex items-baseline justify-between gap-2 px-4 pt-4 pb-2">
          <h1 className="font-bold text-2xl">{words.pages.conversations}</h1>
          <a href={addressOf("misreads")} onClick={follow} className="link-quiet py-2 text-sm">
            {words.pages.misreads}
          </a>
        </header>
        <Offline problem={problem} />
        {data === undefined ? (
          <p className="p-4 text-soft">{words.loading}</p>
        ) : (
          <ConversationList conversations={data.conversations} current={id} />
        )}
      </section>
      {id === undefined ? (
        <p className="hidden flex-1 place-items-center text-soft md:grid">{words.list.pick}</p>
      ) : (
        <ConversationThread key={id} id={id} />
      )}
    </div>
  );
}
