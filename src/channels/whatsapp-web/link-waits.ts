/** How long things may take, all in ms. */
export interface LinkWaits {
  /** Until a browser that was started shows a code or is linked */
  readonly start: number;
  /** Until somebody has scanned */
  readonly scan: number;
  /** For all that came meanwhile to be told; what comes now waits so long. A browser that hangs is noticed sooner. */
  readonly catchUp: number;
  readonly ping: number;
  /** For a browser to close by itself */
  readonly close: number;
  /** Before the given restart in a row, counted from 1 */
  readonly restart: (failures: number) => number;
}

export const usualWaits: LinkWaits = {
  start: 120_000,
  scan: 5 * 60_000,
  catchUp: 5 * 60_000,
  ping: 10_000,
  close: 4_000,
  restart: (failures) => Math.min(1_000 * 2 ** (failures - 1), 60_000),
};
