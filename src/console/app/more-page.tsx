import { PageIcon } from "./icons.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { Page } from "./page.tsx";
import { morePages } from "./pages.ts";
import { addressOf, follow } from "./route.ts";

/** On a phone: the pages that the bar has no room for. */
export function MorePage() {
  const words = useWords();
  const me = useMe();
  return (
    <Page title={words.pages.more}>
      <ul className="card divide-y divide-line overflow-hidden">
        {morePages(me.role).map((page) => (
          <li key={page}>
            <a
              href={addressOf(page)}
              onClick={follow}
              className="flex min-h-14 items-center gap-3 px-4 font-semibold hover:bg-sunk"
            >
              <PageIcon page={page} />
              {words.pages[page]}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
