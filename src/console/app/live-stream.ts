const TOPICS = ["conversation", "order", "call", "connection", "shop"] as const;
export type Topic = (typeof TOPICS)[number];
type Listener = (topic: Topic, id: string) => void;

const RECONNECT_MS = 3_000;

/** The console's one stream of news: what changed, by id. It connects again by itself. */
class LiveStream {
  readonly #listeners = new Set<Listener>();
  #source: EventSource | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#source === undefined) this.#connect();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#disconnect();
    };
  }

  #connect(): void {
    const source = new EventSource("/console/api/stream");
    this.#source = source;
    for (const topic of TOPICS) source.addEventListener(topic, ({ data }) => this.#tell(topic, JSON.parse(data).id));
    // What happened while the stream was away is not repeated: everything open is read anew.
    source.addEventListener("open", () => {
      for (const topic of TOPICS) this.#tell(topic, "");
    });
    source.addEventListener("error", () => {
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(this.#again);
      this.#again = setTimeout(() => this.#listeners.size > 0 && this.#connect(), RECONNECT_MS);
    });
  }

  #disconnect(): void {
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = undefined;
  }

  #tell(topic: Topic, id: string): void {
    for (const listener of this.#listeners) listener(topic, id);
  }
}

export const live = new LiveStream();
