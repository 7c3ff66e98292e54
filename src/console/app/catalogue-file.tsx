import { useRef, useState } from "react";
import type { ImportReport } from "../../shop/catalogue/import-report.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";

const MOST_BYTES = 6 * 1024 * 1024;
const MOST_LINES = 40;

interface Chosen {
  readonly format: "json" | "csv";
  readonly text: string;
  readonly name: string;
}

/** The catalogue out to a file and back: what a file would change is shown row by row before anything does. */
export function CatalogueFile({ onChanged }: { readonly onChanged: () => Promise<void> }) {
  const words = useWords();
  const { file } = words.edit;
  const [chosen, setChosen] = useState<Chosen>();
  const [report, setReport] = useState<ImportReport>();
  const [problem, setProblem] = useState("");
  const picker = useRef<HTMLInputElement>(null);
  const bring = async (source: Chosen, dryRun: boolean) => {
    const { format, text } = source;
    const answer = await post<ImportReport>("/catalogue/file", { format, text, dryRun });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    setReport(answer.ok ? answer.data : undefined);
    if (answer.ok && !dryRun) await onChanged();
  };
  const pick = async (picked: File | undefined) => {
    setReport(undefined);
    setChosen(undefined);
    if (picked === undefined) return;
    if (picked.size > MOST_BYTES) return setProblem(file.tooLarge);
    const source: Chosen = {
      format: /\.csv$/i.test(picked.name) ? "csv" : "json",
      text: await picked.text(),
      name: picked.name,
    };
    setChosen(source);
    await bring(source, true);
  };
  return (
    <section aria-label={file.title} className="card mt-6 flex flex-col gap-3 p-4">
      <h2 className="font-bold text-lg">{file.title}</h2>
      <p className="text-soft">{file.hint}</p>
      <div className="flex flex-wrap gap-2">
        <a href="/console/api/catalogue/file" download="katalog.json" className="button-quiet">
          {file.export}
        </a>
        <button type="button" onClick={() => picker.current?.click()} className="button-quiet">
          {file.import}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,.csv,application/json,text/csv"
          aria-label={file.pick}
          className="sr-only"
          tabIndex={-1}
          onChange={({ currentTarget }) => {
            void pick(currentTarget.files?.[0]);
            currentTarget.value = "";
          }}
        />
      </div>
      {problem !== "" && <Problem text={problem} />}
      {chosen && <p className="font-semibold">{chosen.name}</p>}
      {chosen && report === undefined && problem === "" && <p className="text-soft">{file.check}</p>}
      {report && <Report report={report} />}
      {chosen && report?.dryRun && report.problems.length === 0 && report.changes.length > 0 && (
        <button type="button" onClick={() => bring(chosen, false)} className="button-brand self-start">
          {file.bring}
        </button>
      )}
    </section>
  );
}

function Report({ report: { problems, notes, changes, unchanged, dryRun } }: { readonly report: ImportReport }) {
  const { file } = useWords().edit;
  const withdrawn = changes.filter(({ what }) => what === "withdrawn").length;
  return (
    <div className="flex flex-col gap-2 text-sm [overflow-wrap:anywhere]">
      <p role="status" className={problems.length > 0 ? "font-semibold text-alarm" : "font-semibold"}>
        {problems.length > 0
          ? file.wrong(problems.length)
          : changes.length === 0
            ? file.nothing
            : dryRun
              ? file.changes(changes.length, unchanged)
              : file.done(changes.length)}
      </p>
      {dryRun && withdrawn > 0 && <p className="text-alarm">{file.withdraws(withdrawn)}</p>}
      <Lines
        lines={[...problems, ...notes].map(
          ({ row, field, what, fix }) => `${[row, field].filter(Boolean).join(", ")}: ${what} → ${fix}`,
        )}
      />
      <Lines
        lines={changes.map(
          ({ kind, key, name, what, fields }) =>
            `${file.kinds[kind]} ${name || key} (${key}): ${file.what[what]}${fields.length > 0 ? ` · ${fields.join(", ")}` : ""}`,
        )}
      />
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const { file } = useWords().edit;
  if (lines.length === 0) return null;
  return (
    <ul className="list-disc pl-5">
      {[...new Set(lines)].slice(0, MOST_LINES).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > MOST_LINES && <li>{file.more(lines.length - MOST_LINES)}</li>}
    </ul>
  );
}
