interface WholeNumberProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly given: number;
  readonly least: number;
  readonly most: number;
}

/** A field of a form for a whole number. */
export function WholeNumber({ name, label, hint, given, least, most }: WholeNumberProps) {
  return (
    <label className="flex flex-col gap-1">
      {label}
      <input
        name={name}
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={1}
        required
        defaultValue={given}
        className="field max-w-56 font-normal"
      />
      {hint !== undefined && <span className="font-normal text-soft text-sm">{hint}</span>}
    </label>
  );
}
