import { type FormEvent, useState } from "react";
import type { TeamMember } from "../staff-store.ts";
import { post } from "./console-api.ts";
import { DutyForm } from "./duty-form.tsx";
import { Field, Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { MemberAccess } from "./member-access.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { addressOf, follow } from "./route.ts";
import { useRead } from "./use-read.ts";

const ROLES = ["seller", "courier", "owner"] as const;

/** The team: who may come in, and in which role. */
export function TeamPage() {
  const words = useWords();
  const me = useMe();
  const { data, problem, reload } = useRead<{ team: readonly TeamMember[] }>("/team");
  const [refused, setRefused] = useState("");
  const setActive = async (member: TeamMember) => {
    const answer = await post(`/team/${member.id}/active`, { active: !member.active });
    setRefused(answer.ok ? "" : answer.message || words.failed);
    await reload();
  };
  return (
    <Page title={words.pages.team}>
      <Offline problem={problem} />
      <Problem text={refused} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <ul className="card divide-y divide-line">
          {data?.team.map((member) => (
            <li key={member.id} className="flex flex-col px-4 py-3">
              <div className="flex items-center justify-between gap-3">
                <span className="min-w-0">
                  <span className="block truncate font-semibold">{member.name}</span>
                  <span className="block truncate text-soft text-sm">
                    {member.username} · {words.team.roles[member.role]}
                    {!member.active && ` · ${words.team.inactive}`}
                  </span>
                  {member.active && member.role !== "courier" && (
                    <span className="block text-soft text-sm">
                      {words.accounts.telegram[member.hasOwnChat ? "linked" : "notLinked"]}
                    </span>
                  )}
                </span>
                {member.id !== me.id && (
                  <button
                    type="button"
                    className="button-quiet shrink-0 px-3.5 text-sm"
                    onClick={() => setActive(member)}
                  >
                    {member.active ? words.team.deactivate : words.team.activate}
                  </button>
                )}
              </div>
              {member.active && member.role !== "courier" && <DutyForm member={member} onSaved={reload} />}
              {member.active && member.id !== me.id && <MemberAccess member={member} />}
            </li>
          ))}
        </ul>
        <div className="flex flex-col items-start gap-4">
          <NewMember onAdded={reload} />
          <a href={addressOf("audit")} onClick={follow} className="button-quiet">
            {words.accounts.auditPage}
          </a>
        </div>
      </div>
    </Page>
  );
}

function NewMember({ onAdded }: { readonly onAdded: () => Promise<void> }) {
  const words = useWords();
  const [problem, setProblem] = useState("");
  const [added, setAdded] = useState("");
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const answer = await post("/team", Object.fromEntries(fields));
    setProblem(answer.ok ? "" : answer.message || words.failed);
    setAdded(answer.ok ? words.team.added(String(fields.get("name"))) : "");
    if (!answer.ok) return;
    form.reset();
    await onAdded();
  };
  return (
    <form onSubmit={add} className="card flex w-full flex-col gap-3 p-4">
      <h2 className="font-bold text-lg">{words.team.add}</h2>
      <Field name="name" label={words.slots.name ?? ""} />
      <Field name="username" label={words.signIn.username} hint={words.start.usernameHint} />
      <Field
        name="password"
        label={words.signIn.password}
        hint={words.start.passwordHint}
        type="password"
        autoComplete="new-password"
      />
      <label className="flex flex-col gap-1 font-semibold">
        {words.team.role}
        <select name="role" className="field font-normal">
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {words.team.roles[role]}
            </option>
          ))}
        </select>
      </label>
      <Problem text={problem} />
      <p role="status" className="text-leaf">
        {added}
      </p>
      <button type="submit" className="button-brand">
        {words.team.add}
      </button>
    </form>
  );
}
