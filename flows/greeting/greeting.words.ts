import type { Picture } from "#flow";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import { botWords, kak, oneOf } from "../words.ts";

/** Sentences of plain courtesy. */
export const greetingWords = {
  welcome: (picture: Picture) => botWords(picture, "welcome", { salam: partOfDay(picture) }),
  again: (picture: Picture) => oneOf(picture, [`Halo ${kak(picture)}!`, `Ya ${kak(picture)}, saya di sini.`]),
  youAreWelcome: (picture: Picture) => botWords(picture, "youAreWelcome", {}),
  nod: (picture: Picture) => `Siap ${kak(picture)}. Kalau mau pesan, tinggal tulis ya.`,
  noted: (picture: Picture) => `Baik ${kak(picture)}, sudah saya catat.`,
  whenever: (until: string | undefined, picture: Picture) =>
    `Siap ${kak(picture)}, santai saja${until && !/^\d/.test(until) ? `, ditunggu ${until}-nya` : ""}. Kapan pun siap, tinggal chat di sini ya.`,
  nothingToRepeat: (picture: Picture) => `Belum ada pesanan sebelumnya yang tercatat, ${kak(picture)}.`,
};

function partOfDay(picture: Picture): string {
  const { minute } = localTime(picture.now, picture.timeZone);
  if (minute < 240 || minute >= 1110) return "Selamat malam";
  if (minute < 660) return "Selamat pagi";
  return minute < 900 ? "Selamat siang" : "Selamat sore";
}
