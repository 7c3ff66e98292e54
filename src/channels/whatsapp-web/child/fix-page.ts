import type { PageWindow } from "./page-window.ts";

declare const window: PageWindow;

/**
 * Makes WhatsApp Web's page what the library expects of it, and lets us choose the ids of our messages. Runs in the page,
 * before the library puts its own helpers there; does nothing where nothing is to mend, or where it ran before.
 * Returns what it could not find. Uses nothing from outside itself.
 */
export function fixPage(): string[] {
  window.kopdar ??= { fixed: new Set(), nextIds: [] };
  const ours = window.kopdar;
  const missing: string[] = [];
  const once = (module: string, mend: () => void) => {
    if (ours.fixed.has(module)) return;
    try {
      mend();
      ours.fixed.add(module);
    } catch {
      missing.push(module);
    }
  };

  // Since July 2026 a message's key is kept under another name, and the library reads `undefined`.
  once("WAWebMsgKey", () => {
    const Key = window.require("WAWebMsgKey");
    if (!Key.prototype || !Key.newId) throw new Error("no keys");
    const put = (on: object, name: string, value: unknown) =>
      Object.defineProperty(on, name, { value, writable: true, enumerable: true, configurable: true });
    Object.defineProperty(Key.prototype, "$1", {
      configurable: true,
      get(this: { _serialized?: unknown }) {
        return this._serialized;
      },
      set(this: object, value) {
        put(this, "_serialized", value);
      },
    });
    Object.defineProperty(Key.prototype, "_serialized", {
      configurable: true,
      get(this: { $1?: unknown }) {
        return Object.hasOwn(this, "$1") ? this.$1 : undefined;
      },
      set(this: object, value) {
        put(this, "_serialized", value);
      },
    });
    // The id tells a message of ours from one that the seller typed, also after a crash.
    const newId = Key.newId.bind(Key);
    Key.newId = async () => ours.nextIds.shift() ?? newId();
  });

  // Since September 2026 a picture on its way out carries an id that the sending refuses.
  once("WAWebSendMsgChatAction", () => {
    const action = window.require("WAWebSendMsgChatAction");
    const send = action.addAndSendMsgToChat;
    action.addAndSendMsgToChat = (chat, message, ...rest) => {
      delete message.__x_id;
      return send.call(action, chat, message, ...rest);
    };
  });

  // Since September 2026 a download needs the media type, which the library leaves out.
  once("WAWebDownloadManager", () => {
    const { downloadManager } = window.require("WAWebDownloadManager");
    const download = downloadManager.downloadAndMaybeDecrypt;
    downloadManager.downloadAndMaybeDecrypt = (what) => {
      const known = () =>
        window
          .require("WAWebCollections")
          .Msg.getModelsArray()
          .find((message) => message.directPath === what.directPath)?.mimetype;
      const mimetype = what.mimetype ?? known();
      return download.call(downloadManager, mimetype === undefined ? what : { ...what, mimetype });
    };
  });

  // Since August 2026 calls no longer pass through the list that the library watches.
  once("WAWebCallCollection", () => {
    const calls = window.require("WAWebCallCollection");
    const set = calls.setActiveCall;
    if (!set) return;
    calls.setActiveCall = function (call, ...rest) {
      if (call && !call.outgoing)
        window.onIncomingCall?.({
          id: call.id,
          peerJid: String(call.peerJid),
          isVideo: call.isVideo,
          isGroup: call.isGroup,
          outgoing: false,
        });
      return set.call(this, call, ...rest);
    };
  });

  return missing;
}
