import { useRef, useState } from "react";
import { put } from "./console-api.ts";
import { SureButton } from "./edit-form.tsx";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { base64Of, shrinkPicture } from "./shrink-picture.ts";

interface PhotoFieldProps {
  readonly sku: string;
  readonly name: string;
  readonly photoId: string | undefined;
  readonly onChanged: () => Promise<void>;
}

/** A product's picture, made small here before it is sent. */
export function PhotoField({ sku, name, photoId, onChanged }: PhotoFieldProps) {
  const { edit, failed } = useWords();
  const { product: words } = edit;
  const [problem, setProblem] = useState("");
  const picker = useRef<HTMLInputElement>(null);
  const write = async (data: string | null) => {
    const answer = await put(`/catalogue/products/${encodeURIComponent(sku)}/photo`, { seen: photoId ?? null, data });
    setProblem(answer.ok ? "" : answer.message || failed);
    await onChanged();
  };
  const pick = async (file: File | undefined) => {
    if (file === undefined) return;
    const url = await shrinkPicture(file);
    if (url === undefined) setProblem(words.badPhoto);
    else await write(base64Of(url));
  };
  return (
    <section aria-label={words.photo} className="card flex flex-wrap items-center gap-4 p-4">
      {photoId === undefined ? (
        <p className="text-soft">{words.noPhoto}</p>
      ) : (
        <img
          src={`/console/api/photos/${photoId}`}
          alt={words.photoOf(name)}
          className="size-32 rounded-xl object-cover"
        />
      )}
      <div className="flex flex-wrap gap-2">
        <button type="button" onClick={() => picker.current?.click()} className="button-quiet">
          {words.pickPhoto}
        </button>
        {photoId !== undefined && <SureButton label={edit.remove} onSure={() => void write(null)} />}
      </div>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        aria-label={words.pickPhoto}
        tabIndex={-1}
        className="sr-only"
        onChange={({ currentTarget }) => {
          void pick(currentTarget.files?.[0]);
          currentTarget.value = "";
        }}
      />
      {problem !== "" && <Problem text={problem} />}
    </section>
  );
}
