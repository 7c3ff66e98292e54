import type { Stuck } from "../../staff/today.ts";
import type { TodayView } from "../today-view.ts";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { addressOf, follow, type Page as Place } from "./route.ts";
import { sayAge, sayCalendarDay, sayCustomer, sayMoment, sayMoney, sayValue } from "./say.ts";
import { TodayCharts } from "./today-charts.tsx";
import { useRead } from "./use-read.ts";

/** How the shop stands: what waits, what came in, where it stuck. */
export function TodayPage() {
  const words = useWords();
  const { data, problem } = useRead<TodayView>("/today", ["conversation", "order", "call", "connection"]);
  return (
    <Page title={words.pages.today}>
      <Offline problem={problem} />
      {data === undefined ? (
        <p className="text-soft">{words.loading}</p>
      ) : (
        <div className="flex flex-col gap-6">
          <p className="-mt-3 text-soft">{sayCalendarDay(data.day, words)}</p>
          <WhatWaits today={data} />
          <WhatStuck today={data} />
          <WhatCame today={data} />
          <TodayCharts today={data} />
        </div>
      )}
    </Page>
  );
}

interface PartProps {
  readonly today: TodayView;
}

function WhatWaits({ today: { waiting, now } }: PartProps) {
  const words = useWords();
  const { today } = words;
  const { conversations, waitingSince, calls, callsOverdue, toStart, late, unconfirmed } = waiting;
  const isQuiet = conversations + calls + toStart + late + unconfirmed === 0;
  return (
    <section aria-label={today.waiting}>
      <h2 className="mb-2 font-bold text-lg">{today.waiting}</h2>
      {isQuiet && <p className="mb-2 text-leaf">{today.nothingWaits}</p>}
      <ul className="grid grid-cols-2 gap-2 md:grid-cols-5">
        <Tile
          to="conversations"
          part="waiting"
          label={today.conversations}
          value={`${conversations}`}
          isUrgent={conversations > 0}
          more={waitingSince === undefined ? undefined : today.longest(sayAge(waitingSince, now, words))}
        />
        <Tile
          to="calls"
          label={today.calls}
          value={`${calls}`}
          isUrgent={callsOverdue > 0}
          more={callsOverdue > 0 ? today.overdue(callsOverdue) : undefined}
        />
        <Tile to="orders" part="toStart" label={today.toStart} value={`${toStart}`} isUrgent={false} />
        <Tile to="orders" part="late" label={today.late} value={`${late}`} isUrgent={late > 0} />
        <Tile to="calls" part="confirm" label={today.unconfirmed} value={`${unconfirmed}`} isUrgent={false} />
      </ul>
    </section>
  );
}

const CAME = [
  ["messages", "conversations"],
  ["callers", "calls"],
  ["orders", "orders"],
  ["sum", "orders"],
  ["cashDue", "cash"],
  ["cashReceived", "cash"],
] as const satisfies readonly (readonly [keyof TodayView["came"], Place])[];
const IN_RUPIAH: readonly string[] = ["sum", "cashDue", "cashReceived"];

function WhatCame({ today: { came } }: PartProps) {
  const { today } = useWords();
  return (
    <section aria-label={today.came}>
      <h2 className="mb-2 font-bold text-lg">{today.came}</h2>
      <ul className="grid grid-cols-2 gap-2 md:grid-cols-3">
        {CAME.map(([part, to]) => (
          <Tile
            key={part}
            to={to}
            label={today.counts[part]}
            value={IN_RUPIAH.includes(part) ? sayMoney(came[part]) : `${came[part]}`}
            isUrgent={false}
          />
        ))}
      </ul>
    </section>
  );
}

interface TileProps {
  readonly to: Place;
  /** Those that are counted, where the page shows more */
  readonly part?: "waiting" | "toStart" | "late" | "confirm";
  readonly label: string;
  readonly value: string;
  readonly isUrgent: boolean;
  readonly more?: string | undefined;
}

/** Longer figures are set smaller: a tile of a phone is narrow. */
const LONGEST = 9;

function Tile({ to, part, label, value, isUrgent, more }: TileProps) {
  return (
    <li>
      <a
        href={part === undefined ? addressOf(to) : `${addressOf(to)}#${part}`}
        onClick={follow}
        className={`card flex h-full min-h-20 flex-col justify-between gap-1 p-3 hover:border-brand ${isUrgent ? "border-alarm bg-alarm-soft" : ""}`}
      >
        <span className="text-sm">{label}</span>
        <span className="flex flex-wrap items-baseline justify-between gap-x-2">
          <span
            className={`font-bold [overflow-wrap:anywhere] ${value.length > LONGEST ? "text-lg" : "text-2xl"} ${isUrgent ? "text-alarm" : ""}`}
          >
            {value}
          </span>
          {more !== undefined && (
            <span className={`text-sm ${isUrgent ? "font-semibold text-alarm" : "text-soft"}`}>{more}</span>
          )}
        </span>
      </a>
    </li>
  );
}

const STUCK = ["failed", "failedTurns", "withheld"] as const;

function WhatStuck({ today: { stuck, away, now, timeZone } }: PartProps) {
  const words = useWords();
  const { today } = words;
  const kinds = STUCK.filter((kind) => stuck[kind].count > 0);
  return (
    <section aria-label={today.stuck}>
      <h2 className="mb-2 font-bold text-lg">{today.stuck}</h2>
      {kinds.length + away.length === 0 && <p className="text-leaf">{today.allWell}</p>}
      <div className="flex flex-col gap-2">
        {away.map(({ channel, name, state }) => (
          <p key={`${channel} ${name}`} className="rounded-2xl bg-alarm-soft px-4 py-3 text-alarm">
            <strong>{today.away(sayValue(channel, words))}</strong>
            {state !== "live" && ` (${today.states[state]})`}
          </p>
        ))}
        {kinds.map((kind) => (
          <details key={kind} className="card">
            <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-2 px-4 py-2">
              <span className="font-semibold">{today.stuckKinds[kind]}</span>
              <span className="rounded-full bg-alarm-soft px-2.5 font-bold text-alarm">{stuck[kind].count}</span>
            </summary>
            <p className="px-4 text-soft text-sm">{today.stuckHints[kind]}</p>
            <StuckList stuck={stuck[kind]} moment={(at) => sayMoment(at, now, words, timeZone)} />
          </details>
        ))}
      </div>
    </section>
  );
}

function StuckList({ stuck, moment }: { readonly stuck: Stuck; readonly moment: (at: number) => string }) {
  const words = useWords();
  return (
    <ul className="divide-y divide-line px-4 pb-2">
      {stuck.latest.map(({ conversationId, customer, at, count }) => (
        <li key={conversationId}>
          <a
            href={addressOf("conversations", conversationId)}
            onClick={follow}
            className="flex min-h-11 items-center justify-between gap-2 hover:text-brand"
          >
            <span className="truncate underline decoration-dotted underline-offset-4">
              {sayCustomer({ id: conversationId, customer }, words)}
            </span>
            <span className="shrink-0 text-soft text-sm">
              {count > 1 && `${words.today.times(count)} · `}
              {moment(at)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
