import type { Logger } from "pino";
import type { Accepted, Intake } from "../channel.ts";
import type { BusinessConnections } from "./business-connections.ts";
import { createGestures } from "./gestures.ts";
import type { TelegramClient } from "./telegram-client.ts";
import { translateUpdate } from "./translate-update.ts";
import type { Translated } from "./translated.ts";

export interface Receiver {
  /** Translates, hands over and resolves once all is committed. Throws what the intake or a look-up throws: nothing is to be confirmed then. */
  receive(account: string, intake: Intake, updates: readonly unknown[]): Promise<void>;
  /** How many updates meant nothing to the shop, by kind */
  ignored(): ReadonlyMap<string, number>;
}

const NOBODY: Accepted = { withBot: new Set() };

/** The one way in for updates, polled or pushed. */
export function createReceiver(client: TelegramClient, business: BusinessConnections, log: Logger): Receiver {
  const gestures = createGestures(client, log);
  const ignored = new Map<string, number>();

  function count(kind: string): void {
    ignored.set(kind, (ignored.get(kind) ?? 0) + 1);
    log.debug({ kind }, "a Telegram update means nothing to the shop");
  }

  return {
    async receive(account, intake, updates) {
      const connections = await business.learn(updates);
      const translated: Translated[] = [];
      for (const update of updates) {
        const one = translateUpdate(update, connections);
        if (one) translated.push(one);
        if (!one || one.ignored) count(one?.ignored ?? "not an update");
      }
      const events = translated.flatMap((one) => one.events);
      const { withBot } = events.length > 0 ? await intake.accept(account, events) : NOBODY;
      gestures.show(translated, withBot);
    },
    ignored: () => ignored,
  };
}
