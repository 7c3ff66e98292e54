import type { ReactNode } from "react";
import type { CustomerProfile } from "../customer-views.ts";
import { CustomerNote } from "./customer-note.tsx";
import { ErasePerson } from "./erase-person.tsx";
import { BackIcon } from "./icons.tsx";
import { useWords } from "./language.tsx";
import { LinkedContacts } from "./linked-contacts.tsx";
import { useMe } from "./me.tsx";
import { Offline } from "./offline.tsx";
import { OrderLinks } from "./order-links.tsx";
import { OrderTallyList } from "./order-tally.tsx";
import { addressOf, follow } from "./route.ts";
import { sayClock, sayCustomer, sayDate, sayDay } from "./say.ts";
import { useRead } from "./use-read.ts";

/** One customer: how they are reached, what they ordered and paid, what they agreed to, and what the team knows. */
export function CustomerProfilePage({ id }: { readonly id: string }) {
  const words = useWords();
  const { people } = words;
  const { data, problem, reload } = useRead<CustomerProfile>(`/customers/${encodeURIComponent(id)}`, [
    "order",
    "conversation",
  ]);
  return (
    <section
      aria-label={people.profile}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="flex-1 overflow-y-auto"
    >
      <div className="mx-auto flex max-w-4xl flex-col gap-4 p-4">
        <a
          href={addressOf("customers")}
          onClick={follow}
          className="link-quiet flex w-fit items-center gap-1 md:hidden"
        >
          <BackIcon /> {words.pages.customers}
        </a>
        {problem?.status === 404 ? (
          <p role="status" className="card p-4">
            {people.gone}
          </p>
        ) : (
          <Offline problem={problem} />
        )}
        {data === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
        {data !== undefined && problem?.status !== 404 && <Profile profile={data} onChanged={reload} />}
      </div>
    </section>
  );
}

interface ProfileProps {
  readonly profile: CustomerProfile;
  readonly onChanged: () => Promise<void>;
}

function Profile({ profile, onChanged }: ProfileProps) {
  const words = useWords();
  const me = useMe();
  const { people } = words;
  const { id, label, phone, addresses, contacts, orders } = profile;
  const chat = contacts.find(({ conversationId }) => conversationId !== undefined)?.conversationId;
  return (
    <>
      <header className="card flex flex-col gap-3 p-4">
        <div>
          <h2 className="font-bold text-2xl [overflow-wrap:anywhere]">{sayCustomer({ id, customer: label }, words)}</h2>
          <p className="text-soft">
            {phone !== undefined && `${phone}${profile.phoneVerified ? ` (${words.context.verified})` : ""} · `}
            {words.context.since} {sayDate(profile.since, words)}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {chat !== undefined && (
            <a href={addressOf("conversations", chat)} onClick={follow} className="button-brand">
              {people.openChat}
            </a>
          )}
          {phone !== undefined && (
            <a href={`tel:${phone}`} className="button-quiet">
              {people.call}
            </a>
          )}
          {phone !== undefined && (
            <a href={addressOf("writeFirst", id)} onClick={follow} className="button-quiet">
              {words.writeFirst.begin}
            </a>
          )}
          {chat !== undefined && (
            <a href={addressOf("phoneOrder", chat)} onClick={follow} className="button-quiet">
              {people.writeOrder}
            </a>
          )}
        </div>
      </header>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Part title={people.cash}>
          <OrderTallyList tally={profile.tally} />
        </Part>
        <Part title={people.note}>
          <CustomerNote id={id} note={profile.note} onSaved={onChanged} />
        </Part>
        <Part title={people.orderHistory}>
          {orders.length === 0 && <p className="text-soft">{people.noOrders}</p>}
          <OrderLinks orders={orders} />
        </Part>
        <Part title={words.contacts.title}>
          {chat !== undefined && <LinkedContacts conversation={{ id: chat, contacts }} onChanged={onChanged} />}
        </Part>
        {addresses.length > 0 && (
          <Part title={people.addresses}>
            <Lines lines={addresses.map((address) => ({ key: address, text: address }))} />
          </Part>
        )}
        <Known profile={profile} />
      </div>
      {me.role === "owner" && <ErasePerson id={id} onErased={onChanged} />}
    </>
  );
}

function Known({ profile }: { readonly profile: CustomerProfile }) {
  const words = useWords();
  const { people } = words;
  const moment = (at: number) => `${sayDay(at, words)} ${sayClock(at, words)}`;
  return (
    <>
      <Part title={people.consent}>
        {profile.consents.length === 0 && <p className="text-soft">{people.noConsent}</p>}
        <Lines
          lines={profile.consents.map(({ purpose, given, wording, at }) => ({
            key: `${purpose}${at}`,
            text:
              wording === "" && !given ? people.consents.keptRefusal : people.consents[given ? "given" : "withdrawn"],
            more: `${moment(at)}${wording === "" ? "" : ` · “${wording}”`}`,
          }))}
        />
      </Part>
      {profile.calls.length > 0 && (
        <Part title={people.calls}>
          <Lines
            lines={profile.calls.map(({ id, kind, reason, at, outcome }) => ({
              key: id,
              text: reason === "" ? words.calls.kinds[kind] : `“${reason}”`,
              more: [moment(at), outcome && (new Map(Object.entries(words.calls.outcomes)).get(outcome) ?? outcome)]
                .filter(Boolean)
                .join(" · "),
            }))}
          />
        </Part>
      )}
      {profile.notes.length > 0 && (
        <Part title={people.staffNotes}>
          <Lines
            lines={profile.notes.map(({ id, at, who, text }) => ({ key: id, text, more: `${who} · ${moment(at)}` }))}
          />
        </Part>
      )}
      {profile.misreads.length > 0 && (
        <Part title={people.misreads}>
          <Lines
            lines={profile.misreads.map(({ id, at, text }) => ({ key: id, text: `“${text}”`, more: moment(at) }))}
          />
        </Part>
      )}
    </>
  );
}

interface Line {
  readonly key: string;
  readonly text: string;
  readonly more?: string;
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {lines.map(({ key, text, more }) => (
        <li key={key} className="py-1.5 first:pt-0 last:pb-0 [overflow-wrap:anywhere]">
          <span className="whitespace-pre-wrap">{text}</span>
          {more !== undefined && <span className="block text-soft text-sm">{more}</span>}
        </li>
      ))}
    </ul>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card p-4">
      <h3 className="mb-2 font-bold text-lg">{title}</h3>
      {children}
    </section>
  );
}
