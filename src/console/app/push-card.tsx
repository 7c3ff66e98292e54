import { useEffect, useState } from "react";
import type { PushView } from "../push-view.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { readyWorker } from "./service-worker.ts";
import { useRead } from "./use-read.ts";

/** Notifications in this browser, for whoever is signed in. */
export function PushCard() {
  const words = useWords();
  const { push } = words.live;
  const { data, reload } = useRead<PushView>("/push");
  const [own, setOwn] = useState<PushSubscription | null>();
  const [problem, setProblem] = useState("");
  useEffect(() => {
    void ownSubscription().then(setOwn);
  }, []);
  const turnOn = async () => {
    if (data === undefined) return;
    const made = await subscribe(data.key);
    if (typeof made === "string") return setProblem(push[made]);
    const answer = await post("/push", keysOf(made));
    setProblem(answer.ok ? "" : answer.message || words.failed);
    setOwn(answer.ok ? made : null);
    await reload();
  };
  const turnOff = async () => {
    if (!own) return;
    await own.unsubscribe();
    const answer = await post("/push/remove", { endpoint: own.endpoint });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    setOwn(null);
    await reload();
  };
  return (
    <section aria-label={push.title} className="card flex flex-col items-start gap-2 p-4">
      <h2 className="font-bold text-lg">{push.title}</h2>
      <p className="text-soft">{push.hint}</p>
      <p role="status" className="font-semibold text-leaf">
        {own ? push.isOn : ""}
        {!own && data !== undefined && data.devices > 0 ? push.devices(data.devices) : ""}
      </p>
      <Problem text={problem} />
      {own ? (
        <button type="button" className="button-quiet px-4" onClick={turnOff}>
          {push.off}
        </button>
      ) : (
        <button type="button" className="button-brand px-4" onClick={turnOn} disabled={data === undefined}>
          {push.on}
        </button>
      )}
      <p className="text-soft text-sm">{push.install}</p>
    </section>
  );
}

async function ownSubscription(): Promise<PushSubscription | null> {
  const worker = await readyWorker();
  return (await worker?.pushManager?.getSubscription()) ?? null;
}

async function subscribe(key: string): Promise<PushSubscription | "denied" | "unable"> {
  const worker = await readyWorker();
  if (!worker?.pushManager || !("Notification" in window)) return "unable";
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  const options = { userVisibleOnly: true, applicationServerKey: bytesOf(key) };
  try {
    return await worker.pushManager.subscribe(options);
  } catch {
    return "unable";
  }
}

function keysOf(subscription: PushSubscription) {
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
