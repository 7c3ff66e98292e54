import { mkdirSync } from "node:fs";
import type { Logger } from "pino";
import { z } from "zod";
import type { ConnectionState } from "../connection.ts";
import { ChildLink, type ChildScript, NoAnswer } from "./child-link.ts";
import { findBrowser, installLine } from "./find-browser.ts";
import { LinkState } from "./link-state.ts";
import type { LinkWaits } from "./link-waits.ts";
import { Done, type Heard, type Notice, type Request } from "./protocol.ts";
import type { StoredLink } from "./stored-link.ts";

export interface KeeperParts {
  readonly stored: StoredLink;
  readonly script: ChildScript;
  /** The browser's program, where the owner has set one */
  readonly executablePath: string | undefined;
  readonly waits: LinkWaits;
  readonly clock: () => number;
  readonly log: Logger;
  readonly onHeard: (heard: Heard) => void;
}

/** Keeps the browser of the shop's number running and linked while it is wanted, and knows how it stands. */
export class LinkKeeper {
  readonly #parts: KeeperParts;
  readonly state = new LinkState();
  #isOpen = false;
  #link: ChildLink | undefined;
  #ending: Promise<void> = Promise.resolve();
  #failures = 0;
  #offline = false;
  #lastTrouble: string | undefined;
  #again: NodeJS.Timeout | undefined;
  #late: NodeJS.Timeout | undefined;
  #pings: NodeJS.Timeout | undefined;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Process ids of the child and its browser, for those who watch over them */
  get processes(): { readonly child: number | undefined; readonly browser: number | undefined } {
    return { child: this.#link?.pid, browser: this.#link?.browserPid };
  }

  /** From here on a browser may run; one does at once where the owner has connected before. */
  open(): void {
    this.#isOpen = true;
    this.#parts.stored.refresh();
    if (this.#parts.stored.values.wanted) this.#begin();
  }

  /** Ends the browser. The link stays, for the next time. */
  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#end();
    this.#become({ type: "off", why: "notConnected" });
    this.#parts.stored.flush();
  }

  connect(): void {
    if (!this.#isOpen) this.#parts.stored.refresh();
    this.#parts.stored.change({ wanted: true });
    if (!this.#isOpen || this.#link) return;
    this.#failures = 0;
    this.#begin();
  }

  async requestCode(phone: string): Promise<string> {
    if (this.state.now.type === "live") throw new NoAnswer("the number is connected already");
    this.connect();
    // Just after the shop's start the wish is kept, and the browser begins in a moment.
    if (!this.#isOpen) await this.state.next(OPENING_MS);
    await this.state.until((state) => state.type === "scan" || state.type === "code", this.#parts.waits.start);
    return this.call({ type: "requestCode", phone: phone.replace(/\D/g, "") }, z.string(), CODE_LIMIT_MS);
  }

  /** Unlinks on the phone too, where WhatsApp can be reached. */
  async disconnect(): Promise<void> {
    if (this.state.now.type === "live")
      await this.call({ type: "logout" }, Done, LOGOUT_LIMIT_MS).catch(() =>
        this.#parts.log.warn("WhatsApp was not told that the number is unlinked; the phone still lists this device"),
      );
    await this.#end();
    this.#forgetSession();
    this.#become({ type: "off", why: "disconnected" });
  }

  /** Asks the child. Rejects with NoAnswer where none runs. */
  async call<Result>(
    request: Request,
    answer: z.ZodType<Result>,
    limitMs: number,
    signal?: AbortSignal,
  ): Promise<Result> {
    if (!this.#link) throw new NoAnswer("no browser runs");
    return this.#link.call(request, answer, limitMs, signal);
  }

  #become(state: ConnectionState): void {
    this.#parts.log.info({ state: state.type }, "WhatsApp Web");
    this.state.become(state);
  }

  #begin(): void {
    clearTimeout(this.#again);
    this.#again = undefined;
    const { executablePath, stored } = this.#parts;
    const browser = findBrowser(executablePath);
    if (browser === undefined) {
      this.#become({ type: "noBrowser", install: installLine(executablePath) });
      return;
    }
    this.#become({ type: "starting" });
    void this.#ending.then(() => {
      if (!this.#isOpen || this.#link || !stored.values.wanted) return;
      try {
        mkdirSync(stored.profileDir, { recursive: true, mode: 0o700 });
        stored.unlockProfile();
      } catch (error) {
        // A folder that cannot be used is this number's trouble alone: the rest of the shop runs on.
        const reason = `The folder of the session cannot be used (${codeOf(error)}).`;
        this.#become({ type: "failed", code: "folder", reason });
        return;
      }
      this.#launch(browser);
    });
  }

  #launch(executablePath: string): void {
    const { script, stored, waits, log } = this.#parts;
    const link = new ChildLink(script, {
      onNotice: (notice) => {
        if (this.#link === link) this.#hear(link, notice);
      },
      onExit: () => void this.#died(link),
      onNonsense: () => log.error("the browser's process said something unheard of"),
    });
    this.#link = link;
    this.#offline = false;
    this.#lastTrouble = undefined;
    const start: Request = { type: "start", profileDir: stored.profileDir, executablePath };
    link.call(start, Done, waits.start).catch(() => link.kill());
    this.#limit(waits.start, () => link.kill());
    this.#pings = setInterval(() => {
      link.call({ type: "ping" }, Done, waits.ping).catch(() => link.kill());
    }, waits.ping * 2);
  }

  #hear(link: ChildLink, notice: Notice): void {
    const { log, onHeard, waits, stored } = this.#parts;
    switch (notice.type) {
      case "browser":
        return;
      case "qr":
        // Each code is followed by the next; the time to scan counts from the first.
        if (this.state.now.type !== "scan" && this.state.now.type !== "code")
          this.#limit(waits.scan, () => this.#notScanned());
        if (this.state.now.type !== "code") this.#become({ type: "scan", qr: notice.qr });
        return;
      case "code":
        this.#become({ type: "code", pairingCode: notice.code });
        return;
      case "syncing":
        if (stored.values.linkedAt === undefined) stored.change({ linkedAt: this.#parts.clock() });
        if (this.state.now.type === "live") return;
        // Somebody has scanned: from here on it is the page that must not take too long.
        this.#limit(waits.start, () => link.kill());
        this.#become({ type: "syncing" });
        return;
      case "live":
        this.#live(link, notice);
        return;
      case "connected":
        this.#connected(notice.connected);
        return;
      case "unlinked":
        this.#unlinked();
        return;
      case "failed":
        void this.#end().then(() => this.#become(notice));
        return;
      case "trouble":
        this.#lastTrouble = notice.what;
        log.warn({ what: notice.what }, "trouble in the browser of WhatsApp Web");
        return;
      case "heard":
        onHeard(notice.heard);
        return;
    }
  }

  #live(link: ChildLink, { phone, name }: Extract<Notice, { type: "live" }>): void {
    const { stored, clock, waits, log } = this.#parts;
    clearTimeout(this.#late);
    const { linkedAt = clock(), caughtUpTo = linkedAt } = stored.values;
    stored.change({ phone: `+${phone}`, name, linkedAt, wanted: true });
    const since = Math.max(linkedAt, caughtUpTo - OVERLAP_MS);
    // What is unread may have been there for long, but nobody wants an answer after so many days.
    const unreadSince = Math.max(linkedAt, clock() - OLDEST_UNREAD_MS);
    link.call({ type: "catchUp", since, unreadSince }, Done, waits.catchUp).catch(() => {
      log.error("what came meanwhile could not be read; the browser is started anew");
      link.kill();
    });
    this.#become({ type: "live", phone: `+${phone}`, name });
    this.#limit(STEADY_MS, () => {
      this.#failures = 0;
    });
  }

  #connected(connected: boolean): void {
    this.#offline = !connected;
    const { phone = "", name = "" } = this.#parts.stored.values;
    if (!connected && this.state.now.type === "live") this.#become({ type: "phoneOffline" });
    if (connected && this.state.now.type === "phoneOffline") this.#become({ type: "live", phone, name });
  }

