import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { newId } from "../../web/new-id.ts";
import type { DraftStep } from "../phone-draft.ts";
import type { PhoneDraftView, ProposalLink } from "../views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { Page } from "./page.tsx";
import { PhoneOrderDraft } from "./phone-order-draft.tsx";
import { addressOf, follow } from "./route.ts";

/** An order written down while talking on the phone: heard as in chat, corrected by tap, sent for the customer's yes. */
export function PhoneOrderPage({ conversation }: { readonly conversation: string | undefined }) {
  const words = useWords();
  const { phoneOrder } = words;
  const { view, problem, isBusy, step, act } = useDraft(conversation);
  const [text, setText] = useState("");
  const [done, setDone] = useState<"sent" | ProposalLink>();
  const say = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "" && (await step({ type: "words", text }))) setText("");
  };
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
          <form onSubmit={say} className="flex items-end gap-2">
            <textarea
              value={text}
              onChange={(event) => setText(event.target.value)}
              rows={2}
              maxLength={4000}
              aria-label={phoneOrder.say}
              placeholder={phoneOrder.placeholder}
              className="field field-sizing-content max-h-40 resize-none"
            />
            <button type="submit" className="button-brand shrink-0" disabled={isBusy || text.trim() === ""}>
              {phoneOrder.note}
            </button>
          </form>
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

/** The draft as the server hears it, step by step. */
function useDraft(conversation: string | undefined) {
  const words = useWords();
  const [view, setView] = useState<PhoneDraftView>();
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const act = useCallback(
    async <T extends { readonly ok: boolean; readonly message?: string }>(work: () => Promise<T>) => {
      setIsBusy(true);
      const answer = await work();
      setProblem(answer.ok ? "" : answer.message || words.failed);
      setIsBusy(false);
      return answer;
    },
    [words],
  );
  const hear = useCallback(
    async (draft: unknown, step: DraftStep) => {
      const answer = await act(() => post<PhoneDraftView>("/phone-orders/hear", { conversation, draft, step }));
      if (answer.ok) setView(answer.data);
      return answer.ok && answer.data.understood;
    },
    [act, conversation],
  );
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    void hear(undefined, { type: "begun" });
  }, [hear]);
  return { view, problem, isBusy, act, step: (step: DraftStep) => hear(view?.draft, step) };
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
