import type { Opening, OpeningHours } from "../../shop/branch/branch.ts";
import { Toggle } from "./edit-fields.tsx";
import { useWords } from "./language.tsx";
import { sayWeekday, WEEK } from "./say-weekday.ts";

const USUAL: readonly Opening[] = [{ open: 480, close: 1020 }];
const DAY = 1440;

interface HoursFieldsProps {
  readonly hours: OpeningHours;
  readonly onChange: (hours: OpeningHours) => void;
}

/** Hours by weekday: closed, one span, or two around a break. */
export function HoursFields({ hours, onChange }: HoursFieldsProps) {
  const words = useWords();
  const { branch } = words.edit;
  const first = hours[WEEK[0] ?? 1] ?? [];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-semibold">{branch.hours}</legend>
      {WEEK.map((day) => {
        const name = sayWeekday(day, words);
        const openings = hours[day] ?? [];
        const change = (next: readonly Opening[]) => onChange(hours.with(day, [...next]));
        return (
          <div key={day} className="flex flex-wrap items-center gap-x-4 border-line border-b pb-2 last:border-0">
            <div className="w-36">
              <Toggle
                label={branch.open(name)}
                value={openings.length > 0}
                onChange={(open) => change(open ? (first.length > 0 ? first : USUAL) : [])}
              />
            </div>
            <Spans name={name} openings={openings} onChange={change} />
          </div>
        );
      })}
      <button
        type="button"
        onClick={() => onChange(hours.map(() => [...first]))}
        className="button-quiet self-start px-4 text-sm"
      >
        {branch.copy}
      </button>
    </fieldset>
  );
}

interface SpansProps {
  readonly name: string;
  readonly openings: readonly Opening[];
  readonly onChange: (openings: readonly Opening[]) => void;
}

/** The spans of one day; one that ends before it began ends on the next day. */
export function Spans({ name, openings, onChange }: SpansProps) {
  const { branch } = useWords().edit;
  const last = openings.at(-1);
  if (last === undefined) return null;
  const second = () => {
    const open = Math.min(last.close + 60, DAY - 60);
    onChange([...openings, { open, close: open + 240 > DAY ? DAY : open + 240 }]);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {openings.map((opening, index) => (
        <Span
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a span is known by
          key={index}
          name={name}
          opening={opening}
          onChange={(next) => onChange(openings.toSpliced(index, 1, next))}
        />
      ))}
      <button
        type="button"
        onClick={() => (openings.length > 1 ? onChange(openings.slice(0, 1)) : second())}
        className="link-quiet min-h-11 text-sm"
      >
        {openings.length > 1 ? branch.oneSpan : branch.secondSpan}
      </button>
    </div>
  );
}

interface SpanProps {
  readonly name: string;
  readonly opening: Opening;
  readonly onChange: (opening: Opening) => void;
}

function Span({ name, opening: { open, close }, onChange }: SpanProps) {
  const { branch } = useWords().edit;
  const set = (from: number, to: number) => onChange({ open: from, close: to <= from ? to + DAY : to });
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <Clock label={branch.from(name)} minute={open} onChange={(minute) => set(minute, close % DAY)} />
      <span aria-hidden="true">–</span>
      <Clock label={branch.to(name)} minute={close % DAY} onChange={(minute) => set(open, minute)} />
      {close > DAY && <span className="text-soft text-sm">{branch.nextDay}</span>}
    </span>
  );
}

interface ClockProps {
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}

function Clock({ label, minute, onChange }: ClockProps) {
  const two = (number: number) => String(number).padStart(2, "0");
  return (
    <input
      type="time"
      required
      aria-label={label}
      value={`${two(Math.floor(minute / 60))}:${two(minute % 60)}`}
      onChange={({ currentTarget: { value } }) => {
        const [hour = "", rest = ""] = value.split(":");
        if (value !== "") onChange(Number(hour) * 60 + Number(rest));
      }}
      className="field w-34 px-2.5"
    />
  );
}
