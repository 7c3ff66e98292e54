import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { z } from "zod";
import { type Channel, type ChannelHealth, type MediaFile, MOST_MEDIA_BYTES } from "../channel.ts";
import type { ConnectionState, PaceSettings, PaceView, WhatsAppWebConnection } from "../connection.ts";
import { UnseenWords } from "../unseen-words.ts";
import { Acceptance } from "./acceptance.ts";
import type { ChildScript } from "./child-link.ts";
import { ContactNames } from "./contact-names.ts";
import { LinkKeeper } from "./link-keeper.ts";
import { type LinkWaits, usualWaits } from "./link-waits.ts";
import { Memory } from "./memory.ts";
import { Outgoing } from "./outgoing.ts";
import { paceView, safePace } from "./own-pace.ts";
import { whatsAppWebAbilities } from "./plan-parts.ts";
import { Done, Fetched, type Heard } from "./protocol.ts";
import type { NumberRecords } from "./records.ts";
import { StoredLink } from "./stored-link.ts";
import { banWarning } from "./whatsapp-web.words.ts";

export interface WhatsAppWebOptions {
  /** The shop's folder; the session lies in `whatsapp-web` below it */
  readonly dataDir: string;
  readonly records: NumberRecords;
  /** The browser's program; without it the usual places are looked at */
  readonly executablePath?: string | undefined;
  /** Where the owner has not chosen a pace */
  readonly pace?: Partial<PaceSettings>;
  /** Epoch ms */
  readonly clock: () => number;
  /** From 0 to 1 */
  readonly random: () => number;
  readonly log: Logger;
  /** What runs the browser, if not the program's own child process */
  readonly script?: ChildScript;
  readonly waits?: Partial<LinkWaits>;
  /** How long a message may take to leave, in ms */
  readonly sendLimitMs?: number;
}

export interface WhatsAppWebChannel extends Channel {
  readonly connection: WhatsAppWebConnection;
  /** Process ids of what runs for this channel, for those who watch over them */
  processes(): { readonly child: number | undefined; readonly browser: number | undefined };
}

/** A shop's own number on WhatsApp, through WhatsApp Web. No browser runs until the owner connects, or has before. */
export function createWhatsAppWebChannel(options: WhatsAppWebOptions): WhatsAppWebChannel {
  const { clock, random, log, dataDir, records } = options;
  const stored = new StoredLink(dataDir);
  const memory = new Memory(records);
  const names = new ContactNames(memory);
  const keeper = new LinkKeeper({
    stored,
    script: options.script ?? ownScript(),
    executablePath: options.executablePath,
    waits: { ...usualWaits, ...options.waits },
    clock,
    log,
    onHeard: (heard) => {
      if (heard.type !== "acked") acceptance.add(heard);
      // WhatsApp may tell of a delivery before the outbox has written down under which id the message went.
      else setTimeout(() => acceptance.add(heard), RECEIPT_WAITS_MS).unref();
    },
  });
  const settings = () => safePace({ ...options.pace, ...stored.values.pace });
  const pace = (): PaceView => paceView(settings(), stored.values.sentAt, clock());
  const outgoing = new Outgoing({
    keeper,
    names,
    stored,
    remember: () => memory.save(),
    pace,
    clock,
    random,
    sendLimitMs: options.sendLimitMs ?? SEND_LIMIT_MS,
  });
  const unseen = new UnseenWords<Words>();
  const acceptance = new Acceptance({
    memory,
    names,
    passes: records.passes,
    log,
    onAccepted: (heard, withBot) => {
      rememberHowFar(stored, heard, clock());
      refuseCalls(keeper, heard);
      for (const [contact, words] of newestWords(names, heard)) {
        if (withBot.has(contact)) showSeen(keeper, words);
        // Seen, the chat would no longer stand out on the phone of whoever is to answer.
        else unseen.keep(contact, words);
      }
    },
    onSellerWrote: (contact) => outgoing.sellerWrote(contact),
  });

  return {
    name: "whatsapp-web",
    // One number a shop; which one it is, is known only once it is linked, and may change.
    accountExternalId: "own-number",
    get accountName() {
      return stored.values.phone ?? "WhatsApp";
    },
    abilities: whatsAppWebAbilities,
    // The driver keeps a slower pace of its own, one message after the other.
    pace: { perContactMs: 500, overallMs: 200 },
    async listen(account, intake, signal) {
      await memory.open(account);
      await carryNamesOver(stored, names, memory);
      acceptance.open(account, intake, signal);
      keeper.open();
      await aborted(signal);
      await keeper.close();
    },
    async send(delivery, signal) {
      const result = await outgoing.send(delivery, signal);
      const words = result.type === "sent" ? unseen.take(delivery.contact) : undefined;
      if (words) showSeen(keeper, words);
      return result;
    },
    media: (key, signal) => media(keeper, key, signal),
    evidence: (delivery) => outgoing.evidence(delivery),
    health: () => healthOf(keeper.state.now, pace(), clock()),
    processes: () => keeper.processes,
    connection: {
      warning: banWarning,
      state: () => keeper.state.now,
      pace,
      setPace: (wanted) => stored.change({ pace: { ...safePace({ ...settings(), ...wanted }) } }),
      connect: () => keeper.connect(),
      requestCode: (phone) => keeper.requestCode(phone),
      disconnect: () => keeper.disconnect(),
      watch: (listener) => keeper.state.watch(listener),
    },
  };
}

