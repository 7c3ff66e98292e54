import type { Ask, Picture } from "#flow";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import { isShopOpen } from "../../src/shop/call/call-times.ts";
import { kak, oneOf } from "../words.ts";
import { clockOf, dayOf } from "./call.words.ts";
import type { CallMatter } from "./call-answers.ts";

/** When we call back: a promise, at once or at a time. */
interface Back {
  readonly at: number;
  readonly soon: boolean;
}

/** What somebody reads whose call nobody took. It never says that the call was refused: nobody knows for sure. */
export const missedCallWords = {
  ask: (matter: CallMatter, back: Back, picture: Picture): Ask => ({
    text: `${sorry(picture)} ${about(matter, picture)} ${whenBack(back, picture)} ${orHere(matter, picture)}`,
    question: { type: "yesNo" },
    choices: [
      { label: "Telepon balik", means: { intents: ["request_call"], ...soonOrThen(back, picture) } },
      { label: "Lewat chat saja", means: { intents: ["deny"], byChat: true } },
    ],
    yes: { intents: ["request_call"], ...soonOrThen(back, picture) },
    no: { intents: ["deny"], byChat: true },
  }),
};

function sorry(picture: Picture): string {
  return oneOf(picture, [
    `Maaf ya ${kak(picture)}, teleponnya tadi belum sempat terangkat 🙏`,
    `Halo ${kak(picture)}, mohon maaf tadi teleponnya belum terjawab 🙏`,
  ]);
}

function about(matter: CallMatter, picture: Picture): string {
  switch (matter.type) {
    case "order":
      return `Soal pesanan #${matter.order.number} ya?`;
    case "basket":
      return `Soal ${matter.gist} yang tadi ya?`;
    case "complaint":
      return matter.order
        ? `Soal kendala pesanan #${matter.order.number}, kami mau bereskan.`
        : "Soal kendala yang kemarin, kami mau bereskan.";
    case "known":
      return `Ada yang bisa dibantu, ${kak(picture)}?`;
    case "stranger":
      return `Ini ${picture.shop.name}. Ada yang bisa dibantu?`;
    default:
      return matter satisfies never;
  }
}

function whenBack({ at, soon }: Back, picture: Picture): string {
  if (soon) return "Sebentar lagi kami telepon balik,";
  const clock = clockOf(at, picture);
  return isShopOpen(picture.branches, picture.now)
    ? `Kami telepon ${dayOf(at, picture)} jam ${clock},`
    : `Toko sedang tutup; kami telepon balik ${dayOf(at, picture)} mulai jam ${clock},`;
}

function orHere(matter: CallMatter, picture: Picture): string {
  if (matter.type === "stranger" || matter.type === "known")
    return oneOf(picture, ["atau tulis saja di sini mau pesan atau tanya apa.", "atau langsung tulis di sini ya."]);
  return oneOf(picture, ["atau bisa dijawab di sini?", "atau mau dibahas di sini saja?"]);
}

/** A time to come is agreed to as it was told. */
function soonOrThen({ at, soon }: Back, picture: Picture): { readonly date: string; readonly time?: string } {
  const { day } = localTime(at, picture.timeZone);
  return soon
    ? { date: localTime(picture.now, picture.timeZone).day }
    : { date: day, time: clockOf(at, picture).replace(".", ":") };
}
