import { RelayIntake } from "../channels/whatsapp-web/relay-intake.ts";
import { ShopOnWhatsAppWeb } from "../channels/whatsapp-web/shop-on-whatsapp-web.ts";
import type { PageYear, SendTrouble, StandInWorld, WorldMessage } from "../fixtures/whatsapp-web/stand-in-world.ts";
import type { ChannelPromise } from "./channel-contract.ts";
import type { ChannelUnderTest, ContractCustomer, Shown, StartChannel, Trouble } from "./channel-under-test.ts";
import type { RecordingIntake } from "./recording-intake.ts";

/** What WhatsApp on a shop's own number cannot promise, and why. */
export const excusedOnWhatsAppWeb: { readonly [key in ChannelPromise]?: string } = {
  hearsOpening: "WhatsApp has no /start; a link only fills in words that the customer then sends",
  hearsTaps: "buttons of a linked device do not reach customers, so choices are numbered lines",
  asksForNumber: "WhatsApp has no key that shares the number; it is known from the chat itself",
  edits: "a message may be changed for a quarter of an hour only, so it is always sent anew",
  editsToTheSame: "nothing is replaced in place, so there is nothing to replace by the same",
  knowsWhenBlocked: "WhatsApp does not tell a linked device who has blocked the number",
  waitsWhenTooMany: "WhatsApp names no limit but bans; the driver keeps a pace of its own, promised with the pace",
};

const troubles: { readonly [trouble in Trouble]: SendTrouble } = {
  blocked: undefined,
  tooMany: undefined,
  serverError: "refused",
  lostBeforeDelivery: "lostBefore",
  lostAfterDelivery: "lostAfter",
};

/** A browser takes seconds to start, so one serves all tests that do not end it. */
interface Kept {
  readonly shop: ShopOnWhatsAppWeb;
  readonly relay: RelayIntake;
  isOpen: boolean;
}

/** WhatsApp Web for the contract: the real library in a real browser, on a page as it was in that year. */
export function whatsAppWebUnderTest(year: PageYear): StartChannel {
  let kept: Kept | undefined;
  return async (intake) => {
    if (!kept?.isOpen) kept = await openKept(year);
    kept.relay.target = intake;
    return underTest(kept, intake);
  };
}

async function openKept(year: PageYear): Promise<Kept> {
  const relay = new RelayIntake();
  return { relay, shop: await ShopOnWhatsAppWeb.live({ year, intake: relay }), isOpen: true };
}

function underTest(kept: Kept, intake: RecordingIntake): ChannelUnderTest {
  const { shop } = kept;
  const { world } = shop;
  const allSeen = () => world.until(() => world.unread() === 0, "all chats to be seen", 10_000);
  let last = 0;
  return {
    get channel() {
      return shop.channel;
    },
    customer() {
      last += 1;
      return whatsAppCustomer(world, `628123456700${last}@c.us`);
    },
    unconfirmed: () => world.unread(),
    allConfirmed: allSeen,
    async redeliver() {
      const before = intake.offered;
      const count = world.redelivers();
      await intake.until(() => intake.offered >= before + count, "all to be handed over again");
      await allSeen();
    },
    trouble: (kind) => world.fails(troubles[kind]),
    restart: (meanwhile) => shop.restart(meanwhile),
    async release() {
      if (!kept.isOpen) return;
      await allSeen();
      world.forgets();
    },
    async stop() {
      if (!kept.isOpen) return;
      kept.isOpen = false;
      await shop.close();
    },
  };
}

function whatsAppCustomer(world: StandInWorld, contact: string): ContractCustomer {
  const said = new Map<string, WorldMessage>();
  const before = world.acts.length;
  const says = (values: Readonly<Record<string, unknown>>) => {
    const message = world.arrives(contact, values);
    said.set(message.id, message);
    return { id: message.id };
  };
  const never = () => {
    throw new Error("Nobody can do this on WhatsApp");
  };
  return {
    contact,
    opens: never,
    taps: never,
    says: (body) => says({ body }),
    changes({ id }, text) {
      const message = said.get(id);
      if (message) world.edits(message, text);
    },
    sharesNumber(digits) {
      const body = `BEGIN:VCARD\nVERSION:3.0\nFN:Sari\nTEL;type=CELL;waid=${digits}:+${digits}\nEND:VCARD`;
      says({ type: "vcard", body, vcardFormattedName: "Sari" });
    },
    sharesLocation: (lat, lng) => void says({ type: "location", lat, lng }),
    doesSomethingUnknown() {
      world.arrives("120363000000000001@g.us", { author: contact, body: "halo grup" });
      world.arrives("status@broadcast", { author: contact, isStatusV3: true, body: "status" });
      world.arrives("120363000000000002@newsletter", { body: "kabar" });
      world.arrives(contact, { type: "e2e_notification", isNotification: true });
      for (const chat of ["120363000000000001@g.us", "status@broadcast", "120363000000000002@newsletter"])
        world.chat(chat).unread = 0;
    },
    screen: () => world.seenBy(contact).map(shown),
    looksAt: ({ id }) => world.seenBy(contact).find((message) => message.id === id)?.file?.data,
    signs: () =>
      world.acts.slice(before).filter(({ type, chat }) => chat === contact && (type === "seen" || type === "typing"))
        .length,
    removes: ({ id }) => {
      const { messages } = world.chat(contact);
      messages.splice(
        messages.findIndex((message) => message.id === id),
        1,
      );
    },
  };
}

function shown({ id, body, caption, type, lat, lng }: WorldMessage): Shown {
  const place = type === "location" && lat !== undefined && lng !== undefined;
  return {
    id,
    text: caption ?? body ?? "",
    buttons: [],
    ...(place ? { location: { latitude: lat, longitude: lng } } : {}),
  };
}
