import { type FormEvent, useRef, useState } from "react";
import { sayPhone } from "../../shop/call/call.words.ts";
import { newId } from "../../web/new-id.ts";
import type { WriteFirstView } from "../write-first-view.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { addressOf, goTo } from "./route.ts";
import { sayValue } from "./say.ts";

interface WriteFirstProps {
  readonly view: WriteFirstView;
  readonly customer: string | undefined;
  /** Words that are there already, to be changed as the seller likes */
  readonly words?: string;
}

/** The chats that somebody has, and a place for the first words where there is none on WhatsApp. */
export function WriteFirst({ view, customer, words: prepared = "" }: WriteFirstProps) {
  const words = useWords();
  const { writeFirst } = words;
  const { way, chats, phone } = view;
  return (
    <>
      {(view.name !== undefined || phone !== undefined) && (
        <p className="font-semibold text-lg [overflow-wrap:anywhere]">
          {[view.name, phone && sayPhone(phone)].filter(Boolean).join(" · ")}
        </p>
      )}
      {chats.length > 0 && <Chats chats={chats} />}
      {way.type === "refused" && <p className="card border-alarm p-4 text-alarm">{writeFirst.refused[way.why]}</p>}
      {(way.type === "number" || way.type === "link") && phone !== undefined && (
        <FirstWords view={view} phone={phone} way={way} customer={customer} prepared={prepared} />
      )}
    </>
  );
}

function Chats({ chats }: Pick<WriteFirstView, "chats">) {
  const words = useWords();
  const [problem, setProblem] = useState("");
  const open = async (id: string) => {
    // Whoever holds it already goes on holding it; the thread says so.
    const answer = await post(`/conversations/${id}/take-over`, { overrule: false });
    if (answer.ok || answer.status === 409) goTo(addressOf("conversations", id));
    else setProblem(answer.message || words.failed);
  };
  return (
    <section className="card flex flex-col gap-2 p-4">
      <p>{words.writeFirst.hasChats}</p>
      <Problem text={problem} />
      <ul className="flex flex-wrap gap-2">
        {chats.map(({ conversationId, channel, label }) => (
          <li key={conversationId} className="max-w-full">
            <button type="button" className="button-quiet max-w-full px-4" onClick={() => open(conversationId)}>
              <span className="truncate">{words.writeFirst.open(sayValue(channel, words), label)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FirstWordsProps {
  readonly view: WriteFirstView;
  readonly phone: string;
  readonly way: Extract<WriteFirstView["way"], { type: "number" | "link" }>;
  readonly customer: string | undefined;
  readonly prepared: string;
}

function FirstWords({ view, phone, way, customer, prepared }: FirstWordsProps) {
  const words = useWords();
  const { writeFirst } = words;
  const [text, setText] = useState(prepared);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  // The same words keep their mark, so that a lost answer does not double them.
  const mark = useRef({ id: newId(), text: "" });
  const trimmed = text.trim();
  const letters = way.type === "number" ? way.templateLetters : undefined;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (trimmed === "" || isBusy) return;
    if (mark.current.text !== trimmed) mark.current = { id: newId(), text: trimmed };
    setIsBusy(true);
    const known = customer === undefined ? { ...(name.trim() === "" ? {} : { name: name.trim() }) } : { customer };
    const body = { id: mark.current.id, phone, text: trimmed, ...known };
    const answer = await post<{ conversation: string }>("/write-first", body);
    setIsBusy(false);
    if (answer.ok) goTo(addressOf("conversations", answer.data.conversation));
    else setProblem(answer.message || words.failed);
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-3">
      {!view.isVouched && customer !== undefined && way.type === "number" && (
        <p className="rounded-xl bg-notice px-3 py-2 text-on-notice text-sm">{writeFirst.notVouched}</p>
      )}
      {customer === undefined && way.type === "number" && (
        <label className="flex flex-col gap-1 font-semibold">
          {writeFirst.name}
          <input value={name} onChange={(event) => setName(event.target.value)} maxLength={80} className="field" />
        </label>
      )}
      <label className="flex flex-col gap-1 font-semibold">
        {writeFirst.text}
        <textarea
          value={text}
          onChange={(event) => setText(event.target.value)}
          rows={4}
          maxLength={letters ?? 4_000}
          placeholder={writeFirst.placeholder}
          className="field font-normal"
        />
      </label>
      <Problem text={problem} />
      {way.type === "number" ? (
        <>
          <p className="text-soft text-sm">
            {writeFirst.goesBy(sayValue(way.channel, words))}{" "}
            {letters === undefined ? writeFirst.mayFail : writeFirst.inTemplate(letters)}
          </p>
          <button type="submit" className="button-brand w-fit px-6" disabled={isBusy || trimmed === ""}>
            {writeFirst.send}
          </button>
        </>
      ) : (
        <>
          <p className="rounded-xl bg-notice px-3 py-2 text-on-notice text-sm">{writeFirst.why[way.why]}</p>
          <a
            href={`https://wa.me/${phone.replace(/\D/g, "")}${trimmed === "" ? "" : `?text=${encodeURIComponent(trimmed)}`}`}
            target="_blank"
            rel="noreferrer"
            className="button-brand w-fit px-6 text-center"
          >
            {writeFirst.openWhatsApp}
          </a>
        </>
      )}
    </form>
  );
}
