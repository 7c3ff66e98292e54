import type { ShownMessage } from "./merge-thread.ts";
import { clockTime } from "./page.words.ts";

/** An order as a little receipt: its number first, then what was agreed. */
export function OrderCard({ message }: { readonly message: ShownMessage }) {
  const [title = "", ...lines] = message.text.split("\n");
  return (
    <article
      aria-label={title}
      className="mx-auto mt-4 max-w-sm overflow-hidden rounded-t-2xl border border-line border-b-0 bg-surface shadow-card"
    >
      <h2 className="bg-notice px-4 py-2.5 font-bold text-on-notice">{title}</h2>
      <p className="whitespace-pre-wrap px-4 pt-3 pb-1 [overflow-wrap:anywhere]">{lines.join("\n").trim()}</p>
      <p className="px-4 pb-2 text-right text-soft text-xs">{clockTime(message.at)}</p>
      <div className="receipt-edge" aria-hidden="true" />
    </article>
  );
}
