/** The words of the page on which a seller writes to somebody first, in one language. */
export interface WriteFirstWords {
  readonly hint: string;
  /** The button that leads here */
  readonly begin: string;
  readonly newNumber: string;
  readonly phone: string;
  readonly phoneHint: string;
  readonly look: string;
  readonly wrongNumber: string;
  readonly name: string;
  readonly text: string;
  readonly placeholder: string;
  readonly send: string;
  readonly goesBy: (channel: string) => string;
  readonly inTemplate: (letters: number) => string;
  readonly mayFail: string;
  readonly notVouched: string;
  readonly hasChats: string;
  readonly open: (channel: string, label: string) => string;
  readonly openWhatsApp: string;
  readonly why: Readonly<Record<"noWhatsApp" | "notConnected" | "noTemplate", string>>;
  readonly refused: Readonly<Record<"blocked" | "shopsOwn", string>>;
  readonly noNumber: string;
  readonly unknown: string;
}
