/** A chat that a connected business account has with somebody, by Telegram's own ids. */
export interface BusinessChat {
  readonly account: string;
  readonly chat: string;
}

/**
 * The address of somebody who writes to a business account. The bot's own chat with them has the same id with Telegram,
 * and a connection that is made anew has another id, so neither is the address.
 */
export function businessContact({ account, chat }: BusinessChat): string {
  return `business:${account}:${chat}`;
}

/** The business chat of an address; undefined where it is a chat with the bot itself. */
export function businessChatOf(contact: string): BusinessChat | undefined {
  const [, account, chat] = /^business:(\d+):(\d+)$/.exec(contact) ?? [];
  return account === undefined || chat === undefined ? undefined : { account, chat };
}

/** What Telegram calls the chat of an address. */
export function chatIdOf(contact: string): string {
  return businessChatOf(contact)?.chat ?? contact;
}
