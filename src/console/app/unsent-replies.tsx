import { useSyncExternalStore } from "react";
import { useWords } from "./language.tsx";
import { sayClock } from "./say.ts";
import { type UnsentReply, unsent } from "./unsent.ts";

/** What a seller wrote in this conversation and the shop has not got yet. */
export function UnsentReplies({ conversationId }: { readonly conversationId: string }) {
  const words = useWords();
  const replies = useUnsentIn(conversationId);
  return (
    <>
      {replies.map((reply) => (
        <div key={reply.id} className="mt-2 flex justify-end">
          <div className="max-w-[84%] rounded-2xl rounded-br-md border-2 border-line border-dashed bg-surface px-3.5 py-2">
            <p className="font-bold text-soft text-xs">{words.you}</p>
            <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{reply.text}</p>
            <p className="mt-0.5 text-right text-soft text-xs">
              {sayClock(reply.at, words)} · {words.live[stateOf(reply)]}
            </p>
            {reply.refused !== undefined && <p className="text-alarm text-sm">{reply.refused}</p>}
            <div className="mt-1 flex justify-end gap-2 empty:hidden">
              {reply.refused !== undefined && (
                <button type="button" className="button-quiet px-3 text-sm" onClick={() => unsent.again(reply.id)}>
                  {words.again}
                </button>
              )}
              {stateOf(reply) !== "goes" && (
                <button type="button" className="button-quiet px-3 text-sm" onClick={() => unsent.takeBack(reply.id)}>
                  {words.live.takeBack}
                </button>
              )}
            </div>
          </div>
        </div>
      ))}
    </>
  );
}

/** On its way it cannot be taken back any more. */
function stateOf({ refused, waits }: UnsentReply): "refused" | "waits" | "goes" {
  if (refused !== undefined) return "refused";
  return waits ? "waits" : "goes";
}

/** What was written in one conversation and its thread does not show yet. */
export function useUnsentIn(conversationId: string): readonly UnsentReply[] {
  return useSyncExternalStore(unsent.subscribe, unsent.all).filter((reply) => reply.conversationId === conversationId);
}

/** Everything that waits for a signal, of whoever is signed in. */
export function useUnsent(): readonly UnsentReply[] {
  return useSyncExternalStore(unsent.subscribe, unsent.all).filter(
    ({ waits, refused }) => waits || refused !== undefined,
  );
}
