import type { Ask, Meaning, Picture } from "#flow";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import type { Back } from "../../src/shop/call/call-times.ts";
import { kak, oneOf } from "../words.ts";
import { clockOf, closedNow, dayOf } from "./call.words.ts";
import type { CallMatter } from "./call-answers.ts";

/**
 * What somebody reads whose call nobody took. The first 80 characters are all that a phone shows of it: they say that we
 * call back, and when. It never says that the call was refused: nobody knows for sure.
 */
export const missedCallWords = {
  ask: (matter: CallMatter, back: ToldBack, picture: Picture): Ask => ({
    text: `${whenBack(back, picture)} ${about(matter, picture)}`,
    question: { type: "call" },
    choices: [
      { label: "Telepon balik", means: { intents: ["request_call"], ...soonOrThen(back, picture) } },
      { label: "Lewat chat saja", means: { intents: ["deny"], byChat: true } },
    ],
    yes: { intents: ["request_call"], ...soonOrThen(back, picture) },
    no: { intents: ["deny"], byChat: true },
  }),
  /** Their number is not known: asked for next */
  hidden: (matter: CallMatter, picture: Picture) =>
    `${oneOf(picture, [
      `Maaf ${kak(picture)}, telepon tadi belum terangkat 🙏 Supaya bisa kami telepon balik, kami perlu nomornya.`,
      `Halo ${kak(picture)}, maaf tadi belum terangkat 🙏 Kami bisa telepon balik, tinggal nomornya yang belum ada.`,
    ])} ${about(matter, picture)}`,
};

function whenBack({ at, soon, unknown, told }: ToldBack, picture: Picture): string {
  const who = kak(picture);
  if (soon)
    return oneOf(picture, [
      `Maaf ${who}, telepon tadi belum terangkat 🙏 Sebentar lagi kami telepon balik ya.`,
      `Sebentar lagi kami telepon balik ya, ${who} 🙏 Maaf tadi belum terangkat.`,
      `Halo ${who}, sebentar lagi kami telepon balik ya. Maaf tadi belum terangkat 🙏`,
    ]);
  if (unknown) return `Maaf ${who}, toko sedang libur 🙏 Kami telepon balik begitu buka lagi ya.`;
  const day = dayOf(at, picture).replace(/^besok \(.*\)$/, "besok");
  const clock = clockOf(at, picture);
  if (told)
    return oneOf(picture, [
      `Maaf ${who}, tadi belum terangkat 🙏 Tetap kami telepon ${day} jam ${clock} ya.`,
      `${day.replace(/^./, (first) => first.toUpperCase())} jam ${clock} kami telepon balik ya, ${who} 🙏 Maaf tadi belum terangkat.`,
    ]);
  const closed = closedNow(picture);
  return oneOf(picture, [
    `Maaf ${who}, ${closed.toLowerCase()} 🙏 Kami telepon balik ${day} mulai jam ${clock} ya.`,
    `Halo ${who}, ${closed.toLowerCase()}. Kami telepon balik ${day} mulai jam ${clock} ya 🙏`,
  ]);
}

/** When we call back; `told`: as they were told before. */
export interface ToldBack extends Back {
  readonly told?: true;
}

function about(matter: CallMatter, picture: Picture): string {
  switch (matter.type) {
    case "order":
      return `Soal pesanan #${matter.order.number} ya? Bisa juga dijawab di sini.`;
    case "basket":
      return `Soal ${matter.gist} yang tadi ya? Bisa juga dilanjut di sini.`;
    case "complaint":
      return matter.order
        ? `Soal kendala pesanan #${matter.order.number}, kami mau bereskan. Boleh juga cerita di sini.`
        : "Soal kendala yang kemarin, kami mau bereskan. Boleh juga cerita di sini.";
    case "known":
      return oneOf(picture, [
        "Kalau lebih enak lewat chat, langsung tulis di sini saja.",
        "Atau langsung tulis di sini juga bisa.",
      ]);
    case "stranger":
      return oneOf(picture, [
        `Ini ${picture.shop.name}; mau pesan atau tanya-tanya, boleh juga langsung tulis di sini.`,
        `Dengan ${picture.shop.name}. Mau pesan atau tanya, langsung tulis di sini juga bisa.`,
      ]);
    default:
      return matter satisfies never;
  }
}

/** A time to come is agreed to as it was told. */
function soonOrThen({ at, soon, unknown }: Back, picture: Picture): Pick<Meaning, "date" | "time"> {
  if (unknown) return {};
  const { day } = localTime(at, picture.timeZone);
  return soon
    ? { date: localTime(picture.now, picture.timeZone).day }
    : { date: day, time: clockOf(at, picture).replace(".", ":") };
}
