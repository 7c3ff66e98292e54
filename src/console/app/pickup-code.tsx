import { type FormEvent, useRef, useState } from "react";
import type { FoundByCode } from "../order-views.ts";
import { CodeCamera } from "./code-camera.tsx";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { addressOf, goTo } from "./route.ts";

/** Somebody stands at the counter: their code, typed or scanned, opens the order to hand over. */
export function PickupCode() {
  const words = useWords();
  const { code: said } = words.orderDesk;
  const dialog = useRef<HTMLDialogElement>(null);
  const [code, setCode] = useState("");
  const [isScanning, setIsScanning] = useState(false);
  const [problem, setProblem] = useState("");
  const close = () => {
    setIsScanning(false);
    dialog.current?.close();
  };
  const find = async (typed: string) => {
    setIsScanning(false);
    const answer = await post<FoundByCode>("/orders/by-code", { code: typed });
    if (!answer.ok) return setProblem(answer.message || words.failed);
    const { id, isReady, message } = answer.data;
    if (!isReady) return setProblem(message ?? words.failed);
    close();
    setCode("");
    goTo(`${addressOf("orders", id)}#${encodeURIComponent(typed)}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== "") void find(code.trim());
  };
  return (
    <>
      <button
        type="button"
        className="button-brand px-4 text-sm"
        onClick={() => {
          setProblem("");
          dialog.current?.showModal();
        }}
      >
        {said.title}
      </button>
      <dialog ref={dialog} aria-label={said.title} className="sheet" onClose={() => setIsScanning(false)}>
        <form onSubmit={submit} className="flex max-h-[90dvh] flex-col gap-4 overflow-y-auto p-5">
          <h2 className="font-bold text-xl">{said.title}</h2>
          <label className="flex flex-col gap-1 font-semibold">
            {said.label}
            <input
              value={code}
              onChange={(event) => setCode(event.target.value.toUpperCase())}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={12}
              className="field py-3 text-center font-bold font-mono text-3xl tracking-[0.3em]"
            />
          </label>
          <p className="text-soft text-sm">{said.hint}</p>
          <Problem text={problem} />
          {isScanning && <CodeCamera onCode={find} />}
          <div className="flex flex-wrap justify-end gap-2">
            <button type="button" className="button-quiet" onClick={close}>
              {words.orderDesk.cancel}
            </button>
            <button type="button" className="button-quiet" onClick={() => setIsScanning(!isScanning)}>
              {isScanning ? said.stop : said.scan}
            </button>
            <button type="submit" className="button-brand" disabled={code.trim() === ""}>
              {said.find}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
