import type { StepReason } from "../../shop/order/step-reason.ts";

/** The words around working orders and their cash, in one language. */
export interface OrderDeskWords {
  readonly filter: string;
  readonly filters: Readonly<Record<"branch" | "day" | "fulfilment" | "courier", string>>;
  readonly all: string;
  readonly nobody: string;
  readonly days: Readonly<Record<"today" | "tomorrow" | "later", string>>;
  readonly columns: Readonly<Record<"new" | "working" | "ready" | "onTheWay", string>>;
  readonly board: string;
  readonly emptyColumn: string;
  readonly late: (age: string) => string;
  readonly by: (moment: string) => string;
  readonly courier: string;
  readonly handTo: string;
  readonly bring: string;
  readonly noCourier: string;
  readonly change: string;
  readonly cancel: string;
  readonly why: Readonly<Record<"cancelled" | "failed_delivery", string>>;
  readonly reasons: Readonly<Record<StepReason, string>>;
  readonly ownWords: string;
  readonly customerReads: string;
  readonly confirm: Readonly<Record<"cancelled" | "failed_delivery" | "completed" | "out_for_delivery", string>>;
  readonly cashTaken: string;
  readonly due: (amount: string) => string;
  readonly cashReason: string;
  readonly cashReasonHint: string;
  readonly noCash: (payment: string) => string;
  readonly took: (amount: string) => string;
  readonly byCode: string;
  readonly broughtBy: (name: string) => string;
  readonly undo: (step: string) => string;
  readonly undone: Readonly<Record<"withheld" | "sent" | "never", string>>;
  readonly tell: {
    readonly label: string;
    readonly when: Readonly<Record<"now" | "later" | "never", string>>;
    /** In an order's history */
    readonly told: Readonly<Record<"waiting" | "later" | "never", string>>;
    readonly waits: (status: string) => string;
  };
  readonly map: string;
  readonly call: string;
  readonly chat: string;
  readonly collect: string;
  readonly takeIt: string;
  readonly delivered: (amount: string) => string;
  readonly deliveredPaid: string;
  readonly failed: string;
  readonly noCarried: string;
  readonly mine: string;
  readonly unassigned: string;
  readonly justBrought: string;
  readonly code: Readonly<
    Record<"title" | "label" | "hint" | "find" | "scan" | "stop" | "noCamera" | "aim" | "handOver", string>
  >;
  readonly slip: Readonly<Record<"print" | "share" | "copied" | "thanks" | "noShare", string>>;
  readonly cash: {
    readonly day: string;
    readonly couriers: string;
    readonly branches: string;
    readonly due: string;
    readonly received: string;
    readonly held: string;
    readonly handIn: string;
    readonly counted: string;
    readonly missing: (amount: string) => string;
    readonly sure: string;
    readonly none: string;
    readonly nothing: string;
    readonly differences: string;
    readonly less: (amount: string) => string;
    readonly more: (amount: string) => string;
    readonly handIns: string;
    readonly left: (amount: string) => string;
    readonly settled: string;
    readonly ownHint: string;
    readonly hint: string;
  };
}
