import type { ConfirmRule } from "../../shop/call/confirm-rule.ts";
import { useWords } from "./language.tsx";
import { Limit, limitFrom } from "./limit-field.tsx";
import { RulesSection } from "./rules-section.tsx";

/** Which orders a call confirms first: two limits, each of which may be off. */
export function ConfirmCallFields({ rule }: { readonly rule: ConfirmRule }) {
  const { confirmCall } = useWords().rules;
  return (
    <RulesSection title={confirmCall.title} hint={confirmCall.hint}>
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
    </RulesSection>
  );
}

/** What the form says of it; a limit that is off is left out. */
export function confirmCallFrom(fields: FormData): ConfirmRule {
  const firstOrderAbove = limitFrom(fields, "firstOrderAbove");
  const afterFailedDeliveries = limitFrom(fields, "afterFailedDeliveries");
  return {
    ...(firstOrderAbove === undefined ? {} : { firstOrderAbove }),
    ...(afterFailedDeliveries === undefined ? {} : { afterFailedDeliveries }),
  };
}
