import { useWords } from "./language.tsx";
import { RulesSection } from "./rules-section.tsx";
import { WholeNumber } from "./whole-number.tsx";

interface HoldFieldsProps {
  readonly rules: { readonly quietMinutes: number; readonly remindMinutes: number };
}

/** How long a person may be silent in a chat they hold, and how soon somebody else hears of one who waits. */
export function HoldFields({ rules }: HoldFieldsProps) {
  const { hold } = useWords();
  return (
    <RulesSection title={hold.rulesTitle} hint={hold.rulesHint}>
      <div className="flex flex-col gap-3 font-semibold">
        <WholeNumber
          name="quietMinutes"
          label={hold.quietMinutes}
          hint={hold.quietHint}
          given={rules.quietMinutes}
          least={0}
          most={720}
        />
        <WholeNumber
          name="remindMinutes"
          label={hold.remindMinutes}
          hint={hold.remindHint}
          given={rules.remindMinutes}
          least={1}
          most={240}
        />
      </div>
    </RulesSection>
  );
}

/** What the form says of it. */
export function holdRulesFrom(fields: FormData): HoldFieldsProps["rules"] {
  return { quietMinutes: Number(fields.get("quietMinutes")), remindMinutes: Number(fields.get("remindMinutes")) };
}
