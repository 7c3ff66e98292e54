import type { Ask, Picture } from "#flow";
import { answeredBy } from "../../src/shop/branch/answered-by.words.ts";
import { isShopOpen } from "../../src/shop/call/call-times.ts";
import { botWords, kak } from "../words.ts";

/** Sentences around a person taking over. */
export const personWords = {
  calling(picture: Picture): string {
    const kapan = answeredBy(picture);
    const said = botWords(picture, "calling", { kapan });
    // Whatever the owner's own wording leaves out, nobody waits without knowing until when.
    return said.includes(kapan) ? said : `${said} ${kapan}`.trim();
  },
  answeredBy: (picture: Picture) => answeredBy(picture),
  /** To who waits already, of what only a person can answer */
  personAnswers: (picture: Picture) => `Yang ini penjual yang jawab ya ${kak(picture)}. ${answeredBy(picture)}`,
  /** Where nobody answers in a moment */
  meanwhile: (picture: Picture) =>
    isShopOpen(picture.branches, picture.now)
      ? undefined
      : `Sambil menunggu, ${kak(picture)} tetap bisa pesan atau tanya di sini ya.`,
  /** The person is no longer needed */
  byBot: (picture: Picture) => `Siap ${kak(picture)}, saya bantu di sini ya.`,
  callingLost: (picture: Picture) =>
    `Maaf ${kak(picture)}, daripada salah paham saya panggilkan penjual ya. ${answeredBy(picture)}`,
  callingAgain: (picture: Picture) =>
    `Maaf ya ${kak(picture)}, pesannya belum terbalas 🙏 Saya panggilkan penjual lagi. ${answeredBy(picture)}`,
  sorry: (picture: Picture) => `Mohon maaf sekali, ${kak(picture)}.`,
  complaint: (picture: Picture) =>
    `Mohon maaf ya ${kak(picture)}, keluhannya saya teruskan ke penjual supaya dibereskan. ${answeredBy(picture)}`,
  complaintBeside: (picture: Picture): Ask => ({
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
    `Baik ${kak(picture)}, soal tukar atau kembali barang saya teruskan ke penjual. ${answeredBy(picture)}`,
  paid: (picture: Picture) =>
    `Terima kasih ${kak(picture)}, penjual akan mengecek pembayarannya. ${answeredBy(picture)}`,
  bargain: (picture: Picture) =>
    `Soal harga, penjual yang bisa memutuskan, ${kak(picture)}. Saya panggilkan ya. ${answeredBy(picture)}`,
  fixedPrice: (picture: Picture) =>
    `Harganya sudah pas segitu, ${kak(picture)} 🙏 Kalau mau ambil banyak, bisa saya sambungkan ke penjual.`,
};
