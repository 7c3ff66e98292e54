import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { talk } from "../../../flows/talk.ts";
import type { Advance } from "../../conversation/advance.ts";
import { converse } from "../../conversation/converse.ts";
import { type Database, openDatabase, type Tx } from "../../database/database.ts";
import { migrate } from "../../database/migrate.ts";
import { Inbox } from "../../inbox/inbox.ts";
import { noMetrics } from "../../metrics.ts";
import { accountOf } from "../../outbox/account-lease.ts";
import { claimRows } from "../../outbox/claim-rows.ts";
import { settleRows } from "../../outbox/settle-rows.ts";
import { settlement } from "../../outbox/settlement.ts";
import { loadShop } from "../../shop/catalogue/catalogue-store.ts";
import { importCatalogue } from "../../shop/catalogue/import-catalogue.ts";
import { ShopCache } from "../../turn/shop-cache.ts";
import { shopView } from "../../turn/shop-view.ts";
import type { TurnParts } from "../../turn/turn-parts.ts";
import { takeTurns } from "../../turn.ts";
import type { BotHint } from "../../understanding/evaluation-format.ts";
import { understand } from "../../understanding/understand.ts";
import { CommandError } from "../with-database.ts";
import { type EndState, endState, orderTopic, type SaidAnswers } from "./end-state.ts";
import { asksUpTo, openByHint } from "./hints.ts";
import { playChannel } from "./play-channel.ts";

export interface PlayedTurn {
  readonly text: string;
  readonly hint?: BotHint;
}

/** A shop on a throwaway database, where dialogues are played through inbox, turn and outbox with a clock that stands still. */
export class Stage {
  readonly #folder: string;
  readonly #database: Database;
  readonly #account: string;
  readonly #inbox: Inbox;
  readonly #turns: TurnParts;
  #now = 0;
  #hint: BotHint | undefined;
  #asks: readonly BotHint[] = [];
  #said: SaidAnswers = {};

  private constructor(folder: string, database: Database, account: string) {
    this.#folder = folder;
    this.#database = database;
    this.#account = account;
    const clock = () => this.#now;
    this.#inbox = new Inbox({ database, clock, newId: v7, quietMs: 0, onAccepted: () => undefined });
    this.#turns = {
      database,
      clock,
      newId: v7,
      advance: this.#advance,
      shop: new ShopCache((tx) => this.#view(tx)),
      channelOf: () => ({ name: "play", requestPhone: false, requestLocation: false, buttons: true, images: false }),
      metrics: noMetrics,
      report: ({ error }) => {
        throw error;
      },
    };
  }

  static async open(catalogFile: string, shop: string): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), "kopdar-play-"));
    const url = `file:${join(folder, "play.db")}`;
    await migrate(url);
    const database = await openDatabase(url);
    const report = await importCatalogue(database, { format: "json", text: await readFile(catalogFile, "utf8"), shop });
    const [problem] = report.problems;
    if (problem)
      throw new CommandError(`${catalogFile}: ${problem.row} ${problem.field}: ${problem.what} ${problem.fix}`);
    return new Stage(folder, database, await accountOf(database, playChannel, v7));
  }

  /** Plays one customer's turns and tells how things stand afterwards. */
  async play(contact: string, now: number, turns: readonly PlayedTurn[]): Promise<EndState> {
    this.#now = now;
    this.#said = {};
    for (const [at, { text, hint }] of turns.entries()) {
      this.#hint = hint;
      this.#asks = asksUpTo(turns, at);
      await this.#inbox.accept(this.#account, [
        {
          sender: { externalId: contact },
          body: { type: "messageReceived", text, attachments: [], forwarded: false },
          platformId: `${at}`,
          platformAt: now,
        },
      ]);
      while ((await takeTurns(this.#turns)).claimed > 0);
      await this.#send();
    }
    return endState(this.#database.prisma, this.#account, contact, this.#said);
  }

  async close(): Promise<void> {
    await this.#database.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The real engine, which takes a hint for the question that was open. */
  readonly #advance: Advance = (input) => {
    const opened = this.#hint ? openByHint(talk, this.#hint, input) : input;
    const outcome = converse(talk)(opened);
    const topic = orderTopic(outcome.state) ?? orderTopic(opened.state);
    // What was said of an order still holds while it is being changed.
    if (topic) this.#said = topic.answers.changes ? { ...this.#said, ...topic.answers } : topic.answers;
    return outcome;
  };

  async #view(tx: Tx) {
    const view = shopView(await loadShop(tx), understand);
    const asks = () => this.#asks.flatMap((hint) => SLOTS[hint] ?? []);
    return {
      ...view,
      shop: {
        ...view.shop,
        get asks() {
          return asks();
        },
      },
    };
  }

  async #send(): Promise<void> {
    for (;;) {
      const { rows } = await this.#database.transaction((tx) => claimRows(tx, this.#account, this.#now, 64, []));
      if (rows.length === 0) return;
      const settled = await Promise.all(
        rows.map(async (row) =>
          settlement(
            row,
            await playChannel.send(
              { rowId: row.id, contact: row.contact, message: row.message },
              new AbortController().signal,
            ),
            this.#now,
          ),
        ),
      );
      await this.#database.transaction((tx) =>
        settleRows(
          tx,
          this.#account,
          settled.map((one) => ({ ...one, sentAt: this.#now })),
          "sending",
          this.#now,
        ),
      );
    }
  }
}

/** The questions that a hint names; those that none names do not apply. */
const SLOTS: Partial<Record<BotHint, "fulfilment" | "address" | "when">> = {
  ask_fulfilment: "fulfilment",
  ask_address: "address",
  ask_date: "when",
};
