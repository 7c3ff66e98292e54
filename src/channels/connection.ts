/** Where the shop's own number stands, as an owner must know it. */
export type ConnectionState =
  /** No browser runs: never connected, disconnected by the owner, or the QR was not scanned in time */
  | { readonly type: "off"; readonly why: "notConnected" | "disconnected" | "notScanned" }
  | { readonly type: "starting" }
  /** To be scanned with the phone; it changes every 20 seconds or so */
  | { readonly type: "scan"; readonly qr: string }
  /** To be typed into the phone */
  | { readonly type: "code"; readonly pairingCode: string }
  | { readonly type: "syncing" }
  /** `phone` in E.164 */
  | { readonly type: "live"; readonly phone: string; readonly name: string }
  /** The phone ended the link: connect again */
  | { readonly type: "scanAgain" }
  /** WhatsApp Web has no connection: the phone or the shop's internet is off */
  | { readonly type: "phoneOffline" }
  | { readonly type: "browserDied"; readonly restartingInMs: number }
  /** `install` is the one line to run */
  | { readonly type: "noBrowser"; readonly install: string }
  /** The code is a `FailureCode`, or one of a newer driver; `reason` is for the log */
  | { readonly type: "failed"; readonly code: string; readonly reason: string };

/** Why the number cannot be connected, as far as the console has words for it. */
export type FailureCode = "blocked" | "proxy" | "pageChanged" | "conflict" | "folder" | "browserFails";

/** What the console shows and does. Lives in the process that owns the channel account. */
export interface WhatsAppWebConnection {
  /** What an owner must have read before connecting, line by line */
  readonly warning: { readonly id: readonly string[]; readonly en: readonly string[] };
  state(): ConnectionState;
  /** How much of the pace is used up */
  pace(): PaceView;
  /** Changes the pace; what lies outside the safe bounds is brought to them. */
  setPace(settings: Partial<PaceSettings>): void;
  /** Starts the browser and asks for a scan where the number is not linked. */
  connect(): void;
  /** Connects by a code that is typed into the phone instead of a scan. `phone` with digits. Rejects when none was given. */
  requestCode(phone: string): Promise<string>;
  /** Unlinks the number and forgets the session. */
  disconnect(): Promise<void>;
  /** Tells every change of `state()`; returns how to stop that. */
  watch(listener: (state: ConnectionState) => void): () => void;
}

/** How fast the shop writes on its own number. A number that writes like a machine is banned. */
export interface PaceSettings {
  /** A message waits at least and at most so long, typing meanwhile */
  readonly leastDelayMs: number;
  readonly mostDelayMs: number;
  readonly perHour: number;
  /** A number in use on WhatsApp for less than about a month */
  readonly youngNumber: boolean;
  /** Counts only for a young number */
  readonly perDayWhileYoung: number;
}

export interface PaceView extends PaceSettings {
  readonly sentLastHour: number;
  readonly sentLastDay: number;
  /** Epoch ms until which nothing more may go; undefined while something may */
  readonly fullUntil?: number;
}
