/** The words of the audit trail in one language. */
export interface AuditWords {
  readonly hint: string;
  readonly who: string;
  readonly what: string;
  readonly everybody: string;
  readonly everything: string;
  readonly none: string;
  readonly older: string;
  /** Nobody of the team: the shop's own phone, a link, the program itself */
  readonly nobody: string;
  readonly order: (number: string) => string;
  readonly erased: string;
  /** An order was moved on to this state, or this was done to it */
  readonly stepped: (state: string) => string;
  readonly to: (name: string) => string;
  /** What was done, after the name of whoever did it; `about` is what it was done to */
  readonly acts: Readonly<Record<string, string>>;
}
