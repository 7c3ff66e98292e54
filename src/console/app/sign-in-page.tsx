import { type FormEvent, useState } from "react";
import { post } from "./console-api.ts";
import { DoorCard, Field, Problem } from "./form.tsx";
import { useWords } from "./language.tsx";

/** Signing in with username and password. */
export function SignInPage({ onEntered }: { readonly onEntered: () => void }) {
  const words = useWords();
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    const answer = await post("/sign-in", { username: form.get("username"), password: form.get("password") });
    setIsBusy(false);
    if (answer.ok) onEntered();
    else setProblem(answer.message || words.failed);
  };
  return (
    <DoorCard title={words.signIn.title}>
      <form onSubmit={signIn} className="flex flex-col gap-4">
        <Field name="username" label={words.signIn.username} autoComplete="username" />
        <Field name="password" label={words.signIn.password} type="password" autoComplete="current-password" />
        <Problem text={problem} />
        <button type="submit" className="button-brand" disabled={isBusy}>
          {words.signIn.submit}
        </button>
      </form>
    </DoorCard>
  );
}
