/** Keeps the console's shell for a phone without a signal. Without HTTPS a browser offers no workers, and all else works. */
export function startServiceWorker(): void {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  navigator.serviceWorker
    .register("/console/sw.js", { scope: "/console", updateViaCache: "none" })
    .catch(() => undefined);
}

/** The worker once it is at work; undefined where this browser has none. */
export async function readyWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!("serviceWorker" in navigator)) return undefined;
  const known = await navigator.serviceWorker.getRegistration("/console");
  return known && navigator.serviceWorker.ready;
}

/** Who signs out is pushed nothing more on this device: the push service then tells the shop so. */
export async function endPushes(): Promise<void> {
  const worker = await readyWorker();
  const own = await worker?.pushManager?.getSubscription();
  await own?.unsubscribe();
}
