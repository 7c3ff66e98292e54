import type { MisreadEntry } from "../reading-view.ts";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { GoodsList, IntentMarks } from "./reading-summary.tsx";
import { addressOf, follow } from "./route.ts";
import { sayClock, sayDay } from "./say.ts";
import { useRead } from "./use-read.ts";

/** The messages that the team says were misread, to look through and to hand on. */
export function MisreadsPage() {
  const words = useWords();
  const { data, problem } = useRead<{ count: number; misreads: readonly MisreadEntry[] }>("/misreads", [
    "conversation",
  ]);
  return (
    <Page title={words.pages.misreads}>
      <Offline problem={problem} />
      <p className="max-w-prose text-soft">{words.reading.about}</p>
      {data === undefined && problem === undefined && <p className="pt-4 text-soft">{words.loading}</p>}
      {data?.count === 0 && <p className="card mt-4 p-4">{words.reading.none}</p>}
      {data !== undefined && data.count > 0 && (
        <>
          <div className="my-4 flex flex-wrap items-center gap-x-4 gap-y-2">
            <a href="/console/api/misreads/export" download className="button-brand">
              {words.reading.download} ({data.count})
            </a>
            <p className="max-w-md text-soft text-sm">{words.reading.privacy}</p>
          </div>
          <ul className="flex flex-col gap-3">
            {data.misreads.map((misread) => (
              <MisreadItem key={misread.id} misread={misread} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function MisreadItem({ misread }: { readonly misread: MisreadEntry }) {
  const words = useWords();
  const { text, conversationId, intents, goods, correction, who, at } = misread;
  return (
    <li className="card flex flex-col gap-3 p-4">
      <p className="whitespace-pre-wrap font-semibold [overflow-wrap:anywhere]">“{text}”</p>
      <div className="grid gap-3 md:grid-cols-2">
        <div className="flex flex-col gap-1.5">
          <h2 className="text-soft text-sm">{words.reading.understood}</h2>
          <IntentMarks intents={intents} />
          <GoodsList goods={goods} />
        </div>
        {correction !== undefined && (
          <div className="flex flex-col gap-1.5">
            <h2 className="text-soft text-sm">{words.reading.should}</h2>
            <IntentMarks intents={correction.intents} />
            <GoodsList goods={correction.goods} />
            {correction.unread.length > 0 && (
              <p className="text-alarm text-sm">{words.reading.unread(correction.unread.join(", "))}</p>
            )}
          </div>
        )}
      </div>
      <p className="flex flex-wrap items-center justify-between gap-2 text-soft text-sm">
        {words.reading.marked(who, `${sayDay(at, words)} ${sayClock(at, words)}`)}
        <a href={addressOf("conversations", conversationId)} onClick={follow} className="link-quiet">
          {words.reading.openChat}
        </a>
      </p>
    </li>
  );
}
