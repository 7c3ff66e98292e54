import type { EventBody } from "../channels/message.ts";
import type { KnownCustomer, Picture } from "../conversation/picture.ts";
import type { ConversationState } from "../conversation/state.ts";
import type { Tx } from "../database/database.ts";
import { advanceGroup } from "./advance-group.ts";
import type { Claimed } from "./claim-due.ts";
import type { TurnParts } from "./turn-parts.ts";

/** What is heard apart from any chat: a memory, all that happens to it, and whose customer it is about. */
export interface HeardApart {
  readonly state: ConversationState;
  /** What happens at once, in this order; a tap is one on the question that is open */
  readonly bodies: readonly EventBody[];
  readonly conversationId?: string;
}

const APART = "apart";

/** On the phone everything is said in words, and tapped by the seller. */
const PHONE: Picture["channel"] = {
  name: "phone",
  requestPhone: false,
  requestLocation: false,
  buttons: true,
  images: false,
};

/**
 * What a conversation would remember after these events, as a turn would have it: the same understanding, flows and facts.
 * Nothing is written, sent or placed.
 */
export async function hearApart(parts: TurnParts, heard: HeardApart): Promise<ConversationState> {
  const { database, clock, shop: cache } = parts;
  const { catalogueVersion } = await database.prisma.shop.findUniqueOrThrow({ where: { id: 1 } });
  if (!cache.at(catalogueVersion)) await cache.refresh(database);
  const shop = cache.at(catalogueVersion);
  if (!shop) throw new Error("The catalogue changed while somebody was being heard.");
  const about = await customerIn(database.prisma, heard.conversationId);
  const now = clock();
  const claimed = apart(heard, about, catalogueVersion, now);
  const { advanced, failed } = await database.rawTransaction((tx) =>
    advanceGroup(tx, { ...parts, channelOf: () => PHONE }, shop, [claimed], now),
  );
  if (failed[0]) throw failed[0].error;
  return advanced[0]?.outcome.state ?? heard.state;
}

interface About {
  readonly customerId: string;
  readonly contactId: string;
  readonly customer: KnownCustomer;
}

async function customerIn(tx: Tx, conversationId: string | undefined): Promise<About> {
  const found =
    conversationId === undefined
      ? null
      : await tx.conversation.findUnique({
          where: { id: conversationId },
          include: { contact: { include: { customer: true } } },
        });
  if (!found) return { customerId: "", contactId: "", customer: { phoneVerified: false } };
  const { name, phone, phoneVerified, address, zoneId, form } = found.contact.customer;
  const customer = {
    phoneVerified,
    ...(name === null ? {} : { name }),
    ...(phone === null ? {} : { phone }),
    ...(address === null ? {} : { address }),
    ...(zoneId === null ? {} : { zoneId }),
    ...(form === null ? {} : { form }),
  };
  return { customerId: found.contact.customerId, contactId: found.contactId, customer };
}

function apart({ state, bodies }: HeardApart, about: About, catalogueVersion: number, now: number): Claimed {
  return {
    ...about,
    id: APART,
    accountId: APART,
    holder: "bot",
    version: 0,
    sequence: 0,
    state: JSON.stringify(state),
    questionId: APART,
    questionShownAt: now,
    refusals: 0,
    unread: 0,
    heldReason: null,
    heldSince: null,
    blocked: false,
    awaitsCall: false,
    catalogueVersion,
    events: bodies.map((happened, index) => {
      const body = happened.type === "choicePicked" ? { ...happened, question: APART } : happened;
      return { id: `${APART}-${index}`, kind: body.type, body: JSON.stringify(body), at: now };
    }),
  };
}
