import { ruledIntents } from "./intents.ts";
import type { Intent } from "./meaning.ts";
import { type Mood, moodOf, reviewing } from "./moods.ts";
import type { Reading } from "./reading.ts";
import type { Clause, Script } from "./script.ts";

/** What the clauses of a message do. */
export interface Acts {
  readonly intents: Set<Intent>;
  readonly clauses: readonly { readonly clause: Clause; readonly mood: Mood }[];
  /** A word of wanting something was said */
  readonly ordering: boolean;
}

/** Judges each clause by its own words, then settles what the whole does. */
export function actsOf(script: Script, reading: Reading): Acts {
  const intents = new Set<Intent>();
  const clauses = script.clauses.map((clause) => {
    const own = ruledIntents(clause.script);
    for (const intent of own) intents.add(intent);
    return { clause, mood: moodOf(clause, own, reading) };
  });
  if (intents.size === 0 && script.clauses.length > 1)
    for (const intent of ruledIntents(script.all)) intents.add(intent);
  const told = reviewing(script);
  const judged = clauses.map(({ clause, mood }) => ({ clause, mood: weighed(clause, mood, told, intents) }));
  const earlier = earlierOrder(script.all, intents, judged);
  if (earlier) intents.add(earlier);
  return { intents, clauses: judged, ordering: judged.some(({ mood }) => mood === "order") };
}

const TROUBLE: readonly Intent[] = [
  "complain",
  "return_item",
  "order_status",
  "confirm_payment",
  "opt_out",
  "missed_call",
];
const ABOUT_GOODS: readonly Intent[] = [
  "ask_price",
  "ask_stock",
  "ask_product_info",
  "ask_promo",
  "ask_menu",
  "bargain",
];

/** Praise, blame and questions elsewhere in the message make a bare naming of goods no order. */
function weighed(clause: Clause, mood: Mood, told: number, intents: ReadonlySet<Intent>): Mood {
  const counted = / N /.test(clause.script);
  const wish = / (mau|minta|tolong|tambah|butuh)( |$)/.test(clause.script);
  if (mood === "order") return told > 2 && !(wish && counted && told < 5) ? "talk" : mood;
  if (mood !== "plain") return mood;
  if (TROUBLE.some((intent) => intents.has(intent))) return "talk";
  if (told > (counted ? 1 : 0)) return "talk";
  if (!counted && !/ M /.test(clause.script) && ABOUT_GOODS.some((intent) => intents.has(intent))) return "question";
  return mood;
}

function earlierOrder(all: string, intents: ReadonlySet<Intent>, clauses: Acts["clauses"]): Intent | undefined {
  if (intents.has("return_item") || intents.has("complain") || intents.has("opt_out") || intents.has("bargain"))
    return undefined;
  if (/ (mulai|ulang)( \S+){0,1} (dari )?(awal|nol)( |$)|reset/.test(all)) return "start_over";
  if (
    / (ulangi|ulang|repeat|samain|samakan|kayak|kaya|seperti|persis|sama)( \S+){0,3} (pesanan|pesan|kemarin|biasa|biasanya|tadi|terakhir)( |$)|pesan (\S+ ){0,2}(yang )?(biasa|biasanya|kayak biasa|kemarin)( |$)|^ (yang )?biasa(nya)? /.test(
      all,
    ) &&
    !/ (enak|rasanya|tidak|belum|sudah) /.test(all)
  )
    return "repeat_order";
  if (
    / (batal|hapus semua|tidak jadi (pesan|beli|ambil|order|deh|aja|ya|kak|semua|dulu)?)( |$)/.test(all) &&
    !/ (kalau|bisa) (\S+ ){0,2}batal| tidak jadi (masalah|ke|W|O|N)|apa jadi/.test(all)
  ) {
    return / (batal|tidak jadi|hapus)( \S+){0,4} P( |$)| P( \S+){0,2} (batal|tidak jadi)/.test(all)
      ? "change_order"
      : "cancel_order";
  }
  if (clauses.some(({ mood }) => mood === "change")) return "change_order";
  if (/ (ganti|ubah|kurang|hapus)( |$)/.test(all) && !/ (ganti|ubah|kurang) \S+ (bisa|boleh) /.test(all))
    return "change_order";
  return undefined;
}
