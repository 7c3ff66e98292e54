import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { mergeThread } from "../../../src/channels/web-chat/page/merge-thread.ts";
import type { Thread, ThreadMessage } from "../../../src/channels/web-chat/thread.ts";
import { hashSecret } from "../../../src/web/secret.ts";
import type { ContractCustomer, Said, Shown } from "../../contracts/channel-under-test.ts";
import { HttpBrowser } from "../../fixtures/web-server.ts";

const RETRY_MS = 30;

/** A customer at the chat page: says one thing after another, each again until the shop has it, and reads what is new. */
export class PageCustomer implements ContractCustomer {
  readonly contact: string;
  readonly #browser: HttpBrowser;
  readonly #said: { readonly path: string; readonly body: object }[] = [];
  #messages: readonly ThreadMessage[] = [];
  #queue: Promise<void> = Promise.resolve();
  unconfirmed = 0;

  constructor(browser: HttpBrowser) {
    this.#browser = browser;
    this.contact = hashSecret(browser.cookies.get("kopdar_chat") ?? "");
  }

  static async at(url: string): Promise<PageCustomer> {
    const browser = new HttpBrowser(url);
    await browser.post("/chat/start", { id: randomUUID() });
    return new PageCustomer(browser);
  }

  opens(source: string): void {
    this.#say("/chat/start", { from: source });
  }

  says(text: string): Said {
    return this.#say("/chat/messages", { text });
  }

  sharesLocation(latitude: number, longitude: number): void {
    this.#say("/chat/location", { latitude, longitude });
  }

  taps(shown: Shown, label: string): void {
    const message = this.#messages.find(({ id }) => id === shown.id);
    const choice = message?.choices.find((each) => each.label === label);
    this.#say("/chat/choices", { question: shown.id, choice: choice?.id });
  }

  async doesSomethingUnknown(): Promise<void> {
    await this.#browser.post("/chat/stickers", { id: randomUUID(), sticker: "kucing" });
    await this.#browser.post("/chat/messages", { id: randomUUID(), voice: "…" });
  }

  /** What the shop said; a card that replaced another stands in its place. */
  screen(): readonly Shown[] {
    const shop = this.#messages.filter(({ from }) => from !== "customer");
    const places = new Map<string, Shown>();
    for (const { id, text, choices, location, replaces } of shop) {
      const place = replaces ?? id;
      const buttons = choices.map(({ label }) => label);
      places.set(place, { id: place, text, buttons, ...(location ? { location } : {}) });
    }
    return [...places.values()];
  }

  async looksAt({ id }: Shown): Promise<string | undefined> {
    const answer = await this.#browser.get(`/chat/pictures/${id}`);
    return answer.ok ? Buffer.from(await answer.arrayBuffer()).toString("base64") : undefined;
  }

  changes(): never {
    throw new Error("What was sent on the page cannot be changed.");
  }

  sharesNumber(): never {
    throw new Error("A page does not know its reader's number.");
  }

  signs(): never {
    throw new Error("The page shows no signs.");
  }

  removes(): never {
    throw new Error("Nothing on the page goes away.");
  }

  async read(): Promise<void> {
    const { messages } = await this.#browser.read<Thread>("/chat/thread");
    this.#messages = mergeThread(this.#messages, messages);
  }

  allConfirmed(): Promise<void> {
    return this.#queue;
  }

  async sayAllAgain(): Promise<void> {
    for (const { path, body } of this.#said) await this.#browser.post(path, body);
  }

  #say(path: string, said: object): Said {
    const id = randomUUID();
    const body = { id, ...said };
    this.#said.push({ path, body });
    this.unconfirmed += 1;
    this.#queue = this.#queue.then(() => this.#post(path, body));
    return { id };
  }

  async #post(path: string, body: object): Promise<void> {
    for (;;) {
      const status = await this.#browser.post(path, body).then(
        (response) => response.status,
        () => 0,
      );
      if (status > 0 && status < 500) break;
      await setTimeout(RETRY_MS);
    }
    this.unconfirmed -= 1;
  }
}
