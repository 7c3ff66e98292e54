import { useState } from "react";
import type { ConversationView } from "../views.ts";
import { post } from "./console-api.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { MoreChoices } from "./more-choices.tsx";
import { PassOnForm } from "./pass-on-form.tsx";
import { addressOf, follow } from "./route.ts";
import { useNow } from "./use-now.ts";

const MINUTE_MS = 60_000;
/** From then on the bar counts down */
const WARNED_MS = 5 * MINUTE_MS;

interface HolderBarProps {
  readonly conversation: ConversationView;
  readonly onActed: () => Promise<void>;
}

/** Who holds the conversation, and the one act that changes it. */
export function HolderBar({ conversation, onActed }: HolderBarProps) {
  const words = useWords();
  const me = useMe();
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const { holder, id } = conversation;
  const isMine = holder.type === "staff" && holder.id === me.id;
  const mayOverrule = holder.type === "staff" && !isMine && me.role === "owner";
  const [isPassing, setIsPassing] = useState(false);
  const now = useNow();
  const left = conversation.heldUntil === undefined ? undefined : conversation.heldUntil - now;
  const endsSoon = left !== undefined && left <= WARNED_MS && (isMine || holder.type === "ownPhone" || mayOverrule);
  const act = async (path: "take-over" | "hand-back" | "hold-on") => {
    setIsBusy(true);
    const answer = await post(`/conversations/${id}/${path}`, path === "take-over" ? { overrule: mayOverrule } : {});
    setProblem(answer.ok ? "" : answer.message || words.failed);
    await onActed();
    setIsBusy(false);
  };
  const mayTake = holder.type !== "staff" || mayOverrule;
  const mayHandBack = isMine || holder.type === "waiting" || holder.type === "ownPhone" || mayOverrule;
  // On a phone the bar has room for one act; where that is another, giving it back stands with the rest.
  const handBackFirst = isMine && !endsSoon;
  const hasRest = isMine || (mayHandBack && !handBackFirst);
  const handBack = (isShown: boolean) => (
    <button
      type="button"
      className={`button-quiet px-4 text-sm ${isShown ? "" : "max-md:w-full"}`}
      disabled={isBusy}
      onClick={() => act("hand-back")}
    >
      {words.thread.handBack}
    </button>
  );
  return (
    <div className="relative border-line border-t bg-surface px-3 py-1.5">
      {problem !== "" && (
        <p role="alert" className="pb-2 text-alarm text-sm">
          {problem}
        </p>
      )}
      {isPassing && isMine && <PassOnForm conversationId={id} onClose={() => setIsPassing(false)} onActed={onActed} />}
      <div className="flex items-center gap-2 md:flex-wrap md:justify-end">
        <p
          role="status"
          className={`min-w-0 flex-1 text-sm md:max-2xl:basis-full leading-tight ${
            endsSoon ? "rounded-lg bg-notice px-2 py-1 font-semibold text-on-notice" : "line-clamp-2 text-soft"
          }`}
        >
          {endsSoon ? words.hold.endsIn(Math.floor(left / MINUTE_MS)) : holderLine(conversation, isMine, words)}
        </p>
        {endsSoon && (
          <button type="button" className="button-brand px-4 text-sm" disabled={isBusy} onClick={() => act("hold-on")}>
            {words.hold.holdOn}
          </button>
        )}
        {hasRest && (
          <MoreChoices label={words.hold.more} opens="up">
            {isMine && (
              <a
                href={addressOf("phoneOrder", id)}
                onClick={follow}
                className="button-quiet px-4 text-sm max-md:w-full"
              >
                {words.heldOrder.title}
              </a>
            )}
            {isMine && !isPassing && (
              <button
                type="button"
                className="button-quiet px-4 text-sm max-md:w-full"
                onClick={() => setIsPassing(true)}
              >
                {words.hold.passOn}
              </button>
            )}
            {mayHandBack && !handBackFirst && handBack(false)}
          </MoreChoices>
        )}
        {handBackFirst && handBack(true)}
        {mayTake && (
          <button
            type="button"
            className="button-brand px-5 text-sm"
            disabled={isBusy}
            onClick={() => act("take-over")}
          >
            {words.thread.takeOver}
          </button>
        )}
      </div>
    </div>
  );
}

function holderLine({ holder }: ConversationView, isMine: boolean, { thread }: Dictionary): string {
  if (holder.type === "bot") return thread.heldByBot;
  if (holder.type === "waiting") return thread.heldByNobody;
  if (holder.type === "ownPhone") return thread.heldByOwnPhone;
  return isMine ? thread.heldByYou : thread.heldBy(holder.name);
}
