import type { Answer, Intent, Picture, TalkSoFar } from "#flow";
import { backAt, LATE_AT_OPENING_MS, LATE_MS } from "../../src/shop/call/call-times.ts";
import { isRunning } from "../../src/shop/order/order.ts";
import { numberFor } from "./call.ts";
import { callWords as words } from "./call.words.ts";
import { missedCallWords } from "./missed-call.words.ts";
import { promisedCall } from "./promised-call.ts";

export { LATE_CALL } from "./promised-call.ts";

/** A call is wanted: it stands in the sellers' list from the first word on; the errand asks when, and which number. */
const wanted: Answer = {
  name: "callWanted",
  intents: ["request_call"],
  reply: ({ date, time, phone }, picture, talk) => {
    const { call, now } = picture;
    const { at } = backAt(picture.branches, now);
    if (call?.kind === "asked" && (call.promisedAt ?? 0) > now && (date ?? time ?? phone) === undefined)
      return { say: [words.stillPromised(call.promisedAt ?? at, picture)] };
    const number = phone ?? numberFor(picture);
    return {
      say: [],
      effects: [
        {
          type: "askForCall",
          kind: "asked",
          // Who takes our offer to call back says nothing of their own.
          reason: call?.kind === "missed" ? "" : talk.words,
          dueAt: at,
          times: 0,
          ...(number ? { phone: number } : {}),
        },
      ],
    };
  },
};

/** They called and nobody took it: told by who it is, and when we call back. */
const missed: Answer = {
  name: "missedCall",
  intents: ["missed_call"],
  reply: ({ intents }, picture, talk) => {
    if (intents.includes("request_call")) return undefined;
    const promised = picture.call?.promisedAt;
    const back =
      promised !== undefined && promised > picture.now && picture.call?.tries === 0
        ? { at: promised, soon: false }
        : backAt(picture.branches, picture.now);
    const matter = matterOf(picture, talk);
    const orderId = matter.type === "order" ? matter.order.id : undefined;
    return {
      say: [],
      ask: missedCallWords.ask(matter, back, picture),
      effects: promisedCall(
        {
          kind: "missed",
          reason: talk.words || (matter.type === "complaint" ? matter.words : ""),
          times: 0,
          ...(orderId ? { orderId } : {}),
        },
        back.at,
        back.soon ? LATE_MS : LATE_AT_OPENING_MS,
      ),
    };
  },
};

/** "Lewat chat aja": nobody needs to call. Said beside an errand, that goes on. */
const byChat: Answer = {
  name: "byChat",
  intents: ["deny"],
  reply: (meaning, picture) => {
    if (!meaning.byChat || meaning.intents.some((intent) => NOT_THE_CALL.has(intent))) return undefined;
    return { say: [words.byChat(picture)], effects: picture.call ? [{ type: "settleCalls" }] : [] };
  },
};

const NOT_THE_CALL: ReadonlySet<Intent> = new Set<Intent>(["complain", "talk_to_human"]);

export const callAnswers: readonly Answer[] = [wanted, missed, byChat];

/** A promised call that nobody made yet: told once, unless somebody is at it. */
export function lateCall(picture: Picture): string | undefined {
  const { call, now } = picture;
  if (!call || call.tries > 0 || call.takenBy !== undefined) return undefined;
  return (call.promisedAt ?? now + 1) <= now ? words.late(picture) : undefined;
}

/** What a caller most likely calls about. */
export type CallMatter =
  | { readonly type: "complaint"; readonly words: string; readonly order?: Picture["orders"][number] }
  | { readonly type: "order"; readonly order: Picture["orders"][number] }
  | { readonly type: "basket"; readonly gist: string }
  | { readonly type: "known" | "stranger" };

/** A complaint is on one's mind for so long. */
const COMPLAINT_MS = 3 * 24 * 3_600_000;

function matterOf(picture: Picture, { complaint, open }: TalkSoFar): CallMatter {
  const order = picture.orders.find(isRunning);
  if (complaint && picture.now - complaint.at < COMPLAINT_MS)
    return { type: "complaint", words: complaint.words, ...(order ? { order } : {}) };
  // The latest thing they did is what they call about.
  if (open && (!order || open.at > order.placedAt)) return { type: "basket", gist: open.gist };
  if (order) return { type: "order", order };
  return { type: picture.orders.length > 0 || picture.customer.name !== undefined ? "known" : "stranger" };
}
