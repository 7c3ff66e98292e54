import { v7 } from "uuid";
import { talk } from "../../flows/talk.ts";
import { seedDemo } from "../../prisma/seed.ts";
import type { IncomingEvent } from "../../src/channels/message.ts";
import { converse } from "../../src/conversation/converse.ts";
import type { Database } from "../../src/database/database.ts";
import { Inbox } from "../../src/inbox/inbox.ts";
import { noMetrics } from "../../src/metrics.ts";
import { loadShop } from "../../src/shop/catalogue/catalogue-store.ts";
import { ShopCache } from "../../src/turn/shop-cache.ts";
import { shopView } from "../../src/turn/shop-view.ts";
import type { LoadShop, TurnParts } from "../../src/turn/turn-parts.ts";
import { takeTurns } from "../../src/turn.ts";
import { understand } from "../../src/understanding/understand.ts";

/** An order from the first word to the yes: the fifth turn places it. */
const DIALOGUE = [
  "kak mau pesan lemper ayam 5",
  "ambil di toko",
  "Dapur Ratih Margonda",
  "besok jam 10",
  "ya",
] as const;

const ACCOUNT = "bench-account";
const CUSTOMERS = 400;

export const loadDemo: LoadShop = async (tx) => shopView(await loadShop(tx), understand);

/** The demo shop with customers who order again and again; each is at another place of the dialogue. */
export class TalkingShop {
  readonly #inbox: Inbox;
  readonly #parts: TurnParts;
  readonly #steps: number[];
  readonly #database: Database;
  #next = 0;

  constructor(database: Database) {
    this.#database = database;
    this.#inbox = new Inbox({ database, clock: Date.now, newId: v7, quietMs: 0, onAccepted: () => undefined });
    this.#parts = {
      database,
      clock: Date.now,
      newId: v7,
      advance: converse(talk),
      shop: new ShopCache(loadDemo),
      channelOf: () => ({ name: "telegram", requestPhone: true, requestLocation: true, buttons: true, images: true }),
      metrics: noMetrics,
      report: ({ error }) => {
        throw error;
      },
    };
    this.#steps = Array.from({ length: CUSTOMERS }, () => 0);
  }

  async open(): Promise<void> {
    await seedDemo(this.#database);
    const { prisma } = this.#database;
    await prisma.channelAccount.create({ data: { id: ACCOUNT, channel: "telegram", externalId: "1", name: "Toko" } });
    await prisma.stock.updateMany({ where: { sku: "LMP" }, data: { onHand: 2_000_000_000 } });
    for (let step = 0; step < DIALOGUE.length; step++) {
      // Those further back in the row say more, so that one in five is at each place.
      for (let first = 0; first < CUSTOMERS; first += 50) {
        const group = Array.from({ length: 50 }, (_, index) => first + index).filter((who) => who % 5 > step);
        await this.#say(group);
        await this.#settle();
      }
    }
    await prisma.customer.updateMany({ data: { name: "Sari", phone: "+6281234567001", phoneVerified: true } });
  }

  /** The next customers in the row say their next words and are answered. Sending is not part of it. */
  async turns(count: number): Promise<void> {
    const group = Array.from({ length: count }, (_, index) => (this.#next + index) % CUSTOMERS);
    this.#next += count;
    await this.#say(group);
  }

  /** Whatever was said counts as shown: a yes is only a yes to what was seen. */
  async settle(): Promise<void> {
    await this.#settle();
  }

  orders(): Promise<number> {
    return this.#database.prisma.order.count();
  }

  async #say(group: readonly number[]): Promise<void> {
    if (group.length === 0) return;
    await Promise.all(group.map((who) => this.#inbox.accept(ACCOUNT, [this.#words(who)])));
    const { answered } = await takeTurns(this.#parts);
    if (answered.length !== group.length) throw new Error(`${answered.length} of ${group.length} were answered.`);
  }

  #words(who: number): IncomingEvent {
    const step = this.#steps[who] ?? 0;
    this.#steps[who] = (step + 1) % DIALOGUE.length;
    const text = DIALOGUE[step] ?? "";
    const body = { type: "messageReceived" as const, text, attachments: [], forwarded: false };
    return { sender: { externalId: `c${who}`, name: "Sari" }, body, platformId: v7(), platformAt: Date.now() };
  }

  async #settle(): Promise<void> {
    await this.#database.prisma.outboxRow.updateMany({
      where: { status: "queued" },
      data: { status: "sent", sentAt: BigInt(Date.now()) },
    });
  }
}
