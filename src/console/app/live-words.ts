/** The words of working without a signal, and of notifications on this phone, in one language. */
export interface LiveWords {
  readonly away: string;
  readonly back: string;
  readonly kept: (count: number) => string;
  readonly waits: string;
  /** A reply on its way to the shop */
  readonly goes: string;
  readonly refused: string;
  readonly takeBack: string;
  readonly push: {
    readonly title: string;
    readonly hint: string;
    readonly on: string;
    readonly off: string;
    readonly isOn: string;
    readonly devices: (count: number) => string;
    readonly denied: string;
    readonly unable: string;
    readonly install: string;
  };
}
