import type { Intent, Meaning } from "./meaning.ts";
import type { Script } from "./script.ts";

/** Whether a person of the shop is no longer wanted: "gak jadi, udah sama bot aja", "ga usah nunggu penjual". */
export function aboutPeople({ intents, angry }: Meaning, { all }: Script): Partial<Meaning> {
  const noPerson = (BOT_WILL_DO.test(all) && !NOT_THE_BOT.test(all)) || NO_PERSON.test(all);
  if (!noPerson || angry || WANTS_ONE.test(all)) return {};
  const others = intents.filter((intent) => !SEEMING.has(intent));
  return { byBot: true, intents: [...others, "deny"], ...NO_ANSWER };
}

/** Words about people are no name, nor an address, whatever was asked. */
const NO_ANSWER = { name: undefined, address: undefined, zone: undefined };

const BOT_WILL_DO = / (sama|dengan|pakai|lewat|via|biar|balik|lanjut) (bot|botnya)( (aja|lagi|yang|dulu) |( [.,!])* $)/;
const NOT_THE_BOT = / (tidak|jangan|bukan|malas|males|capek|kok|apa|kenapa|masa)( \S+){0,3} (bot|botnya) /;
const PERSON = "(orang|orangnya|admin|adminnya|manusia|cs|owner|ownernya|kakaknya|mbaknya|masnya|seller|sellernya)";
const TALKING =
  "(mau|lagi|deh|aja|di|dipanggil|dipanggilin|dipanggilkan|panggil|panggilin|panggilkan|manggil|ngomong|bicara|ngobrol|tanya|nanya|chat|tunggu|nunggu|menunggu|nungguin|sama|ke|dengan|dari|bantuan|minta|hubungi|nyambung|disambungin)";
const NO_PERSON = new RegExp(
  ` (tidak (usah|perlu|jadi)|batal)( ${TALKING})* ${PERSON} (?!(yang|kirim|antar|datang) )| ${PERSON} tidak (usah|perlu) ([,.]|$)`,
);
/** "ga usah bot, mau sama orangnya aja" */
const WANTS_ONE = new RegExp(` (mau|pengen|minta|maunya|tolong)( ${TALKING})* ${PERSON} `);

/** What only seemed to be meant where a person is declined. */
const SEEMING: ReadonlySet<Intent> = new Set<Intent>([
  "talk_to_human",
  "cancel_order",
  "change_order",
  "complain",
  "affirm",
  "deny",
  "greet",
  "other",
]);
