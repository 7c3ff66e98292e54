import { type FormEvent, useEffect, useRef, useState } from "react";
import { newId } from "../../web/new-id.ts";
import type { HeldOrderView } from "../held-order-view.ts";
import type { PhoneDraftView } from "../views.ts";
import { post } from "./console-api.ts";
import { FactForms } from "./fact-forms.tsx";
import { Problem } from "./form.tsx";
import { HeldProposal } from "./held-proposal.tsx";
import { useWords } from "./language.tsx";
import { Page } from "./page.tsx";
import { PhoneOrderDraft } from "./phone-order-draft.tsx";
import { PhoneOrderPage } from "./phone-order-page.tsx";
import { addressOf, follow, goTo } from "./route.ts";
import { SayForm } from "./say-form.tsx";
import { useOrderDraft } from "./use-order-draft.ts";
import { useRead } from "./use-read.ts";

/** An order written down: on the phone, or, while a person holds the chat, worked on and placed there and then. */
export function OrderPage({ conversation }: { readonly conversation: string | undefined }) {
  const words = useWords();
  const path = conversation === undefined ? undefined : `/conversations/${conversation}/held-order`;
  const { data, problem, reload } = useRead<HeldOrderView>(path, ["conversation"], conversation);
  if (conversation === undefined) return <PhoneOrderPage conversation={undefined} />;
  if (data === undefined)
    return (
      <Page title={words.heldOrder.title}>
        <p className="text-soft">{problem === undefined ? words.loading : problem.message || words.offline}</p>
      </Page>
    );
  if (!data.isHeld) return <PhoneOrderPage conversation={conversation} />;
  return <HeldOrderPage conversation={conversation} held={data} onChanged={reload} />;
}

interface HeldOrderPageProps {
  readonly conversation: string;
  readonly held: HeldOrderView;
  readonly onChanged: () => Promise<void>;
}

function HeldOrderPage({ conversation, held, onChanged }: HeldOrderPageProps) {
  const words = useWords();
  const { heldOrder } = words;
  const { view, setView, problem, isBusy, act, hear, step } = useOrderDraft(conversation);
  const [placed, setPlaced] = useState<string>();
  const shown = useRef<string>(undefined);
  useEffect(() => {
    // What somebody else made of it takes the place of what is on this screen; the customer's words do not.
    if (shown.current === held.version) return;
    shown.current = held.version;
    setView(held.order);
  }, [held, setView]);
  const at = `/conversations/${conversation}/held-order`;
  const mark = useRef<{ id: string; draft: unknown }>({ id: newId(), draft: undefined });
  const send = async (path: string, more: { readonly yes?: string } = {}) => {
    // The same draft keeps its id, so that one sent again after a lost answer is one act.
    if (mark.current.draft !== view?.draft) mark.current = { id: newId(), draft: view?.draft };
    const body = { id: mark.current.id, version: held.version, draft: view?.draft, ...more };
    const answer = await act(() => post<{ readonly order?: string }>(path, body));
    // Refused: what is open now is shown, or what it has become.
    if (!answer.ok) await onChanged();
    return answer;
  };
  const keep = async () => {
    if ((await send(at)).ok) goTo(addressOf("conversations", conversation));
  };
  const give = async () => {
    if (!(await send(at)).ok) return;
    if ((await act(() => post(`/conversations/${conversation}/hand-back`))).ok)
      goTo(addressOf("conversations", conversation));
  };
  const place = async (yes: string) => {
    const answer = await send(`${at}/place`, { yes });
    if (answer.ok) setPlaced(answer.data.order ?? "");
  };
  if (placed !== undefined) return <Placed conversation={conversation} order={placed} />;
  return (
    <Page title={heldOrder.title}>
      <div className="flex max-w-prose flex-col gap-4">
        <a href={addressOf("conversations", conversation)} onClick={follow} className="link-quiet w-fit py-2">
          ← {heldOrder.back}
        </a>
        <p className="text-soft">{heldOrder.hint}</p>
        {held.understood && (
          <HeldProposal understood={held.understood}>
            <button
              type="button"
              className="button-quiet px-4"
              disabled={isBusy}
              onClick={() => hear(held.understood?.draft, { type: "begun" })}
            >
              {heldOrder.use}
            </button>
          </HeldProposal>
        )}
        <SayForm isBusy={isBusy} onStep={step} />
        {view && <PhoneOrderDraft view={view} isBusy={isBusy} onStep={step} />}
        {view && <FactForms view={view} isBusy={isBusy} onStep={step} />}
        <Problem text={problem} />
        {view && view.lines.length > 0 && (
          <>
            <PlaceForm view={view} said={held.said} isBusy={isBusy} onPlace={place} />
            <div className="flex flex-wrap gap-2">
              <button type="button" className="button-quiet flex-1 px-4" disabled={isBusy} onClick={keep}>
                {heldOrder.keep}
              </button>
              <button type="button" className="button-quiet flex-1 px-4" disabled={isBusy} onClick={give}>
                {heldOrder.give}
              </button>
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

interface PlaceFormProps {
  readonly view: PhoneDraftView;
  readonly said: readonly string[];
  readonly isBusy: boolean;
  readonly onPlace: (yes: string) => Promise<void>;
}

/** The customer's yes, in their own words, and the order with it. */
function PlaceForm({ view, said, isBusy, onPlace }: PlaceFormProps) {
  const { heldOrder } = useWords();
  const [yes, setYes] = useState("");
  if (view.summary === undefined) return <p className="text-soft">{heldOrder.notYet}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (yes.trim() !== "") void onPlace(yes.trim());
  };
  return (
    <form onSubmit={submit} className="card flex flex-col gap-2 p-3" aria-label={heldOrder.placeTitle}>
      <h2 className="font-bold">{heldOrder.placeTitle}</h2>
      <p className="text-soft text-sm">{heldOrder.placeHint}</p>
      <div className="flex flex-wrap gap-1.5">
        {[...new Set(said)].map((words) => (
          <button
            key={words}
            type="button"
            className="chip min-h-11 max-w-full truncate"
            aria-pressed={words === yes}
            onClick={() => setYes(words.slice(0, 500))}
          >
            “{words}”
          </button>
        ))}
      </div>
      <input
        value={yes}
        onChange={(event) => setYes(event.target.value)}
        maxLength={500}
        aria-label={heldOrder.yes}
        placeholder={heldOrder.yes}
        className="field"
      />
      <button type="submit" className="button-brand" disabled={isBusy || yes.trim() === ""}>
        {heldOrder.place}
      </button>
    </form>
  );
}

function Placed({ conversation, order }: { readonly conversation: string; readonly order: string }) {
  const { heldOrder } = useWords();
  return (
    <Page title={heldOrder.title}>
      <div role="status" className="card flex max-w-prose flex-col gap-3 p-4">
        <p>{heldOrder.placed}</p>
        <div className="flex flex-wrap gap-2">
          <a href={addressOf("conversations", conversation)} onClick={follow} className="button-brand px-4">
            {heldOrder.back}
          </a>
          {order !== "" && (
            <a href={addressOf("orders", order)} onClick={follow} className="button-quiet px-4">
              {heldOrder.openOrder}
            </a>
          )}
        </div>
      </div>
    </Page>
  );
}
