import { type FormEvent, useId, useState } from "react";
import type { Intent } from "../../understanding/meaning.ts";
import type { MisreadView, ReadingView } from "../reading-view.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { GoodsList } from "./reading-summary.tsx";

/** What customers want most often; the others stand behind a fold. */
const USUAL: readonly Intent[] = [
  "place_order",
  "change_order",
  "cancel_order",
  "choose_delivery_cod",
  "choose_delivery",
  "choose_pickup",
  "provide_info",
  "ask_price",
  "ask_stock",
  "ask_product_info",
  "affirm",
  "deny",
];

interface MisreadFormProps {
  readonly reading: ReadingView;
  readonly misread: MisreadView;
  readonly onSaved: () => Promise<void>;
}

/** What a misread message should have meant: intents to tap, goods in words. It begins with what was understood. */
export function MisreadForm({ reading, misread: { correction }, onSaved }: MisreadFormProps) {
  const words = useWords();
  const goodsId = useId();
  const [intents, setIntents] = useState<readonly Intent[]>(correction?.intents ?? reading.intents);
  const [goods, setGoods] = useState(correction?.goodsText ?? reading.goodsText);
  const [outcome, setOutcome] = useState<{ readonly saved?: true; readonly problem?: string }>({});
  const [isBusy, setIsBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    const answer = await post(`/messages/${reading.eventId}/misread`, { misread: true, intents, goods });
    setOutcome(answer.ok ? { saved: true } : { problem: answer.message || words.failed });
    await onSaved();
    setIsBusy(false);
  };
  const toggle = (intent: Intent) =>
    setIntents((chosen) => (chosen.includes(intent) ? chosen.filter((each) => each !== intent) : [...chosen, intent]));
  const shown = [...new Set([...reading.intents, ...(correction?.intents ?? []), ...USUAL])];
  return (
    <form onSubmit={save} className="flex flex-col gap-3">
      <div>
        <h3 className="font-bold">{words.reading.correct}</h3>
        <p className="text-soft text-sm">{words.reading.correctHint}</p>
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-semibold">{words.reading.rightIntents}</legend>
        <Chips intents={shown} chosen={intents} onToggle={toggle} />
        <details>
          <summary className="min-h-9 py-1.5 font-semibold text-brand text-sm">{words.reading.moreIntents}</summary>
          <Chips
            intents={allIntents(words.reading.intents).filter((intent) => !shown.includes(intent))}
            chosen={intents}
            onToggle={toggle}
          />
        </details>
      </fieldset>
      <div className="flex flex-col gap-1">
        <label htmlFor={goodsId} className="font-semibold">
          {words.reading.rightGoods}
        </label>
        <textarea
          id={goodsId}
          rows={Math.max(2, goods.split("\n").length)}
          maxLength={1_000}
          value={goods}
          onChange={(event) => setGoods(event.target.value)}
          aria-describedby={`${goodsId}-hint`}
          className="field"
        />
        <p id={`${goodsId}-hint`} className="text-soft text-sm">
          {words.reading.goodsHint}
        </p>
      </div>
      {correction !== undefined && correction.goods.length > 0 && (
        <div className="text-sm">
          <p className="text-soft">{words.reading.readAs}</p>
          <GoodsList goods={correction.goods} />
        </div>
      )}
      {correction !== undefined && correction.unread.length > 0 && (
        <p className="rounded-xl bg-alarm-soft px-3 py-2 text-alarm text-sm">
          {words.reading.unread(correction.unread.join(", "))}
        </p>
      )}
      <Problem text={outcome.problem ?? ""} />
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="button-brand" disabled={isBusy}>
          {words.reading.save}
        </button>
        <p role="status" className="text-leaf text-sm">
          {outcome.saved && words.reading.saved}
        </p>
      </div>
    </form>
  );
}

/** All intents, in the order of their words. */
function allIntents(names: Readonly<Record<Intent, string>>): readonly Intent[] {
  // A record of all intents has no other keys.
  return Object.keys(names) as Intent[];
}

interface ChipsProps {
  readonly intents: readonly Intent[];
  readonly chosen: readonly Intent[];
  readonly onToggle: (intent: Intent) => void;
}

function Chips({ intents, chosen, onToggle }: ChipsProps) {
  const words = useWords();
  return (
    <div className="flex flex-wrap gap-1.5">
      {intents.map((intent) => (
        <button
          key={intent}
          type="button"
          aria-pressed={chosen.includes(intent)}
          onClick={() => onToggle(intent)}
          className="chip"
        >
          {words.reading.intents[intent]}
        </button>
      ))}
    </div>
  );
}
