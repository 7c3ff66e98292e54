import type { Abilities, ChannelHealth } from "../channels/channel.ts";
import type { WriteFirstView } from "./write-first-view.ts";

/** A chat that somebody has with the shop already. */
export interface KnownChat {
  readonly conversationId: string;
  readonly channel: string;
  /** What the customer is called there */
  readonly label: string;
  readonly accountId: string;
  readonly externalId: string;
  readonly phone: string | null;
  readonly isBlocked: boolean;
}

/** An account of the shop's, with what this process knows of its driver. */
export interface Account {
  readonly id: string;
  readonly channel: string;
  readonly abilities: Pick<Abilities, "numberSuffix" | "openHours" | "templateLetters"> | undefined;
  readonly state: ChannelHealth["state"] | undefined;
}

/** The account that can write to a number first, and the number's address there. */
export interface NumberWay {
  readonly type: "number";
  readonly account: string;
  readonly channel: string;
  readonly address: string;
  /** Only in a template of so many letters */
  readonly templateLetters?: number;
}

/** How a number is written to first: in the chat it has, from one of the shop's numbers, or by a link; or not at all. */
export type Way =
  | { readonly type: "chat"; readonly chat: KnownChat }
  | NumberWay
  | Extract<WriteFirstView["way"], { type: "link" | "refused" }>;

/** The official way goes before the shop's own number, which is banned more easily. */
export function wayTo(phone: string, chats: readonly KnownChat[], accounts: readonly Account[]): Way {
  const byNumber = accounts.flatMap((account) => {
    const suffix = account.abilities?.numberSuffix;
    return suffix === undefined ? [] : [{ ...account, address: `${phone.replace("+", "")}${suffix}` }];
  });
  const there = chats.find(({ accountId, externalId, phone: own }) =>
    byNumber.some(({ id, address }) => id === accountId && (externalId === address || own === phone)),
  );
  if (there) return there.isBlocked ? { type: "refused", why: "blocked" } : { type: "chat", chat: there };
  const able = byNumber.filter(({ abilities }) => isOpenToStrangers(abilities));
  const official = able.find(({ abilities, state }) => abilities?.openHours !== undefined && isThere(state));
  const way = official ?? able.find(({ state }) => isThere(state));
  if (way) {
    const { id, channel, address, abilities } = way;
    const letters = abilities?.templateLetters;
    return { type: "number", account: id, channel, address, ...(letters ? { templateLetters: letters } : {}) };
  }
  if (able.length > 0) return { type: "link", why: "notConnected" };
  return { type: "link", why: byNumber.length > 0 ? "noTemplate" : "noWhatsApp" };
}

/** Where the hours in which the shop may write are counted, only a template reaches somebody who never wrote. */
function isOpenToStrangers(abilities: Account["abilities"]): boolean {
  return abilities?.openHours === undefined || abilities.templateLetters !== undefined;
}

function isThere(state: Account["state"]): boolean {
  return state === "live" || state === "retrying";
}
