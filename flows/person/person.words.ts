import type { Ask, Picture } from "#flow";
import { isOpen, nextOpening } from "../../src/shop/branch/openings.ts";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import { sayDay, sayMinute } from "../../src/shop/calendar/calendar.words.ts";
import { botWords, kak } from "../words.ts";

/** Sentences around a person taking over. */
export const personWords = {
  calling: (picture: Picture) => botWords(picture, "calling", { kapan: byWhen(picture) }),
  callingLost: (picture: Picture) =>
    `Maaf ${kak(picture)}, daripada salah paham saya panggilkan penjual ya. ${byWhen(picture)}`,
  callingAgain: (picture: Picture) =>
    `Maaf ya ${kak(picture)}, pesannya belum terbalas 🙏 Saya panggilkan penjual lagi. ${byWhen(picture)}`,
  sorry: (picture: Picture) => `Mohon maaf sekali, ${kak(picture)}.`,
  complaint: (picture: Picture): Ask => ({
    text: `Mohon maaf ya ${kak(picture)}, keluhannya saya catat. Mau saya sambungkan langsung ke penjual supaya dibereskan?`,
    question: { type: "yesNo" },
    choices: [
      { label: "Ya, sambungkan", means: { intents: ["talk_to_human"] } },
      { label: "Tidak usah", means: { intents: ["thank"] } },
    ],
    yes: { intents: ["talk_to_human"] },
    no: { intents: ["thank"] },
  }),
  returning: (picture: Picture) =>
    `Baik ${kak(picture)}, soal tukar atau kembali barang saya teruskan ke penjual. ${byWhen(picture)}`,
  paid: (picture: Picture) =>
    `Terima kasih ${kak(picture)}, penjual akan mengecek pembayarannya dan mengabari di sini.`,
  bargain: (picture: Picture) =>
    `Harganya sudah pas segitu, ${kak(picture)} 🙏 Kalau mau ambil banyak, bisa saya sambungkan ke penjual.`,
};

/** When somebody answers: now, or at the next opening. */
function byWhen(picture: Picture): string {
  if (picture.branches.length === 0 || picture.branches.some((branch) => isOpen(branch, picture.now)))
    return "Sebentar lagi dibalas di sini ya.";
  const next = picture.branches.map((branch) => nextOpening(branch, picture.now)).filter((one) => one !== undefined);
  const first = next.sort((a, b) => a.day.localeCompare(b.day) || a.minute - b.minute)[0];
  const today = localTime(picture.now, picture.timeZone).day;
  return first
    ? botWords(picture, "closed", { kapan: `${sayDay(first.day, today)} mulai jam ${sayMinute(first.minute)}` })
    : "Nanti dibalas di sini ya.";
}
