import { useEffect, useRef, useState } from "react";
import { newId } from "../../web/new-id.ts";
import type { PhoneDraftView, ProposalLink } from "../views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { Page } from "./page.tsx";
import { PhoneOrderDraft } from "./phone-order-draft.tsx";
import { addressOf, follow } from "./route.ts";
import { SayForm } from "./say-form.tsx";
import { useOrderDraft } from "./use-order-draft.ts";

/** An order written down while talking on the phone: heard as in chat, corrected by tap, sent for the customer's yes. */
export function PhoneOrderPage({ conversation }: { readonly conversation: string | undefined }) {
  const words = useWords();
  const { phoneOrder } = words;
  const { view, problem, isBusy, step, act, hear } = useOrderDraft(conversation);
  const isBegun = useRef(false);
  const [done, setDone] = useState<"sent" | ProposalLink>();
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    void hear(undefined, { type: "begun" });
  }, [hear]);
  const send = async (id: string, draft: unknown) => {
    if (conversation !== undefined) {
      const answer = await act(() => post("/phone-orders", { id, conversation, draft }));
      if (answer?.ok) setDone("sent");
      return;
    }
    const answer = await act(() => post<ProposalLink>("/phone-orders/link", { id, draft }));
    if (answer?.ok) setDone(answer.data);
  };
  return (
    <Page title={words.pages.phoneOrder}>
      {done === undefined ? (
        <div className="flex max-w-prose flex-col gap-4">
          <p className="text-soft">{phoneOrder.hint}</p>
          <SayForm isBusy={isBusy} onStep={step} />
          <Problem text={problem} />
          {view && <PhoneOrderDraft view={view} isBusy={isBusy} onStep={step} />}
          {view && view.lines.length > 0 && (
            <SendButton view={view} isBusy={isBusy} hasChat={conversation !== undefined} onSend={send} />
          )}
        </div>
      ) : (
        <Done done={done} conversation={conversation} />
      )}
    </Page>
  );
}

interface SendButtonProps {
  readonly view: PhoneDraftView;
  readonly isBusy: boolean;
  readonly hasChat: boolean;
  readonly onSend: (id: string, draft: unknown) => Promise<void>;
}

function SendButton({ view, isBusy, hasChat, onSend }: SendButtonProps) {
  const { phoneOrder } = useWords();
  // The same draft keeps its id, so that one sent again after a lost answer is one order.
  const mark = useRef({ id: newId(), draft: view.draft });
  if (mark.current.draft !== view.draft) mark.current = { id: newId(), draft: view.draft };
  return (
    <div className="flex flex-col gap-2">
      {view.summary === undefined && <p className="text-soft text-sm">{phoneOrder.rest}</p>}
      <button
        type="button"
        className="button-brand"
        disabled={isBusy}
        onClick={() => onSend(mark.current.id, mark.current.draft)}
      >
        {hasChat ? phoneOrder.send : phoneOrder.makeLink}
      </button>
    </div>
  );
}

interface DoneProps {
  readonly done: "sent" | ProposalLink;
  readonly conversation: string | undefined;
}

function Done({ done, conversation }: DoneProps) {
  const { phoneOrder } = useWords();
  if (done === "sent")
    return (
      <div role="status" className="card flex max-w-prose flex-col gap-3 p-4">
        <p>{phoneOrder.sent}</p>
        <a href={addressOf("conversations", conversation)} onClick={follow} className="button-quiet w-fit px-4">
          {phoneOrder.openChat}
        </a>
      </div>
    );
  return (
    <div role="status" className="card flex max-w-prose flex-col gap-3 p-4">
      <p className="text-soft">{phoneOrder.linkHint}</p>
      <p className="whitespace-pre-line rounded-xl bg-sunk p-3 [overflow-wrap:anywhere]">{done.text}</p>
      {!done.isPublic && <p className="text-soft text-sm">{phoneOrder.notPublic(new URL(done.address).host)}</p>}
      <a href={done.whatsapp} target="_blank" rel="noreferrer" className="button-brand text-center">
        {phoneOrder.openWhatsApp}
      </a>
    </div>
  );
}
