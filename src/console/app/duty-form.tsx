import { type FormEvent, useState } from "react";
import { sayHours } from "../../shop/branch/branch.words.ts";
import type { TeamMember } from "../staff-store.ts";
import { put } from "./console-api.ts";
import { useWords } from "./language.tsx";

interface DutyFormProps {
  readonly member: TeamMember;
  readonly onSaved: () => Promise<void>;
}

/** When a colleague is on duty, in words as a shop writes its hours. */
export function DutyForm({ member, onSaved }: DutyFormProps) {
  const words = useWords();
  const { hold } = words;
  const [problem, setProblem] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const said = member.duty === null ? "" : sayHours({ hours: member.duty });
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answer = await put(`/team/${member.id}/duty`, Object.fromEntries(new FormData(event.currentTarget)));
    setProblem(answer.ok ? "" : answer.message || words.failed);
    if (!answer.ok) return;
    setIsOpen(false);
    await onSaved();
  };
  return (
    <details
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="text-sm [overflow-wrap:anywhere]"
    >
      <summary className="min-h-11 py-2.5 text-brand">
        {hold.duty}: {said || hold.dutyAlways}
      </summary>
      <form onSubmit={save} className="flex flex-col gap-2 pb-2">
        <label className="flex flex-col gap-1">
          <span className="text-soft">{hold.dutyHint}</span>
          <input name="duty" defaultValue={said} aria-label={`${hold.duty} ${member.name}`} className="field" />
        </label>
        {problem !== "" && (
          <p role="alert" className="text-alarm">
            {problem}
          </p>
        )}
        <button type="submit" className="button-quiet self-end px-4">
          {hold.save}
        </button>
      </form>
    </details>
  );
}
