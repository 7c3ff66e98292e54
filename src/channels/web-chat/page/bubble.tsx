import type { ShownMessage } from "./merge-thread.ts";
import { OrderCard } from "./order-card.tsx";
import { clockTime, words } from "./page.words.ts";

/** One thing said. */
export function Bubble({ message, isContinued }: { readonly message: ShownMessage; readonly isContinued: boolean }) {
  if (message.renewed) return <RenewedCard text={message.text} />;
  if (message.order) return <OrderCard message={message} />;
  const isOwn = message.from === "customer";
  return (
    <div className={`flex ${isOwn ? "justify-end" : "justify-start"} ${isContinued ? "mt-1" : "mt-3"}`}>
      <div
        className={`max-w-[84%] rounded-2xl px-3.5 py-2 ${
          isOwn ? "rounded-br-md bg-own text-on-own" : "rounded-bl-md border border-line bg-surface shadow-card"
        }`}
      >
        <span className="sr-only">{isOwn ? words.you : words.shop}: </span>
        {message.from === "staff" && !isContinued && <p className="font-bold text-leaf text-xs">{words.seller}</p>}
        {message.picture && (
          <a href={pictureOf(message)} target="_blank" rel="noreferrer" className="my-1 block">
            <img src={pictureOf(message)} alt={words.picture} className="max-h-72 min-h-24 rounded-xl" />
          </a>
        )}
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{message.text}</p>
        {message.location && (
          <a
            href={`https://www.google.com/maps?q=${message.location.latitude},${message.location.longitude}`}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-9 items-center font-semibold text-brand underline"
          >
            📍 {words.map}
          </a>
        )}
        <p className={`mt-0.5 text-right text-xs ${isOwn ? "text-on-own" : "text-soft"}`}>{clockTime(message.at)}</p>
      </div>
    </div>
  );
}

function pictureOf({ id }: ShownMessage): string {
  return `/chat/pictures/${encodeURIComponent(id)}`;
}

/** Three dots while an answer is on its way. */
export function TypingBubble() {
  return (
    <div className="mt-3 flex">
      <div className="flex gap-1.5 rounded-2xl rounded-bl-md border border-line bg-surface px-4 py-3.5 shadow-card">
        <span className="sr-only">{words.typing}</span>
        {[0, 150, 300].map((delay) => (
          <span
            key={delay}
            className="size-2 animate-bounce rounded-full bg-soft"
            style={{ animationDelay: `${delay}ms` }}
          />
        ))}
      </div>
    </div>
  );
}

function RenewedCard({ text }: { readonly text: string }) {
  const [title] = text.split("\n");
  return (
    <p className="mx-auto mt-3 w-fit max-w-[84%] truncate rounded-full border border-line border-dashed px-3 py-1 text-soft text-xs">
      {title} · {words.renewed}
    </p>
  );
}
