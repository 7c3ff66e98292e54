import { sayOpenings } from "../../shop/branch/branch.words.ts";
import { parseOpenings } from "../../shop/branch/parse-hours.ts";
import type { ShopForm } from "../shop-views.ts";
import { TextField, Toggle } from "./edit-fields.tsx";
import { Spans } from "./hours-fields.tsx";
import { CloseIcon } from "./icons.tsx";
import { useWords } from "./language.tsx";

type Holidays = ShopForm["branches"][number]["holidays"];
const CLOSED = "tutup";
const USUAL = "09.00-14.00";

interface HolidayFieldsProps {
  readonly holidays: Holidays;
  readonly onChange: (holidays: Holidays) => void;
}

/** Days with hours of their own. */
export function HolidayFields({ holidays, onChange }: HolidayFieldsProps) {
  const { branch, remove } = useWords().edit;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-semibold">{branch.holidays}</legend>
      {holidays.map((holiday, index) => {
        const change = (part: Partial<Holidays[number]>) =>
          onChange(holidays.map((each, at) => (at === index ? { ...each, ...part } : each)));
        const openings = parseOpenings(holiday.hours) ?? [];
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a day being typed has no name yet
            key={index}
            className="rounded-xl bg-sunk p-3"
          >
            <div className="flex items-end justify-between gap-2">
              <label className="flex flex-col gap-1 font-semibold">
                {branch.holidayDay}
                <input
                  type="date"
                  required
                  value={holiday.day}
                  onChange={({ currentTarget }) => change({ day: currentTarget.value })}
                  className="field font-normal"
                />
              </label>
              <button
                type="button"
                aria-label={`${remove} ${holiday.name}`}
                onClick={() => onChange(holidays.filter((_, at) => at !== index))}
                className="button-quiet px-3"
              >
                <CloseIcon />
              </button>
            </div>
            <div className="mt-2">
              <TextField
                label={branch.holidayName}
                value={holiday.name}
                required
                onChange={(name) => change({ name })}
              />
            </div>
            <Toggle
              label={branch.closedAllDay}
              value={openings.length === 0}
              onChange={(closed) => change({ hours: closed ? CLOSED : USUAL })}
            />
            <Spans
              name={holiday.name}
              openings={openings}
              onChange={(next) => change({ hours: sayOpenings(next).replaceAll("–", "-") })}
            />
          </div>
        );
      })}
      <button
        type="button"
        onClick={() => onChange([...holidays, { day: "", name: "", hours: CLOSED }])}
        className="button-quiet self-start px-4 text-sm"
      >
        {branch.addHoliday}
      </button>
    </fieldset>
  );
}
