import type { ReactNode } from "react";
import { sayCounted } from "../../shop/catalogue/catalogue.words.ts";
import type { ConversationView, ThreadEntry } from "../views.ts";
import { HistoryLines, MoodLine, Quote, Suggestions } from "./card-parts.tsx";
import { CustomerNote } from "./customer-note.tsx";
import { HeldOrderCard } from "./held-proposal.tsx";
import { useWords } from "./language.tsx";
import { LinkedContacts } from "./linked-contacts.tsx";
import { OrderLinks } from "./order-links.tsx";
import { addressOf, follow } from "./route.ts";
import { sayAge, sayClock, sayCustomer, sayDate, sayDay, sayDue, sayMoment, sayReason, sayValue } from "./say.ts";
import { useNow } from "./use-now.ts";

interface ContextCardProps {
  readonly conversation: ConversationView;
  readonly onChanged: () => Promise<void>;
  /** Puts words into the reply; absent where the reader does not hold the conversation */
  readonly onUse?: ((text: string) => void) | undefined;
}

/** Who it is, what they want, what they bought before, and why a person is asked. */
export function ContextCard({ conversation, onChanged, onUse }: ContextCardProps) {
  const words = useWords();
  const now = useNow();
  const { customer, heldReason, heldSince, holder, calls, basket, answers, orders } = conversation;
  const { context, inbox } = words;
  const isAwaited = holder.type === "waiting" && heldSince !== undefined;
  const meanwhile = isAwaited ? orders.filter(({ placedAt }) => placedAt > heldSince).map(({ number }) => number) : [];
  const lastWords = conversation.entries.findLast(isSaid)?.text;
  return (
    <div className="flex flex-col gap-4 text-sm">
      {heldReason !== undefined && heldReason !== "taken_over" && holder.type !== "bot" && (
        <Part title={heldReason.startsWith(PASSED_ON) ? inbox.card.passedOn : context.why}>
          <p className="rounded-xl bg-notice px-3 py-2 font-semibold text-on-notice [overflow-wrap:anywhere]">
            {heldReason.startsWith(PASSED_ON) ? heldReason.slice(PASSED_ON.length) : sayReason(heldReason, words)}
            {heldSince !== undefined && ` · ${sayAge(heldSince, now, words)}`}
          </p>
          {meanwhile.length > 0 && (
            <p className="mt-2 text-soft">
              {context.orderedMeanwhile(meanwhile.map((number) => `#${number}`).join(", "))}
            </p>
          )}
        </Part>
      )}
      <Part title={inbox.card.mood}>
        <MoodLine mood={conversation.mood} />
      </Part>
      {lastWords !== undefined && lastWords !== conversation.mood.words && (
        <Part title={inbox.card.lastWords}>
          <Quote>{lastWords}</Quote>
        </Part>
      )}
      {holder.type !== "bot" && <Suggestions conversation={conversation} onUse={onUse} />}
      {calls.length > 0 && (
        <Part title={context.calls}>
          <ul className="flex flex-col gap-2">
            {calls.map((call) => (
              <li key={call.id} className="rounded-xl border border-line p-2.5">
                {call.phone === undefined ? <p>{context.noNumber}</p> : <PhoneLink phone={call.phone} />}
                <p className="text-soft [overflow-wrap:anywhere]">
                  {call.reason === "" ? words.calls.kinds[call.kind] : `“${call.reason}”`} ·{" "}
                  {sayAge(call.since, now, words)} · {sayDue(call, (at) => sayMoment(at, now, words), words)}
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={context.title}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          <Fact name={words.slots.name}>{sayCustomer({ id: conversation.id, customer: customer.label }, words)}</Fact>
          {customer.phone !== undefined && (
            <Fact name={context.phone}>
              <PhoneLink phone={customer.phone} />
              {customer.phoneVerified && ` (${context.verified})`}
            </Fact>
          )}
          {customer.address !== undefined && <Fact name={context.address}>{customer.address}</Fact>}
          <Fact name={context.channel}>{sayValue(conversation.channel, words)}</Fact>
          {conversation.openUntil !== undefined && (
            <Fact name={context.replies}>
              {conversation.openUntil > now
                ? context.openUntil(
                    `${sayDay(conversation.openUntil, words)} ${sayClock(conversation.openUntil, words)}`,
                  )
                : context.closedNow}
            </Fact>
          )}
          {conversation.source !== undefined && <Fact name={context.source}>{conversation.source}</Fact>}
          <Fact name={context.since}>{sayDate(customer.since, words)}</Fact>
        </dl>
      </Part>
      <Part title={inbox.card.note}>
        <CustomerNote key={customer.note} id={customer.id} note={customer.note ?? ""} onSaved={onChanged} />
      </Part>
      <Part title={context.basket}>
        {holder.type === "bot" ? (
          <a href={addressOf("phoneOrder", conversation.id)} onClick={follow} className="link-quiet mb-1 block py-1">
            {words.calls.writeOrder}
          </a>
        ) : (
          <HeldOrderCard conversation={conversation.id} />
        )}
        {basket.length === 0 && <p className="text-soft">{context.noBasket}</p>}
        <ul>
          {basket.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a basket is drawn anew as a whole
            <li key={index} className="border-line border-b py-1 last:border-0">
              {sayCounted(line)} {line.name}
              {line.note !== undefined && <span className="text-soft"> · {line.note}</span>}
            </li>
          ))}
        </ul>
        {answers.length > 0 && (
          <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
            {answers.map(({ slot, value }) => (
              <Fact key={slot} name={words.slots[slot] ?? slot}>
                {sayValue(value, words)}
              </Fact>
            ))}
          </dl>
        )}
      </Part>
      <Part title={context.pastOrders}>
        <HistoryLines history={conversation.history} />
        {orders.length === 0 && <p className="text-soft">{context.noOrders}</p>}
        <OrderLinks orders={orders} />
      </Part>
      <Part title={words.contacts.title}>
        <LinkedContacts conversation={conversation} onChanged={onChanged} />
      </Part>
    </div>
  );
}

/** Before the note of a colleague who passed it on */
const PASSED_ON = "passed_on: ";

function isSaid(entry: ThreadEntry): boolean {
  return entry.type === "event" && entry.said === "customer" && entry.text !== "";
}

function PhoneLink({ phone }: { readonly phone: string }) {
  return (
    <a href={`tel:${phone}`} className="text-brand underline">
      {phone}
    </a>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1.5 font-bold text-base">{title}</h2>
      {children}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string | undefined; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
