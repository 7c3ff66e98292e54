import { words } from "./page.words.ts";
import type { Unsent } from "./unsent.ts";

interface UnsentBubbleProps {
  readonly said: Unsent;
  readonly isOnline: boolean;
  readonly onAgain: (id: string) => void;
  readonly onDrop: (id: string) => void;
}

/** Something said that has not reached the shop yet, or that it refused. */
export function UnsentBubble({ said, isOnline, onAgain, onDrop }: UnsentBubbleProps) {
  return (
    <div className="mt-3 flex flex-col items-end gap-1">
      <div className="max-w-[84%] rounded-2xl rounded-br-md border-2 border-own border-dashed bg-surface px-3.5 py-2">
        <span className="sr-only">{words.you}: </span>
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{said.text}</p>
        <p className="mt-0.5 text-right text-soft text-xs">{isOnline ? words.sending : words.unsent}</p>
      </div>
      {said.refused !== undefined && (
        <div className="flex flex-wrap items-center justify-end gap-2 text-sm" role="alert">
          <span className="text-alarm">
            {words.refused}: {said.refused}
          </span>
          <button type="button" className="button-quiet px-3" onClick={() => onAgain(said.id)}>
            {words.again}
          </button>
          <button type="button" className="button-quiet px-3" onClick={() => onDrop(said.id)}>
            {words.drop}
          </button>
        </div>
      )}
    </div>
  );
}
