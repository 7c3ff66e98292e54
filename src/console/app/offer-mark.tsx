import type { OfferMark } from "../order-views.ts";
import { useWords } from "./language.tsx";
import { sayAge } from "./say.ts";
import { useNow } from "./use-now.ts";

const LOOKS: Readonly<Record<OfferMark["state"], string>> = {
  open: "bg-notice text-on-notice",
  accepted: "bg-leaf-soft text-leaf",
  refused: "bg-alarm-soft text-alarm",
  failed: "bg-alarm-soft text-alarm",
};

/** How it stands with what was offered in place of something. */
export function OfferMarkLabel({ mark: { state, at } }: { readonly mark: OfferMark }) {
  const words = useWords();
  const now = useNow();
  const since = state === "open" ? ` · ${sayAge(at, now, words)}` : "";
  return (
    <span className={`w-fit rounded-full px-2.5 py-0.5 font-semibold text-xs ${LOOKS[state]}`}>
      {words.offer.marks[state]}
      {since}
    </span>
  );
}
