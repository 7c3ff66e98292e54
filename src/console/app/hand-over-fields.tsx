import type { HandOverRules } from "../../shop/settings/hand-over-rules.ts";
import { useWords } from "./language.tsx";
import { Limit, limitFrom } from "./limit-field.tsx";

/** What a person takes over because the owner wishes it. */
export function HandOverFields({ rule }: { readonly rule: HandOverRules }) {
  const { hold, rules } = useWords();
  return (
    <section aria-label={hold.handOverTitle} className="card flex flex-col gap-3 p-4">
      <h2 className="font-bold text-lg">{hold.handOverTitle}</h2>
      <p className="text-soft">{hold.handOverHint}</p>
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
    </section>
  );
}

/** What the form says of it; a limit that is off is left out. */
export function handOverFrom(fields: FormData): HandOverRules {
  const orderAbove = limitFrom(fields, "orderAbove");
  return { bargaining: fields.has("bargaining"), ...(orderAbove === undefined ? {} : { orderAbove }) };
}
