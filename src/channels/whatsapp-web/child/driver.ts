import type wweb from "whatsapp-web.js";
import type { Notice, Request } from "../protocol.ts";
import { fetchFile } from "./fetch-file.ts";
import { Listener } from "./listener.ts";
import { openClient, type Page } from "./open-client.ts";
import { nudgeIfSynced, rejectCall, seeUpTo, showTyping } from "./page-acts.ts";
import { reachOf } from "./reach-of.ts";
import { Sender } from "./sender.ts";
import { within } from "./within.ts";

export interface DriverParts {
  readonly prepare?: (page: Page) => Promise<void>;
  readonly tell: (notice: Notice) => void;
  /** Ends this process: nothing here can be mended, and the shop starts a new one */
  readonly end: (code: number) => void;
}

const NUDGE_AFTER_MS = 500;
const LOOK_EVERY_MS = 15_000;
const PAGE_LIMIT_MS = 10_000;

/** The library's client in its browser: does what the shop asks, tells what happens, and ends when the browser is lost. */
export class Driver {
  readonly #parts: DriverParts;
  #client: wweb.Client | undefined;
  #sender: Sender | undefined;
  #listener: Listener | undefined;
  #leaving = false;

  constructor(parts: DriverParts) {
    this.#parts = parts;
  }

  async do(request: Request): Promise<unknown> {
    switch (request.type) {
      case "start":
        return this.#start(request);
      case "catchUp":
        return this.#listening().catchUp(request);
      case "send":
        return this.#sending().send(request);
      case "find":
        return this.#sending().find(request);
      case "reach":
        return reachOf(this.#running(), request.chat);
      case "seen":
        return this.#page().evaluate(seeUpTo, request.chat, request.id);
      case "typing":
        await this.#page().evaluate(showTyping, request.chat);
        return null;
      case "rejectCall":
        await this.#page().evaluate(rejectCall, request.chat, request.id);
        return null;
      case "media":
        return fetchFile(this.#running(), request);
      case "requestCode":
        return this.#running().requestPairingCode(request.phone);
      case "logout":
        this.#leaving = true;
        await this.#running().logout();
        return null;
      case "stop":
        this.#leaving = true;
        await this.#client?.destroy();
        return null;
      case "ping":
        return null;
    }
  }

  /** Something threw where nobody caught it: usually a page in the middle of loading, perhaps a page that is gone. */
  suspect(): void {
    void this.#look();
  }

  async #start({ profileDir, executablePath }: Extract<Request, { type: "start" }>): Promise<null> {
    const { tell } = this.#parts;
    const client = openClient({
      profileDir,
      executablePath,
      onPage: (page) => this.#watch(page),
      onMissing: (modules) => {
        const names = modules.join(", ");
        if (!modules.some((module) => essential.has(module))) {
          tell({ type: "trouble", what: `no ${names}` });
          return;
        }
        tell({
          type: "failed",
          code: "pageChanged",
          reason: `WhatsApp Web has changed: its page has no ${names}. An update of Kopdar is needed.`,
        });
      },
    });
    this.#client = client;
    this.#listener = new Listener(client, tell);
    this.#sender = new Sender(client, this.#listener, tell);
    this.#follow(client);
    // It goes on until somebody scans, so nobody waits for it.
    this.#initialize(client).catch((error: unknown) => {
      if (this.#leaving) return;
      tell({
        type: "trouble",
        what: error instanceof Error ? error.message.slice(0, 200) : String(error).slice(0, 200),
      });
      if (/net::ERR_|auth timeout/.test(String(error))) tell({ type: "connected", connected: false });
      this.#parts.end(2);
    });
    return null;
  }

  async #initialize(client: wweb.Client): Promise<void> {
    let begun = false;
    client.once("authenticated", () => {
      begun = true;
    });
    await client.initialize();
    // Where the page had synced before the library listened, it never says `ready`; told twice, it says it too early.
    setTimeout(() => {
      if (!begun) client.pupPage?.evaluate(nudgeIfSynced).catch(() => undefined);
    }, NUDGE_AFTER_MS).unref();
    setInterval(() => void this.#look(), LOOK_EVERY_MS).unref();
  }

  /** A killed browser and a crashed tab are told by no event of the library, and every call to them hangs. */
  async #watch(page: Page): Promise<void> {
    const { tell, end, prepare } = this.#parts;
    const browser = page.browser();
    const pid = browser.process()?.pid;
    if (pid !== undefined) tell({ type: "browser", pid });
    browser.on("disconnected", () => !this.#leaving && end(3));
    page.on("error", () => end(4));
    // A page that has changed says so where nobody listens; whatever else it says may hold words of a customer.
    page.on("pageerror", (error) => {
      const words = error instanceof Error ? error.message : String(error);
      if (/no module|require|is not a function/i.test(words)) tell({ type: "trouble", what: words.slice(0, 200) });
    });
    await prepare?.(page);
  }

  #follow(client: wweb.Client): void {
    const { tell, end } = this.#parts;
    client.on("qr", (qr) => tell({ type: "qr", qr }));
    client.on("code", (code: string) => tell({ type: "code", code }));
    client.on("loading_screen", () => tell({ type: "syncing" }));
    client.on("authenticated", () => tell({ type: "syncing" }));
    client.on("ready", () => {
      this.#listener?.hold();
      tell({ type: "live", phone: client.info.wid.user, name: client.info.pushname ?? "" });
    });
    client.on("change_state", (state) => this.#heardState(`${state}`));
    client.on("auth_failure", () => tell({ type: "unlinked" }));
    client.on("disconnected", (reason) => {
      if (this.#leaving) return;
      this.#leaving = true;
      if (/LOGOUT|UNPAIRED/.test(`${reason}`)) tell({ type: "unlinked" });
      else end(5);
    });
  }

  #heardState(state: string): void {
    const blocked = refusals.get(state);
    this.#parts.tell(
      blocked ? { type: "failed", ...blocked } : { type: "connected", connected: state === "CONNECTED" },
    );
  }

  /** Asks the page how it is. One that does not answer is given up. */
  async #look(): Promise<void> {
    if (this.#leaving || !this.#client?.pupPage) return;
    try {
      const state = await within(PAGE_LIMIT_MS, this.#client.getState());
      if (state && this.#listener?.isLive) this.#heardState(`${state}`);
    } catch {
      if (!this.#leaving) this.#parts.end(6);
    }
  }

  #running(): wweb.Client {
    if (!this.#client) throw new Error("not started");
    return this.#client;
  }

  #page(): Page {
    const page = this.#running().pupPage;
    if (!page) throw new Error("no page yet");
    return page;
  }

  #sending(): Sender {
    if (!this.#sender) throw new Error("not started");
    return this.#sender;
  }

  #listening(): Listener {
    if (!this.#listener) throw new Error("not started");
    return this.#listener;
  }
}

/** Without these no message of ours could be told from the seller's, or none could be sent. */
const essential = new Set(["WAWebMsgKey", "WAWebSendMsgChatAction"]);

const refusals = new Map([
  ["TOS_BLOCK", { code: "blocked", reason: "WhatsApp has blocked this number (terms of service)." }],
  ["SMB_TOS_BLOCK", { code: "blocked", reason: "WhatsApp has blocked this business number (terms of service)." }],
  ["PROXYBLOCK", { code: "proxy", reason: "WhatsApp refuses the internet connection of this machine (proxy)." }],
  ["DEPRECATED_VERSION", { code: "pageChanged", reason: "WhatsApp no longer takes this version of its page." }],
  ["CONFLICT", { code: "conflict", reason: "WhatsApp Web of this number was opened elsewhere with the same session." }],
]);
