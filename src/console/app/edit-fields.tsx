import { type ReactNode, useId, useState } from "react";

interface FieldProps<T> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  /** Read out, and not shown: in a row of fields that stand under one label */
  readonly isLabelHidden?: boolean;
}

/** A line of words, or with `lines` several. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  required = false,
  isLabelHidden = false,
  lines,
}: FieldProps<string> & { readonly lines?: number }) {
  const shared = {
    value,
    required,
    className: "field font-normal",
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <Labelled label={label} hint={hint} isHidden={isLabelHidden}>
      {(ids) => (lines === undefined ? <input {...shared} {...ids} /> : <textarea rows={lines} {...shared} {...ids} />)}
    </Labelled>
  );
}

/** A number; where it may be empty, empty is null. */
export function NumberField({
  label,
  value,
  onChange,
  hint,
  required = false,
  isLabelHidden = false,
  step = 1,
  least = 0,
}: FieldProps<number | null> & { readonly step?: number | "any"; readonly least?: number }) {
  // What is being typed ("1,") is not always a number yet.
  const [typed, setTyped] = useState(value === null ? "" : String(value));
  return (
    <Labelled label={label} hint={hint} isHidden={isLabelHidden}>
      {(ids) => (
        <input
          {...ids}
          type="number"
          inputMode="decimal"
          min={least}
          step={step}
          required={required}
          value={typed}
          className="field font-normal"
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            onChange(currentTarget.value === "" ? null : currentTarget.valueAsNumber);
          }}
        />
      )}
    </Labelled>
  );
}

/** Names, separated by commas. */
export function NamesField({ label, value, onChange, hint }: FieldProps<readonly string[]>) {
  const [typed, setTyped] = useState(value.join(", "));
  const change = (text: string) => {
    setTyped(text);
    onChange(
      text
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean),
    );
  };
  return <TextField label={label} value={typed} onChange={change} hint={hint} />;
}

export function Toggle({ label, value, onChange, hint }: FieldProps<boolean>) {
  const id = useId();
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={value}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
          className="size-5 shrink-0 accent-brand"
        />
        <span className="font-semibold">{label}</span>
      </label>
      {hint !== undefined && (
        <p id={id} className="text-soft text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}

/** One of several; `choices` are values with what they are called. */
export function SelectField({
  label,
  value,
  onChange,
  choices,
}: FieldProps<string> & { readonly choices: readonly (readonly [value: string, name: string])[] }) {
  return (
    <Labelled label={label}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          className="field font-normal"
        >
          {choices.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** Several of a few. */
export function Choices<V extends string>({
  label,
  hint,
  value,
  onChange,
  names,
}: FieldProps<readonly V[]> & { readonly names: Readonly<Record<V, string>> }) {
  // The keys of the record are its type's.
  const all = Object.keys(names) as V[];
  return (
    <fieldset className="flex flex-col">
      <legend className="font-semibold">{label}</legend>
      {hint !== undefined && <p className="text-soft text-sm">{hint}</p>}
      <div className="grid gap-x-4 sm:grid-cols-2">
        {all.map((each) => (
          <label key={each} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              checked={value.includes(each)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(all.filter((one) => (one === each ? checked : value.includes(one))))
              }
              className="size-5 shrink-0 accent-brand"
            />
            {names[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isHidden?: boolean;
  readonly children: (ids: { readonly id: string; readonly "aria-describedby": string | undefined }) => ReactNode;
}

function Labelled({ label, hint, isHidden = false, children }: LabelledProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={isHidden ? "sr-only" : "font-semibold"}>
        {label}
      </label>
      {children({ id, "aria-describedby": hint === undefined ? undefined : `${id}-hint` })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-soft text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
