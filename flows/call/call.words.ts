import type { Ask, Picture } from "#flow";
import { isOpen } from "../../src/shop/branch/openings.ts";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import { sayDay, sayMinute } from "../../src/shop/calendar/calendar.words.ts";
import { sayPhone } from "../../src/shop/call/call.words.ts";
import { type Back, closingMinute, isShopOpen, type Moment, nextCallable } from "../../src/shop/call/call-times.ts";
import { kak, oneOf } from "../words.ts";

/** Sentences of arranging a call. */
export const callWords = {
  now: "Sekarang saja",
  when: (picture: Picture) => [whetherOpen(picture), oneOf(picture, whenAsked(picture))].join(" "),
  whenAgain: (picture: Picture) => `Enaknya ditelepon kapan, ${kak(picture)}?`,
  notNow: (picture: Picture) =>
    oneOf(picture, [
      `Siap ${kak(picture)}, belum kami telepon dulu. Nanti enaknya jam berapa?`,
      `Oke ${kak(picture)}, nanti saja ya. Enaknya kami telepon jam berapa?`,
    ]),
  past: (picture: Picture) => `Jam segitu sudah lewat, ${kak(picture)}. Mau ditelepon kapan?`,
  closedThen: (day: string | undefined, picture: Picture) =>
    `Maaf ${kak(picture)}, ${day === undefined ? "jam segitu" : sayDay(day, today(picture))} toko tutup, jadi belum ada yang bisa menelepon. Bisa pilih waktu lain?`,
  moment: (day: string, minute: number, picture: Picture) =>
    `${sayDay(day, today(picture))
      .replace(/ \(.*\)$/, "")
      .replace(/^./, (first) => first.toUpperCase())} ${sayMinute(minute)}`,
  /** `09:00` */
  clock: (minute: number) => sayMinute(minute).replace(".", ":"),
  phone: (picture: Picture): Ask => ({
    text: `Nomor HP yang bisa kami telepon berapa, ${kak(picture)}?`,
    again: `Tinggal nomor HP-nya saja, ${kak(picture)}: kami telepon ke nomor berapa?`,
    question: { type: "phone" },
    ...(picture.channel.requestPhone ? { request: "phone" as const } : {}),
  }),
  thisPhone: (phone: string, picture: Picture): Ask => ({
    text: `Kami telepon ke ${sayPhone(phone)} ya, ${kak(picture)}?`,
    again: `Nomornya betul ${sayPhone(phone)}, ${kak(picture)}?`,
    question: { type: "phone" },
    choices: [
      { label: "Ya, nomor itu", means: { phone } },
      { label: "Nomor lain", means: { intents: ["deny"] } },
    ],
    yes: { phone },
  }),
  otherPhone: (picture: Picture): Ask => ({
    text: `Boleh tulis nomor yang benar, ${kak(picture)}?`,
    again: `Kami telepon ke nomor berapa jadinya, ${kak(picture)}?`,
    question: { type: "phone" },
    ...(picture.channel.requestPhone ? { request: "phone" as const } : {}),
  }),
  /** `atOpening`: they want it now, and nobody is there any more */
  willCall: (phone: string, moment: Extract<Moment, { type: "at" }>, atOpening: boolean, picture: Picture) => {
    if (atOpening)
      return `${closedNow(picture)}, ${kak(picture)}. Kami telepon ke ${sayPhone(phone)} ${dayOf(moment.at, picture)} mulai jam ${clockOf(moment.at, picture)} ya.`;
    const when = moment.soon
      ? `sebentar lagi, paling lambat jam ${clockOf(moment.at, picture)}`
      : `${dayOf(moment.at, picture)} ${moment.rough ? "sekitar jam" : "jam"} ${clockOf(moment.at, picture)}`;
    return oneOf(picture, [
      `Siap ${kak(picture)}, kami telepon ke ${sayPhone(phone)} ${when} ya.`,
      `Oke ${kak(picture)}, sudah dicatat: kami telepon ${when} ke ${sayPhone(phone)}.`,
    ]);
  },
  onceOpen: (phone: string, picture: Picture) =>
    `Siap ${kak(picture)}, nomor ${sayPhone(phone)} sudah dicatat. Toko sedang libur; kami telepon begitu buka lagi ya.`,
  /** Whether there is a number that somebody takes now. */
  canCallUs: (picture: Picture) => isShopOpen(picture.branches, picture.now) && numberToCall(picture) !== undefined,
  ourNumber: (picture: Picture) => `Bisa ${kak(picture)}, telepon saja ke ${ourNumber(picture)}.`,
  ourNumberOrWe: (picture: Picture): Ask => ({
    text: `Bisa ${kak(picture)}, telepon saja ke ${ourNumber(picture)}. Kalau mau kami yang telepon, tulis jamnya ya.`,
    question: { type: "call" },
    choices: [{ label: "Telepon saya", means: { intents: ["request_call"] } }],
    yes: { intents: ["thank"] },
  }),
  /** Asked for a number to call, where the shop has given none: no call is promised before one is wanted. */
  hasNumber: ({ shop, branches }: Picture) => shop.phone !== undefined || branches.some(({ phone }) => phone !== null),
  noNumber: (picture: Picture) =>
    `Maaf ${kak(picture)}, kami belum punya nomor untuk ditelepon. Tulis saja di sini ya.`,
  noNumberOrWe: (picture: Picture): Ask => ({
    text: `Maaf ${kak(picture)}, kami belum punya nomor untuk ditelepon. Tulis saja di sini, atau kami yang telepon: mau jam berapa?`,
    question: { type: "call" },
    choices: [
      { label: "Telepon saya", means: { intents: ["request_call"] } },
      { label: "Lewat chat saja", means: { intents: ["deny"], byChat: true } },
    ],
    yes: { intents: ["request_call"] },
    no: { intents: ["deny"], byChat: true },
  }),
  theyCall(picture: Picture): string {
    const open = isShopOpen(picture.branches, picture.now);
    const phone = numberToCall(picture);
    if (open)
      return phone === undefined
        ? `Siap ${kak(picture)}, kami tunggu teleponnya ya.`
        : `Siap ${kak(picture)}, kami tunggu teleponnya di ${ourNumber(picture)}.`;
    const opening = nextCallable(picture.branches, picture.now);
    return opening === undefined
      ? `Siap ${kak(picture)}. Toko sedang libur, jadi kalau perlu tulis saja di sini ya.`
      : `Siap ${kak(picture)}, kami tunggu ya. Toko buka lagi ${dayOf(opening, picture)} jam ${clockOf(opening, picture)}.`;
  },
  sorryNotYet: (picture: Picture) =>
    oneOf(picture, [
      `Maaf sekali ${kak(picture)}, kami belum sempat menelepon 🙏`,
      `Mohon maaf ya ${kak(picture)}, telepon dari kami terlambat 🙏`,
    ]),
  triedBefore: (phone: string, picture: Picture) =>
    `Maaf ${kak(picture)}, tadi kami telepon ke ${sayPhone(phone)} belum terangkat 🙏`,
  notYetDue: (at: number, picture: Picture) =>
    oneOf(picture, [
      `Sabar sebentar ya ${kak(picture)}, kami telepon ${dayOf(at, picture)} jam ${clockOf(at, picture)} 🙏`,
      `Iya ${kak(picture)}, tidak kami lupakan kok: kami telepon ${dayOf(at, picture)} jam ${clockOf(at, picture)} 🙏`,
    ]),
  /** After an apology */
  callingAt: (back: Back, picture: Picture) =>
    back.soon
      ? `Sudah kami ingatkan penjualnya: ditelepon paling lambat jam ${clockOf(back.at, picture)} ya.`
      : `${closedNow(picture)}; kami telepon ${dayOf(back.at, picture)} mulai jam ${clockOf(back.at, picture)} ya.`,
  stillPromised: (at: number, picture: Picture) =>
    `Sudah dicatat kok ${kak(picture)}: kami telepon ${dayOf(at, picture)} jam ${clockOf(at, picture)}. Kalau mau jam lain, tulis saja ya.`,
  byChat: (picture: Picture) =>
    oneOf(picture, [
      `Siap ${kak(picture)}, lewat chat di sini saja ya. Silakan ditulis.`,
      `Oke ${kak(picture)}, kita lanjut di chat ya.`,
    ]),
  late: (picture: Picture) =>
    oneOf(picture, [
      `Maaf ya ${kak(picture)}, kami belum sempat menelepon seperti yang dijanjikan 🙏 Tetap kami usahakan. Kalau lebih enak lewat chat, tulis saja di sini.`,
      `${kak(picture)}, mohon maaf telepon dari kami terlambat 🙏 Masih kami usahakan ya. Atau tulis di sini, langsung dibantu.`,
    ]),
};

