import { useCallback, useState } from "react";
import type { DraftStep } from "../phone-draft.ts";
import type { PhoneDraftView } from "../views.ts";
import { post } from "./console-api.ts";
import { useWords } from "./language.tsx";

/** An order being written down, as the server hears it, step by step. */
export function useOrderDraft(conversation: string | undefined) {
  const words = useWords();
  const [view, setView] = useState<PhoneDraftView>();
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const act = useCallback(
    async <T extends { readonly ok: boolean; readonly message?: string }>(work: () => Promise<T>) => {
      setIsBusy(true);
      const answer = await work();
      setProblem(answer.ok ? "" : answer.message || words.failed);
      setIsBusy(false);
      return answer;
    },
    [words],
  );
  const hear = useCallback(
    async (draft: unknown, step: DraftStep) => {
      const answer = await act(() => post<PhoneDraftView>("/phone-orders/hear", { conversation, draft, step }));
      if (answer.ok) setView(answer.data);
      return answer.ok && answer.data.understood;
    },
    [act, conversation],
  );
  const step = (taken: DraftStep) => hear(view?.draft, taken);
  return { view, setView, problem, setProblem, isBusy, act, hear, step };
}
