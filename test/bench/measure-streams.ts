import { setTimeout as sleep } from "node:timers/promises";
import Fastify from "fastify";
import { v7 } from "uuid";
import type { ConsoleDeps } from "../../src/console/console-deps.ts";
import { consoleRoutes } from "../../src/console/console-routes.ts";
import { openSession } from "../../src/console/session-store.ts";
import { staffActs } from "../../src/console/staff-acts.ts";
import { addStaff } from "../../src/console/staff-store.ts";
import type { Database } from "../../src/database/database.ts";
import { Inbox } from "../../src/inbox/inbox.ts";
import { openLiveUpdates } from "../../src/live-updates.ts";

export interface StreamFigures {
  /** From a message's commit to its event at a console's stream, ms */
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Events that reached the consoles, of those that should have */
  readonly heard: number;
  readonly expected: number;
  /** What the process holds with all streams open beyond what it held without, the consoles' own ends included */
  readonly residentMegabytes: number;
}

const CONSOLES = 200;
const CUSTOMERS = 100;
const ACCOUNT = "bench-account";

/** Open consoles, each with its live stream over HTTP, while customers write. The demo shop must be there. */
export async function measureStreams(database: Database, perSecond: number, seconds: number): Promise<StreamFigures> {
  const live = openLiveUpdates(database);
  const commits = new Map<string, number>();
  const times: number[] = [];
  const inbox = new Inbox({
    ...{ database, clock: Date.now, newId: v7, quietMs: 60_000 },
    onAccepted: (ids) => {
      for (const id of ids) commits.set(id, performance.now());
      live.publish(ids.map((id) => ({ type: "conversation", id })));
    },
  });
  const server = Fastify({ forceCloseConnections: true });
  const acts = staffActs({ database, clock: Date.now, newId: v7, changed: live.publish.bind(live) });
  const hearApart: ConsoleDeps["hearApart"] = async ({ state }) => state;
  await server.register(consoleRoutes, {
    database,
    live,
    acts,
    hearApart,
    // Nobody places an order here.
    actWhileHeld: async () => ({ type: "unknownConversation" }),
    channelOf: () => undefined,
    clock: Date.now,
  });
  const url = await server.listen({ port: 0, host: "127.0.0.1" });
  const leaving = new AbortController();
  const before = process.memoryUsage.rss();
  try {
    const cookie = `kopdar_console=${await signIn(database)}`;
    const heard = (id: string) => times.push(performance.now() - (commits.get(id) ?? Number.NaN));
    for (let opened = 0; opened < CONSOLES; opened++) await listen(`${url}/console/api/stream`, cookie, leaving, heard);
    const residentMegabytes = (process.memoryUsage.rss() - before) / 1e6;
    const count = perSecond * seconds;
    await write(inbox, perSecond, count);
    const expected = count * CONSOLES;
    for (let waited = 0; times.length < expected && waited < 100; waited++) await sleep(50);
    // The first second meets new customers and cold code.
    const steady = times.slice(perSecond * CONSOLES).toSorted((a, b) => a - b);
    const at = (share: number) => steady[Math.floor(steady.length * share)] ?? Number.NaN;
    return { medianMs: at(0.5), p99Ms: at(0.99), heard: times.length, expected, residentMegabytes };
  } finally {
    leaving.abort();
    await server.close();
    await live.close();
  }
}

async function signIn(database: Database): Promise<string> {
  const person = { name: "Rina", username: "bench", role: "seller", passwordHash: "" } as const;
  const id = (await addStaff(database, person, Date.now(), "bench")) ?? "";
  return openSession(database, id, "bench", Date.now());
}

/** Opens one console's stream; resolves once it is open, and reads it until the bench leaves. */
async function listen(
  url: string,
  cookie: string,
  { signal }: AbortController,
  heard: (conversation: string) => void,
): Promise<void> {
  const { body, status } = await fetch(url, { headers: { cookie }, signal });
  if (status !== 200 || body === null) throw new Error(`The stream was refused: ${status}`);
  void read(body, heard).catch((error) => {
    if (!signal.aborted) throw error;
  });
}

async function read(body: ReadableStream<Uint8Array>, heard: (conversation: string) => void): Promise<void> {
  let rest = "";
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + part).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const [, id] = /^event: conversation\ndata: \{"id":"(.+)"\}$/.exec(block) ?? [];
      if (id !== undefined) heard(id);
    }
  }
}

async function write(inbox: Inbox, perSecond: number, count: number): Promise<void> {
  const start = performance.now();
  for (let written = 0; written < count; written++) {
    const wait = start + (written * 1_000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    const body = { type: "messageReceived" as const, text: "ada klepon kak?", attachments: [], forwarded: false };
    const sender = { externalId: `stream-${written % CUSTOMERS}` };
    await inbox.accept(ACCOUNT, [{ sender, body, platformId: v7() }]);
  }
}