/** `hari ini`, `besok (Kamis 19 Nov)` */
export function dayOf(at: number, picture: Picture): string {
  const day = localTime(at, picture.timeZone).day;
  return day === today(picture) ? "hari ini" : sayDay(day, today(picture));
}

/** `16.00` */
export function clockOf(at: number, picture: Picture): string {
  return sayMinute(localTime(at, picture.timeZone).minute);
}

function today(picture: Picture): string {
  return localTime(picture.now, picture.timeZone).day;
}

/** `Toko sedang tutup`, or about to */
export function closedNow({ branches, now }: Picture): string {
  return isShopOpen(branches, now) ? "Toko sebentar lagi tutup" : "Toko sedang tutup";
}

/** Where the shop is open, its number; else when it opens. */
function whetherOpen(picture: Picture): string {
  const { branches, now } = picture;
  if (!isShopOpen(branches, now)) {
    const opening = nextCallable(branches, now);
    const when = opening === undefined ? "" : `, buka lagi ${dayOf(opening, picture)} jam ${clockOf(opening, picture)}`;
    return `Boleh ${kak(picture)}. Sekarang toko tutup${when}.`;
  }
  if (numberToCall(picture) === undefined) return `Boleh banget, ${kak(picture)}.`;
  return `Boleh banget, ${kak(picture)}. Langsung telepon ke ${ourNumber(picture)} juga bisa.`;
}

/** `0812-0000-0001 (buka sampai jam 17.00)` */
function ourNumber(picture: Picture): string {
  const closing = closingMinute(picture.branches, picture.now);
  const until = closing === undefined ? "" : ` (buka sampai jam ${sayMinute(closing)})`;
  return `${sayPhone(numberToCall(picture) ?? "")}${until}`;
}

/** The shop's number, else that of a branch that is open. */
function numberToCall({ branches, now, shop }: Picture): string | undefined {
  const open = branches.find((branch) => branch.phone !== null && isOpen(branch, now));
  return shop.phone ?? open?.phone ?? undefined;
}

function whenAsked(picture: Picture): readonly [string, string] {
  return isShopOpen(picture.branches, picture.now) && numberToCall(picture) !== undefined
    ? ["Atau kami yang telepon; enaknya kapan?", "Kalau mau kami yang telepon, enaknya jam berapa?"]
    : ["Kami telepon jam berapa enaknya?", "Mau kami telepon kapan?"];
}
