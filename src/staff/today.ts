/** How the shop stands today. Instants in epoch ms, money in whole rupiah; a day is one of the shop's own calendar. */
export interface Today {
  readonly now: number;
  readonly day: string;
  readonly timeZone: string;
  readonly waiting: {
    readonly conversations: number;
    /** Since when the longest waits for a person */
    readonly waitingSince?: number;
    readonly calls: number;
    readonly callsOverdue: number;
    /** New, for whatever day, or accepted for today or sooner */
    readonly toStart: number;
    readonly late: number;
    /** Orders that a call is to confirm */
    readonly unconfirmed: number;
  };
  readonly came: {
    readonly messages: number;
    /** People who called */
    readonly callers: number;
    readonly orders: number;
    readonly sum: number;
    /** Of all orders that still run */
    readonly cashDue: number;
    readonly cashReceived: number;
  };
  readonly stuck: { readonly failed: Stuck; readonly withheld: Stuck; readonly failedTurns: Stuck };
  /** Channel accounts, and whether a process of the shop has each now */
  readonly accounts: readonly {
    readonly id: string;
    readonly channel: string;
    readonly name: string;
    readonly owned: boolean;
  }[];
  /** The last seven days, today last; what was cancelled is not counted */
  readonly days: readonly { readonly day: string; readonly orders: number; readonly sum: number }[];
  readonly hours: readonly { readonly hour: number; readonly messages: number; readonly orders: number }[];
}

/** How often something got stuck, and where, the latest first. */
export interface Stuck {
  readonly count: number;
  readonly latest: readonly {
    readonly conversationId: string;
    readonly customer: string;
    readonly at: number;
    readonly count: number;
  }[];
}
