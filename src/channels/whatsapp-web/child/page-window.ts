/**
 * What of WhatsApp Web's page we touch. The page is not ours and has no types: these are the parts as they were found.
 * Functions that use it run inside the page: they may use nothing from outside themselves.
 */
export interface PageWindow {
  require(name: "WAWebCollections"): { readonly Msg: Messages; readonly Chat: { getModelsArray(): PageChat[] } };
  require(name: "WAWebChatLoadMessages"): {
    loadEarlierMsgs(where: { chat: PageChat }): Promise<PageMessage[] | undefined>;
  };
  require(name: "WAWebMsgKey"): MessageKey;
  require(name: "WAWebSendMsgChatAction"): {
    addAndSendMsgToChat(chat: unknown, message: Record<string, unknown>, ...rest: unknown[]): unknown;
  };
  require(name: "WAWebDownloadManager"): {
    downloadManager: { downloadAndMaybeDecrypt(what: FileToDownload): Promise<unknown> };
  };
  require(name: "WAWebCallCollection"): {
    setActiveCall?(call: PageCall | null, ...rest: unknown[]): unknown;
  };
  require(name: "WAWebVoipStackInterface"): {
    getVoipStackInterface(): Promise<{ rejectCall?(): Promise<void> } | null>;
  };
  require(name: "WAWebSocketModel"): { Socket: { hasSynced: boolean } };
  require(name: "WAWebUserPrefsMeUser"): { getMaybeMePnUser?(): unknown; getMaybeMeLidUser?(): unknown };
  require(name: string): unknown;
  WWebJS: {
    getChat(id: string, how: { getAsModel: false }): Promise<PageChat | undefined>;
    getMessageModel(message: PageMessage): unknown;
    sendSeen(chat: string): Promise<boolean>;
    sendChatstate(state: "typing", chat: string): Promise<boolean>;
    rejectCall(peer: string, id: string): Promise<void>;
  };
  onAppStateHasSyncedEvent?(): Promise<void>;
  onIncomingCall?(call: Record<string, unknown>): void;
  /** Ours */
  kopdar?: { fixed: Set<string>; nextIds: string[] };
}

export interface PageMessage {
  readonly id: { readonly fromMe: boolean; readonly id: string; toString(): string };
  readonly ack?: number;
  /** Epoch seconds */
  readonly t?: number;
  readonly body?: string;
  readonly caption?: string;
  readonly directPath?: string;
  readonly mimetype?: string;
  readonly isNotification?: boolean;
}

export interface PageChat {
  readonly id: { readonly server: string; toString(): string };
  readonly unreadCount?: number;
  /** Epoch seconds of the last message */
  readonly t?: number;
  readonly msgs: { getModelsArray(): PageMessage[] };
}

interface Messages {
  get(key: string): PageMessage | undefined;
  getMessagesById(keys: string[]): Promise<{ messages: PageMessage[] } | undefined>;
  getModelsArray(): PageMessage[];
}

interface MessageKey {
  newId?(): Promise<string>;
  readonly prototype?: object;
}

interface PageCall {
  readonly id: string;
  readonly peerJid: unknown;
  readonly isVideo?: boolean;
  readonly isGroup?: boolean;
  readonly outgoing?: boolean;
}

interface FileToDownload {
  readonly directPath?: string;
  readonly mimetype?: string;
}
