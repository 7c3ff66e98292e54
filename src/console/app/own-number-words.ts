import type { ConnectionState, FailureCode } from "../../channels/connection.ts";

/** The words of the page where the shop's own WhatsApp number is connected, in one language. */
export interface OwnNumberWords {
  readonly states: Readonly<Record<ConnectionState["type"], string>>;
  readonly off: Readonly<Record<Extract<ConnectionState, { type: "off" }>["why"], string>>;
  readonly notOffered: string;
  readonly readFirst: string;
  readonly understood: string;
  readonly connect: string;
  readonly again: string;
  readonly disconnect: string;
  readonly sureDisconnect: string;
  readonly scanHow: string;
  readonly qr: string;
  readonly byCode: string;
  readonly codeHow: string;
  readonly phone: string;
  readonly askCode: string;
  readonly linked: (name: string, phone: string) => string;
  readonly restarting: (seconds: number) => string;
  readonly install: string;
  /** Why it failed and what to do, by code */
  readonly failures: Readonly<Record<FailureCode, string>>;
  readonly otherFailure: (code: string) => string;
  readonly pace: string;
  readonly sent: (hour: number, day: number) => string;
  readonly full: (until: string) => string;
  readonly perHour: string;
  readonly youngNumber: string;
  readonly save: string;
  readonly saved: string;
}
