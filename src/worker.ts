import type { Channel, Intake } from "./channels/channel.ts";
import type { Advance } from "./conversation/advance.ts";
import type { ConversationState } from "./conversation/state.ts";
import type { Database } from "./database/database.ts";
import { isTransient } from "./database/transient.ts";
import type { Wakeups } from "./database/wakeups.ts";
import { DESK_CHANNEL, DeskWork } from "./desk/desk-work.ts";
import { Inbox } from "./inbox/inbox.ts";
import type { LiveTopic, LiveUpdates } from "./live-updates.ts";
import { Loop } from "./loop.ts";
import type { Metrics } from "./metrics.ts";
import { accountOf } from "./outbox/account-lease.ts";
import { oldestWaiting } from "./outbox/oldest-waiting.ts";
import { ownerName } from "./outbox/owner.ts";
import { Tenure } from "./outbox/tenure.ts";
import { callsStanding } from "./shop/call/calls-standing-store.ts";
import type { Acts } from "./staff/acts.ts";
import { type HeldAct, type HeldActed, touchedBy } from "./staff/held-act.ts";
import { armDesk, nextLook } from "./staff/holds-store.ts";
import type { StaffPush } from "./staff/push/push-news.ts";
import { WatchNews } from "./staff/push/watch-news.ts";
import { tendHolds } from "./staff/tend-holds.ts";
import { tendWaiting } from "./staff/tend-waiting.ts";
import { fireTimers, nextTimer } from "./timers/fire-timers.ts";
import { actWhileHeld } from "./turn/act-while-held.ts";
import { type HeardApart, hearApart } from "./turn/hear-apart.ts";
import { nextTurn } from "./turn/next-turn.ts";
import { ShopCache } from "./turn/shop-cache.ts";
import type { LoadShop, TurnParts } from "./turn/turn-parts.ts";
import { takeTurns } from "./turn.ts";

export interface WorkerParts {
  readonly database: Database;
  readonly wakeups: Wakeups;
  readonly channels: readonly Channel[];
  readonly advance: Advance;
  readonly loadShop: LoadShop;
  /** Epoch ms */
  readonly clock: () => number;
  readonly newId: () => string;
  /** TURN_QUIET_MS */
  readonly quietMs: number;
  readonly metrics: Metrics;
  readonly live: LiveUpdates;
  /** To the browsers of colleagues, where it is wanted */
  readonly push?: StaffPush;
  /** A fault, with where it happened; never with words of a customer. */
  readonly report: (fault: Fault) => void;
}

export interface Fault {
  readonly where: string;
  readonly error: unknown;
  /** Busy, deadlocked or gone: it is tried again by itself */
  readonly transient: boolean;
  readonly conversationId?: string;
}

export interface Workers {
  /** Where web chat and webhooks of any process put their events */
  readonly intake: Intake;
  /** What staff acts are done with */
  readonly acts: Acts;
  /** What a conversation would remember of events, with nothing written */
  hearApart(heard: HeardApart): Promise<ConversationState>;
  /** Writes down or places the order of a conversation that a person holds */
  actWhileHeld(act: HeldAct): Promise<HeldActed>;
  /** Our id of a channel's account */
  accountOf(channel: Channel): string;
  /** Whether this process owns a channel's account now */
  isOwner(channel: Channel): boolean;
  /** Something was written that wants a turn or a sending. */
  wake(): void;
  /** Finishes what is in flight and gives the accounts back. */
  stop(): Promise<void>;
}

/** The database is asked at least this often, whatever wake-ups were lost. */
const POLL_MS = 1_000;
/** A picture in a colleague's own chat that takes longer is asked for again: others wait behind it. */
const PICTURE_MS = 10_000;

