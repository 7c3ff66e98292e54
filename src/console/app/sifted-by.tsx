import { useWords } from "./language.tsx";
import { addressOf, follow, type Page } from "./route.ts";

interface SiftedByProps {
  readonly page: Page;
  /** What is shown of all there is */
  readonly children: string;
}

/** Says that a page shows a part alone, as it was opened from elsewhere, and leads to the whole. */
export function SiftedBy({ page, children }: SiftedByProps) {
  const words = useWords();
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-3 rounded-xl bg-notice px-3 py-1 text-on-notice">
      <strong>{children}</strong>
      <a href={addressOf(page)} onClick={follow} className="flex min-h-11 items-center underline underline-offset-4">
        {words.today.showAll}
      </a>
    </p>
  );
}
