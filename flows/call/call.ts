import { z } from "zod";
import { type Ask, flow, type Known, type Meaning, NOTHING, type Picture, type TopicOutcome } from "#flow";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import { backAt, LATE_AT_OPENING_MS, LATE_MS, momentOf, offeredTimes } from "../../src/shop/call/call-times.ts";
import { callWords as words } from "./call.words.ts";
import { heldOff, promisedCall, settled } from "./promised-call.ts";

/** `later`: not now, they have not said when. */
const When = z.object({
  soon: z.boolean().optional(),
  later: z.boolean().optional(),
  day: z.string().optional(),
  time: z.string().optional(),
  around: z.string().optional(),
});
type When = z.infer<typeof When>;

// A shop may leave out questions of an order; these are not among them.
const slots = { callAt: When, callPhone: z.string() };
type Call = Known<typeof slots>;

const SOON: When = { soon: true };

/** Somebody wants to be called: when, and on which number. It comes in between other errands and leaves them as they were. */
export const call = flow({
  name: "call",
  slots,
  passing: true,
  opens,
  interrupts: (meaning) => (wantsCall(meaning) || calledUs(meaning) ? apart(meaning) : undefined),
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
    request_call: wantedAgain,
    deny: (_, picture) => called(picture),
    cancel_order: (_, picture, { orderNumber }) => (orderNumber === undefined ? called(picture) : undefined),
  },
  finish: ({ callAt, callPhone: phone }, _, picture) => {
    const moment = momentOf(callAt, picture.branches, picture.timeZone, picture.now);
    const remember = picture.customer.phone === undefined ? [{ type: "rememberCustomer" as const, phone }] : [];
    const wish = { kind: "asked" as const, reason: "", phone, times: 0, agreed: true };
    // Other times that cannot be are a problem, and asked again before it comes to this.
    if (moment.type !== "at") {
      const dueAt = backAt(picture.branches, picture.now).at;
      return [
        { type: "askForCall", ...wish, dueAt },
        ...remember,
        { type: "say", text: words.onceOpen(phone, picture) },
      ];
    }
    const atOpening = callAt.soon && !moment.soon;
    return [
      ...promisedCall(wish, moment.at, atOpening ? LATE_AT_OPENING_MS : LATE_MS),
      ...remember,
      { type: "say", text: words.willCall(phone, moment, atOpening === true, picture) },
    ];
  },
});

/** Only a number that the platform vouches for, or the one the call came from, is surely theirs. */
export function numberFor({ customer, call: open }: Picture): string | undefined {
  return customer.phoneVerified ? customer.phone : open?.phone;
}

/** Whoever is to be called first gives a number where none is known: nothing is promised before it is there. */
function opens(meaning: Meaning, picture: Picture): Call | undefined {
  const unknown = (meaning.phone ?? numberFor(picture)) === undefined;
  if (calledUs(meaning)) return unknown ? { callAt: SOON } : undefined;
  if (!wantsCall(meaning)) return undefined;
  switch (meaning.aboutCall) {
    case "late":
      return unknown ? { callAt: SOON } : undefined;
    case "theirs":
      return undefined;
    case "number":
      return words.canCallUs(picture) || !words.hasNumber(picture) ? undefined : {};
    case "notNow":
      return { callAt: { later: true } };
    case undefined:
      return isAgreed(meaning, picture) ? undefined : {};
  }
}

