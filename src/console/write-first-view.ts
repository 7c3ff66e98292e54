/** The page on which a seller writes to somebody first. */
export interface WriteFirstView {
  readonly name?: string;
  /** E.164 */
  readonly phone?: string;
  /** Whether the number is the customer's for sure; else whoever answers is a customer of their own */
  readonly isVouched: boolean;
  /** Chats that are there already and can be written in */
  readonly chats: readonly { readonly conversationId: string; readonly channel: string; readonly label: string }[];
  readonly way:
    | { readonly type: "number"; readonly channel: string; readonly templateLetters?: number }
    /** There is a chat on WhatsApp; it stands among `chats` */
    | { readonly type: "chat" }
    /** By the seller's own hand: no number of the shop's, none that is connected, or no template */
    | { readonly type: "link"; readonly why: "noWhatsApp" | "notConnected" | "noTemplate" }
    /** They blocked the shop; it is the number that the shop itself writes from */
    | { readonly type: "refused"; readonly why: "blocked" | "shopsOwn" }
    /** Nobody knows a number */
    | { readonly type: "noNumber" };
}
