import { createECDH, randomBytes } from "node:crypto";
import type { Database } from "../../database/database.ts";
import { encryptPush } from "./encrypt-push.ts";
import { pushWords } from "./push.words.ts";
import { isPushEndpoint } from "./push-endpoint.ts";
import type { PushNews, StaffPush } from "./push-news.ts";
import { notePushed, pushTitle, type Subscription, subscriptionsOf, vapidKeys } from "./push-store.ts";
import { vapidHeader } from "./vapid.ts";

export interface PushParts {
  readonly database: Database;
  /** Epoch ms */
  readonly clock: () => number;
  /** `https:` or `mailto:`, by which a push service reaches whoever runs the shop */
  readonly subject: string;
  readonly report: (error: unknown) => void;
  /** Push services besides those of the browsers */
  readonly services?: readonly RegExp[];
  /** Pauses before the second, third, … try, ms */
  readonly pausesMs?: readonly number[];
}

const PAUSES_MS = [5_000, 30_000, 120_000];
const PATIENCE_MS = 15_000;
/** What came too late is no news: the push service keeps it no longer. */
const KEPT_S = 1_800;
/** Where a tap on the notification leads, and under what it takes the place of an older one */
const PLACES = {
  waiting: { tag: "waiting", url: "/console/percakapan" },
  stillWaiting: { tag: "waiting", url: "/console/percakapan" },
  calls: { tag: "calls", url: "/console/telepon" },
  declined: { tag: "declined", url: "/console/pesanan" },
  orders: { tag: "orders", url: "/console/pesanan" },
} as const satisfies Record<PushNews["type"], object>;

/**
 * Pushes to browsers over their push services. What does not arrive is tried again a few times; a
 * restart forgets that: who still waits is told of again by the clock, and the console shows the rest.
 */
export class PushSender implements StaffPush {
  readonly #parts: PushParts;
  readonly #pauses = new Map<NodeJS.Timeout, () => void>();
  readonly #running = new Set<Promise<void>>();
  #isStopped = false;

  constructor(parts: PushParts) {
    this.#parts = parts;
  }

  tell(news: readonly PushNews[]): void {
    if (this.#isStopped || news.length === 0) return;
    const work: Promise<void> = this.#tellAll(news)
      .catch(this.#parts.report)
      .finally(() => this.#running.delete(work));
    this.#running.add(work);
  }

  /** Finishes what is under way and gives up what was to be tried again. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const [timer, wake] of this.#pauses) {
      clearTimeout(timer);
      wake();
    }
    await Promise.all(this.#running);
  }

  async #tellAll(news: readonly PushNews[]): Promise<void> {
    const { database } = this.#parts;
    const browsers = await subscriptionsOf(database, [...new Set(news.flatMap(({ to }) => to))]);
    if (browsers.length === 0) return;
    const title = await pushTitle(database);
    await Promise.all(
      browsers.flatMap((browser) =>
        news
          .filter(({ to }) => to.includes(browser.staffId))
          .map((one) => this.#push(browser, title, one).catch(this.#parts.report)),
      ),
    );
  }

  async #push(browser: Subscription, title: string, { type, count }: PushNews): Promise<void> {
    const { database, pausesMs = PAUSES_MS } = this.#parts;
    const body = JSON.stringify({ title, body: pushWords[type](count), ...PLACES[type] });
    for (const pause of [...pausesMs, undefined]) {
      const { went, retryAfterMs } = await this.#try(browser, body, PLACES[type].tag);
      await notePushed(database, browser.id, went === "later" ? "badly" : went);
      if (went !== "later" || pause === undefined || this.#isStopped) return;
      await this.#pause(Math.max(pause, retryAfterMs));
      if (this.#isStopped) return;
    }
  }

  async #try({ endpoint, keys }: Subscription, words: string, topic: string): Promise<Tried> {
    const { database, clock, subject, services } = this.#parts;
    if (!isPushEndpoint(endpoint, services)) return { went: "gone", retryAfterMs: 0 };
    const own = createECDH("prime256v1");
    own.generateKeys();
    const body = encryptPush(Buffer.from(words), keys, { salt: randomBytes(16), privateKey: own.getPrivateKey() });
    const headers = {
      authorization: vapidHeader(endpoint, await vapidKeys(database, clock()), subject, clock()),
      ...{ "content-encoding": "aes128gcm", "content-type": "application/octet-stream" },
      ...{ ttl: `${KEPT_S}`, urgency: "high", topic },
    };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      const answer = await fetch(endpoint, {
        method: "POST",
        headers,
        body: new Uint8Array(body),
        signal,
        redirect: "error",
      });
      await answer.body?.cancel();
      return { went: outcomeOf(answer.status), retryAfterMs: 1_000 * (Number(answer.headers.get("retry-after")) || 0) };
    } catch {
      return { went: "later", retryAfterMs: 0 };
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => {
          this.#pauses.delete(timer);
          resolve();
        },
        Math.min(ms, KEPT_S * 1_000),
      );
      timer.unref();
      this.#pauses.set(timer, resolve);
    });
  }
}

interface Tried {
  readonly went: "well" | "badly" | "gone" | "later";
  readonly retryAfterMs: number;
}

/** 404 and 410: the browser takes no more. What is refused for good is not tried again. */
function outcomeOf(status: number): Tried["went"] {
  if (status >= 200 && status < 300) return "well";
  if (status === 404 || status === 410) return "gone";
  return status === 429 || status >= 500 ? "later" : "badly";
}
