import { useState } from "react";
import { WholeNumber } from "./whole-number.tsx";

interface LimitProps {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly given: number | undefined;
  /** Proposed when it is switched on */
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

/** A limit with its switch. */
export function Limit({ name, label, unit, given, usual, least, most }: LimitProps) {
  const [isOn, setIsOn] = useState(given !== undefined);
  return (
    <div className="flex flex-col gap-2">
      <label className="flex min-h-11 items-center gap-3 font-semibold">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => setIsOn(event.target.checked)}
          className="size-5 shrink-0"
        />
        {label}
      </label>
      {isOn && (
        <div className="ml-8 text-sm">
          <WholeNumber name={name} label={unit} given={given ?? usual} least={least} most={most} />
        </div>
      )}
    </div>
  );
}

/** What a form says of a limit; undefined where it is off. */
export function limitFrom(fields: FormData, name: string): number | undefined {
  const value = fields.get(name);
  return typeof value === "string" && value !== "" ? Number(value) : undefined;
}
