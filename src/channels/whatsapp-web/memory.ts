import type { NumberRecords } from "./records.ts";

/** What the driver remembers across restarts: read once, changed at once, and written before anything follows from it. */
export class Memory {
  readonly #records: NumberRecords;
  readonly #changed = new Map<string, string | undefined>();
  #account = "";
  #values = new Map<string, unknown>();

  constructor(records: NumberRecords) {
    this.#records = records;
  }

  /** Reads what this or another process has remembered so far. */
  async open(account: string): Promise<void> {
    const kept = await this.#records.load(account);
    this.#account = account;
    this.#values = new Map([...kept].map(([key, value]) => [key, JSON.parse(value)]));
    this.#changed.clear();
  }

  get(key: string): unknown {
    return this.#values.get(key);
  }

  /** What is kept under keys that begin so */
  under(prefix: string): ReadonlyMap<string, unknown> {
    return new Map([...this.#values].filter(([key]) => key.startsWith(prefix)));
  }

  /** Changes a value, which is anything but `undefined` that JSON can hold. Not written yet. */
  set(key: string, value: unknown): void {
    this.#values.set(key, value);
    this.#changed.set(key, JSON.stringify(value));
  }

  /** Not written yet. */
  forget(key: string): void {
    this.#values.delete(key);
    this.#changed.set(key, undefined);
  }

  /** Writes what is not written yet. */
  async save(): Promise<void> {
    if (this.#changed.size === 0) return;
    const writing = new Map(this.#changed);
    await this.#records.write(this.#account, writing);
    // What changed again meanwhile waits for the next time.
    for (const [key, value] of writing) if (this.#changed.get(key) === value) this.#changed.delete(key);
  }
}
