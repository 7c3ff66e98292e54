import type { ReactNode } from "react";
import type { Me } from "../views.ts";
import { post } from "./console-api.ts";
import { PageIcon } from "./icons.tsx";
import { LanguageSwitch, useWords } from "./language.tsx";
import { barPages, PAGES, sidePages } from "./pages.ts";
import { addressOf, follow, type Page } from "./route.ts";
import { SignalBanner } from "./signal-banner.tsx";
import { useRead } from "./use-read.ts";
import { useTitle } from "./use-title.ts";

interface FrameProps {
  readonly me: Me;
  readonly page: Page;
  /** On a phone, a single conversation or order takes the whole screen */
  readonly isDeep: boolean;
  readonly onLeft: () => void;
  readonly children: ReactNode;
}

/** The menu (below on a phone, at the side on a wide screen) around a page. */
export function Frame({ me, page, isDeep, onLeft, children }: FrameProps) {
  const words = useWords();
  const talks = me.staff.role !== "courier";
  const { data } = useRead<{ waiting: number }>(talks ? "/waiting" : undefined, talks ? ["conversation"] : []);
  const waiting = data?.waiting ?? 0;
  const calls = useRead<{ open: number }>(talks ? "/calls/open" : undefined, talks ? ["call"] : []).data?.open ?? 0;
  const badges: Badges = {
    conversations: { count: waiting, text: words.list.waitingCount(waiting) },
    calls: { count: calls, text: words.calls.openCount(calls) },
  };
  useTitle(waiting === 0 ? words.console : `(${waiting}) ${words.console}`);
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <header
        className={`shrink-0 bg-surface md:flex md:w-56 md:flex-col md:border-line md:border-r ${isDeep ? "hidden md:flex" : ""}`}
      >
        <div className="awning" aria-hidden="true" />
        <div className="flex items-center justify-between gap-2 px-4 py-2 md:block md:py-4">
          <div className="min-w-0">
            <p className="truncate font-bold text-lg leading-tight">{me.shop || "Kopdar"}</p>
            <p className="truncate text-soft text-sm">
              {me.staff.name} · {words.team.roles[me.staff.role]}
            </p>
          </div>
          <div className="md:hidden">
            <Account onLeft={onLeft} />
          </div>
        </div>
        <div className="hidden flex-1 flex-col md:flex">
          <Menu pages={sidePages(me.staff.role)} current={PAGES[page].part ?? page} badges={badges} />
          <div className="mt-auto p-4">
            <Account onLeft={onLeft} />
          </div>
        </div>
      </header>
      <main className="flex min-h-0 min-w-0 flex-1 flex-col">
        <SignalBanner />
        {children}
      </main>
      <div
        className={`shrink-0 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden ${isDeep ? "hidden" : ""}`}
      >
        <Menu pages={barPages(me.staff.role)} current={inBar(page)} badges={badges} />
      </div>
    </div>
  );
}

/** What is marked in the bar: the page itself, the one it belongs to, or "more". */
function inBar(page: Page): Page {
  const own = PAGES[page].bar ? page : (PAGES[page].part ?? "more");
  return PAGES[own].bar ? own : "more";
}

interface MenuProps {
  readonly pages: readonly Page[];
  readonly current: Page;
  readonly badges: Badges;
}

/** How many wait behind a page, and what for */
type Badges = Partial<Record<Page, { readonly count: number; readonly text: string }>>;

function Menu({ pages, current, badges }: MenuProps) {
  const words = useWords();
  return (
    <nav aria-label={words.menu} className="flex justify-around md:flex-col md:gap-1 md:px-2">
      {pages.map((each) => (
        <a
          key={each}
          href={addressOf(each)}
          onClick={follow}
          aria-current={each === current ? "page" : undefined}
          className="flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-xl px-1 font-semibold text-soft text-xs hover:text-brand aria-[current=page]:text-brand md:min-h-11 md:flex-none md:flex-row md:justify-start md:gap-3 md:px-3 md:text-base md:aria-[current=page]:bg-notice md:aria-[current=page]:text-on-notice"
        >
          <span className="relative">
            <PageIcon page={each} />
            {(badges[each]?.count ?? 0) > 0 && (
              <span
                aria-hidden="true"
                className="-top-1.5 -right-2.5 absolute grid min-w-5 place-items-center rounded-full bg-brand px-1 font-bold text-on-brand text-xs"
              >
                {badges[each]?.count}
              </span>
            )}
          </span>
          {words.pages[each]}
          {(badges[each]?.count ?? 0) > 0 && <span className="sr-only">({badges[each]?.text})</span>}
        </a>
      ))}
    </nav>
  );
}

function Account({ onLeft }: { readonly onLeft: () => void }) {
  const words = useWords();
  const leave = (path: "/sign-out" | "/sign-out-everywhere") => async () => {
    await post(path);
    onLeft();
  };
  return (
    <details className="relative">
      <summary className="button-quiet w-fit list-none px-4 text-sm md:w-full">{words.signIn.account}</summary>
      <div className="card absolute right-0 z-20 mt-2 flex w-64 flex-col items-start gap-2 p-3 md:bottom-full md:left-0 md:mb-2">
        <a href={addressOf("account")} onClick={follow} className="button-quiet w-full text-sm">
          {words.pages.account}
        </a>
        <button type="button" className="button-quiet w-full text-sm" onClick={leave("/sign-out")}>
          {words.signIn.signOut}
        </button>
        <button type="button" className="button-quiet w-full text-sm" onClick={leave("/sign-out-everywhere")}>
          {words.signIn.everywhere}
        </button>
        <LanguageSwitch />
      </div>
    </details>
  );
}
