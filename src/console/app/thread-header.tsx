import type { ConversationView } from "../views.ts";
import { BackIcon } from "./icons.tsx";
import { useWords } from "./language.tsx";
import { MoreChoices } from "./more-choices.tsx";
import { addressOf, follow } from "./route.ts";
import { sayCustomer, sayReason, sayValue } from "./say.ts";

interface ThreadHeaderProps {
  readonly conversation: ConversationView;
  /** Whether this reader may put it away */
  readonly mayClose: boolean;
  readonly onAct: (path: "close" | "reopen") => Promise<void>;
  readonly onCard: () => void;
  readonly onNote: () => void;
}

/** With whom one talks, and what can be done besides replying: read the card, note something, put it away. */
export function ThreadHeader({ conversation, mayClose, onAct, onCard, onNote }: ThreadHeaderProps) {
  const words = useWords();
  const { inbox } = words;
  const { id, customer, channel, holder, heldReason, closed } = conversation;
  return (
    <header className="relative flex items-center gap-2 border-line border-b bg-surface px-3 py-1.5 md:py-2">
      <a
        href={addressOf("conversations")}
        onClick={follow}
        aria-label={words.back}
        className="grid size-11 shrink-0 place-items-center md:hidden"
      >
        <BackIcon />
      </a>
      <div className="min-w-0 flex-1">
        <h1 className="truncate font-bold text-lg leading-tight">
          {sayCustomer({ id, customer: customer.label }, words)}
        </h1>
        <p className="truncate text-soft text-sm">
          {closed && <span className="font-bold text-leaf">{inbox.closed} · </span>}
          {sayValue(channel, words)}
          {holder.type === "waiting" && heldReason !== undefined && ` · ${sayReason(heldReason, words)}`}
        </p>
      </div>
      <div className="flex shrink-0 gap-1.5">
        <button type="button" className="button-quiet px-3 text-sm xl:hidden" onClick={onCard}>
          {inbox.info}
        </button>
        <MoreChoices label={inbox.menu} opens="down">
          <button type="button" className="button-quiet px-3 text-sm max-md:w-full" onClick={onNote}>
            {inbox.note.write}
          </button>
          {mayClose && (
            <button
              type="button"
              className="button-quiet px-3 text-sm max-md:w-full"
              onClick={() => onAct(closed ? "reopen" : "close")}
            >
              {closed ? inbox.reopen : inbox.close}
            </button>
          )}
        </MoreChoices>
      </div>
    </header>
  );
}