/** Starts all that runs by itself: turns, timers, and for each channel account its listening and sending. */
export async function startWorkers(parts: WorkerParts): Promise<Workers> {
  const { database, clock, newId, metrics, live } = parts;
  const fault = (where: string) => (error: unknown) => parts.report({ where, error, transient: isTransient(error) });
  const accounts = new Map<Channel, string>();
  for (const channel of parts.channels) accounts.set(channel, await accountOf(database, channel, newId));

  const turns = new Loop(() => answer(), fault("turn"));
  const timers = new Loop(() => fall(), fault("timers"));
  const desk = new Loop(() => tendDesk(), fault("desk"));
  const changed = (topics: readonly LiveTopic[]) => {
    live.publish(topics);
    turns.wake();
    desk.wake();
    wakeSenders();
    parts.wakeups.notify();
  };
  const intake = new Inbox({
    database,
    clock,
    newId,
    quietMs: parts.quietMs,
    onAccepted: (ids) => changed(threads(ids)),
  });
  const owner = ownerName(newId());
  const tenures = new Map(
    [...accounts].map(([channel, account]) => {
      const report = fault(channel.name);
      const onSettled = (ids: readonly string[]) => {
        live.publish(threads(ids));
        // A "ya" may be waiting for its question to be sent.
        turns.wake();
      };
      return [channel, new Tenure({ database, channel, account, clock, metrics, onSettled, report, intake, owner })];
    }),
  );
  const wakeSenders = () => {
    for (const tenure of tenures.values()) tenure.wake();
  };
  const calls = new Loop(() => watchCalls(), fault("calls"));
  const watch = new Loop(() => measureOutbox(), fault("metrics"));
  const turnParts: TurnParts = {
    database,
    clock,
    newId,
    metrics,
    advance: parts.advance,
    shop: new ShopCache(parts.loadShop),
    channelOf: traitsOf(accounts),
    report: ({ conversationId, error }) =>
      parts.report({ where: "turn", error, transient: isTransient(error), conversationId }),
  };

  const acts: Acts = { database, clock, newId, changed };
  const deskWork = new DeskWork({
    acts,
    media: async (externalId) => {
      const channel = parts.channels.find(({ name }) => name === DESK_CHANNEL);
      return (await channel?.media(externalId, AbortSignal.timeout(PICTURE_MS))) ?? { type: "away" };
    },
    takesPictures: (account) => turnParts.channelOf(account).images,
    report: ({ error, conversationId }) =>
      parts.report({
        ...{ where: "own chats", error, transient: isTransient(error) },
        ...(conversationId === undefined ? {} : { conversationId }),
      }),
  });
  const watchNews = parts.push && new WatchNews({ database, clock }, parts.push);
  const pushes = new Loop(() => pushNews(), fault("push"));
  const ownChats = new Loop(() => answerColleagues(), fault("own chats"));
  const endNotices = live.subscribe((topic) => {
    if (deskWork.notice([topic])) ownChats.wake();
  });

  /** Where the channel of the colleagues' chats is owned, and nowhere else: no two processes tell the same news. */
  async function answerColleagues(): Promise<number> {
    const owned = [...tenures].some(([{ name }, tenure]) => name === DESK_CHANNEL && tenure.isOwner);
    return owned ? deskWork.round() : POLL_MS;
  }

  async function answer(): Promise<number> {
    const { claimed, answered, accounts: toSend, orders, calls: called } = await takeTurns(turnParts);
    if (claimed === 0) return waitUntil((await nextTurn(database)) ?? clock() + POLL_MS);
    const topics = (type: LiveTopic["type"], ids: readonly string[]) => ids.map((id): LiveTopic => ({ type, id }));
    live.publish([...threads(answered), ...topics("order", orders), ...topics("call", called)]);
    // New timers may be due before the loop would look again.
    timers.wake();
    // Somebody may have been handed over to a person.
    desk.wake();
    if (toSend.size > 0) {
      wakeSenders();
      parts.wakeups.notify();
    }
    return 0;
  }

  async function fall(): Promise<number> {
    const fallen = await fireTimers(database, clock(), newId);
    if (fallen.length > 0) changed(threads(fallen));
    return fallen.length > 0 ? 0 : waitUntil((await nextTimer(database)) ?? clock() + POLL_MS);
  }

  async function tendDesk(): Promise<number> {
    const held = await tendHolds({ database, clock, newId });
    const waiting = await tendWaiting({ database, clock, newId, push: parts.push });
    const tended = [...held, ...waiting];
    if (tended.length > 0) changed(threads(tended));
    return tended.length > 0 ? 0 : waitUntil((await nextLook(database.prisma)) ?? clock() + POLL_MS);
  }

  async function measureOutbox(): Promise<number> {
    for (const account of accounts.values())
      metrics.outboxAge(account, await oldestWaiting(database, account, clock()));
    return 5 * POLL_MS;
  }

  /** Where the web chat is owned, which every shop has, and nowhere else: no two processes push the same. */
  async function pushNews(): Promise<number> {
    const owned = [...tenures].some(([{ name }, tenure]) => name === PUSHED_BESIDE && tenure.isOwner);
    if (owned) await watchNews?.look();
    else watchNews?.skip();
    return watchNews === undefined ? 60 * POLL_MS : 5 * POLL_MS;
  }

  let overdue = 0;
  async function watchCalls(): Promise<number> {
    const calls = await callsStanding(database, clock());
    metrics.callsOpen(calls.open, calls.overdue);
    // Open screens sort anew and raise what is late by now.
    if (calls.overdue > overdue) live.publish([{ type: "call", id: "" }]);
    overdue = calls.overdue;
    return Math.min(10 * POLL_MS, Math.max(POLL_MS, (calls.nextDue ?? Number.MAX_SAFE_INTEGER) - clock()));
  }

  function waitUntil(instant: number): number {
    // What is due and yet was not to be had is asked for again, but not in a rush.
    return Math.min(POLL_MS, Math.max(SHORT_PAUSE_MS, instant - clock()));
  }

  const loops = [turns, timers, desk, watch, calls, ownChats, pushes];
  const wake = () => {
    for (const loop of [turns, timers, desk]) loop.wake();
    wakeSenders();
  };
  parts.wakeups.onWake(wake);
  await armDesk(database, clock());
  for (const running of [...loops, ...tenures.values()]) running.start();
  return {
    intake,
    acts,
    hearApart: (heard) => hearApart(turnParts, heard),
    actWhileHeld: async (act) => {
      const acted = await actWhileHeld(turnParts, act);
      if (acted.type === "done") changed(touchedBy(act, acted));
      return acted;
    },
    accountOf: (channel) => accounts.get(channel) ?? unknown(channel),
    isOwner: (channel) => tenures.get(channel)?.isOwner ?? false,
    wake,
    stop: async () => {
      endNotices();
      await Promise.all(loops.map((loop) => loop.stop()));
      await Promise.all([...tenures.values()].map((tenure) => tenure.stop()));
    },
  };
}

const SHORT_PAUSE_MS = 15;
const PUSHED_BESIDE = "web-chat";

function threads(ids: readonly string[]): LiveTopic[] {
  return ids.map((id) => ({ type: "conversation", id }));
}

function traitsOf(accounts: ReadonlyMap<Channel, string>): TurnParts["channelOf"] {
  const traits = new Map(
    [...accounts].map(([{ name, abilities }, id]) => {
      const { requestPhone, requestLocation, maxButtons, images } = abilities;
      return [id, { name, requestPhone, requestLocation, buttons: maxButtons > 0, images }];
    }),
  );
  const plain = { name: "unknown", requestPhone: false, requestLocation: false, buttons: false, images: false };
  // An account whose driver this process does not have is spoken to in words that fit every channel.
  return (accountId) => traits.get(accountId) ?? plain;
}

function unknown(channel: Channel): never {
  throw new Error(`The channel ${channel.name} was not given to the workers.`);
}
