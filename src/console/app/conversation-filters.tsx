import { useWords } from "./language.tsx";

export const FILTERS = ["all", "waiting", "mine", "bot", "others", "closed"] as const;
export type ListFilter = (typeof FILTERS)[number];

interface ConversationFiltersProps {
  readonly filter: ListFilter;
  readonly onPick: (filter: ListFilter) => void;
}

/** Which conversations the list shows, one chip each. */
export function ConversationFilters({ filter, onPick }: ConversationFiltersProps) {
  const { inbox } = useWords();
  return (
    <fieldset aria-label={inbox.filtersLabel} className="flex gap-1.5 overflow-x-auto px-4 py-2 md:flex-wrap">
      {FILTERS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === filter}
          onClick={() => onPick(each)}
          className="chip min-h-11 shrink-0 font-semibold"
        >
          {inbox.filters[each]}
        </button>
      ))}
    </fieldset>
  );
}
