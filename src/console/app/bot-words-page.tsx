import { useRef, useState } from "react";
import {
  BOT_WORDS,
  type BotWord,
  fillIn,
  MOST_LETTERS,
  SAMPLES,
  wordingProblem,
} from "../../shop/settings/bot-words.ts";
import type { ShopForm } from "../shop-views.ts";
import { get } from "./console-api.ts";
import { EditForm } from "./edit-form.tsx";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { useRead } from "./use-read.ts";

type OwnWords = ShopForm["words"];

/** The bot's sentences in the owner's own words, each with what the customer will read beside it. */
export function BotWordsPage() {
  const words = useWords();
  const { data: form, problem, reload } = useRead<ShopForm>("/shop/form");
  const [round, setRound] = useState(0);
  const again = async () => {
    await reload();
    setRound(round + 1);
  };
  return (
    <Page title={words.pages.botWords}>
      <Offline problem={problem} />
      {form === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      <p className="mb-3 max-w-prose text-soft">{words.edit.bot.hint}</p>
      <p role="status" className="mb-2 text-leaf">
        {round > 0 && words.edit.saved}
      </p>
      {form && (
        <EditForm
          key={round}
          path="/shop/words"
          seen={form.words}
          initial={form.words}
          label={words.pages.botWords}
          latest={latest}
          onSaved={again}
          onCancel={() => setRound(0)}
        >
          {(draft, change) => (
            <ul className="grid items-start gap-4 lg:grid-cols-2">
              {SENTENCES.map((key) => (
                <li key={key} className="card min-w-0 p-4">
                  <Sentence
                    of={key}
                    own={draft[key] ?? ""}
                    shop={form.details.name}
                    onChange={(text) => change({ [key]: text })}
                  />
                </li>
              ))}
            </ul>
          )}
        </EditForm>
      )}
    </Page>
  );
}

// The keys of the table are its type's.
const SENTENCES = Object.keys(BOT_WORDS) as BotWord[];

const latest = async (): Promise<OwnWords | undefined> => {
  const answer = await get<ShopForm>("/shop/form");
  return answer.ok ? answer.data.words : undefined;
};

interface SentenceProps {
  readonly of: BotWord;
  readonly own: string;
  readonly shop: string;
  readonly onChange: (text: string) => void;
}

function Sentence({ of: key, own, shop, onChange }: SentenceProps) {
  const { bot } = useWords().edit;
  const box = useRef<HTMLTextAreaElement>(null);
  const { texts, places } = BOT_WORDS[key];
  const put = (place: string) => {
    const at = box.current?.selectionStart ?? own.length;
    onChange(`${own.slice(0, at)}{${place}}${own.slice(at)}`);
    box.current?.focus();
  };
  const problem = wordingProblem(key, own);
  const read = fillIn(own || texts[0], { ...SAMPLES, toko: shop });
  return (
    <div className="flex flex-col gap-2">
      <label className="flex flex-col gap-1">
        <span className="font-bold">{bot.says[key]}</span>
        <textarea
          ref={box}
          rows={3}
          maxLength={MOST_LETTERS}
          value={own}
          placeholder={texts[0]}
          aria-invalid={problem !== undefined}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          className="field"
        />
      </label>
      <div className="flex flex-wrap gap-1.5">
        {places.map((place) => (
          <button key={place} type="button" aria-label={bot.put(place)} onClick={() => put(place)} className="chip">
            {`{${place}}`}
          </button>
        ))}
      </div>
      {problem ? (
        <p role="alert" className="text-alarm">
          {problem.type === "place" ? bot.badPlace(problem.place) : bot.problems[problem.type]}
        </p>
      ) : (
        <p className="rounded-xl bg-sunk px-3 py-2 text-sm">
          <span className="block text-soft text-xs">{bot.preview}</span>
          <span className="whitespace-pre-line [overflow-wrap:anywhere]">{read || bot.empty}</span>
        </p>
      )}
    </div>
  );
}
