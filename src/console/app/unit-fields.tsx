import { useState } from "react";
import { NumberField, TextField } from "./edit-fields.tsx";
import { CloseIcon } from "./icons.tsx";
import { useWords } from "./language.tsx";

interface UnitFieldsProps {
  readonly unit: string;
  /** Sizes in base units by name */
  readonly units: Readonly<Record<string, number>>;
  readonly onChange: (units: Record<string, number>) => void;
}

/** Other units that customers order in: a dozen, a box. */
export function UnitFields({ unit, units, onChange }: UnitFieldsProps) {
  const { product: words, remove } = useWords().edit;
  // A unit being typed may have no name, or that of another, for a while.
  const [rows, setRows] = useState(Object.entries(units));
  const change = (next: [string, number][]) => {
    setRows(next);
    onChange(Object.fromEntries(next.filter(([name, size]) => name.trim() !== "" && size > 0)));
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-semibold">{words.units}</legend>
      <p className="text-soft text-sm">{words.unitsHint}</p>
      {rows.map(([name, size], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a unit being typed has no name yet
        <div key={`${index} of ${rows.length}`} className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField
              label={words.unitName}
              isLabelHidden={index > 0}
              value={name}
              required
              onChange={(next) => change(rows.with(index, [next, size]))}
            />
          </div>
          <div className="w-32">
            <NumberField
              label={words.unitSize(unit)}
              isLabelHidden={index > 0}
              value={size || null}
              step="any"
              required
              onChange={(next) => change(rows.with(index, [name, next ?? 0]))}
            />
          </div>
          <button
            type="button"
            aria-label={`${remove} ${name}`}
            onClick={() => change(rows.toSpliced(index, 1))}
            className="button-quiet px-3"
          >
            <CloseIcon />
          </button>
        </div>
      ))}
      <button type="button" onClick={() => change([...rows, ["", 0]])} className="button-quiet self-start px-4 text-sm">
        {words.addUnit}
      </button>
    </fieldset>
  );
}