const SEND_LIMIT_MS = 30_000;
const RECEIPT_WAITS_MS = 1_000;
const MEDIA_LIMIT_MS = 60_000;
const GESTURE_LIMIT_MS = 10_000;

/** The child's program, compiled or not, as this file is. */
function ownScript(): ChildScript {
  const compiled = fileURLToPath(new URL("./child/whatsapp-child.js", import.meta.url));
  return {
    path: existsSync(compiled) ? compiled : fileURLToPath(new URL("./child/whatsapp-child.ts", import.meta.url)),
  };
}

/** An earlier release kept names in the file of the link. */
async function carryNamesOver(stored: StoredLink, names: ContactNames, memory: Memory): Promise<void> {
  stored.refresh();
  const { earlierNames } = stored;
  if (!earlierNames) return;
  names.carryOver(earlierNames);
  await memory.save();
  stored.dropEarlierNames();
}

/** All of a chat up to here is stored, so a restart asks only for what came later. A phone's clock may run ahead. */
function rememberHowFar(stored: StoredLink, heard: readonly Heard[], now: number): void {
  const newest = Math.max(0, ...heard.map((one) => (one.type === "message" ? Math.min(one.at, now) : 0)));
  if (newest > (stored.values.caughtUpTo ?? 0)) stored.change({ caughtUpTo: newest });
}

interface Words {
  readonly chat: string;
  readonly id: string;
}

/** The last thing that each contact wrote. */
function newestWords(names: ContactNames, heard: readonly Heard[]): ReadonlyMap<string, Words> {
  const newest = new Map<string, Words>();
  for (const one of heard)
    if (one.type === "message" && !one.fromMe) newest.set(names.nameOf(one.who), { chat: one.who.chat, id: one.id });
  return newest;
}

function refuseCalls(keeper: LinkKeeper, heard: readonly Heard[]): void {
  for (const one of heard)
    if (one.type === "called")
      gesture(keeper.call({ type: "rejectCall", chat: one.who.chat, id: one.id }, Done, GESTURE_LIMIT_MS));
}

function showSeen(keeper: LinkKeeper, words: Words): void {
  gesture(keeper.call({ type: "seen", ...words }, z.boolean(), GESTURE_LIMIT_MS));
}

/** At once, at most once, and nobody's loss when it fails. */
function gesture(made: Promise<unknown>): void {
  made.catch(() => undefined);
}

async function media(keeper: LinkKeeper, key: string, signal: AbortSignal): Promise<MediaFile> {
  try {
    return await keeper.call({ type: "media", key, most: MOST_MEDIA_BYTES }, Fetched, MEDIA_LIMIT_MS, signal);
  } catch {
    return { type: "away" };
  }
}

function healthOf(state: ConnectionState, { fullUntil }: PaceView, now: number): ChannelHealth {
  switch (state.type) {
    case "off":
      return { state: "stopped", detail: "not connected; an owner connects it in the console" };
    case "starting":
    case "syncing":
      return { state: "starting" };
    case "scan":
    case "code":
      return { state: "starting", detail: "waits for the phone" };
    case "live": {
      if (fullUntil === undefined) return { state: "live" };
      const minutes = Math.ceil((fullUntil - now) / 60_000);
      return { state: "live", detail: `has written as much as is safe; goes on in ${minutes} min` };
    }
    case "scanAgain":
      return { state: "failed", detail: "the phone ended the link; connect again" };
    case "phoneOffline":
      return { state: "retrying", detail: "no connection to WhatsApp" };
    case "browserDied":
      return { state: "retrying", detail: "the browser died and is started again" };
    case "noBrowser":
      return { state: "failed", detail: `no browser; install one: ${state.install}` };
    case "failed":
      return { state: "failed", detail: state.reason };
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
