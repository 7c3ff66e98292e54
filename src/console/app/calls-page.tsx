import { useState } from "react";
import { byUrgency } from "../../shop/call/call.ts";
import type { CallList } from "../views.ts";
import { CallCard } from "./call-card.tsx";
import { CallCountsLine } from "./call-counts-line.tsx";
import type { CallWords } from "./call-words.ts";
import { post } from "./console-api.ts";
import { FinishedCalls, type Undo } from "./finished-calls.tsx";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { addressOf, follow, useHash } from "./route.ts";
import { SiftedBy } from "./sifted-by.tsx";
import { useNow } from "./use-now.ts";
import { useRead } from "./use-read.ts";

/** Who is to be called, the most urgent on top, and what calls bring. */
export function CallsPage() {
  const words = useWords();
  const now = useNow();
  const { data, problem, reload } = useRead<CallList>("/calls", ["call", "order"]);
  const [undone, setUndone] = useState<{ readonly said?: string; readonly problem?: string }>({});
  const undo: Undo = async ({ id, version }) => {
    const answer = await post<{ told: keyof CallWords["undone"] }>(`/calls/${id}/undo`, { version });
    setUndone(answer.ok ? { said: words.calls.undone[answer.data.told] } : { problem: answer.message || words.failed });
    await reload();
  };
  const changed = async () => {
    setUndone({});
    await reload();
  };
  const toConfirm = useHash() === "confirm";
  const calls = (data?.calls ?? []).filter(({ kind }) => !toConfirm || kind === "confirm").sort(byUrgency(now));
  return (
    <Page title={words.pages.calls}>
      <a href={addressOf("phoneOrder")} onClick={follow} className="button-quiet mb-3 w-fit px-4 text-sm">
        {words.pages.phoneOrder}
      </a>
      {toConfirm && <SiftedBy page="calls">{words.today.unconfirmed}</SiftedBy>}
      <Offline problem={problem} />
      <Problem text={undone.problem ?? ""} />
      <p role="status" className={undone.said ? "mb-3 text-leaf" : "sr-only"}>
        {undone.said}
      </p>
      <FinishedCalls calls={data?.finished ?? []} now={now} onUndo={undo} />
      {data === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      {data !== undefined && calls.length === 0 && <p className="card max-w-prose p-4">{words.calls.none}</p>}
      <ul className="grid items-start gap-3 lg:grid-cols-2" aria-label={words.pages.calls}>
        {calls.map((call) => (
          <li key={call.id} className="min-w-0">
            <CallCard
              call={call}
              colleagues={data?.colleagues ?? []}
              timeZone={data?.timeZone ?? "Asia/Jakarta"}
              now={now}
              onChanged={changed}
              onUndo={undo}
            />
          </li>
        ))}
      </ul>
      <CallCountsLine now={now} />
    </Page>
  );
}
