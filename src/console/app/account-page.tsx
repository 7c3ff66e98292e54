import { type FormEvent, useState } from "react";
import type { SessionView } from "../account-store.ts";
import { post } from "./console-api.ts";
import { Field, Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { PushCard } from "./push-card.tsx";
import { addressOf, follow } from "./route.ts";
import { SessionList } from "./session-list.tsx";
import { useRead } from "./use-read.ts";

/** Somebody's own account: where they are signed in, their password, and their Telegram. */
export function AccountPage({ onLeft }: { readonly onLeft: () => void }) {
  const words = useWords();
  const me = useMe();
  const { accounts } = words;
  const { data, problem, reload } = useRead<{ sessions: readonly SessionView[] }>("/sessions");
  const [refused, setRefused] = useState("");
  const end = async (session: string) => {
    const answer = await post(`/sessions/${session}/end`);
    setRefused(answer.ok ? "" : answer.message || words.failed);
    await reload();
  };
  const endAll = async () => {
    await post("/sign-out-everywhere");
    onLeft();
  };
  return (
    <Page title={words.pages.account}>
      <Offline problem={problem} />
      <p className="mb-3 text-soft">
        {me.name} · {words.team.roles[me.role]} · {accounts.signedInAs(me.username)}
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <section className="card flex flex-col gap-2 p-4">
          <h2 className="font-bold text-lg">{accounts.where}</h2>
          {refused !== "" && <Problem text={refused} />}
          <SessionList sessions={data?.sessions ?? []} onEnd={end} />
          <button type="button" className="button-quiet self-start px-4 text-sm" onClick={endAll}>
            {accounts.endAll}
          </button>
        </section>
        <ChangePassword username={me.username} onChanged={reload} />
        {me.role !== "courier" && <PushCard />}
        {me.role !== "courier" && (
          <a href={addressOf("ownChat")} onClick={follow} className="button-quiet justify-self-start">
            {accounts.telegramPage}
          </a>
        )}
      </div>
    </Page>
  );
}

interface ChangePasswordProps {
  readonly username: string;
  readonly onChanged: () => Promise<void>;
}

function ChangePassword({ username, onChanged }: ChangePasswordProps) {
  const words = useWords();
  const { accounts } = words;
  const [problem, setProblem] = useState("");
  const [isDone, setIsDone] = useState(false);
  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const answer = await post("/password", Object.fromEntries(new FormData(form)));
    setProblem(answer.ok ? "" : answer.message || words.failed);
    setIsDone(answer.ok);
    if (!answer.ok) return;
    form.reset();
    await onChanged();
  };
  return (
    <form onSubmit={change} className="card flex flex-col gap-3 p-4">
      <h2 className="font-bold text-lg">{accounts.password}</h2>
      {/* Password keepers want to know whose password it is. */}
      <input type="text" name="username" value={username} readOnly autoComplete="username" className="hidden" />
      <Field name="old" label={accounts.oldPassword} type="password" autoComplete="current-password" />
      <Field
        name="password"
        label={accounts.newPassword}
        hint={accounts.passwordHint}
        type="password"
        autoComplete="new-password"
      />
      <Problem text={problem} />
      <p role="status" className="text-leaf">
        {isDone ? accounts.changed : ""}
      </p>
      <button type="submit" className="button-brand">
        {accounts.change}
      </button>
    </form>
  );
}
