/** The words of the page for a colleague's own Telegram, in one language. */
export interface OwnChatWords {
  readonly hint: string;
  /** The shop has no bot: that, and how an owner gets one */
  readonly noBot: string;
  readonly getBot: readonly string[];
  readonly askOwner: string;
  readonly away: string;
  readonly linked: (name: string) => string;
  /** Whether the bot answers in the chats of this Telegram account too */
  readonly business: Readonly<Record<"answers" | "mayNotReply", string>>;
  readonly make: string;
  readonly another: string;
  readonly howTo: string;
  readonly open: string;
  readonly qr: string;
  readonly unlink: string;
  readonly sure: string;
}
