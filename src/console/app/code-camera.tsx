import { useEffect, useRef, useState } from "react";
import { useWords } from "./language.tsx";

const LOOK_MS = 250;

/** Some browsers read codes from pictures by themselves. */
interface CodeReader {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

/** The camera's picture, until a QR code is seen in it. Where the browser cannot, it says so. */
export function CodeCamera({ onCode }: { readonly onCode: (code: string) => void }) {
  const { code: words } = useWords().orderDesk;
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef(onCode);
  tell.current = onCode;
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    const reader = codeReader();
    let stream: MediaStream | undefined;
    let looking: ReturnType<typeof setInterval> | undefined;
    let isOver = false;
    const stop = () => {
      isOver = true;
      clearInterval(looking);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const look = async () => {
      if (reader === undefined || video.current === null || video.current.readyState < 2) return;
      const [seen] = await reader.detect(video.current).catch(() => []);
      if (isOver || seen === undefined || seen.rawValue === "") return;
      stop();
      tell.current(seen.rawValue.slice(0, 40));
    };
    const start = async () => {
      if (reader === undefined || navigator.mediaDevices === undefined) return setIsAway(true);
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
        if (isOver || video.current === null) return stop();
        video.current.srcObject = stream;
        looking = setInterval(look, LOOK_MS);
      } catch {
        setIsAway(true);
      }
    };
    void start();
    return stop;
  }, []);
  if (isAway) return <p role="status">{words.noCamera}</p>;
  return (
    <figure className="flex flex-col gap-1">
      <video ref={video} autoPlay muted playsInline className="max-h-72 w-full rounded-xl bg-ink object-cover" />
      <figcaption className="text-soft text-sm">{words.aim}</figcaption>
    </figure>
  );
}

function codeReader(): CodeReader | undefined {
  if (!("BarcodeDetector" in window)) return undefined;
  // The browser's own class, for which TypeScript has no type yet.
  const Detector = window.BarcodeDetector as new (options: { formats: string[] }) => CodeReader;
  try {
    return new Detector({ formats: ["qr_code"] });
  } catch {
    return undefined;
  }
}