  #unlinked(): void {
    void this.#end().then(() => {
      this.#forgetSession();
      this.#become({ type: "scanAgain" });
    });
  }

  #notScanned(): void {
    void this.#end().then(() => {
      this.#forgetSession();
      this.#become({ type: "off", why: "notScanned" });
    });
  }

  /** A folder that cannot be removed must not end the shop. */
  #forgetSession(): void {
    try {
      this.#parts.stored.forgetSession();
    } catch (error) {
      this.#parts.log.error({ error: codeOf(error) }, "the session's folder could not be removed; remove it by hand");
    }
  }

  /** The child went away by itself, and with it the browser. */
  async #died(link: ChildLink): Promise<void> {
    if (this.#link !== link) return;
    this.#link = undefined;
    this.#stopClocks();
    this.#failures += 1;
    const restartingInMs = this.#parts.waits.restart(this.#failures);
    this.#become(this.#whyDied(restartingInMs));
    this.#ending = link.browserGone();
    this.#again = setTimeout(() => this.#begin(), restartingInMs);
  }

  /** What fails over and over is no accident: then the owner is told, while it is still tried again. */
  #whyDied(restartingInMs: number): ConnectionState {
    if (this.#offline) return { type: "phoneOffline" };
    if (this.#failures < MANY_FAILURES) return { type: "browserDied", restartingInMs };
    return {
      type: "failed",
      code: "browserFails",
      reason: `The browser cannot open WhatsApp Web: ${this.#lastTrouble ?? "no reason given"}`,
    };
  }

  #end(): Promise<void> {
    const link = this.#link;
    this.#link = undefined;
    this.#stopClocks();
    if (link) this.#ending = link.end(this.#parts.waits.close);
    return this.#ending;
  }

  #limit(ms: number, act: () => void): void {
    clearTimeout(this.#late);
    this.#late = setTimeout(act, ms);
  }

  #stopClocks(): void {
    clearTimeout(this.#again);
    clearTimeout(this.#late);
    clearInterval(this.#pings);
  }
}

/** What is told twice is stored once, and a clock may be off by a little. */
const OVERLAP_MS = 2 * 60_000;
const OLDEST_UNREAD_MS = 3 * 24 * 3_600_000;
const STEADY_MS = 60_000;
/** A little longer than the account of a process that died stays its own. */
const OPENING_MS = 20_000;
const MANY_FAILURES = 5;
const CODE_LIMIT_MS = 60_000;
const LOGOUT_LIMIT_MS = 15_000;

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? `${error.code}` : "unknown";
}
