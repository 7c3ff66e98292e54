import { sayCounted } from "../../shop/catalogue/catalogue.words.ts";
import type { ReadingView } from "../reading-view.ts";
import type { BasketView } from "../views.ts";
import { useWords } from "./language.tsx";
import { sayDay, sayValue } from "./say.ts";

/** The message and what it was taken to mean, in plain words. */
export function ReadingSummary({ reading }: { readonly reading: ReadingView }) {
  const words = useWords();
  const { texts, context, intents, goods, doubts, edits, facts } = reading;
  const about = words.reading.context[context];
  const isEmpty = intents.length + goods.length + doubts.length + facts.length === 0;
  return (
    <>
      <section aria-label={words.reading.wrote}>
        {texts.map((text, index) => (
          <blockquote
            // biome-ignore lint/suspicious/noArrayIndexKey: texts never change places
            key={index}
            className="mb-1 w-fit max-w-full whitespace-pre-wrap rounded-2xl rounded-bl-md border border-line bg-surface px-3.5 py-2 [overflow-wrap:anywhere]"
          >
            {text}
          </blockquote>
        ))}
        {about !== "" && <p className="mt-2 text-soft text-sm">{about}</p>}
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="font-bold">{words.reading.understood}</h3>
        {isEmpty && <p className="text-soft">{words.reading.nothing}</p>}
        <IntentMarks intents={intents} />
        <GoodsList goods={goods} />
        <ul>
          {doubts.map(({ words: said, fits }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: doubts are drawn anew as a whole
            <li key={index}>
              {words.reading.cannotTell(said)}
              {fits.length > 0 && <span className="text-soft"> · {words.reading.fits(fits.join(", "))}</span>}
            </li>
          ))}
          {edits.map(({ type, name }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: edits are drawn anew as a whole
            <li key={index}>
              {words.reading.edits[type]} {name}
            </li>
          ))}
        </ul>
        {facts.length > 0 && (
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            {facts.map(({ slot, value }) => (
              <div key={slot} className="contents">
                <dt className="text-soft">{words.slots[slot] ?? words.reading.facts[slot] ?? slot}</dt>
                <dd className="[overflow-wrap:anywhere]">
                  {slot === "day" ? sayDay(Date.parse(`${value}T12:00:00`), words) : sayValue(value, words)}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    </>
  );
}

/** Intents in plain words, side by side. */
export function IntentMarks({ intents }: { readonly intents: ReadingView["intents"] }) {
  const words = useWords();
  return (
    <ul className="flex flex-wrap gap-1.5">
      {intents.map((intent) => (
        <li key={intent} className="rounded-full bg-leaf-soft px-3 py-0.5 font-semibold text-leaf text-sm">
          {words.reading.intents[intent]}
        </li>
      ))}
    </ul>
  );
}

export function GoodsList({ goods }: { readonly goods: readonly BasketView[] }) {
  return (
    <ul>
      {goods.map(({ name, note, ...counted }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: goods are drawn anew as a whole
        <li key={index}>
          <span className="font-semibold">{sayCounted(counted)}</span> {name}
          {note !== undefined && <span className="block text-soft text-sm">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
