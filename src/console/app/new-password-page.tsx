import { type FormEvent, useEffect, useState } from "react";
import { post } from "./console-api.ts";
import { DoorCard, Field, Problem } from "./form.tsx";
import { useWords } from "./language.tsx";

/** By a one-time link somebody sets a new password. The key stands behind `#`, so that no server log or referrer has it. */
export function NewPasswordPage() {
  const words = useWords();
  const { accounts } = words;
  const [key] = useState(() => location.hash.slice(1));
  const [username, setUsername] = useState<string>();
  const [problem, setProblem] = useState(key === "" ? accounts.noKey : "");
  const [isDone, setIsDone] = useState(false);
  useEffect(() => {
    if (key === "") return;
    void post<{ username: string }>("/password-link", { key }).then((answer) => {
      if (answer.ok) setUsername(answer.data.username);
      else setProblem(answer.message || words.failed);
    });
  }, [key, words]);
  const set = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = `${new FormData(event.currentTarget).get("password") ?? ""}`;
    const answer = await post("/password-link/use", { key, password });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    setIsDone(answer.ok);
  };
  return (
    <DoorCard title={accounts.newTitle}>
      {username !== undefined && !isDone && (
        <form onSubmit={set} className="flex flex-col gap-4">
          <p className="text-soft">{accounts.newFor(username)}</p>
          <input type="text" name="username" value={username} readOnly autoComplete="username" className="hidden" />
          <Field
            name="password"
            label={accounts.newPassword}
            hint={words.start.passwordHint}
            type="password"
            autoComplete="new-password"
          />
          <Problem text={problem} />
          <button type="submit" className="button-brand">
            {accounts.set}
          </button>
        </form>
      )}
      {username === undefined && <Problem text={problem} />}
      {isDone && (
        <div role="status" className="flex flex-col items-start gap-3">
          <p>{accounts.setDone}</p>
          <a href="/console" className="button-brand">
            {accounts.toSignIn}
          </a>
        </div>
      )}
    </DoorCard>
  );
}
