import { useState } from "react";
import type { ConversationPage } from "../views.ts";
import { ConversationFilters, FILTERS, type ListFilter } from "./conversation-filters.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { ConversationThread } from "./conversation-thread.tsx";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { addressOf, follow, useHash } from "./route.ts";
import { SearchField, SearchResults, useSearch } from "./search.tsx";
import { useRead } from "./use-read.ts";

interface ConversationsPageProps {
  readonly id: string | undefined;
  /** Sequence number of the message to open the thread at */
  readonly at: string | undefined;
}

const PAGE = 100;
const MOST = 2_000;

/** All conversations, and beside them (on a phone instead of them) the one that was picked. */
export function ConversationsPage({ id, at }: ConversationsPageProps) {
  const words = useWords();
  const hash = useHash();
  const [shown, setShown] = useState<{ readonly filter: ListFilter; readonly most: number }>({
    filter: FILTERS.find((each) => each === hash) ?? "all",
    most: PAGE,
  });
  const search = useSearch();
  const path = `/conversations?filter=${shown.filter}&most=${shown.most}`;
  const { data, problem } = useKept(useRead<ConversationPage>(path, ["conversation"]), shown.filter);
  const showMore = () => setShown(({ filter, most }) => ({ filter, most: Math.min(MOST, most + PAGE) }));
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
        <SearchField search={search} />
        <Offline problem={problem} />
        {search.words !== "" ? (
          <SearchResults search={search} />
        ) : (
          <>
            <ConversationFilters filter={shown.filter} onPick={(filter) => setShown({ filter, most: PAGE })} />
            {data === undefined ? (
              <p className="p-4 text-soft">{words.loading}</p>
            ) : (
              <ConversationList conversations={data.conversations} current={id} isAll={shown.filter === "all"} />
            )}
            {data?.more && shown.most < MOST && (
              <p className="p-4 text-center">
                <button type="button" className="button-quiet" onClick={showMore}>
                  {words.inbox.more}
                </button>
              </p>
            )}
          </>
        )}
      </section>
      {id === undefined ? (
        <p className="hidden flex-1 place-items-center text-soft md:grid">{words.list.pick}</p>
      ) : (
        <ConversationThread key={`${id} ${at}`} id={id} at={at === undefined ? undefined : Number(at)} />
      )}
    </div>
  );
}

/** While a longer list is read, the shorter one stays where it is. */
function useKept(read: ReturnType<typeof useRead<ConversationPage>>, filter: ListFilter) {
  const [kept, setKept] = useState<{ readonly filter: ListFilter; readonly data: ConversationPage }>();
  if (read.data !== undefined && read.data !== kept?.data) setKept({ filter, data: read.data });
  return { ...read, data: read.data ?? (kept?.filter === filter ? kept.data : undefined) };
}
