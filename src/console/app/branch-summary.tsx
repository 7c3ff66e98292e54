import type { BranchView } from "../shop-views.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { sayDay } from "./say.ts";
import { sayWeekday, WEEK } from "./say-weekday.ts";

/** A branch to read: where it is and when it is open. */
export function BranchSummary({ branch }: { readonly branch: BranchView }) {
  const words = useWords();
  const { shop } = words;
  return (
    <>
      <h2 className="flex items-baseline justify-between gap-3 font-bold text-lg">
        {branch.name}
        <span className={`shrink-0 text-sm ${branch.doors.open ? "text-leaf" : "text-soft"}`}>
          {branch.doors.open ? shop.openUntil(branch.doors.at ?? "") : shop.closedNow}
        </span>
      </h2>
      <p>{branch.address}</p>
      <p className="text-soft text-sm">
        {[branch.phone, branch.timeZone, branch.pickup ? shop.pickup : shop.noPickup].filter(Boolean).join(" · ")}
      </p>
      <h3 className="mt-3 font-semibold">{shop.hours}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 text-sm">
        {WEEK.map((day) => (
          <div key={day} className="contents">
            <dt>{sayWeekday(day, words)}</dt>
            <dd className="text-soft">{sayOpenings(branch.hours[day] ?? [], words)}</dd>
          </div>
        ))}
      </dl>
      {branch.holidays.length > 0 && (
        <>
          <h3 className="mt-3 font-semibold">{shop.holidays}</h3>
          <ul className="text-sm">
            {branch.holidays.map((holiday) => (
              <li key={holiday.day}>
                {sayDay(Date.parse(`${holiday.day}T12:00:00`), words)} · {holiday.name}
                {holiday.closed && ` · ${shop.closed}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function sayOpenings(openings: BranchView["hours"][number], { shop }: Dictionary): string {
  const time = (minutes: number) =>
    `${String(minutes === 1440 ? 24 : Math.floor(minutes / 60) % 24).padStart(2, "0")}.${String(minutes % 60).padStart(2, "0")}`;
  return openings.length === 0
    ? shop.closed
    : openings.map(({ open, close }) => `${time(open)}–${time(close)}`).join(", ");
}
