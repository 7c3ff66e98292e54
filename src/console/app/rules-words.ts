/** The words of the rules page in one language. */
export interface RulesWords {
  readonly hint: string;
  readonly confirmCall: {
    readonly title: string;
    readonly hint: string;
    readonly firstOrderAbove: string;
    readonly rupiah: string;
    readonly afterFailedDeliveries: string;
    readonly times: string;
    readonly off: string;
  };
  readonly save: string;
  readonly saved: string;
}
