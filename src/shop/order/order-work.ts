import { localTime, minuteOf } from "../calendar/calendar.ts";
import type { OrderStatus } from "./order.ts";

/** When an order was promised, on its branch's calendar and clock. */
interface Promised {
  readonly day?: string | null;
  readonly time?: string | null;
  /** IANA zone */
  readonly timeZone: string;
}

/** Whether somebody of the shop has to do something with it now: say yes to a new one, or begin what is for today. */
export function isToStart(
  { status, day, timeZone }: Promised & { readonly status: OrderStatus },
  now: number,
): boolean {
  if (status === "placed") return true;
  return status === "accepted" && (day == null || day <= localTime(now, timeZone).day);
}

/** Whether the promised day, or the promised minute of today, is past for an order that still runs. */
export function isLate({ day, time, timeZone }: Promised, now: number): boolean {
  if (day == null) return false;
  const local = localTime(now, timeZone);
  const minute = time == null ? undefined : minuteOf(time);
  return day < local.day || (day === local.day && minute !== undefined && minute < local.minute);
}
