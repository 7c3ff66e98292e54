import { useState } from "react";
import type { SessionView } from "../account-store.ts";
import type { TeamMember } from "../staff-store.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { SessionList } from "./session-list.tsx";
import { useRead } from "./use-read.ts";

/** Where a colleague is signed in, signing them out, and a link by which they set a new password. */
export function MemberAccess({ member }: { readonly member: TeamMember }) {
  const { accounts } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)} className="text-sm">
      <summary className="min-h-11 py-2.5 text-brand">{accounts.devices}</summary>
      {isOpen && <Access member={member} />}
    </details>
  );
}

function Access({ member: { id, name } }: { readonly member: TeamMember }) {
  const words = useWords();
  const { accounts } = words;
  const path = `/team/${encodeURIComponent(id)}`;
  const { data, reload } = useRead<{ sessions: readonly SessionView[] }>(`${path}/sessions`);
  const [problem, setProblem] = useState("");
  const [told, setTold] = useState("");
  const [link, setLink] = useState("");
  const end = async (session?: string) => {
    const answer = await post(`${path}/sessions/end`, session === undefined ? {} : { session });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    setTold(answer.ok && session === undefined ? accounts.endedFor(name) : "");
    await reload();
  };
  const make = async () => {
    const answer = await post<{ url: string }>(`${path}/password-link`);
    setProblem(answer.ok ? "" : answer.message || words.failed);
    setLink(answer.ok ? answer.data.url : "");
  };
  const copy = async () => {
    await navigator.clipboard?.writeText(link);
    setTold(accounts.copied);
  };
  return (
    <div className="flex flex-col gap-3 pb-2">
      {problem !== "" && <Problem text={problem} />}
      {data?.sessions.length === 0 && <p className="text-soft">{accounts.noDevices}</p>}
      <SessionList sessions={data?.sessions ?? []} onEnd={end} />
      <div className="flex flex-wrap gap-2">
        {(data?.sessions.length ?? 0) > 0 && (
          <button type="button" className="button-quiet px-4 text-sm" onClick={() => end()}>
            {accounts.endAll}
          </button>
        )}
        <button type="button" className="button-quiet px-4 text-sm" onClick={make}>
          {accounts.makeLink}
        </button>
      </div>
      {link !== "" && (
        <div className="flex flex-col gap-2">
          <p className="text-soft">{accounts.linkHint}</p>
          <div className="flex gap-2">
            <input
              readOnly
              value={link}
              aria-label={accounts.linkFor(name)}
              onFocus={(event) => event.target.select()}
              className="field min-w-0 flex-1"
            />
            <button type="button" className="button-quiet px-4" onClick={copy}>
              {accounts.copy}
            </button>
          </div>
        </div>
      )}
      <p role="status" className="text-leaf">
        {told}
      </p>
    </div>
  );
}
