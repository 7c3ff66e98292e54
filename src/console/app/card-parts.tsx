import type { ReactNode } from "react";
import { fillReply, suggestReplies } from "../canned-reply.ts";
import type { CannedReplyView, HistoryView, MoodView } from "../inbox-views.ts";
import type { ConversationView } from "../views.ts";
import { useWords } from "./language.tsx";
import { sayMoney } from "./say.ts";
import { useRead } from "./use-read.ts";

/** How the customer sounds, in words, with the sentence that shows it. */
export function MoodLine({ mood }: { readonly mood: MoodView }) {
  const { card } = useWords().inbox;
  const isBad = mood.mood === "angry" || mood.mood === "complaint";
  return (
    <div>
      <p className={`font-semibold ${isBad ? "text-alarm" : mood.mood === "happy" ? "text-leaf" : ""}`}>
        {card.moods[mood.mood]}
      </p>
      {mood.words !== undefined && <Quote>{mood.words}</Quote>}
    </div>
  );
}

/** Words of somebody. */
export function Quote({ children }: { readonly children: ReactNode }) {
  return (
    <blockquote className="line-clamp-4 border-line border-l-4 pl-2 text-soft [overflow-wrap:anywhere]">
      “{children}”
    </blockquote>
  );
}

/** How this customer's orders ended so far, and what they paid in cash. */
export function HistoryLines({ history }: { readonly history: HistoryView }) {
  const { card } = useWords().inbox;
  const { completed, running, cancelled, failedDeliveries, cashPaid } = history;
  if (completed + running + cancelled === 0) return null;
  return (
    <ul className="mb-2 flex flex-wrap gap-1.5">
      <Count text={card.completed(completed)} />
      {running > 0 && <Count text={card.running(running)} />}
      {cancelled > 0 && <Count text={card.cancelled(cancelled)} />}
      {failedDeliveries > 0 && <Count text={card.failed(failedDeliveries)} isBad />}
      {cashPaid > 0 && <Count text={card.cashPaid(sayMoney(cashPaid))} />}
    </ul>
  );
}

function Count({ text, isBad = false }: { readonly text: string; readonly isBad?: boolean }) {
  return (
    <li className={`rounded-full px-2.5 py-0.5 font-semibold ${isBad ? "bg-alarm-soft text-alarm" : "bg-sunk"}`}>
      {text}
    </li>
  );
}

interface SuggestionsProps {
  readonly conversation: ConversationView;
  /** Absent where the reader does not hold the conversation */
  readonly onUse: ((text: string) => void) | undefined;
}

/** Canned replies that speak of what the conversation was handed over for. */
export function Suggestions({ conversation, onUse }: SuggestionsProps) {
  const { card } = useWords().inbox;
  const { data } = useRead<{ replies: readonly CannedReplyView[] }>("/canned");
  const found = suggestReplies(data?.replies ?? [], conversation.heldReason ?? "");
  if (found.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5 font-bold text-base">{card.suggestions}</h2>
      <ul className="flex flex-col gap-2">
        {found.map(({ reply, because }) => {
          const text = fillReply(reply.text, conversation.placeholders);
          return (
            <li key={reply.id} className="rounded-xl border border-line p-2.5">
              <p className="font-semibold">
                {reply.title} <span className="font-normal text-soft">({card.because(because)})</span>
              </p>
              <p className="line-clamp-3 [overflow-wrap:anywhere]">{text}</p>
              {onUse !== undefined && (
                <button type="button" className="button-quiet mt-1 px-4 text-sm" onClick={() => onUse(text)}>
                  {card.use}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {onUse === undefined && <p className="pt-1 text-soft">{card.takeOverFirst}</p>}
    </section>
  );
}
