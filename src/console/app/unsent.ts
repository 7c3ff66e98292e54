import { type Answer, post } from "./console-api.ts";

/** A reply that has not reached the shop. Its id goes with every try, so that it is one reply however often it is sent. */
export interface UnsentReply {
  readonly id: string;
  readonly conversationId: string;
  readonly text: string;
  /** Epoch ms */
  readonly at: number;
  /** The first try is over, and there was no signal */
  readonly waits: boolean;
  /** The shop has it; it stands here until the thread on the screen has it too */
  readonly arrived?: boolean;
  /** Why the shop did not take it */
  readonly refused?: string;
}

export type Outcome = { readonly type: "sent" | "kept" } | { readonly type: "refused"; readonly message: string };

const PREFIX = "kopdar-unsent-";
const AGAIN_MS = 5_000;
const NONE: readonly UnsentReply[] = [];

/**
 * What a seller wrote and no signal carried away: kept in this browser under who wrote it, sent in order once the shop is
 * reached, gone when they sign out. Several tabs share it.
 */
class Unsent {
  /** Before it is known who is signed in: who wrote what is kept */
  #staff: string | undefined = Object.keys(localStorage).find(isOurs)?.slice(PREFIX.length);
  #isOpen = false;
  #replies: readonly UnsentReply[] = NONE;
  #sending: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();
  /** Threads on the screen, by conversation: how to read each anew */
  readonly #threads = new Map<string, () => Promise<void>>();

  constructor() {
    this.#read();
    addEventListener("online", () => void this.#flush());
    addEventListener("storage", ({ key }) => (key === null || isOurs(key)) && this.#read());
    setInterval(() => this.#replies.length > 0 && void this.#flush(), AGAIN_MS);
  }

  /** Somebody is signed in: what they wrote before is sent. */
  open(staffId: string): void {
    if (this.#isOpen && this.#staff === staffId) return;
    this.#staff = staffId;
    this.#isOpen = true;
    this.#read();
    // The tab may have been closed in the middle of a first try.
    this.#write(this.#replies.filter(({ arrived }) => !arrived).map((reply) => ({ ...reply, waits: true })));
    void this.#flush();
  }

  /** Nobody is signed in any more: nothing stays, of nobody. */
  forget(): void {
    this.#staff = undefined;
    this.#isOpen = false;
    for (const key of Object.keys(localStorage).filter(isOurs)) localStorage.removeItem(key);
    this.#read();
  }

  async send(reply: Pick<UnsentReply, "id" | "conversationId" | "text">): Promise<Outcome> {
    this.#write([...this.#without(reply.id), { ...reply, at: Date.now(), waits: false }]);
    await this.#flush();
    const left = this.#replies.find(({ id }) => id === reply.id);
    if (left === undefined || left.arrived) return { type: "sent" };
    if (left.refused === undefined) return { type: "kept" };
    this.takeBack(reply.id);
    return { type: "refused", message: left.refused };
  }

  again(id: string): void {
    this.#change(id, ({ refused, ...reply }) => reply);
    void this.#flush();
  }

  takeBack(id: string): void {
    this.#write(this.#without(id));
  }

  /** A thread is on the screen; returns how to say that it is no more. */
  show(conversationId: string, readAnew: () => Promise<void>): () => void {
    this.#threads.set(conversationId, readAnew);
    return () => {
      this.#threads.delete(conversationId);
      this.shown(conversationId);
    };
  }

  /** The thread has been read anew, and so has what arrived before. */
  shown(conversationId: string): void {
    const left = this.#replies.filter((reply) => !reply.arrived || reply.conversationId !== conversationId);
    if (left.length < this.#replies.length) this.#write(left);
  }

  readonly all = (): readonly UnsentReply[] => this.#replies;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sends what waits, in order; who asks meanwhile waits for a round of their own. */
  async #flush(): Promise<void> {
    if (!this.#isOpen) return;
    while (this.#sending !== undefined) await this.#sending;
    const round = alone(() => this.#round());
    this.#sending = round;
    try {
      await round;
    } finally {
      this.#sending = undefined;
    }
  }

  async #round(): Promise<void> {
    this.#read();
    const tried = new Set<string>();
    const next = () =>
      this.#replies.find(({ id, refused, arrived }) => refused === undefined && !arrived && !tried.has(id));
    for (let reply = next(); reply !== undefined; reply = next()) {
      const { id, conversationId, text } = reply;
      tried.add(id);
      const answer = await post(`/conversations/${conversationId}/reply`, { id, text });
      if (answer.ok) this.#arrive(id, conversationId);
      else if (isPassing(answer)) return this.#write(this.#replies.map((each) => ({ ...each, waits: !each.arrived })));
      else this.#change(id, (each) => ({ ...each, refused: answer.message }));
    }
  }

  /** Gone from here only once the thread shows it: who does not see their words would write them again. */
  #arrive(id: string, conversationId: string): void {
    const readAnew = this.#threads.get(conversationId);
    if (readAnew === undefined) this.takeBack(id);
    else this.#change(id, (reply) => ({ ...reply, waits: false, arrived: true }));
    // An older reading that is still on its way is not shown any more. Without a signal the next one will do.
    void readAnew?.();
  }

  #without(id: string): readonly UnsentReply[] {
    return this.#replies.filter((reply) => reply.id !== id);
  }

  #change(id: string, change: (reply: UnsentReply) => UnsentReply): void {
    this.#write(this.#replies.map((reply) => (reply.id === id ? change(reply) : reply)));
  }

  #read(): void {
    const kept = this.#staff === undefined ? null : localStorage.getItem(PREFIX + this.#staff);
    this.#replies = kept === null ? NONE : readReplies(kept);
    this.#tell();
  }

  #write(replies: readonly UnsentReply[]): void {
    this.#replies = replies;
    if (this.#staff !== undefined) {
      if (replies.length === 0) localStorage.removeItem(PREFIX + this.#staff);
      else localStorage.setItem(PREFIX + this.#staff, JSON.stringify(replies));
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const unsent = new Unsent();

/** No signal, a shop in trouble, or a page that has to learn anew who is signed in: it is tried again. */
function isPassing(answer: Answer<unknown>): boolean {
  return !answer.ok && (answer.status === 0 || answer.status >= 500 || [401, 403, 429].includes(answer.status));
}

/** One tab at a time, where the browser can tell; where not, the reply's id keeps it one. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return work();
  await navigator.locks.request("kopdar-unsent", work);
}

function isOurs(key: string): boolean {
  return key.startsWith(PREFIX);
}

function readReplies(kept: string): readonly UnsentReply[] {
  try {
    const read: unknown = JSON.parse(kept);
    return Array.isArray(read) ? read.filter(isReply) : NONE;
  } catch {
    return NONE;
  }
}

function isReply(read: unknown): read is UnsentReply {
  if (typeof read !== "object" || read === null) return false;
  return "id" in read && "conversationId" in read && "text" in read && typeof read.text === "string";
}
