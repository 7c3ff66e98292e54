import type { FastifyReply, FastifyRequest } from "fastify";

const HEARTBEAT_MS = 20_000;

/** An open stream of server-sent events. */
export interface EventStream {
  send(event: string, data: unknown): void;
  /** Ends the stream; the browser connects again by itself. */
  end(): void;
}

/**
 * Turns a request into a stream of server-sent events. `onBeat` runs with every heartbeat and may end the stream;
 * `onClose` runs once, whoever ended it.
 */
export function openEventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  on: { readonly close: () => void; readonly beat?: (stream: EventStream) => void },
): EventStream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    "x-content-type-options": "nosniff",
  });
  const stream: EventStream = {
    send: (event, data) => void raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => void raw.end(),
  };
  // The first bytes tell the page that it is connected; proxies hold back an empty answer.
  raw.write("retry: 2000\n\n");
  const heartbeat = setInterval(() => {
    raw.write(": \n\n");
    on.beat?.(stream);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  request.raw.once("close", () => {
    clearInterval(heartbeat);
    on.close();
  });
  return stream;
}

/** The streams that are open, so that a server that stops can end them instead of waiting for the browsers. */
export class OpenStreams {
  /** Streams, each with whom it counts for */
  readonly #streams = new Map<EventStream, readonly string[]>();

  add(stream: EventStream, owners: readonly string[] = []): void {
    this.#streams.set(stream, owners);
  }

  delete(stream: EventStream): void {
    this.#streams.delete(stream);
  }

  get size(): number {
    return this.#streams.size;
  }

  /** How many streams count for somebody */
  countOf(owner: string): number {
    let count = 0;
    for (const owners of this.#streams.values()) if (owners.includes(owner)) count += 1;
    return count;
  }

  endAll(): void {
    for (const stream of this.#streams.keys()) stream.end();
    this.#streams.clear();
  }
}
