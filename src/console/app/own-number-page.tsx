import { type FormEvent, useState } from "react";
import type { OwnNumberView } from "../views.ts";
import { post } from "./console-api.ts";
import { Field, Problem } from "./form.tsx";
import { useLanguage, useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import type { OwnNumberWords } from "./own-number-words.ts";
import { PaceForm } from "./pace-form.tsx";
import { Page } from "./page.tsx";
import { QrCode } from "./qr-code.tsx";
import { useRead } from "./use-read.ts";

/** Where the owner has to read and connect first */
const UNCONNECTED: ReadonlySet<OwnNumberView["state"]["type"]> = new Set(["off", "scanAgain", "noBrowser", "failed"]);

/** The shop's own WhatsApp number: the warning first, then the QR or a code, and how it stands. */
export function OwnNumberPage() {
  const words = useWords();
  const { data, problem, reload } = useRead<OwnNumberView>("/own-number", ["connection"]);
  const notOffered = problem?.status === 404;
  return (
    <Page title={words.pages.ownNumber}>
      {notOffered ? <p className="card p-4">{words.ownNumber.notOffered}</p> : <Offline problem={problem} />}
      {data === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      {data && (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="flex flex-col gap-4">
            {data.state.type === "off" && <Warning lines={data.warning} />}
            <div className="card flex flex-col gap-3 p-4">
              <Standing view={data} onChanged={reload} />
            </div>
          </div>
          <div className="flex flex-col gap-4">
            <PaceForm key={`${data.pace.perHour}${data.pace.youngNumber}`} pace={data.pace} onSaved={reload} />
            {data.state.type !== "off" && <Warning lines={data.warning} />}
          </div>
        </div>
      )}
    </Page>
  );
}

interface StandingProps {
  readonly view: OwnNumberView;
  readonly onChanged: () => Promise<void>;
}

function Standing({ view: { state }, onChanged }: StandingProps) {
  const { ownNumber } = useWords();
  return (
    <>
      <div role="status">
        <h2 className="font-bold text-lg">{ownNumber.states[state.type]}</h2>
      </div>
      {state.type === "off" && <p className="text-soft">{ownNumber.off[state.why]}</p>}
      {state.type === "scan" && (
        <>
          <p className="text-soft">{ownNumber.scanHow}</p>
          <QrCode text={state.qr} label={ownNumber.qr} />
          <CodeForm />
        </>
      )}
      {state.type === "code" && (
        <>
          <p className="text-soft">{ownNumber.codeHow}</p>
          <p className="font-bold font-mono text-3xl tracking-widest">{state.pairingCode}</p>
        </>
      )}
      {state.type === "live" && <p>{ownNumber.linked(state.name, state.phone)}</p>}
      {state.type === "browserDied" && (
        <p className="text-soft">{ownNumber.restarting(Math.ceil(state.restartingInMs / 1000))}</p>
      )}
      {state.type === "noBrowser" && (
        <>
          <p>{ownNumber.install}</p>
          <code className="rounded-xl bg-sunk px-3 py-2 [overflow-wrap:anywhere]">{state.install}</code>
        </>
      )}
      {state.type === "failed" && <p>{failureIn(ownNumber, state.code)}</p>}
      <Buttons type={state.type} onChanged={onChanged} />
    </>
  );
}

/** A newer driver may name what this page has no words for. */
function failureIn({ failures, otherFailure }: OwnNumberWords, code: string): string {
  return Object.entries(failures).find(([known]) => known === code)?.[1] ?? otherFailure(code);
}

function Buttons({
  type,
  onChanged,
}: {
  readonly type: OwnNumberView["state"]["type"];
  readonly onChanged: () => Promise<void>;
}) {
  const words = useWords();
  const { ownNumber } = words;
  const [isRead, setIsRead] = useState(false);
  const [isSure, setIsSure] = useState(false);
  const [problem, setProblem] = useState("");
  const act = (what: "connect" | "disconnect") => async () => {
    const answer = await post(`/own-number/${what}`);
    setProblem(answer.ok ? "" : answer.message || words.failed);
    setIsSure(false);
    await onChanged();
  };
  if (!UNCONNECTED.has(type))
    return (
      <>
        <Problem text={problem} />
        <button
          type="button"
          className={isSure ? "button-brand" : "button-quiet"}
          onClick={isSure ? act("disconnect") : () => setIsSure(true)}
        >
          {isSure ? ownNumber.sureDisconnect : ownNumber.disconnect}
        </button>
      </>
    );
  return (
    <>
      <label className="flex items-start gap-3 py-1">
        <input
          type="checkbox"
          checked={isRead}
          onChange={(event) => setIsRead(event.target.checked)}
          className="mt-1 size-5 shrink-0"
        />
        {ownNumber.understood}
      </label>
      <Problem text={problem} />
      <button type="button" className="button-brand" disabled={!isRead} onClick={act("connect")}>
        {type === "off" ? ownNumber.connect : ownNumber.again}
      </button>
    </>
  );
}

/** A code instead of the QR, for a phone that is also the screen. */
function CodeForm() {
  const words = useWords();
  const [problem, setProblem] = useState("");
  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answer = await post("/own-number/code", Object.fromEntries(new FormData(event.currentTarget)));
    setProblem(answer.ok ? "" : answer.message || words.failed);
  };
  return (
    <details>
      <summary className="min-h-9 py-1.5 font-semibold text-brand">{words.ownNumber.byCode}</summary>
      <form onSubmit={ask} className="flex flex-col gap-3 pt-2">
        <Field name="phone" label={words.ownNumber.phone} type="text" autoComplete="tel" />
        <Problem text={problem} />
        <button type="submit" className="button-quiet">
          {words.ownNumber.askCode}
        </button>
      </form>
    </details>
  );
}

function Warning({ lines }: { readonly lines: OwnNumberView["warning"] }) {
  const words = useWords();
  const language = useLanguage();
  return (
    <section className="rounded-2xl bg-notice p-4 text-on-notice">
      <h2 className="mb-2 font-bold text-lg">{words.ownNumber.readFirst}</h2>
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        {lines[language].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
