import type { TodayView } from "../today-view.ts";
import { BarChart } from "./bar-chart.tsx";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { sayCalendarDay, sayMoney } from "./say.ts";

/** Every so many hours one is named under the bars. */
const NAMED_HOURS = 3;

/** The last week by day, and today by hour. */
export function TodayCharts({ today: { days, hours } }: { readonly today: TodayView }) {
  const words = useWords();
  const { today } = words;
  const perDay = (amountOf: (day: TodayView["days"][number]) => number, say: (value: number) => [string, string]) =>
    days.map((day) => {
      const [text, spoken] = say(amountOf(day));
      return {
        key: day.day,
        short: weekday(day.day, words),
        label: sayCalendarDay(day.day, words),
        ...{ text, spoken },
        value: amountOf(day),
      };
    });
  const perHour = (part: "messages" | "orders") =>
    hours.map((each) => ({
      key: `${each.hour}`,
      label: `${`${each.hour}`.padStart(2, "0")}.00`,
      short: each.hour % NAMED_HOURS === 0 ? `${each.hour}` : "",
      ...{ value: each[part], text: `${each[part]}` },
    }));
  return (
    <>
      <section aria-label={today.week} className="card p-4">
        <h2 className="mb-3 font-bold text-lg">{today.week}</h2>
        <div className="grid gap-6 md:grid-cols-2">
          <BarChart
            title={today.ordersByDay}
            heads={[today.day, today.number]}
            bars={perDay(
              ({ orders }) => orders,
              (value) => [`${value}`, `${value}`],
            )}
          />
          <BarChart
            title={today.sumByDay}
            heads={[today.day, today.counts.sum]}
            bars={perDay(
              ({ sum }) => sum,
              (value) => [inShort(value, words), sayMoney(value)],
            )}
          />
        </div>
      </section>
      <section aria-label={today.hours} className="card p-4">
        <h2 className="mb-3 font-bold text-lg">{today.hours}</h2>
        <div className="grid gap-6 md:grid-cols-2">
          <BarChart title={today.messagesByHour} heads={[today.hour, today.number]} bars={perHour("messages")} />
          <BarChart title={today.ordersByHour} heads={[today.hour, today.number]} bars={perHour("orders")} />
        </div>
      </section>
    </>
  );
}

function weekday(day: string, { locale }: Dictionary): string {
  return new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(Date.parse(day));
}

/** `1,2 jt` for 1,200,000 */
function inShort(value: number, { locale }: Dictionary): string {
  return new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(value);
}
