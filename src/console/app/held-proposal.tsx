import { type ReactNode, useRef, useState } from "react";
import { sayCounted } from "../../shop/catalogue/catalogue.words.ts";
import { newId } from "../../web/new-id.ts";
import type { HeldOrderView } from "../held-order-view.ts";
import type { PhoneDraftView } from "../views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { addressOf, follow } from "./route.ts";
import { sayValue } from "./say.ts";
import { useRead } from "./use-read.ts";

/** On the context card of a chat that a person holds: what the customer wrote since comes to, to take or to change. */
export function HeldOrderCard({ conversation }: { readonly conversation: string }) {
  const words = useWords();
  const { heldOrder } = words;
  const at = `/conversations/${conversation}/held-order`;
  const { data, reload } = useRead<HeldOrderView>(at, ["conversation"], conversation);
  const [problem, setProblem] = useState("");
  const mark = useRef({ id: newId(), version: "" });
  if (data === undefined || !data.isHeld) return null;
  const { understood, version } = data;
  const use = async () => {
    if (mark.current.version !== version) mark.current = { id: newId(), version };
    const answer = await post(at, { id: mark.current.id, version, draft: understood?.draft });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    await reload();
  };
  const edit = (
    <a href={addressOf("phoneOrder", conversation)} onClick={follow} className="button-quiet px-4">
      {understood ? heldOrder.edit : heldOrder.open}
    </a>
  );
  return (
    <div className="flex flex-col gap-2">
      <Problem text={problem} />
      {understood === undefined ? (
        edit
      ) : (
        <HeldProposal understood={understood}>
          {understood.lines.length > 0 && (
            <button type="button" className="button-brand px-4" onClick={use}>
              {heldOrder.use}
            </button>
          )}
          {edit}
        </HeldProposal>
      )}
    </div>
  );
}

interface HeldProposalProps {
  readonly understood: PhoneDraftView;
  /** What can be done with it */
  readonly children: ReactNode;
}

/** An order as understood from the customer's words. Nothing of it counts until somebody takes it. */
export function HeldProposal({ understood, children }: HeldProposalProps) {
  const words = useWords();
  const { heldOrder } = words;
  return (
    <section aria-label={heldOrder.proposed} className="flex flex-col gap-2 rounded-xl bg-notice p-3 text-on-notice">
      <h2 className="font-semibold">{heldOrder.proposed}</h2>
      {understood.lines.length === 0 && <p>{heldOrder.proposedNothing}</p>}
      <ul>
        {understood.lines.map((line) => (
          <li key={line.id} className="[overflow-wrap:anywhere]">
            {sayCounted(line)} {line.name}
            {line.options.flatMap(({ value }) => value ?? []).map((value) => ` · ${value}`)}
          </li>
        ))}
      </ul>
      <p className="text-sm [overflow-wrap:anywhere]">
        {understood.facts.map(({ value }) => sayValue(value, words)).join(" · ")}
      </p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </section>
  );
}
