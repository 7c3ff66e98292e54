import type { Accepted, Intake } from "../../../src/channels/channel.ts";
import type { IncomingEvent, Receipt } from "../../../src/channels/message.ts";

/** Hands what one channel hears to whichever intake the running test has. */
export class RelayIntake implements Intake {
  target: Intake | undefined;

  async accept(account: string, events: readonly IncomingEvent[]): Promise<Accepted> {
    return (await this.target?.accept(account, events)) ?? { withBot: new Set() };
  }

  async receipt(account: string, receipts: readonly Receipt[]): Promise<void> {
    await this.target?.receipt(account, receipts);
  }
}
