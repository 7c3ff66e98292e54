import { useState } from "react";
import type { AttachmentView } from "../views.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";

interface MediaItemProps {
  readonly eventId: string;
  readonly index: number;
  readonly attachment: AttachmentView;
}

/** A file that came with a message: a picture, something to play, or something to open; or why it can't be had. */
export function MediaItem({ eventId, index, attachment }: MediaItemProps) {
  const words = useWords();
  const [problem, setProblem] = useState<Problem>();
  const { kind, name, isThere } = attachment;
  const url = `/console/api/media/${eventId}/${index}`;
  const said = words.attachments[kind] ?? kind;
  const label = name === undefined ? said : `${said}: ${name}`;
  if (!isThere) return <p className="text-soft italic">[{label}]</p>;
  if (problem !== undefined)
    return (
      <p className="text-sm italic">
        [{label}] {words.media[problem]}{" "}
        {problem === "away" && (
          <button type="button" className="link-quiet min-h-8" onClick={() => setProblem(undefined)}>
            {words.again}
          </button>
        )}
      </p>
    );
  const askWhy = async () => setProblem((await problemAt(url)) ?? "unreadable");
  if (kind === "photo" || kind === "sticker")
    return (
      <a href={url} target="_blank" rel="noreferrer" className="my-1 block">
        <img src={url} alt={label} loading="lazy" onError={askWhy} className="max-h-72 min-h-24 rounded-xl" />
      </a>
    );
  if (kind === "voice" || kind === "audio")
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said
      <audio src={url} controls preload="none" aria-label={label} onError={askWhy} className="my-1 w-64 max-w-full" />
    );
  if (kind === "video")
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said
      <video
        src={url}
        controls
        preload="none"
        aria-label={label}
        onError={askWhy}
        className="my-1 max-h-72 rounded-xl"
      />
    );
  const open = async () => {
    const found = await problemAt(url);
    if (found === undefined) window.location.assign(url);
    else setProblem(found);
  };
  return (
    <p className="my-1 flex flex-wrap items-center gap-2">
      <span className="[overflow-wrap:anywhere]">{label}</span>
      <button type="button" className="button-quiet px-3 text-sm" onClick={open}>
        {words.media.open}
      </button>
    </p>
  );
}

type Problem = Exclude<keyof Dictionary["media"], "open">;

const PROBLEMS: Readonly<Record<number, Problem>> = { 404: "gone", 410: "gone", 413: "tooLarge" };

/** Why a file can't be had; undefined where it can. */
async function problemAt(url: string): Promise<Problem | undefined> {
  try {
    const { ok, status } = await fetch(url, { method: "HEAD" });
    return ok ? undefined : (PROBLEMS[status] ?? "away");
  } catch {
    return "away";
  }
}
