import { useState } from "react";
import { isOverdue, isUrgent } from "../../shop/call/call.ts";
import { sayPhone } from "../../shop/call/call.words.ts";
import { sayQuantity } from "../../shop/catalogue/catalogue.words.ts";
import type { CallList, CallView } from "../views.ts";
import { CallOutcomes } from "./call-outcomes.tsx";
import { post } from "./console-api.ts";
import { type Undo, UndoButton } from "./finished-calls.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { addressOf, follow } from "./route.ts";
import { sayAge, sayCalendarDay, sayClock, sayCustomer, sayDay, sayDue, sayMoment, sayValue } from "./say.ts";
import { StatusMark } from "./status-mark.tsx";

interface CallCardProps {
  readonly call: CallView;
  readonly colleagues: CallList["colleagues"];
  /** The shop's: times read as the customer was told them */
  readonly timeZone: string;
  readonly now: number;
  readonly onChanged: () => Promise<void>;
  readonly onUndo: Undo;
}

/** One customer to call: who, why, what they were told, and the buttons for the phone in the seller's hand. */
export function CallCard({ call, colleagues, timeZone, now, onChanged, onUndo }: CallCardProps) {
  const words = useWords();
  const [problem, setProblem] = useState("");
  const { calls } = words;
  const act = async (path: string, body: object) => {
    const answer = await post(`/calls/${call.id}/${path}`, { version: call.version, ...body });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    await onChanged();
  };
  const name = sayCustomer({ id: call.conversationId, customer: call.customer }, words);
  const isLate = isOverdue(call, now);
  return (
    <article aria-label={name} className={`card flex flex-col gap-3 p-4 ${isLate ? "border-alarm" : ""}`}>
      <header className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
          <h2 className="min-w-0 truncate font-bold text-lg">{name}</h2>
          <span className="flex gap-1.5">
            {isUrgent(call) && <Mark look="bg-alarm-soft text-alarm">{calls.urgent}</Mark>}
            {isLate && (
              <Mark look="bg-alarm-soft text-alarm">{calls.overdue(sayAge(call.dueAt ?? now, now, words))}</Mark>
            )}
          </span>
        </div>
        <p className="text-soft text-sm">
          {calls.kinds[call.kind]}
          {call.times > 1 && ` · ${calls.times(call.times)}`} · {sayAge(call.createdAt, now, words)} ·{" "}
          {sayValue(call.channel, words)}
        </p>
        <p className="font-semibold">{sayDue(call, (at) => sayMoment(at, now, words, timeZone), words)}</p>
      </header>
      {call.along && <Along call={call.along} timeZone={timeZone} now={now} />}
      <Matter call={call} />
      {call.askedInChat && (
        <p className={isLate ? "rounded-xl bg-alarm-soft px-3 py-2 text-alarm" : "text-soft"}>
          {isLate ? calls.confirm.noAnswerInChat : calls.confirm.askedInChat}
        </p>
      )}
      <PhoneButtons call={call} />
      {call.attempts.length > 0 && <Attempts call={call} />}
      <UndoButton call={call} undo={call.undo} now={now} onUndo={onUndo} />
      <Holder call={call} onTake={() => act("take", {})} />
      {problem !== "" && (
        <p role="alert" className="rounded-xl bg-alarm-soft px-3 py-2 text-alarm">
          {problem}
        </p>
      )}
      <CallOutcomes
        confirms={call.kind === "confirm"}
        colleagues={colleagues}
        onOutcome={(heard) => act("outcome", heard)}
        now={now}
      />
    </article>
  );
}

function Mark({ look, children }: { readonly look: string; readonly children: string }) {
  return <span className={`shrink-0 rounded-full px-2.5 py-0.5 font-semibold text-xs ${look}`}>{children}</span>;
}

/** What else the same customer is to be called for: one call for both. */
function Along({
  call,
  timeZone,
  now,
}: {
  readonly call: NonNullable<CallView["along"]>;
  readonly timeZone: string;
  readonly now: number;
}) {
  const words = useWords();
  const { kinds, times, along } = words.calls;
  return (
    <p className="rounded-xl bg-notice px-3 py-2 text-on-notice text-sm [overflow-wrap:anywhere]">
      {along}: {kinds[call.kind]}
      {call.times > 1 && ` · ${times(call.times)}`}
      {call.reason !== "" && ` · “${call.reason}”`} · {sayDue(call, (at) => sayMoment(at, now, words, timeZone), words)}
    </p>
  );
}

