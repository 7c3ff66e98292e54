import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { CallList } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import { eachEngine } from "../fixtures/database.ts";
import { seedStaff } from "../fixtures/shop.ts";
import type { ShopProcess } from "../fixtures/shop-process.ts";
import { openShopToKill } from "../fixtures/shop-to-kill.ts";
import { HttpBrowser } from "../fixtures/web-server.ts";
import type { GraphStandIn } from "../fixtures/whatsapp-cloud/stand-in.ts";
import { wordsIn } from "../fixtures/whatsapp-cloud/stand-in-customer.ts";
import type { GraphPerson } from "../fixtures/whatsapp-cloud/stand-in-world.ts";

/** What becomes of a call: it stays promised, or the seller notes how it went. */
const ENDS = ["waits", "reached", "ordered", "thinking"] as const;
type End = (typeof ENDS)[number];
const CALLERS = 16;
/** The shop dies at least so often while they call: each calls once it has died often enough. */
const KILLS = 7;
const PATIENCE_MS = 180_000;

interface Caller {
  readonly person: GraphPerson;
  /** How often they call in a row */
  readonly calls: number;
  readonly end: End;
}

eachEngine((engine) => {
  test("callers are answered, promised and called back while the shop is killed again and again: each once, each promise kept", async () => {
    const { database, graph, shop, address } = await openShopToKill(engine, 100);
    await seedStaff(database, "ayu", "seller");
    const seller = new HttpBrowser(address);
    await seller.enter(database, "ayu");

    const killing = killAgainAndAgain(shop);
    const callers = Array.from({ length: CALLERS }, (_, index): Caller => {
      const person = { phone: `62812000${String(index).padStart(5, "0")}`, name: `Pelanggan ${index}` };
      return { person, calls: 1 + (index % 2), end: ENDS[Math.floor(index / 2) % ENDS.length] ?? "waits" };
    });
    const promised = await Promise.all(
      callers.map(async (caller, index) => {
        await killing.happened(Math.ceil((index * KILLS) / (CALLERS - 1)));
        const at = await agreedToCall(graph, database, caller);
        await noted(seller, database, caller);
        return at;
      }),
    ).finally(killing.end);
    const kills = await killing.done;
    await graph.webhook.redeliver();
    await quiet(graph, database);

    console.log(`${engine}: ${kills} kills, ${graph.messages().length} messages`);
    expect(kills).toBeGreaterThanOrEqual(KILLS);
    for (const [index, caller] of callers.entries()) {
      const [task, ...others] = await tasksOf(database, caller);
      expect(others).toEqual([]);
      expect(task).toMatchObject({ times: caller.calls, promisedAt: promised[index] });
      const open = caller.end === "waits" || caller.end === "thinking";
      expect(task?.outcome).toBe(open ? null : caller.end);
      expect(task?.attempts.map(({ outcome }) => outcome)).toEqual(caller.end === "waits" ? [] : [caller.end]);
      expect(await answersBefore(database, caller)).toBe(1);
    }
    const { calls } = await seller.read<CallList>("/console/api/calls");
    const listed = calls.map(({ phone = "" }) => phone).toSorted();
    const standing = callers.filter(({ end }) => end === "waits" || end === "thinking");
    expect(listed).toEqual(standing.map(({ person }) => `+${person.phone}`).toSorted());
    // Whatever was told twice because its record was lost is the same message, never another.
    const rows = graph.messages().map(({ callbackData }) => callbackData);
    expect(new Set(rows).size).toBe(await database.prisma.outboxRow.count({ where: { status: { not: "withheld" } } }));
  }, 600_000);
});

/** They call, read the one answer, and say when; resolves with the instant that they were promised. */
async function agreedToCall(graph: GraphStandIn, database: Database, caller: Caller): Promise<bigint> {
  const customer = graph.customer(caller.person);
  for (let call = 0; call < caller.calls; call += 1) customer.hangsUp(customer.calls());
  await customer.hears(PATIENCE_MS);
  customer.says("jam 4 aja kak");
  await graph.until(
    () => customer.screen().some((message) => wordsIn(message).includes("16.00")),
    `a promise to ${caller.person.name}`,
    PATIENCE_MS,
  );
  const [task] = await tasksOf(database, caller);
  expect(new Date(Number(task?.promisedAt)).toISOString()).toContain("T09:00:00");
  return task?.promisedAt ?? 0n;
}

/** The seller takes the call and notes how it went, and again where the shop died before it could answer. */
async function noted(seller: HttpBrowser, database: Database, caller: Caller): Promise<void> {
  if (caller.end === "waits") return;
  for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt; await sleep(100)) {
    const [task] = await tasksOf(database, caller);
    if (!task || task.attempts.length > 0) return;
    const { id, version, takenBy } = task;
    const act = takenBy === null ? "take" : "outcome";
    const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const heard = { version, outcome: caller.end, ...(caller.end === "thinking" ? { until } : {}) };
    const body = act === "take" ? { version } : heard;
    const status = await seller.post(`/console/api/calls/${id}/${act}`, body).then(
      (response) => response.status,
      // Killed before it could answer: whether it was done, the list says.
      () => 0,
    );
    expect([0, 204, 409]).toContain(status);
  }
  throw new Error(`The call of ${caller.person.name} could not be noted in time.`);
}

function tasksOf({ prisma }: Database, { person }: Caller) {
  return prisma.callTask.findMany({
    where: { phone: `+${person.phone}` },
    include: { attempts: { select: { outcome: true } } },
  });
}

/** How many messages the bot wrote to somebody before they wrote a word. */
async function answersBefore({ prisma }: Database, { person }: Caller): Promise<number> {
  const conversation = await prisma.conversation.findFirstOrThrow({
    where: { contact: { customer: { phone: `+${person.phone}` } } },
    include: { events: { where: { kind: "messageReceived" } }, outbox: true },
  });
  const first = conversation.events[0]?.sequence ?? 0;
  return conversation.outbox.filter(({ sequence }) => sequence < first).length;
}

interface Killing {
  /** Resolves with how often the shop was killed */
  readonly done: Promise<number>;
  /** Resolves once it was killed so often */
  happened(times: number): Promise<void>;
  end(): void;
}

/** Starts the shop and kills it at random moments, until it is told to let it live. */
function killAgainAndAgain(shop: ShopProcess): Killing {
  let ended = false;
  let killed = 0;
  const run = async () => {
    for (;;) {
      const livesUntil = Date.now() + 500 + Math.random() * 4_500;
      while (Date.now() < livesUntil && !ended) await sleep(20);
      if (ended) return killed;
      await shop.kill();
      killed += 1;
      await shop.start();
    }
  };
  return {
    done: run(),
    happened: async (times) => {
      while (killed < times && !ended) await sleep(20);
    },
    end: () => {
      ended = true;
    },
  };
}

/** Nothing is under way any more, in the shop or towards it. */
async function quiet(graph: GraphStandIn, { prisma }: Database): Promise<void> {
  const busy = async () =>
    graph.unconfirmed() +
    (await prisma.inboxEvent.count({ where: { handledAt: null } })) +
    (await prisma.outboxRow.count({ where: { status: { in: ["queued", "sending"] } } }));
  await expect.poll(busy, { timeout: 60_000 }).toBe(0);
}
