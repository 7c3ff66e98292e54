import { z } from "zod";

/** One opening: minutes from midnight; `close` beyond 1440 runs past midnight. */
export const Opening = z.object({ open: z.number().int().min(0).max(1439), close: z.number().int().min(1).max(2880) });
export type Opening = z.infer<typeof Opening>;

/** Openings by weekday, 0 is Sunday. */
export const OpeningHours = z.array(z.array(Opening)).length(7);
export type OpeningHours = z.infer<typeof OpeningHours>;

/** A day with hours of its own; no openings means closed. */
export const Holiday = z.object({ day: z.string(), name: z.string(), openings: z.array(Opening).default([]) });
export type Holiday = z.infer<typeof Holiday>;

/** A place where goods are and customers can come. */
export interface Branch {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly aliases: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly phone: string | null;
  readonly timeZone: string;
  readonly hours: OpeningHours;
  readonly holidays: readonly Holiday[];
  readonly pickup: boolean;
  /** Thousandths of made-to-order goods a day; null is unlimited. */
  readonly dailyCapacity: number | null;
}