/** Why: their words, the order under way, the basket as the bot understood it. */
function Matter({ call: { reason, order, basket, conversationId } }: { readonly call: CallView }) {
  const words = useWords();
  return (
    <div className="flex flex-col gap-1.5">
      {reason !== "" && <p className="[overflow-wrap:anywhere]">“{reason}”</p>}
      {order !== undefined && (
        <a
          href={addressOf("orders", order.id)}
          onClick={follow}
          className="block rounded-xl border border-line p-2.5 hover:border-brand"
        >
          <span className="flex items-center justify-between gap-2">
            <span className="font-semibold">{words.orders.number(order.number)}</span>
            <StatusMark status={order.status} />
          </span>
          <span className="block text-soft text-sm">{order.items}</span>
        </a>
      )}
      {basket.length > 0 && (
        <p className="text-sm">
          <span className="text-soft">{words.calls.basket}: </span>
          {basket.map((line) => `${sayQuantity(line.quantity, line.unit)} ${line.name}`).join(", ")}
        </p>
      )}
      <p className="flex flex-wrap gap-x-4">
        <a href={addressOf("phoneOrder", conversationId)} onClick={follow} className="link-quiet py-1 text-sm">
          {words.calls.writeOrder}
        </a>
        <a href={addressOf("conversations", conversationId)} onClick={follow} className="link-quiet py-1 text-sm">
          {words.calls.openChat}
        </a>
      </p>
    </div>
  );
}

function PhoneButtons({ call: { phone, customerId, channel } }: { readonly call: CallView }) {
  const { calls, writeFirst } = useWords();
  if (phone === undefined) return <p className="text-soft">{calls.noNumber}</p>;
  return (
    <div className="flex flex-wrap gap-2">
      <a href={`tel:${phone}`} className="button-brand flex-1 whitespace-nowrap px-4 text-center text-sm">
        {calls.call} {sayPhone(phone)}
      </a>
      <a
        href={`https://wa.me/${phone.replace(/\D/g, "")}`}
        target="_blank"
        rel="noreferrer"
        className="button-quiet px-4 text-center text-sm"
      >
        {calls.chat}
      </a>
      {!channel.startsWith("whatsapp") && (
        <a
          href={addressOf("writeFirst", customerId, phone)}
          onClick={follow}
          className="button-quiet px-4 text-center text-sm"
        >
          {writeFirst.begin}
        </a>
      )}
    </div>
  );
}

function Attempts({ call: { attempts } }: { readonly call: CallView }) {
  const words = useWords();
  const sayOutcome = (outcome: string) => new Map(Object.entries(words.calls.outcomes)).get(outcome) ?? outcome;
  const sayNote = (outcome: string, note: string) => {
    if (outcome === "undone") return sayOutcome(note);
    return outcome === "thinking" ? words.calls.until(sayCalendarDay(note, words)) : note;
  };
  return (
    <ul className="text-soft text-sm">
      {attempts.map(({ at, who, outcome, note }) => (
        <li key={`${at} ${outcome}`}>
          {sayDay(at, words)} {sayClock(at, words)} · {who}: {sayOutcome(outcome)}
          {note !== undefined && ` ${sayNote(outcome, note)}`}
        </li>
      ))}
    </ul>
  );
}

function Holder({ call, onTake }: { readonly call: CallView; readonly onTake: () => Promise<void> }) {
  const words = useWords();
  const me = useMe();
  const { takenBy } = call;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      {takenBy !== undefined && (
        <span className="font-semibold text-leaf">
          {words.calls.taken(takenBy.id === me.id ? words.you : takenBy.name)}
        </span>
      )}
      {takenBy?.id !== me.id && (
        <button type="button" onClick={onTake} className="button-quiet px-4 text-sm">
          {words.calls.take}
        </button>
      )}
    </div>
  );
}
