import type { HandOverRules } from "../../shop/settings/hand-over-rules.ts";
import { useWords } from "./language.tsx";
import { Limit, limitFrom } from "./limit-field.tsx";
import { RulesSection } from "./rules-section.tsx";

/** What a person takes over because the owner wishes it. */
export function HandOverFields({ rule }: { readonly rule: HandOverRules }) {
  const { hold, rules } = useWords();
  return (
    <RulesSection title={hold.handOverTitle} hint={hold.handOverHint}>
      <label className="flex min-h-11 items-center gap-3 font-semibold">
        <input type="checkbox" name="bargaining" defaultChecked={rule.bargaining} className="size-5 shrink-0" />
        {hold.bargaining}
      </label>
      <Limit
        name="orderAbove"
        label={hold.orderAbove}
        unit={rules.confirmCall.rupiah}
        given={rule.orderAbove}
        usual={1_000_000}
        least={0}
        most={2_000_000_000}
      />
    </RulesSection>
  );
}

/** What the form says of it; a limit that is off is left out. */
export function handOverFrom(fields: FormData): HandOverRules {
  const orderAbove = limitFrom(fields, "orderAbove");
  return { bargaining: fields.has("bargaining"), ...(orderAbove === undefined ? {} : { orderAbove }) };
}
