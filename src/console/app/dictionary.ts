import type { HandOverReason } from "../../conversation/effect.ts";
import type { OrderStatus } from "../../shop/order/order.ts";
import type { AccountWords } from "./account-words.ts";
import type { AuditWords } from "./audit-words.ts";
import type { CallWords } from "./call-words.ts";
import type { EditWords } from "./edit-words.ts";
import type { HeldOrderWords } from "./held-order-words.ts";
import type { HoldWords } from "./hold-words.ts";
import type { InboxWords } from "./inbox-words.ts";
import type { LiveWords } from "./live-words.ts";
import type { OfferWords } from "./offer-words.ts";
import type { OrderDeskWords } from "./order-desk-words.ts";
import type { OwnChatWords } from "./own-chat-words.ts";
import type { OwnNumberWords } from "./own-number-words.ts";
import type { PeopleWords } from "./people-words.ts";
import type { PhoneOrderWords } from "./phone-order-words.ts";
import type { ReadingWords } from "./reading-words.ts";
import type { Page } from "./route.ts";
import type { RulesWords } from "./rules-words.ts";
import type { TodayWords } from "./today-words.ts";
import type { WriteFirstWords } from "./write-first-words.ts";

/** Every word of the console in one language. */
export interface Dictionary {
  readonly locale: string;
  readonly console: string;
  readonly menu: string;
  readonly pages: Readonly<Record<Page, string>>;
  readonly people: PeopleWords;
  readonly audit: AuditWords;
  readonly accounts: AccountWords;
  readonly today: TodayWords;
  readonly live: LiveWords;
  readonly reading: ReadingWords;
  readonly calls: CallWords;
  readonly phoneOrder: PhoneOrderWords;
  readonly writeFirst: WriteFirstWords;
  readonly heldOrder: HeldOrderWords;
  readonly hold: HoldWords;
  readonly orderDesk: OrderDeskWords;
  readonly offer: OfferWords;
  readonly edit: EditWords;
  readonly ownNumber: OwnNumberWords;
  readonly ownChat: OwnChatWords;
  readonly rules: RulesWords;
  readonly inbox: InboxWords;
  readonly signIn: {
    readonly title: string;
    readonly username: string;
    readonly password: string;
    readonly submit: string;
    readonly account: string;
    readonly signOut: string;
    readonly everywhere: string;
  };
  readonly start: {
    readonly title: string;
    readonly hint: string;
    readonly name: string;
    readonly submit: string;
    readonly noKey: string;
    readonly usernameHint: string;
    readonly passwordHint: string;
  };
  readonly justNow: string;
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
  readonly offline: string;
  readonly language: string;
  readonly back: string;
  readonly visitor: string;
  readonly bot: string;
  readonly you: string;
  readonly ownPhone: string;
  readonly customerWord: string;
  readonly list: {
    readonly waiting: string;
    readonly mine: string;
    readonly ownPhone: string;
    readonly others: string;
    readonly bot: string;
    readonly none: string;
    readonly pick: string;
    readonly waitingFor: (time: string) => string;
    readonly unread: (count: number) => string;
    readonly waitingCount: (count: number) => string;
  };
  readonly thread: {
    readonly label: (customer: string) => string;
    readonly takeOver: string;
    readonly handBack: string;
    readonly reply: string;
    readonly placeholder: string;
    readonly send: string;
    readonly heldByBot: string;
    readonly heldByNobody: string;
    readonly heldByOwnPhone: string;
    readonly heldByYou: string;
    readonly heldBy: (name: string) => string;
    readonly inTemplate: (letters: number) => string;
    readonly notNow: string;
    readonly earlier: string;
    readonly blocked: string;
  };
  readonly rowStatuses: Readonly<Record<string, string>>;
  readonly happened: Readonly<Record<string, (text: string) => string>>;
  readonly attachments: Readonly<Record<string, string>>;
  readonly media: Readonly<Record<"open" | "gone" | "tooLarge" | "away" | "unreadable", string>>;
  readonly reasons: Readonly<Record<HandOverReason | "colleague_left" | "own_phone" | "passed_on", string>>;
  readonly context: {
    readonly title: string;
    readonly why: string;
    readonly orderedMeanwhile: (numbers: string) => string;
    readonly calls: string;
    readonly noNumber: string;
    readonly phone: string;
    readonly verified: string;
    readonly address: string;
    readonly channel: string;
    readonly replies: string;
    readonly openUntil: (time: string) => string;
    readonly closedNow: string;
    readonly source: string;
    readonly basket: string;
    readonly noBasket: string;
    readonly pastOrders: string;
    readonly noOrders: string;
    readonly since: string;
  };
  readonly contacts: Readonly<
    Record<
      | "title"
      | "here"
      | "hint"
      | "joinWith"
      | "search"
      | "look"
      | "none"
      | "join"
      | "sureToJoin"
      | "part"
      | "sureToPart",
      string
    >
  >;
  readonly slots: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<OrderStatus, string>>;
  readonly steps: Readonly<Record<OrderStatus, string>>;
  readonly orders: {
    readonly groups: Readonly<Record<"new" | "working" | "onTheWay" | "done", string>>;
    readonly none: string;
    readonly pick: string;
    readonly number: (number: string) => string;
    readonly goods: string;
    readonly fee: string;
    readonly total: string;
    readonly history: string;
    readonly customer: string;
    readonly code: string;
    readonly note: string;
    readonly when: string;
    readonly yes: string;
    readonly openChat: string;
    readonly sure: string;
    readonly callFirst: string;
    readonly awaitsYes: string;
    readonly uncalled: string;
    readonly events: Readonly<Record<string, string>>;
  };
  readonly catalogue: {
    readonly none: string;
    readonly stock: string;
    readonly untracked: string;
    readonly reserved: (count: string) => string;
    readonly madeToOrder: string;
    readonly leadDays: (days: number) => string;
    readonly minimum: (quantity: string) => string;
    readonly inactive: string;
    readonly search: string;
  };
  readonly shop: {
    readonly hours: string;
    readonly closed: string;
    readonly holidays: string;
    readonly zones: string;
    readonly pickup: string;
    readonly noPickup: string;
    readonly openUntil: (time: string) => string;
    readonly closedNow: string;
    readonly cod: (limit: string) => string;
    readonly codAny: string;
    readonly noCod: string;
    readonly freeFrom: (sum: string) => string;
    readonly free: string;
    readonly minutes: (count: number) => string;
  };
  readonly team: {
    readonly roles: Readonly<Record<"owner" | "seller" | "courier", string>>;
    readonly add: string;
    readonly role: string;
    readonly added: (name: string) => string;
    readonly deactivate: string;
    readonly activate: string;
    readonly inactive: string;
  };
}