/** The wish said once more while it is being arranged: it moves on, and nothing is asked twice in the same words. */
function wantedAgain(known: Call, picture: Picture, meaning: Meaning): TopicOutcome | undefined {
  if (meaning.byChat) return undefined;
  switch (meaning.aboutCall) {
    case "theirs":
      return { say: [words.theyCall(picture)], effects: settled, end: "dropped" };
    case "number":
      if (!words.hasNumber(picture)) return { say: [words.noNumber(picture)] };
      return words.canCallUs(picture) ? { say: [words.ourNumber(picture)] } : undefined;
    case "notNow":
      return { say: [], effects: heldOff(picture), answers: { ...known, callAt: { later: true } } };
    case "late":
      return { say: [words.sorryNotYet(picture)], answers: { ...known, callAt: known.callAt ?? SOON } };
    case undefined: {
      const more = (meaning.date ?? meaning.time ?? meaning.phone) !== undefined;
      const open = known.callAt === undefined || known.callAt.later === true;
      return more || !open ? undefined : { say: [], answers: { ...known, callAt: SOON } };
    }
  }
}

/** No call then: the talk goes on in writing. */
function called(picture: Picture): TopicOutcome {
  return { say: [words.byChat(picture)], effects: settled, end: "dropped" };
}

function wantsCall({ intents, byChat }: Meaning): boolean {
  return intents.includes("request_call") && !byChat;
}

/** They called and nobody took it, and no more is said. */
function calledUs({ intents, byChat }: Meaning): boolean {
  return intents.includes("missed_call") && !intents.includes("request_call") && !byChat;
}

/** A call that stands is not arranged again unless they name another time or number. */
function isAgreed({ date, time, phone }: Meaning, picture: Picture): boolean {
  const { call: open } = picture;
  if ((date ?? time ?? phone) !== undefined || open?.promisedAt === undefined) return false;
  return open.promisedAt <= picture.now ? numberFor(picture) !== undefined : open.kind === "asked";
}

/** Number and time said with a wish to be called are about the call, everything else is not. */
function apart(meaning: Meaning): { readonly own: Meaning; readonly rest: Meaning } {
  const { date, time, around, phone, aboutCall, ...others } = meaning;
  const isCall = (intent: string) => intent === "request_call" || intent === "missed_call";
  const rest = { ...others, intents: meaning.intents.filter((intent) => !isCall(intent)) };
  const own: Meaning = {
    ...NOTHING,
    intents: meaning.intents.filter(isCall),
    ...(date === undefined ? {} : { date }),
    ...(time === undefined ? {} : { time }),
    ...(around === undefined ? {} : { around }),
    ...(phone === undefined ? {} : { phone }),
    ...(aboutCall === undefined ? {} : { aboutCall }),
  };
  return { own, rest };
}

/** "Sekarang aja" is understood as today, without a time. */
function hearWhen({ date, time, around }: Meaning, known: Call, picture: Picture): When | undefined {
  if (date === undefined && time === undefined) return undefined;
  const today = localTime(picture.now, picture.timeZone).day;
  if (date === today && time === undefined) return SOON;
  const before = known.callAt?.soon ? undefined : known.callAt;
  const day = date ?? before?.day;
  const at = time === undefined ? { time: before?.time, around: before?.around } : { time, around };
  return {
    ...(day === undefined ? {} : { day }),
    ...(at.time === undefined ? {} : { time: at.time }),
    ...(at.around === undefined ? {} : { around: at.around }),
  };
}

function whenProblem(when: When, _: Call, picture: Picture): Ask | undefined {
  if (when.later) return withoutNow(askWhen(words.notNow(picture), picture));
  const { type } = momentOf(when, picture.branches, picture.timeZone, picture.now);
  // Who wants it as soon as may be is called when the shop opens, whenever that is.
  if (type === "at" || when.soon) return undefined;
  return askWhen(type === "past" ? words.past(picture) : words.closedThen(when.day, picture), picture);
}

function withoutNow(ask: Ask): Ask {
  return { ...ask, choices: (ask.choices ?? []).filter(({ label }) => label !== words.now) };
}

function askWhen(text: string, picture: Picture): Ask {
  const times = offeredTimes(picture.branches, picture.timeZone, picture.now);
  return {
    text,
    again: words.whenAgain(picture),
    question: { type: "call" },
    yes: { date: localTime(picture.now, picture.timeZone).day },
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
