import { useSyncExternalStore } from "react";

let isAway = !navigator.onLine;
const listeners = new Set<() => void>();

addEventListener("offline", () => noteSignal(false));

/** Keeps whether the last request reached the shop. */
export function noteSignal(reached: boolean): void {
  if (isAway === !reached) return;
  isAway = !reached;
  for (const listener of listeners) listener();
}

/** Whether the shop cannot be reached now. */
export function useIsAway(): boolean {
  return useSyncExternalStore(subscribe, () => isAway);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
