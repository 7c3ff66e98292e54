import type { Ask, Picture } from "#flow";
import { isOpen } from "../../src/shop/branch/openings.ts";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import { sayDay, sayMinute } from "../../src/shop/calendar/calendar.words.ts";
import { sayPhone } from "../../src/shop/call/call.words.ts";
import { closingMinute, isShopOpen, type Moment, nextCallable } from "../../src/shop/call/call-times.ts";
import { kak, oneOf } from "../words.ts";

/** Sentences of arranging a call. */
export const callWords = {
  now: "Sekarang saja",
  when: (picture: Picture) => [whetherOpen(picture), oneOf(picture, whenAsked(picture))].join(" "),
  whenAgain: (picture: Picture) => `Enaknya ditelepon kapan, ${kak(picture)}?`,
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
    question: { type: "phone" },
    ...(picture.channel.requestPhone ? { request: "phone" as const } : {}),
  }),
  thisPhone: (phone: string, picture: Picture): Ask => ({
    text: `Kami telepon ke ${sayPhone(phone)} ya, ${kak(picture)}?`,
    question: { type: "phone" },
    choices: [
      { label: "Ya, nomor itu", means: { phone } },
      { label: "Nomor lain", means: { intents: ["deny"] } },
    ],
    yes: { phone },
  }),
  otherPhone: (picture: Picture): Ask => ({
    text: `Boleh tulis nomor yang benar, ${kak(picture)}?`,
    question: { type: "phone" },
    ...(picture.channel.requestPhone ? { request: "phone" as const } : {}),
  }),
  willCall: (phone: string, moment: Extract<Moment, { type: "at" }>, picture: Picture) => {
    const when = moment.soon
      ? `sebentar lagi, paling lambat jam ${clockOf(moment.at, picture)}`
      : `${dayOf(moment.at, picture)} ${moment.rough ? "sekitar jam" : "jam"} ${clockOf(moment.at, picture)}`;
    return oneOf(picture, [
      `Siap ${kak(picture)}, kami telepon ke ${sayPhone(phone)} ${when} ya.`,
      `Oke ${kak(picture)}, sudah dicatat: kami telepon ${when} ke ${sayPhone(phone)}.`,
    ]);
  },
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

/** Where the shop is open, its number; else when it opens. */
function whetherOpen(picture: Picture): string {
  const { branches, now } = picture;
  if (!isShopOpen(branches, now)) {
    const opening = nextCallable(branches, now);
    const when = opening === undefined ? "" : `, buka lagi ${dayOf(opening, picture)} jam ${clockOf(opening, picture)}`;
    return `Boleh ${kak(picture)}. Sekarang toko tutup${when}.`;
  }
  const phone = numberToCall(picture);
  if (phone === undefined) return `Boleh banget, ${kak(picture)}.`;
  const closing = closingMinute(branches, now);
  const until = closing === undefined ? "" : ` (buka sampai jam ${sayMinute(closing)})`;
  return `Boleh banget, ${kak(picture)}. Langsung telepon ke ${sayPhone(phone)} juga bisa${until}.`;
}

/** The number of a branch that is open, else the shop's. */
function numberToCall({ branches, now, shop }: Picture): string | undefined {
  const open = branches.find((branch) => branch.phone !== null && isOpen(branch, now));
  return shop.phone ?? open?.phone ?? undefined;
}

function whenAsked(picture: Picture): readonly [string, string] {
  return isShopOpen(picture.branches, picture.now)
    ? ["Atau kami yang telepon; enaknya kapan?", "Kalau mau kami yang telepon, enaknya jam berapa?"]
    : ["Kami telepon jam berapa enaknya?", "Mau kami telepon kapan?"];
}
