import { type FormEvent, useEffect, useState } from "react";
import { get, post } from "./console-api.ts";
import { DoorCard, Field, Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { addressOf, goTo } from "./route.ts";

/** The first owner sets name, username and password; the link's key lets them. */
export function StartPage({ onEntered }: { readonly onEntered: () => void }) {
  const words = useWords();
  const [kunci] = useState(() => new URLSearchParams(location.search).get("kunci") ?? "");
  const [problem, setProblem] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    if (kunci === "") return setProblem(words.start.noKey);
    void get(`/start?kunci=${encodeURIComponent(kunci)}`).then((answer) => {
      setIsOpen(answer.ok);
      if (!answer.ok) setProblem(answer.message || words.failed);
    });
  }, [kunci, words]);
  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.currentTarget));
    setIsBusy(true);
    const answer = await post("/start", { ...form, kunci });
    setIsBusy(false);
    if (!answer.ok) return setProblem(answer.message || words.failed);
    goTo(addressOf("today"));
    onEntered();
  };
  const { start: text } = words;
  return (
    <DoorCard title={text.title}>
      {isOpen && <p className="mb-4 text-soft">{text.hint}</p>}
      {isOpen && (
        <form onSubmit={start} className="flex flex-col gap-4">
          <Field name="name" label={text.name} autoComplete="name" />
          <Field name="username" label={words.signIn.username} hint={text.usernameHint} autoComplete="username" />
          <Field
            name="password"
            label={words.signIn.password}
            hint={text.passwordHint}
            type="password"
            autoComplete="new-password"
          />
          <Problem text={problem} />
          <button type="submit" className="button-brand" disabled={isBusy}>
            {text.submit}
          </button>
        </form>
      )}
      {!isOpen && <Problem text={problem} />}
    </DoorCard>
  );
}
