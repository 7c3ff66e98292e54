import { type FormEvent, type ReactNode, useState } from "react";
import type { StoredRules } from "../../shop/settings/rules-store.ts";
import type { RulesChange, ShopRules } from "../../shop/settings/shop-rules.ts";
import { ConfirmCallFields, confirmCallFrom } from "./confirm-call-fields.tsx";
import { put } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { HandOverFields, handOverFrom } from "./hand-over-fields.tsx";
import { HoldFields, holdRulesFrom } from "./hold-fields.tsx";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { useRead } from "./use-read.ts";

/** By which rules the shop works, for the owner to set. */
export function RulesPage() {
  const words = useWords();
  const { data, problem, reload } = useRead<StoredRules>("/rules");
  const [outcome, setOutcome] = useState<{ readonly saved?: true; readonly problem?: string }>({});
  const save = async (version: number, rules: RulesChange) => {
    const answer = await put("/rules", { version, rules });
    setOutcome(answer.ok ? { saved: true } : { problem: answer.message || words.failed });
    // Where somebody else was quicker, theirs is shown.
    if (answer.ok || answer.status === 409) await reload();
  };
  return (
    <Page title={words.pages.rules}>
      <Offline problem={problem} />
      {data === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      {data && (
        <RulesForm key={data.version} rules={data.rules} onSave={(rules) => save(data.version, rules)}>
          <Problem text={outcome.problem ?? ""} />
          <p role="status" className="text-leaf">
            {outcome.saved && words.rules.saved}
          </p>
        </RulesForm>
      )}
    </Page>
  );
}

interface RulesFormProps {
  readonly rules: ShopRules;
  readonly onSave: (rules: RulesChange) => Promise<void>;
  /** How the last saving went */
  readonly children: ReactNode;
}

function RulesForm({ rules, onSave, children }: RulesFormProps) {
  const words = useWords();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onSave(rulesFrom(new FormData(event.currentTarget)));
  };
  return (
    <form onSubmit={save} className="flex max-w-prose flex-col gap-4">
      <p className="text-soft">{words.rules.hint}</p>
      <ConfirmCallFields rule={rules.confirmCall} />
      <HandOverFields rule={rules.handOver} />
      <HoldFields rules={rules} />
      {children}
      <button type="submit" className="button-brand">
        {words.rules.save}
      </button>
    </form>
  );
}

/** What every part of the form says. */
function rulesFrom(fields: FormData): RulesChange {
  return { confirmCall: confirmCallFrom(fields), handOver: handOverFrom(fields), ...holdRulesFrom(fields) };
}
