import { useCallback, useEffect, useRef, useState } from "react";
import { get, post } from "./console-api.ts";
import { live, type Topic } from "./live-stream.ts";

/** Something read from the server, kept fresh. */
export interface Read<T> {
  readonly data: T | undefined;
  /** Set while the last reading failed */
  readonly problem: { readonly status: number; readonly message: string } | undefined;
  /** Resolves once what is shown is at least as new as this asking. */
  reload(): Promise<void>;
}

const GATHER_MS = 200;
const POLL_MS = 30_000;

/**
 * Reads `path`, and again whenever one of `topics` changes (of one thing alone where `id` is given). No path, no reading.
 * `words` to look for go in the body, where no log keeps them.
 */
export function useRead<T>(
  path: string | undefined,
  topics: readonly Topic[] = [],
  id?: string,
  words?: string,
): Read<T> {
  const [state, setState] = useState<{ of?: string; data?: T; problem?: Read<T>["problem"] }>({});
  const of = `${path} ${words ?? ""}`;
  const latest = useRef<{ turn: number; reading?: Promise<void> }>({ turn: 0 });
  const reload = useCallback(() => {
    latest.current.turn += 1;
    const { turn } = latest.current;
    const read = async (): Promise<void> => {
      if (path === undefined) return;
      const answer = await (words === undefined ? get<T>(path) : post<T>(path, { words }));
      // An older answer that comes late must not cover a newer one.
      if (turn !== latest.current.turn) return latest.current.reading;
      if (answer.ok) setState({ of, data: answer.data });
      else setState((known) => ({ ...(known.of === of ? known : {}), of, problem: answer }));
    };
    const reading = read();
    latest.current.reading = reading;
    return reading;
  }, [path, words, of]);
  useEffect(() => void reload(), [reload]);
  const watched = topics.join();
  useEffect(() => {
    if (watched === "") return;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = live.subscribe((topic, changed) => {
      if (
        !watched.includes(topic) ||
        (id !== undefined && topic === "conversation" && changed !== id && changed !== "")
      )
        return;
      // In a busy shop much changes at once: it is read in one go, yet never put off for longer than this.
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void reload();
      }, GATHER_MS);
    });
    const poll = setInterval(reload, POLL_MS);
    return () => {
      clearTimeout(gathering);
      clearInterval(poll);
      unsubscribe();
    };
  }, [id, reload, watched]);
  const isCurrent = state.of === of;
  return { data: isCurrent ? state.data : undefined, problem: isCurrent ? state.problem : undefined, reload };
}
