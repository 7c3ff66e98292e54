/** The words around holding a conversation and being on duty, in one language. */
export interface HoldWords {
  /** Minutes until a quiet takeover ends */
  readonly endsIn: (minutes: number) => string;
  readonly holdOn: string;
  /** What else can be done with a held chat */
  readonly more: string;
  readonly passOn: string;
  readonly passTo: string;
  readonly offDuty: string;
  readonly note: string;
  readonly noteHint: string;
  readonly noColleagues: string;
  readonly cancel: string;
  readonly duty: string;
  readonly dutyHint: string;
  readonly dutyAlways: string;
  readonly save: string;
  readonly handOverTitle: string;
  readonly handOverHint: string;
  readonly bargaining: string;
  readonly orderAbove: string;
  readonly rulesTitle: string;
  readonly rulesHint: string;
  readonly quietMinutes: string;
  readonly quietHint: string;
  readonly remindMinutes: string;
  readonly remindHint: string;
}
