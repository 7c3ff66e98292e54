import { newId } from "../../../web/new-id.ts";
import { NO_THREAD, type Thread } from "../thread.ts";
import { getThread, postStart, postUnsent } from "./chat-api.ts";
import { mergeThread } from "./merge-thread.ts";
import { keepUnsent, readUnsent, type Unsent } from "./unsent.ts";

/** What the page shows at one moment. */
export interface ChatSnapshot {
  readonly thread: Thread;
  readonly unsent: readonly Unsent[];
  readonly ready: boolean;
  readonly online: boolean;
}

const POLL_MS = 20_000;
const RETRY_MS = 2_500;

/** Keeps the thread fresh and sends what waits, each message once, whatever the connection does. */
export class ChatSession {
  #snapshot: ChatSnapshot = { thread: NO_THREAD, unsent: readUnsent(), ready: false, online: true };
  readonly #listeners = new Set<() => void>();
  #settled: number | undefined;
  #stream: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  // One thing after another: a thread read while a message is on its way would show that message twice.
  #queue = Promise.resolve();

  readonly snapshot = (): ChatSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opens the chat. Returns the function that closes it. */
  open(): () => void {
    const wake = () => void this.#wake();
    const poll = setInterval(wake, POLL_MS);
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    wake();
    return () => {
      clearInterval(poll);
      clearTimeout(this.#retry);
      window.removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
      this.#stream?.close();
      this.#stream = undefined;
    };
  }

  say(unsent: Unsent): void {
    this.#keep([...this.#snapshot.unsent, unsent]);
    void this.#wake();
  }

  /** Sends again what the shop refused, after all else. */
  sayAgain(id: string): void {
    const refused = this.#snapshot.unsent.find((each) => each.id === id);
    if (refused === undefined) return;
    this.drop(id);
    this.say({ ...refused, refused: undefined });
  }

  drop(id: string): void {
    this.#keep(this.#snapshot.unsent.filter((each) => each.id !== id));
  }

  readEarlier(): void {
    const [oldest] = this.#snapshot.thread.messages;
    if (oldest === undefined) return;
    void this.#inTurn(async () => {
      const past = await getThread({ before: oldest.sequence });
      const { thread } = this.#snapshot;
      this.#show({
        thread: { ...thread, earlier: past.earlier, messages: mergeThread(thread.messages, past.messages) },
      });
    });
  }

  #wake(): Promise<void> {
    return this.#inTurn(async () => {
      const isStarted = await this.#read();
      if (!isStarted || sourceOf(location) !== undefined) await this.#start();
      await this.#sendAll();
      this.#listen();
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work).then(
      () => this.#show({ online: true }),
      () => {
        this.#show({ online: false });
        this.#wakeSoon();
      },
    );
    return this.#queue;
  }

  #wakeSoon(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#wake(), RETRY_MS);
  }

  async #read(): Promise<boolean> {
    const fresh = await getThread(this.#settled === undefined ? {} : { after: this.#settled });
    if (!fresh.started) return false;
    // After a long sleep more may be new than one reading brings: then it is the latest part of the thread, not the next.
    const isFirst = this.#settled === undefined || fresh.earlier;
    const { thread } = this.#snapshot;
    this.#settled = fresh.settled;
    this.#show({
      ready: true,
      thread: {
        ...fresh,
        earlier: isFirst ? fresh.earlier : thread.earlier,
        messages: mergeThread(isFirst ? [] : thread.messages, fresh.messages),
      },
    });
    return true;
  }

  /** Gives this browser a chat of its own; throws while the shop cannot be reached. */
  async #start(): Promise<void> {
    const result = await postStart(newId(), sourceOf(location));
    if (result.type !== "accepted") throw new Error("The chat could not be started.");
    // The shop has noted it: reading the page again is no second visit.
    if (sourceOf(location) !== undefined) history.replaceState(null, "", location.pathname);
    this.#stream?.close();
    this.#stream = undefined;
    this.#settled = undefined;
    await this.#read();
  }

  async #sendAll(): Promise<void> {
    for (let said = this.#next(); said !== undefined; said = this.#next()) {
      const { id } = said;
      const result = await postUnsent(said);
      if (result.type === "later") throw new Error("The message could not be sent yet.");
      if (result.type === "notStarted") await this.#start();
      if (result.type === "refused")
        this.#keep(this.#snapshot.unsent.map((each) => (each.id === id ? { ...each, refused: result.message } : each)));
      if (result.type === "accepted") {
        await this.#read();
        this.drop(id);
      }
    }
  }

  #next(): Unsent | undefined {
    return this.#snapshot.unsent.find((each) => each.refused === undefined);
  }

  #listen(): void {
    if (this.#stream !== undefined && this.#stream.readyState !== EventSource.CLOSED) return;
    this.#stream = new EventSource("/chat/stream");
    this.#stream.addEventListener("thread", () => void this.#inTurn(async () => void (await this.#read())));
    // A stream that breaks off says little: whether the shop can be reached shows when the thread is read.
    this.#stream.addEventListener("error", () => this.#wakeSoon());
  }

  #keep(unsent: readonly Unsent[]): void {
    keepUnsent(unsent);
    this.#show({ unsent });
  }

  #show(change: Partial<ChatSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function sourceOf({ search }: Location): string | undefined {
  const asked = new URLSearchParams(search);
  const order = asked.get("pesanan");
  // The link of an order that a seller wrote down on the phone.
  const source = order ? `pesanan-${order}` : asked.get("from");
  return source?.slice(0, 200) || undefined;
}
