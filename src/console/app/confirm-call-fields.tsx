import { useState } from "react";
import type { ConfirmRule } from "../../shop/call/confirm-rule.ts";
import { useWords } from "./language.tsx";

/** Which orders a call confirms first: two limits, each of which may be off. */
export function ConfirmCallFields({ rule }: { readonly rule: ConfirmRule }) {
  const { confirmCall } = useWords().rules;
  return (
    <section aria-label={confirmCall.title} className="card flex flex-col gap-3 p-4">
      <h2 className="font-bold text-lg">{confirmCall.title}</h2>
      <p className="text-soft">{confirmCall.hint}</p>
      <Limit
        name="firstOrderAbove"
        label={confirmCall.firstOrderAbove}
        unit={confirmCall.rupiah}
        given={rule.firstOrderAbove}
        usual={300_000}
        least={0}
        most={2_000_000_000}
      />
      <Limit
        name="afterFailedDeliveries"
        label={confirmCall.afterFailedDeliveries}
        unit={confirmCall.times}
        given={rule.afterFailedDeliveries}
        usual={1}
        least={1}
        most={100}
      />
      <p className="text-soft text-sm">{confirmCall.off}</p>
    </section>
  );
}

/** What the form says of it; a limit that is off is left out. */
export function confirmCallFrom(fields: FormData): ConfirmRule {
  const given = (name: string) => {
    const value = fields.get(name);
    return typeof value === "string" && value !== "" ? Number(value) : undefined;
  };
  const [firstOrderAbove, afterFailedDeliveries] = [given("firstOrderAbove"), given("afterFailedDeliveries")];
  return {
    ...(firstOrderAbove === undefined ? {} : { firstOrderAbove }),
    ...(afterFailedDeliveries === undefined ? {} : { afterFailedDeliveries }),
  };
}

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
function Limit({ name, label, unit, given, usual, least, most }: LimitProps) {
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
        <label className="ml-8 flex flex-col gap-1 text-sm">
          {unit}
          <input
            name={name}
            type="number"
            inputMode="numeric"
            min={least}
            max={most}
            step={1}
            required
            defaultValue={given ?? usual}
            className="field max-w-56"
          />
        </label>
      )}
    </div>
  );
}
