import { type FormEvent, useId, useState } from "react";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { addressOf, follow } from "./route.ts";

interface ErasePersonProps {
  readonly id: string;
  readonly onErased: () => Promise<void>;
}

/** A copy of all that is kept of a person, and erasing it: what the law lets them ask of the shop. */
export function ErasePerson({ id, onErased }: ErasePersonProps) {
  const words = useWords();
  const { people } = words;
  const field = useId();
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const erase = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sure = `${new FormData(event.currentTarget).get("sure") ?? ""}`;
    setIsBusy(true);
    const answer = await post(`/customers/${encodeURIComponent(id)}/erase`, { sure });
    setIsBusy(false);
    setProblem(answer.ok ? "" : answer.message || words.failed);
    if (answer.ok) await onErased();
  };
  return (
    <section className="card flex flex-col gap-3 p-4">
      <h3 className="font-bold text-lg">{people.theirData}</h3>
      <p className="max-w-prose text-soft">{people.theirDataHint}</p>
      <div className="flex flex-wrap gap-2">
        <a href={addressOf("personData", id)} onClick={follow} className="button-quiet">
          {people.show}
        </a>
        <a href={`/console/api/customers/${encodeURIComponent(id)}/data?file=1`} download className="button-quiet">
          {people.download}
        </a>
      </div>
      <details>
        <summary className="min-h-11 py-2.5 font-semibold text-alarm">{people.erase}</summary>
        <form onSubmit={erase} className="flex max-w-prose flex-col gap-3 pt-1">
          <p>{people.eraseHint}</p>
          <label htmlFor={field} className="font-semibold">
            {people.eraseType}
          </label>
          <input
            id={field}
            name="sure"
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="field max-w-60"
          />
          {problem !== "" && <Problem text={problem} />}
          <button type="submit" disabled={isBusy} className="button self-start bg-alarm-soft px-4 text-alarm">
            {people.eraseSure}
          </button>
        </form>
      </details>
    </section>
  );
}
