import { Fragment, useLayoutEffect, useMemo, useRef } from "react";
import { Bubble, TypingBubble } from "./bubble.tsx";
import type { ChatSnapshot } from "./chat-session.ts";
import { Choices } from "./choices.tsx";
import { markRenewed, type ShownMessage } from "./merge-thread.ts";
import { dayName, words } from "./page.words.ts";
import { UnsentBubble } from "./unsent-bubble.tsx";

interface MessageListProps {
  readonly chat: ChatSnapshot;
  readonly shopName: string;
  readonly onChoice: (question: string, choice: { readonly id: string; readonly label: string }) => void;
  readonly onLocation: (latitude: number, longitude: number) => void;
  readonly onEarlier: () => void;
  readonly onAgain: (id: string) => void;
  readonly onDrop: (id: string) => void;
}

/** Distance from the end, in pixels, within which the reader is taken along to new messages. */
const NEAR_END = 160;

/** The talk so far, what can be tapped, and what is still on its way. */
export function MessageList({ chat, shopName, onChoice, onLocation, onEarlier, onAgain, onDrop }: MessageListProps) {
  const { thread, unsent, ready } = chat;
  const messages = useMemo(() => markRenewed(thread.messages), [thread.messages]);
  const { region, follow } = useFollowedEnd(messages.length + unsent.length, thread.working);
  const isChoosing = unsent.some(({ type, refused }) => type === "choice" && refused === undefined);
  const now = Date.now();
  return (
    <div
      ref={region}
      // A picture takes its place only once it is there.
      onLoadCapture={follow}
      className="flex-1 overflow-y-auto overscroll-contain px-3 py-4"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      role="log"
      aria-live="polite"
      aria-label={words.thread(shopName)}
    >
      {thread.earlier && (
        <p className="pb-3 text-center">
          <button type="button" className="button-quiet text-sm" onClick={onEarlier}>
            {words.earlier}
          </button>
        </p>
      )}
      {!ready && <p className="py-10 text-center text-soft">{words.loading}</p>}
      {messages.map((message, index) => (
        <Fragment key={message.id}>
          {startsDay(messages, index) && <DayMark text={dayName(message.at, now)} />}
          <Bubble message={message} isContinued={continues(messages, index)} />
          {thread.holder !== "person" && offers(message, thread.question) && (
            <Choices
              choices={message.choices}
              wantsLocation={message.request === "location"}
              isQuiet={message.order}
              isDisabled={isChoosing}
              onChoice={(choice) => onChoice(message.id, choice)}
              onLocation={onLocation}
            />
          )}
        </Fragment>
      ))}
      {unsent.map((said) => (
        <UnsentBubble key={said.id} said={said} isOnline={chat.online} onAgain={onAgain} onDrop={onDrop} />
      ))}
      {thread.working && chat.online && <TypingBubble />}
    </div>
  );
}

function DayMark({ text }: { readonly text: string }) {
  return <p className="mx-auto my-3 w-fit rounded-full bg-sunk px-3 py-0.5 font-semibold text-soft text-xs">{text}</p>;
}

/** Only the open question and the order cards that still stand can be tapped: an old question's answer would be no answer. */
function offers(message: ShownMessage, question: string | undefined): boolean {
  return message.id === question || (message.order && !message.renewed);
}

function startsDay(messages: readonly ShownMessage[], index: number): boolean {
  const day = (message: ShownMessage | undefined) => message && new Date(message.at).toDateString();
  return day(messages[index]) !== day(messages[index - 1]);
}

function continues(messages: readonly ShownMessage[], index: number): boolean {
  const before = messages[index - 1];
  return before !== undefined && before.from === messages[index]?.from && !before.order && !startsDay(messages, index);
}

/** Keeps the end in sight while the reader is near it; someone reading back is left alone. */
function useFollowedEnd(length: number, isWorking: boolean) {
  const region = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  const follow = () => {
    const list = region.current;
    if (list === null) return;
    const last = list.lastElementChild;
    const hidden = list.scrollHeight - list.scrollTop - list.clientHeight;
    const added = last instanceof HTMLElement ? last.offsetHeight : 0;
    if (isFirst.current || hidden < NEAR_END + list.clientHeight / 2 + added) list.scrollTop = list.scrollHeight;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when something was added
  useLayoutEffect(() => {
    follow();
    if (length > 0) isFirst.current = false;
  }, [length, isWorking]);
  return { region, follow };
}
