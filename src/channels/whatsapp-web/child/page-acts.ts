import type { PageChat, PageMessage, PageWindow } from "./page-window.ts";

declare const window: PageWindow;

// Each of these runs in the page, and uses nothing from outside itself.

/**
 * The messages with people since an instant, and of each chat those unread, oldest first. Epoch seconds.
 * At most `most` a chat.
 */
export async function messagesSince(since: number, unreadSince: number, most: number): Promise<unknown[]> {
  const { Chat } = window.require("WAWebCollections");
  const found: PageMessage[] = [];
  for (const chat of Chat.getModelsArray()) {
    const unread = Math.max(0, chat.unreadCount ?? 0);
    const isPerson = chat.id.server === "c.us" || chat.id.server === "lid";
    if (!isPerson || (unread === 0 && (chat.t ?? 0) < since)) continue;
    let messages = [...chat.msgs.getModelsArray()];
    for (;;) {
      const reachesBack = messages.some((message) => (message.t ?? 0) < since);
      const fromThem = messages.filter((message) => !message.id.fromMe);
      if (messages.length >= most || (reachesBack && fromThem.length >= unread)) break;
      const earlier = (await window.require("WAWebChatLoadMessages").loadEarlierMsgs({ chat })) ?? [];
      const fresh = earlier.filter((one) => !messages.some((known) => String(known.id) === String(one.id)));
      if (fresh.length === 0) break;
      messages = [...fresh, ...messages];
    }
    messages.sort((a, b) => (a.t ?? 0) - (b.t ?? 0));
    const unreadOnes = unread > 0 ? messages.filter((message) => !message.id.fromMe).slice(-unread) : [];
    found.push(
      ...messages.filter(
        (message) => (message.t ?? 0) >= since || (unreadOnes.includes(message) && (message.t ?? 0) >= unreadSince),
      ),
    );
  }
  found.sort((a, b) => (a.t ?? 0) - (b.t ?? 0));
  return found.map((message) => {
    try {
      return window.WWebJS.getMessageModel(message);
    } catch {
      // One message that the page cannot describe is told as unreadable; the others are not lost for it.
      return null;
    }
  });
}

/** Where the first of our messages with one of these ids stands; `t` in epoch seconds. */
export async function findOwn(
  chatId: string,
  ids: string[],
): Promise<{ id: string; ack: number; t: number } | undefined> {
  const chat = await window.WWebJS.getChat(chatId, { getAsModel: false });
  const { Msg } = window.require("WAWebCollections");
  const loaded = chat?.msgs.getModelsArray() ?? [];
  for (const id of ids) {
    const keys = [...new Set([chatId, String(chat?.id ?? chatId)])].map((owner) => `true_${owner}_${id}`);
    const message =
      loaded.find((one) => one.id.fromMe && one.id.id === id) ??
      keys.map((key) => Msg.get(key)).find((one) => one !== undefined) ??
      (await Msg.getMessagesById(keys).catch(() => undefined))?.messages?.[0];
    if (message) return { id, ack: message.ack ?? 0, t: message.t ?? 0 };
  }
  return undefined;
}

/** Marks a chat as seen, unless something newer than this message has come that nobody has taken yet. */
export async function seeUpTo(chatId: string, id: string): Promise<boolean> {
  const chat: PageChat | undefined = await window.WWebJS.getChat(chatId, { getAsModel: false });
  const theirs = (chat?.msgs.getModelsArray() ?? []).filter((one) => !one.id.fromMe && one.isNotification !== true);
  const newest = theirs.reduce<PageMessage | undefined>(
    (best, one) => (best === undefined || (one.t ?? 0) >= (best.t ?? 0) ? one : best),
    undefined,
  );
  if (newest !== undefined && newest.id.id !== id) return false;
  return window.WWebJS.sendSeen(chatId);
}

export async function showTyping(chatId: string): Promise<void> {
  await window.WWebJS.sendChatstate("typing", chatId);
}

/** Tries to refuse a call by whatever way this page knows. Whether the phone stops ringing cannot be known. */
export async function rejectCall(peer: string, id: string): Promise<void> {
  try {
    const voip = await window.require("WAWebVoipStackInterface").getVoipStackInterface();
    if (typeof voip?.rejectCall === "function") return await voip.rejectCall();
  } catch {
    // An older page knows only the other way.
  }
  await window.WWebJS.rejectCall(peer, id);
}

/** The number that is linked, and its hidden id. */
export function ownIds(): string[] {
  const { getMaybeMePnUser, getMaybeMeLidUser } = window.require("WAWebUserPrefsMeUser");
  return [getMaybeMePnUser?.(), getMaybeMeLidUser?.()].flatMap((id) => (id ? [String(id)] : []));
}

/** The ids that the next messages are to bear. */
export function setNextIds(ids: string[]): void {
  if (window.kopdar) window.kopdar.nextIds = ids;
}

/** Tells the library that the page had synced before the library looked. */
export async function nudgeIfSynced(): Promise<void> {
  if (window.require("WAWebSocketModel").Socket.hasSynced) await window.onAppStateHasSyncedEvent?.();
}
