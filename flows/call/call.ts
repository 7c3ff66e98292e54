import { z } from "zod";
import { type Ask, flow, type Known, type Meaning, NOTHING, type Picture } from "#flow";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import { momentOf, offeredTimes } from "../../src/shop/call/call-times.ts";
import { callWords as words } from "./call.words.ts";
import { promisedCall } from "./promised-call.ts";

const When = z.object({ soon: z.boolean().optional(), day: z.string().optional(), time: z.string().optional() });
type When = z.infer<typeof When>;

// A shop may leave out questions of an order; these are not among them.
const slots = { callAt: When, callPhone: z.string() };
type Call = Known<typeof slots>;

/** Somebody wants to be called: when, and on which number. It comes in between other errands and leaves them as they were. */
export const call = flow({
  name: "call",
  slots,
  passing: true,
  opens: (meaning, picture) => (wantsCall(meaning) && !isAgreed(meaning, picture) ? {} : undefined),
  interrupts: (meaning) => (wantsCall(meaning) ? apart(meaning) : undefined),
  gist: () => undefined,
  questions: {
    callAt: {
      ask: (_, picture) => askWhen(words.when(picture), picture),
      hear: hearWhen,
      problem: whenProblem,
    },
    callPhone: {
      ask: (_, picture) => askPhone(picture),
      remembered: (_, picture) => numberFor(picture),
      hear: ({ phone }) => phone,
      no: (_, picture) => words.otherPhone(picture),
    },
  },
  on: {
    deny: (_, picture) => called(picture),
    cancel_order: (_, picture, { orderNumber }) => (orderNumber === undefined ? called(picture) : undefined),
  },
  finish: ({ callAt, callPhone: phone }, _, picture) => {
    const moment = momentOf(callAt, picture.branches, picture.timeZone, picture.now);
    // A time that cannot be is a problem, and asked again before it comes to this.
    if (moment.type !== "at") return [];
    const { customer } = picture;
    return [
      ...promisedCall({ kind: "asked", reason: "", phone, times: 0, agreed: true }, moment.at),
      ...(customer.phone === undefined ? [{ type: "rememberCustomer" as const, phone }] : []),
      { type: "say", text: words.willCall(phone, moment, picture) },
    ];
  },
});

/** Only a number that the platform vouches for, or the one the call came from, is surely theirs. */
export function numberFor({ customer, call: open }: Picture): string | undefined {
  return customer.phoneVerified ? customer.phone : open?.phone;
}

/** No call then: the talk goes on in writing. */
function called(picture: Picture) {
  return { say: [words.byChat(picture)], effects: [{ type: "settleCalls" as const }], end: "dropped" as const };
}

function wantsCall({ intents, byChat }: Meaning): boolean {
  return intents.includes("request_call") && !byChat;
}

/** A call that stands is not arranged again unless they name another time or number. */
function isAgreed({ date, time, phone }: Meaning, { call: open, now }: Picture): boolean {
  return (date ?? time ?? phone) === undefined && open?.kind === "asked" && (open.promisedAt ?? 0) > now;
}

/** Number and time said with a wish to be called are about the call, everything else is not. */
function apart(meaning: Meaning): { readonly own: Meaning; readonly rest: Meaning } {
  const { date, time, phone, ...others } = meaning;
  const rest = { ...others, intents: meaning.intents.filter((intent) => intent !== "request_call") };
  const own: Meaning = {
    ...NOTHING,
    intents: ["request_call"],
    ...(date === undefined ? {} : { date }),
    ...(time === undefined ? {} : { time }),
    ...(phone === undefined ? {} : { phone }),
  };
  return { own, rest };
}

/** "Sekarang aja" is understood as today, without a time. */
function hearWhen({ date, time }: Meaning, known: Call, picture: Picture): When | undefined {
  if (date === undefined && time === undefined) return undefined;
  const today = localTime(picture.now, picture.timeZone).day;
  if (date === today && time === undefined) return { soon: true };
  const before = known.callAt?.soon ? undefined : known.callAt;
  const day = date ?? before?.day;
  const at = time ?? before?.time;
  return { ...(day === undefined ? {} : { day }), ...(at === undefined ? {} : { time: at }) };
}

function whenProblem(when: When, _: Call, picture: Picture): Ask | undefined {
  const { type } = momentOf(when, picture.branches, picture.timeZone, picture.now);
  if (type === "at") return undefined;
  return askWhen(type === "past" ? words.past(picture) : words.closedThen(when.day, picture), picture);
}

function askWhen(text: string, picture: Picture): Ask {
  const times = offeredTimes(picture.branches, picture.timeZone, picture.now);
  return {
    text,
    again: words.whenAgain(picture),
    question: { type: "when" },
    choices: times.map((time) =>
      time.soon
        ? { label: words.now, means: { date: time.day } }
        : {
            label: words.moment(time.day, time.minute, picture),
            means: { date: time.day, time: words.clock(time.minute) },
          },
    ),
  };
}

function askPhone(picture: Picture): Ask {
  const { phone } = picture.customer;
  return phone === undefined ? words.phone(picture) : words.thisPhone(phone, picture);
}
