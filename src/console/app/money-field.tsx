import { useId } from "react";

interface MoneyFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** Rupiah; undefined while nothing is typed */
  readonly value: number | undefined;
  readonly onValue: (value: number | undefined) => void;
}

/** A sum in rupiah: digits alone count, and dots stand between thousands. */
export function MoneyField({ label, hint, value, onValue }: MoneyFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold text-sm">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <span aria-hidden="true" className="font-bold text-soft">
          Rp
        </span>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          value={value === undefined ? "" : value.toLocaleString("id-ID")}
          onChange={(event) => onValue(rupiahIn(event.target.value))}
          className="field font-bold text-lg"
        />
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-soft text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}

function rupiahIn(text: string): number | undefined {
  const digits = text.replace(/\D/g, "").slice(0, 9);
  return digits === "" ? undefined : Number(digits);
}
