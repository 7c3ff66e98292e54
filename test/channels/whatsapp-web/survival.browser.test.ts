import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Delivery } from "../../../src/channels/channel.ts";
import { OutgoingMessage } from "../../../src/channels/message.ts";
import { RecordingIntake } from "../../contracts/recording-intake.ts";
import { StandInWorld } from "../../fixtures/whatsapp-web/stand-in-world.ts";
import { RelayIntake } from "./relay-intake.ts";
import { ShopOnWhatsAppWeb } from "./shop-on-whatsapp-web.ts";

const SARI = "6281234567001@c.us";
const BUDI = "6281234567002@c.us";
const relay = new RelayIntake();
let shop: ShopOnWhatsAppWeb;
let intake: RecordingIntake;
beforeAll(async () => {
  shop = await ShopOnWhatsAppWeb.live({ year: "after September 2026", intake: relay });
});
beforeEach(() => {
  intake = new RecordingIntake();
  relay.target = intake;
  shop.world.forgets();
});
afterAll(() => shop.close());

const victims: readonly (readonly [string, () => number[]])[] = [
  ["the child process", () => [shop.channel.processes().child ?? 0]],
  ["the browser", () => [shop.channel.processes().browser ?? 0]],
  ["the tab", () => tabsOf(shop.channel.processes().browser ?? 0)],
];

it.each(victims)("is back by itself when %s is killed; nothing is lost, nothing doubled", async (_, victim) => {
  shop.world.arrives(SARI, { body: "sebelum" });
  await intake.received(SARI);
  const row = delivery("Halo, Kak");
  const before = await send(row);
  const old = shop.channel.processes();
  for (const pid of victim()) process.kill(pid, "SIGKILL");
  await shop.becomes("browserDied");
  shop.world.arrives(SARI, { body: "sementara itu 1" });
  shop.world.arrives(SARI, { fromMe: true, body: "dijawab dari HP" });
  shop.world.arrives(SARI, { body: "sementara itu 2" });
  expect(await send(delivery("Tidak sampai"))).toMatchObject({ type: "retry", held: true });
  await shop.becomes("live");
  const heard = await intake.received(SARI, 4);
  expect(heard.map((body) => ("text" in body ? body.text : body.type))).toEqual([
    "sebelum",
    "sementara itu 1",
    "dijawab dari HP",
    "sementara itu 2",
  ]);
  // The crash has lost what became of the message: WhatsApp still knows.
  expect(await shop.channel.evidence(row)).toEqual(before);
  expect(await send(row)).toEqual(before);
  expect(shop.world.seenBy(SARI).map(({ body }) => body)).toEqual(["Halo, Kak", "dijawab dari HP"]);
  expect(shop.world.doubled).toBe(0);
  for (const pid of [old.child, old.browser]) expect(isAlive(pid ?? 0)).toBe(false);
});

it("knows what became of a message during whose sending the browser died", async () => {
  shop.world.arrives(SARI, { body: "kak" });
  await intake.received(SARI);
  shop.world.fails("lostAfter");
  const row = delivery("Pesanan diterima");
  const sending = send(row);
  await shop.world.until(() => shop.world.seenBy(SARI).length === 1, "the message to arrive");
  process.kill(shop.channel.processes().browser ?? 0, "SIGKILL");
  shop.world.arrives(SARI, { body: "kak?" });
  expect(await sending).toMatchObject({ type: "unknown" });
  expect(await shop.channel.evidence(row)).toMatchObject({ type: "sent", externalId: shop.world.seenBy(SARI)[0]?.id });
  const heard = await intake.received(SARI, 2);
  expect(heard.map((body) => "text" in body && body.text)).toEqual(["kak", "kak?"]);
});

it("hears a call once, although the browser was killed while it rang and the chat tells of it afterwards", async () => {
  const [first, second] = [shop.world.calls(SARI), shop.world.calls(SARI)];
  await intake.until(() => intake.stored.length === 2, "both calls");
  process.kill(shop.channel.processes().child ?? 0, "SIGKILL");
  await shop.becomes("starting");
  for (const callOutcome of ["Missed", undefined, "AcceptedElsewhere"])
    shop.world.arrives(SARI, { type: "call_log", body: "", callOutcome });
  shop.world.arrives(BUDI, { type: "call_log", body: "", callOutcome: "Missed", isVideoCall: true });
  await shop.becomes("live");
  shop.world.arrives(SARI, { body: "kak" });
  await intake.until(() => intake.stored.length === 4, "the other call and the words");
  expect(intake.stored.map(({ sender, body, platformId }) => [sender.externalId, body.type, platformId])).toEqual([
    [SARI, "callMissed", first],
    [SARI, "callMissed", second],
    [BUDI, "callMissed", shop.world.chat(BUDI).messages[0]?.id],
    [SARI, "messageReceived", expect.any(String)],
  ]);
});

it("leaves neither child nor browser behind when the shop itself is killed", async () => {
  const world = await StandInWorld.open();
  const script = world.script("after September 2026");
  const program = new URL("../../fixtures/whatsapp-web/shop-to-kill.ts", import.meta.url).pathname;
  const folder = mkdtempSync(join(tmpdir(), "kopdar-whatsapp-"));
  const owner = spawn(process.execPath, [...(script.execArgv ?? []), program], {
    env: { ...process.env, ...script.env, CHILD_SCRIPT: script.path, DATA_DIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(owner.stdout), "line");
  const pids: number[] = JSON.parse(`${line}`);
  expect(pids.map(isAlive)).toEqual([true, true]);
  owner.kill("SIGKILL");
  for (const deadline = Date.now() + 10_000; pids.some(isAlive) && Date.now() < deadline; ) await sleep(50);
  expect(pids.map(isAlive)).toEqual([false, false]);
  world.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function delivery(text: string): Delivery {
  return { rowId: randomUUID(), contact: SARI, message: OutgoingMessage.parse({ text }) };
}

function send(whole: Delivery) {
  return shop.channel.send(whole, new AbortController().signal);
}

function isAlive(pid: number): boolean {
  try {
    // A process that ended stays listed until its parent looks.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** The browser's processes that show pages: the one of WhatsApp, and those kept ready for the next. */
function tabsOf(browser: number): number[] {
  const below = (pid: number): number[] => {
    const own = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid);
    return own.flatMap((name) => [Number(name), ...below(Number(name))]);
  };
  return below(browser).filter((pid) => commandOf(pid).includes("--type=renderer"));
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return 0;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
