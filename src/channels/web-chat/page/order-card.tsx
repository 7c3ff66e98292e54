import { encode } from "uqr";
import type { ShownMessage } from "./merge-thread.ts";
import { clockTime, words } from "./page.words.ts";

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
      {message.pickupCode !== undefined && <PickupQr code={message.pickupCode} />}
      <p className="px-4 pb-2 text-right text-soft text-xs">{clockTime(message.at)}</p>
      <div className="receipt-edge" aria-hidden="true" />
    </article>
  );
}

/** The pickup code for the shop's camera, dark on white in either colour scheme. */
function PickupQr({ code }: { readonly code: string }) {
  const { data, size } = encode(code, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <figure className="flex flex-col items-center gap-1 px-4 py-2">
      <svg
        role="img"
        aria-label={words.pickupQr(code)}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="w-36 rounded-xl"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption className="text-center text-soft text-sm">{words.showQr}</figcaption>
    </figure>
  );
}
