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
      <h2 className="flex items-center gap-2 bg-notice px-4 py-2.5 font-bold text-on-notice">
        <ReceiptIcon />
        {title}
      </h2>
      <p className="whitespace-pre-wrap px-4 pt-3 pb-1 [overflow-wrap:anywhere]">{lines.join("\n").trim()}</p>
      <p className="px-4 pb-2 text-right text-soft text-xs">{clockTime(message.at)}</p>
      <div className="receipt-edge" aria-hidden="true" />
    </article>
  );
}

function ReceiptIcon() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className="size-5 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      <path d="M4 2.5h12v15l-2.4-1.6-2.4 1.6-2.4-1.6-2.4 1.6L4 17.5z" strokeLinejoin="round" />
      <path d="M7 6.5h6M7 10h6" strokeLinecap="round" />
    </svg>
  );
}
