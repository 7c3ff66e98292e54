import type { Today } from "../../staff/today.ts";
import type { TodayView } from "../today-view.ts";

/** The words of the page "today" in one language. */
export interface TodayWords {
  readonly waiting: string;
  readonly came: string;
  readonly stuck: string;
  readonly allWell: string;
  readonly nothingWaits: string;
  readonly conversations: string;
  readonly longest: (age: string) => string;
  readonly calls: string;
  readonly overdue: (count: number) => string;
  readonly toStart: string;
  readonly late: string;
  readonly unconfirmed: string;
  /** Leads from what a tile counted to all there is */
  readonly showAll: string;
  readonly counts: Readonly<Record<keyof Today["came"], string>>;
  readonly stuckKinds: Readonly<Record<keyof Today["stuck"], string>>;
  readonly stuckHints: Readonly<Record<keyof Today["stuck"], string>>;
  readonly times: (count: number) => string;
  readonly away: (channel: string) => string;
  readonly states: Readonly<Record<Exclude<TodayView["away"][number]["state"], "live">, string>>;
  readonly week: string;
  readonly ordersByDay: string;
  readonly sumByDay: string;
  readonly hours: string;
  readonly messagesByHour: string;
  readonly ordersByHour: string;
  readonly day: string;
  readonly hour: string;
  readonly number: string;
}
