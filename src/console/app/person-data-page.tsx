import type { ReactNode } from "react";
import type { PersonData } from "../person-data-store.ts";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { addressOf, follow } from "./route.ts";
import { sayClock, sayDate, sayValue } from "./say.ts";
import { useRead } from "./use-read.ts";

/** All that the shop keeps about one person, to be read, or printed and handed over. */
export function PersonDataPage({ id }: { readonly id: string | undefined }) {
  const words = useWords();
  const { people } = words;
  const path = id === undefined ? undefined : `/customers/${encodeURIComponent(id)}/data`;
  const { data, problem } = useRead<PersonData>(path);
  return (
    <Page title={words.pages.personData}>
      {id === undefined || problem?.status === 404 ? (
        <p className="card p-4">{people.gone}</p>
      ) : (
        <Offline problem={problem} />
      )}
      {id !== undefined && (
        <div className="mb-4 flex flex-wrap gap-2 print:hidden">
          <a href={addressOf("customers", id)} onClick={follow} className="button-quiet">
            {people.back}
          </a>
          {path !== undefined && (
            <a href={`/console/api${path}?file=1`} download className="button-quiet">
              {people.download}
            </a>
          )}
          <button type="button" className="button-quiet" onClick={() => print()}>
            {people.print}
          </button>
        </div>
      )}
      {id !== undefined && data === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      {data !== undefined && (
        <div className="flex flex-col gap-4">
          {Object.entries(data).map(([part, value]) => (
            <section key={part} className="card p-4">
              <h2 className="mb-2 font-bold text-lg">{new Map(Object.entries(people.parts)).get(part) ?? part}</h2>
              <Value value={value} />
            </section>
          ))}
        </div>
      )}
    </Page>
  );
}

/** Whatever is kept, as nested lists: nothing is left out because nobody thought of showing it. */
function Value({ value }: { readonly value: unknown }): ReactNode {
  const words = useWords();
  const { fields } = words.people;
  if (value === null || value === "") return <span className="text-soft">–</span>;
  if (typeof value === "boolean") return value ? fields.yes : fields.no;
  if (typeof value === "string")
    return INSTANT.test(value)
      ? `${sayDate(Date.parse(value), words)} ${sayClock(Date.parse(value), words)}`
      : sayValue(value, words);
  if (typeof value !== "object") return `${value}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="text-soft">–</span>;
    return (
      <ol className="flex flex-col gap-2">
        {value.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: it is read once and never reordered
          <li key={index} className="border-line border-l-2 pl-3">
            <Value value={one} />
          </li>
        ))}
      </ol>
    );
  }
  return (
    <dl className="flex flex-col gap-1">
      {Object.entries(value)
        .filter(([, each]) => each !== null && each !== "" && !(Array.isArray(each) && each.length === 0))
        .map(([name, each]) => (
          <div key={name} className={typeof each === "object" ? "" : "flex flex-wrap gap-x-3"}>
            <dt className="text-soft text-sm">{fields[name] ?? name}</dt>
            <dd className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">
              <Value value={each} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** ISO 8601 in UTC, as the server writes instants */
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
