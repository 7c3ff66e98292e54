import type { Answer, Intent, Meaning, Picture, Reply, TalkSoFar } from "#flow";
import { backAt, isShopOpen, LATE_AT_OPENING_MS, LATE_MS } from "../../src/shop/call/call-times.ts";
import { isRunning } from "../../src/shop/order/order.ts";
import { numberFor } from "./call.ts";
import { callWords as words } from "./call.words.ts";
import { missedCallWords, type ToldBack } from "./missed-call.words.ts";
import { heldOff, promisedCall, settled } from "./promised-call.ts";

export { LATE_CALL } from "./promised-call.ts";

/** A call is wanted: it stands in the sellers' list from the first word on; the errand asks when, and which number. */
const wanted: Answer = {
  name: "callWanted",
  intents: ["request_call"],
  reply: (meaning, picture, talk) => {
    const { call, now } = picture;
    const { promisedAt } = call ?? {};
    const more = (meaning.date ?? meaning.time ?? meaning.phone) !== undefined;
    switch (meaning.aboutCall) {
      case "theirs":
        return { say: [words.theyCall(picture)], effects: settled };
      case "number":
        if (words.canCallUs(picture)) return whereToCall(picture, talk);
        if (!words.hasNumber(picture)) return noNumber(picture, talk);
        break;
      case "notNow":
        if (call) return { say: [], effects: heldOff(picture) };
        break;
      case "late":
        return late(meaning, picture, talk);
      case undefined:
        if (more || promisedAt === undefined) break;
        if (promisedAt <= now) return late(meaning, picture, talk);
        if (call?.kind === "asked") return { say: [words.stillPromised(promisedAt, picture)] };
    }
    const number = meaning.phone ?? numberFor(picture);
    // Who takes our offer to call back, or says when, has told why before.
    const reason = call ? "" : talk.words;
    const dueAt = backAt(picture.branches, now).at;
    const wish = { kind: "asked" as const, reason, dueAt, times: 0, ...(number ? { phone: number } : {}) };
    return { say: [], effects: [{ type: "askForCall", ...wish }] };
  },
};

/** "Ada nomor yang bisa dihubungi?": who may call us needs no call of ours, unless they want one. */
function whereToCall(picture: Picture, { busy }: TalkSoFar): Reply {
  if (busy) return { say: [words.ourNumber(picture)] };
  return { say: [], ask: words.ourNumberOrWe(picture), idle: true };
}

/** The shop has no number: who asks for one is not put on the list of calls for it. */
function noNumber(picture: Picture, { busy }: TalkSoFar): Reply {
  if (busy) return { say: [words.noNumber(picture)] };
  return { say: [], ask: words.noNumberOrWe(picture), idle: true };
}

/** "Kok belum ditelepon?": a promise of ours is kept the sooner, and said anew. */
function late({ phone }: Meaning, picture: Picture, talk: TalkSoFar): Reply {
  const { call, now } = picture;
  if (call?.promisedAt !== undefined && call.promisedAt > now)
    return { say: [words.notYetDue(call.promisedAt, picture)] };
  const number = phone ?? numberFor(picture);
  const reason = call ? "" : talk.words;
  const wish = { kind: "asked" as const, reason, times: 0, agreed: true, ...(number ? { phone: number } : {}) };
  const back = backAt(picture.branches, now);
  // The number is asked for before anything is promised.
  if (number === undefined || back.unknown)
    return { say: [words.sorryNotYet(picture)], effects: [{ type: "askForCall", ...wish, dueAt: now }] };
  const sorry = call && call.tries > 0 ? words.triedBefore(number, picture) : words.sorryNotYet(picture);
  const effects = back.soon
    ? promisedCall(wish, back.at, LATE_MS, now)
    : promisedCall(wish, back.at, LATE_AT_OPENING_MS);
  return { say: [`${sorry} ${words.callingAt(back, picture)}`], effects };
}

/** They called and nobody took it: told by who it is, and when we call back, once it is known where to. */
const missed: Answer = {
  name: "missedCall",
  intents: ["missed_call"],
  reply: ({ intents, phone }, picture, talk) => {
    if (intents.includes("request_call")) return undefined;
    const { call, now, branches } = picture;
    const told = call?.promisedAt;
    const stands = told !== undefined && told > now && call?.tries === 0;
    const back: ToldBack = stands ? { at: told, soon: false, told: true } : backAt(branches, now);
    const matter = matterOf(picture, talk);
    const wish = {
      kind: "missed" as const,
      reason: talk.words || (matter.type === "complaint" ? matter.words : ""),
      times: 0,
      ...(matter.type === "order" ? { orderId: matter.order.id } : {}),
    };
    if ((phone ?? numberFor(picture)) === undefined)
      return {
        say: [missedCallWords.hidden(matter, picture)],
        effects: [{ type: "askForCall", ...wish, dueAt: back.at }],
      };
    return {
      say: [],
      ask: missedCallWords.ask(matter, back, picture),
      effects: back.unknown
        ? [{ type: "askForCall", ...wish, dueAt: back.at }]
        : promisedCall(
            wish,
            back.at,
            back.soon || (stands && isShopOpen(branches, now)) ? LATE_MS : LATE_AT_OPENING_MS,
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
    const say = meaning.intents.includes("cancel_order") ? [] : [words.byChat(picture)];
    return { say, effects: picture.call ? settled : [] };
  },
};

const NOT_THE_CALL: ReadonlySet<Intent> = new Set<Intent>(["complain", "talk_to_human"]);

export const callAnswers: readonly Answer[] = [wanted, missed, byChat];

/** A promised call that nobody made yet: told once, unless somebody is at it. Who waits beyond closing is told of the opening. */
export function lateCall(picture: Picture): Pick<Reply, "say" | "effects"> | undefined {
  const { call, now, branches } = picture;
  if (!call || call.tries > 0 || call.takenBy !== undefined) return undefined;
  if ((call.promisedAt ?? now + 1) > now) return undefined;
  const back = backAt(branches, now);
  if (back.soon || back.unknown) return { say: [words.late(picture)] };
  const wish = { kind: "asked" as const, reason: "", times: 0, agreed: true };
  return {
    say: [`${words.sorryNotYet(picture)} ${words.callingAt(back, picture)}`],
    effects: promisedCall(wish, back.at, LATE_AT_OPENING_MS),
  };
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
