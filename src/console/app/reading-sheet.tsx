import { useState } from "react";
import type { ReadingView } from "../reading-view.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { MisreadForm } from "./misread-form.tsx";
import { ReadingSteps } from "./reading-steps.tsx";
import { ReadingSummary } from "./reading-summary.tsx";
import { sayClock, sayDay } from "./say.ts";
import { Sheet } from "./sheet.tsx";
import { useRead } from "./use-read.ts";

interface ReadingSheetProps {
  readonly eventId: string;
  readonly onClose: () => void;
  readonly onMarked: () => Promise<void>;
}

/** Why a message was understood as it was. */
export function ReadingSheet({ eventId, onClose, onMarked }: ReadingSheetProps) {
  const words = useWords();
  const { data: reading, problem, reload } = useRead<ReadingView>(`/messages/${eventId}/reading`);
  const reloadAll = async () => {
    await Promise.all([reload(), onMarked()]);
  };
  return (
    <Sheet title={words.reading.title} closeLabel={words.reading.close} onClose={onClose}>
      {reading === undefined ? (
        <p className="text-soft">{problem === undefined ? words.loading : problem.message || words.offline}</p>
      ) : (
        <div className="flex flex-col gap-4">
          <ReadingSummary reading={reading} />
          <Mark reading={reading} onMarked={reloadAll} />
          <ReadingSteps steps={reading.steps} />
        </div>
      )}
    </Sheet>
  );
}

interface MarkProps {
  readonly reading: ReadingView;
  readonly onMarked: () => Promise<void>;
}

/** The one tap that says it was misread, and what can be said then. */
function Mark({ reading, onMarked }: MarkProps) {
  const words = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState("");
  const { misread } = reading;
  const mark = async (isMisread: boolean) => {
    setIsBusy(true);
    const answer = await post(`/messages/${reading.eventId}/misread`, { misread: isMisread });
    setRefused(answer.ok ? "" : answer.message || words.failed);
    await onMarked();
    setIsBusy(false);
  };
  return (
    <section className="flex flex-col gap-3">
      <Problem text={refused} />
      {misread === undefined ? (
        <button type="button" className="button-quiet self-start" disabled={isBusy} onClick={() => mark(true)}>
          {words.reading.misread}
        </button>
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-2 rounded-xl bg-notice px-3.5 py-2 text-on-notice">
            <p role="status" className="text-sm">
              {words.reading.marked(misread.who, `${sayDay(misread.at, words)} ${sayClock(misread.at, words)}`)}
            </p>
            <button
              type="button"
              className="min-h-9 font-semibold text-sm underline"
              disabled={isBusy}
              onClick={() => mark(false)}
            >
              {words.reading.undo}
            </button>
          </div>
          <MisreadForm reading={reading} misread={misread} onSaved={onMarked} />
        </>
      )}
    </section>
  );
}
