import type { Logger } from "pino";
import type { Intake } from "../channel.ts";
import type { IncomingEvent, Sender } from "../message.ts";
import { contactOf } from "./contact-of.ts";
import type { Gesture, Gestures } from "./gestures.ts";
import { isOutOfReach } from "./out-of-reach.ts";
import type { OwnSends } from "./own-sends.ts";
import type { Person } from "./person.ts";
import type { CloudRecords, KnownContact } from "./records.ts";
import type { Sightings } from "./sightings.ts";
import { type EchoOfOurs, type Happening, type Sign, translateWebhook } from "./translate-webhook.ts";

export interface ReceiverParts {
  readonly phoneNumberId: string;
  readonly records: CloudRecords;
  readonly gestures: Gestures;
  readonly ownSends: OwnSends;
  readonly sightings: Sightings;
  /** Epoch ms */
  readonly clock: () => number;
  readonly log: Logger;
}

export interface Receiver {
  /**
   * Translates, hands over and resolves once all is committed; false for what is no webhook of WhatsApp. Throws what
   * the intake or the look-up throws: nothing is to be confirmed then.
   */
  receive(account: string, intake: Intake, payload: unknown): Promise<boolean>;
  /** How many things meant nothing to the shop, by kind */
  ignored(): ReadonlyMap<string, number>;
}

const ECHO_PATIENCE_MS = 5_000;

/** The one way in. */
export function createReceiver(parts: ReceiverParts): Receiver {
  const { phoneNumberId, records, gestures, ownSends, sightings, clock, log } = parts;
  const ignored = new Map<string, number>();

  function count(kind: string): void {
    ignored.set(kind, (ignored.get(kind) ?? 0) + 1);
    log.debug({ kind }, "part of a WhatsApp webhook means nothing to the shop");
  }

  /** What the seller's phone sent, told apart from what came through the API: by its own mark, else by its id. */
  async function bySeller(account: string, echoes: readonly EchoOfOurs[]): Promise<readonly Happening[]> {
    const unmarked = echoes.filter(({ callbackData }) => callbackData === undefined);
    if (unmarked.length === 0) return [];
    await ownSends.settled(ECHO_PATIENCE_MS);
    const unknown = unmarked.filter(({ platformId }) => !ownSends.has(platformId));
    if (unknown.length === 0) return [];
    const ours = await records.sentByUs(
      account,
      unknown.map(({ platformId }) => platformId),
    );
    return unknown.filter(({ platformId }) => !ours.has(platformId));
  }

  /** Ends sending to whom nothing reaches for days. */
  async function giveUp(account: string, intake: Intake, unreached: readonly Person[]): Promise<void> {
    if (unreached.length === 0) return;
    const known = await records.known(account, unreached);
    for (const person of unreached) {
      const { externalId, blocked } = contactOf(person, known);
      if (blocked || !(await isOutOfReach(records, account, externalId, clock()))) continue;
      const platformId = `unreached ${clock()}`;
      await intake.accept(account, [{ sender: { externalId }, body: { type: "contactBlocked" }, platformId }]);
    }
  }

  return {
    async receive(account, intake, payload) {
      const translated = translateWebhook(payload, phoneNumberId);
      if (!translated) return false;
      for (const kind of translated.ignored) count(kind);
      const { happenings, echoes, receipts, signs, unreached } = translated;
      const all = [...happenings, ...(await bySeller(account, echoes))];
      if (all.length > 0) {
        const people = all.map(({ person }) => person);
        const known = await records.known(account, people);
        const events = all.flatMap((happening) => eventsOf(happening, known));
        const { withBot } = await intake.accept(account, events);
        gestures.show(
          signs.map((sign) => gestureOf(sign, known)),
          withBot,
        );
      }
      if (receipts.length > 0) await intake.receipt(account, receipts);
      sightings.note(receipts);
      await giveUp(account, intake, unreached);
      return true;
    },
    ignored: () => ignored,
  };
}

/** Every sign goes with a happening, so whoever it is for has been looked up. */
function gestureOf(sign: Sign, known: readonly KnownContact[]): Gesture {
  if (sign.type === "refuseCall") return sign;
  return { type: "seen", contact: contactOf(sign.person, known).externalId, messageId: sign.messageId };
}

function eventsOf({ person, ...rest }: Happening, known: readonly KnownContact[]): IncomingEvent[] {
  const { externalId, blocked } = contactOf(person, known);
  const sender: Sender = {
    externalId,
    ...(person.name === undefined ? {} : { name: person.name }),
    ...(person.username === undefined ? {} : { username: person.username }),
    ...(person.phone === undefined ? {} : { phone: `+${person.phone}` }),
  };
  const event: IncomingEvent = { sender, ...rest };
  // The platform never says that a block has ended; whoever writes or calls has ended it.
  const returned = blocked && rest.body.type !== "sellerWrote" && rest.body.type !== "marketingChosen";
  return returned ? [{ ...event, body: { type: "contactReturned" } }, event] : [event];
}
