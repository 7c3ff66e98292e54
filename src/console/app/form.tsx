import { type ReactNode, useId } from "react";
import { LanguageSwitch, useWords } from "./language.tsx";
import { useTitle } from "./use-title.ts";

/** A card in the middle of the page, under the awning: for those who stand at the door. */
export function DoorCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useTitle(useWords().console);
  return (
    <main className="flex min-h-full flex-col items-center gap-4 px-4 py-10">
      <div className="card w-full max-w-sm overflow-hidden">
        <div className="awning" aria-hidden="true" />
        <div className="p-6 pt-4">
          <h1 className="mb-4 font-bold text-2xl">{title}</h1>
          {children}
        </div>
      </div>
      <LanguageSwitch />
    </main>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: "text" | "password" | "search" | "tel";
  readonly autoComplete?: string;
}

/** A labelled field, with what to know before filling it in. */
export function Field({ name, label, hint, type = "text", autoComplete = "off" }: FieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type={type}
        required
        autoComplete={autoComplete}
        autoCapitalize="none"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="field"
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-soft text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}

/** What went wrong, read out when it appears. */
export function Problem({ text }: { readonly text: string }) {
  return (
    <p role="alert" className={text === "" ? "sr-only" : "rounded-xl bg-alarm-soft px-3 py-2 text-alarm"}>
      {text}
    </p>
  );
}
