import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Intake } from "../../../src/channels/channel.ts";
import type { ConnectionState, PaceSettings } from "../../../src/channels/connection.ts";
import type { LinkWaits } from "../../../src/channels/whatsapp-web/link-waits.ts";
import type { NumberRecords } from "../../../src/channels/whatsapp-web/records.ts";
import {
  createWhatsAppWebChannel,
  type WhatsAppWebChannel,
} from "../../../src/channels/whatsapp-web/whatsapp-web-channel.ts";
import { whatsAppWebRecords } from "../../../src/channels/whatsapp-web/whatsapp-web-store.ts";
import { type Database, openDatabase } from "../../../src/database/database.ts";
import { migrate } from "../../../src/database/migrate.ts";
import { type PageYear, StandInWorld } from "../../fixtures/whatsapp-web/stand-in-world.ts";

export interface ShopOptions {
  readonly year: PageYear;
  readonly intake: Intake;
  readonly pace?: Partial<PaceSettings>;
  readonly waits?: Partial<LinkWaits>;
  readonly sendLimitMs?: number;
  readonly executablePath?: string;
}

/** A shop whose number lives in a real browser, on a page of ours. */
export class ShopOnWhatsAppWeb {
  readonly world: StandInWorld;
  readonly intake: Intake;
  readonly folder: string;
  readonly #options: ShopOptions;
  readonly #database: Database;
  readonly #records: NumberRecords;
  #listening: { readonly channel: WhatsAppWebChannel; readonly stop: AbortController; readonly ended: Promise<void> };

  private constructor(world: StandInWorld, folder: string, database: Database, options: ShopOptions) {
    this.world = world;
    this.folder = folder;
    this.#database = database;
    this.#records = whatsAppWebRecords(database, Date.now);
    this.#options = options;
    this.intake = options.intake;
    this.#listening = this.#listen();
  }

  /** Nothing is connected yet. */
  static async open(options: ShopOptions): Promise<ShopOnWhatsAppWeb> {
    const executablePath = browserPath();
    if (!existsSync(executablePath))
      throw new Error(
        `These tests need a browser, and there is none at ${executablePath}. Install Debian's (apt-get install chromium) or set CHROMIUM_PATH.`,
      );
    const folder = mkdtempSync(join(tmpdir(), "kopdar-whatsapp-"));
    // The shop may serve several tests, so its database lives as long as the shop.
    const url = `file:${join(folder, "shop.db")}`;
    await migrate(url);
    return new ShopOnWhatsAppWeb(await StandInWorld.open(), folder, await openDatabase(url), options);
  }

  /** The owner has connected and scanned; the number is live. */
  static async live(options: ShopOptions): Promise<ShopOnWhatsAppWeb> {
    const shop = await ShopOnWhatsAppWeb.open(options);
    shop.channel.connection.connect();
    await shop.becomes("scan");
    shop.world.scans();
    await shop.becomes("live");
    return shop;
  }

  get channel(): WhatsAppWebChannel {
    return this.#listening.channel;
  }

  /** Resolves with the state once the connection is such. */
  becomes<Type extends ConnectionState["type"]>(type: Type, limitMs = 30_000): Promise<ConnectionState> {
    const { connection } = this.channel;
    return new Promise((resolve, reject) => {
      const seen: string[] = [];
      const look = (state: ConnectionState) => {
        seen.push(state.type);
        if (state.type !== type) return;
        clearTimeout(timer);
        unwatch();
        resolve(state);
      };
      const unwatch = connection.watch(look);
      const timer = setTimeout(() => {
        unwatch();
        reject(new Error(`The connection did not become "${type}" within ${limitMs} ms, but ${seen.join(", ")}`));
      }, limitMs);
      look(connection.state());
    });
  }

  /** The shop is stopped, something happens, and it is started again on the same folder. */
  async restart(meanwhile: () => void | Promise<void> = () => undefined): Promise<void> {
    await this.relisten(meanwhile);
    await this.becomes("live");
  }

  /** The same, whatever becomes of the connection. */
  async relisten(meanwhile: () => void | Promise<void> = () => undefined): Promise<void> {
    await this.stopListening();
    await meanwhile();
    this.#listening = this.#listen();
  }

  async stopListening(): Promise<void> {
    this.#listening.stop.abort();
    await this.#listening.ended;
  }

  async close(): Promise<void> {
    await this.stopListening();
    await this.#database.close();
    this.world.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #listen() {
    const { year, pace, waits, sendLimitMs, executablePath } = this.#options;
    const channel = createWhatsAppWebChannel({
      dataDir: this.folder,
      records: this.#records,
      executablePath: executablePath ?? browserPath(),
      pace: pace ?? { leastDelayMs: 300, mostDelayMs: 500 },
      clock: Date.now,
      random: () => 0,
      log: pino({ level: process.env.SHOW_LOG ?? "silent" }),
      script: this.world.script(year),
      waits: { restart: () => 100, ...waits },
      sendLimitMs: sendLimitMs ?? 1_500,
    });
    const stop = new AbortController();
    return { channel, stop, ended: channel.listen("own-account", this.intake, stop.signal) };
  }
}

function browserPath(): string {
  return process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
}
