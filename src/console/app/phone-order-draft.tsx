import { sayQuantity } from "../../shop/catalogue/catalogue.words.ts";
import type { DraftStep } from "../phone-draft.ts";
import type { PhoneDraftView, PhoneLine } from "../views.ts";
import { useWords } from "./language.tsx";
import { LinePrice } from "./line-price.tsx";
import { sayValue } from "./say.ts";

interface DraftProps {
  readonly view: PhoneDraftView;
  readonly isBusy: boolean;
  readonly onStep: (step: DraftStep) => Promise<boolean>;
}

/** What is written down so far, with what can be tapped right. */
export function PhoneOrderDraft({ view, isBusy, onStep }: DraftProps) {
  const words = useWords();
  const { phoneOrder } = words;
  return (
    <fieldset disabled={isBusy} className="flex min-w-0 flex-col gap-4">
      <legend className="sr-only">{words.pages.phoneOrder}</legend>
      {!view.understood && (
        <p role="alert" className="rounded-xl bg-notice px-3 py-2 text-on-notice">
          {phoneOrder.notUnderstood}
        </p>
      )}
      {view.lines.length === 0 && <p className="text-soft">{phoneOrder.empty}</p>}
      <ul className="flex flex-col gap-2" aria-label={words.context.basket}>
        {view.lines.map((line) => (
          <li key={line.id} className="card p-3">
            <Line line={line} onStep={onStep} />
          </li>
        ))}
      </ul>
      {view.doubts.length > 0 && (
        <ul aria-label={phoneOrder.doubtful} className="rounded-xl bg-notice px-3 py-2 text-on-notice">
          {view.doubts.map(({ words: said, fits }) => (
            <li key={said}>
              {phoneOrder.doubtful}: “{said}” · {fits.length > 0 ? fits.join(", ") : phoneOrder.noMatch}
            </li>
          ))}
        </ul>
      )}
      <Facts view={view} onStep={onStep} />
      {view.question && (
        <section aria-label={phoneOrder.askThem} className="card flex flex-col gap-2 p-3">
          <h2 className="font-bold">{phoneOrder.askThem}</h2>
          <p className="whitespace-pre-line">{view.question.text}</p>
          <div className="flex flex-wrap gap-1.5">
            {view.question.choices.map((label, index) => (
              <button
                key={label}
                type="button"
                className="chip min-h-11"
                onClick={() => onStep({ type: "choice", index })}
              >
                {label}
              </button>
            ))}
          </div>
        </section>
      )}
      {view.summary !== undefined && (
        <section aria-label={phoneOrder.theyRead} className="card flex flex-col gap-2 p-3">
          <h2 className="font-bold">{phoneOrder.theyRead}</h2>
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{view.summary}</p>
        </section>
      )}
    </fieldset>
  );
}

const ONE = 1_000;

function Line({ line, onStep }: { readonly line: PhoneLine; readonly onStep: DraftProps["onStep"] }) {
  const words = useWords();
  const { phoneOrder } = words;
  const { id, name, quantity, unit, note, options } = line;
  const count = (by: number) => onStep({ type: "edit", edit: { type: "changeQuantity", line: id, by } });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">
          {name}
          {note !== undefined && <span className="text-soft"> · {note}</span>}
        </span>
        <span className="flex items-center gap-1.5">
          <button
            type="button"
            className="chip min-h-11 min-w-11"
            aria-label={`${phoneOrder.less} ${name}`}
            onClick={() => count(-ONE)}
          >
            −
          </button>
          <span className="whitespace-nowrap font-bold">{sayQuantity(quantity, unit)}</span>
          <button
            type="button"
            className="chip min-h-11 min-w-11"
            aria-label={`${phoneOrder.more} ${name}`}
            onClick={() => count(ONE)}
          >
            +
          </button>
          <button
            type="button"
            className="chip min-h-11"
            onClick={() => onStep({ type: "edit", edit: { type: "remove", line: id } })}
          >
            {phoneOrder.remove}
          </button>
        </span>
      </div>
      {options.map(({ name: option, value, values }, index) => (
        <div key={option} className="flex flex-wrap items-center gap-1.5">
          <span className={value === null ? "font-semibold text-alarm" : "text-soft"}>
            {option}
            {value === null && ` (${phoneOrder.noOption})`}:
          </span>
          {values.map((each) => (
            <button
              key={each}
              type="button"
              className="chip min-h-11"
              aria-pressed={each === value}
              onClick={() =>
                onStep({ type: "edit", edit: { type: "setOption", line: id, option: index, value: each } })
              }
            >
              {each}
            </button>
          ))}
        </div>
      ))}
      <LinePrice line={line} onStep={onStep} />
    </div>
  );
}

const WAYS = ["delivery", "pickup"] as const;

function Facts({ view, onStep }: { readonly view: PhoneDraftView; readonly onStep: DraftProps["onStep"] }) {
  const words = useWords();
  const way = view.facts.find(({ slot }) => slot === "fulfilment")?.value;
  const others = view.facts.filter(({ slot }) => slot !== "fulfilment");
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-1.5">
        {WAYS.map((each) => (
          <button
            key={each}
            type="button"
            className="chip min-h-11"
            aria-pressed={each === way}
            onClick={() => onStep({ type: "fulfilment", fulfilment: each })}
          >
            {sayValue(each, words)}
          </button>
        ))}
      </div>
      {others.length > 0 && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          {others.map(({ slot, value }) => (
            <div key={slot} className="contents">
              <dt className="text-soft">{words.slots[slot] ?? slot}</dt>
              <dd className="[overflow-wrap:anywhere]">{sayValue(value, words)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
