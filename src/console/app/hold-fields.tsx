import { useWords } from "./language.tsx";

interface HoldFieldsProps {
  readonly rules: { readonly quietMinutes: number; readonly remindMinutes: number };
}

/** How long a person may be silent in a chat they hold, and how soon somebody else hears of one who waits. */
export function HoldFields({ rules }: HoldFieldsProps) {
  const { hold } = useWords();
  return (
    <section aria-label={hold.rulesTitle} className="card flex flex-col gap-3 p-4">
      <h2 className="font-bold text-lg">{hold.rulesTitle}</h2>
      <p className="text-soft">{hold.rulesHint}</p>
      <Minutes
        name="quietMinutes"
        label={hold.quietMinutes}
        hint={hold.quietHint}
        given={rules.quietMinutes}
        least={0}
        most={720}
      />
      <Minutes
        name="remindMinutes"
        label={hold.remindMinutes}
        hint={hold.remindHint}
        given={rules.remindMinutes}
        least={1}
        most={240}
      />
    </section>
  );
}

/** What the form says of it. */
export function holdRulesFrom(fields: FormData): HoldFieldsProps["rules"] {
  return { quietMinutes: Number(fields.get("quietMinutes")), remindMinutes: Number(fields.get("remindMinutes")) };
}

interface MinutesProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly given: number;
  readonly least: number;
  readonly most: number;
}

function Minutes({ name, label, hint, given, least, most }: MinutesProps) {
  return (
    <label className="flex flex-col gap-1 font-semibold">
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
      <span className="font-normal text-soft text-sm">{hint}</span>
    </label>
  );
}
