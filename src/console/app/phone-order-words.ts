/** The words of the page for orders taken by phone, in one language. */
export interface PhoneOrderWords {
  readonly hint: string;
  readonly say: string;
  readonly placeholder: string;
  readonly note: string;
  readonly notUnderstood: string;
  readonly empty: string;
  readonly noOption: string;
  readonly more: string;
  readonly less: string;
  readonly remove: string;
  readonly doubtful: string;
  readonly noMatch: string;
  readonly askThem: string;
  readonly theyRead: string;
  readonly rest: string;
  readonly send: string;
  readonly sent: string;
  readonly makeLink: string;
  readonly linkHint: string;
  /** Where customers cannot reach the web chat by its address */
  readonly notPublic: (address: string) => string;
  readonly openWhatsApp: string;
  readonly openChat: string;
  readonly another: string;
}
