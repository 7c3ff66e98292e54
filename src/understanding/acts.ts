import { type Ruled, ruleOn } from "./intents.ts";
import type { Aside } from "./lexicon/no-order-signs.ts";
import { countedLine, listLine } from "./list-lines.ts";
import type { Intent } from "./meaning.ts";
import { type Mood, moodOf, reviewing, strangers } from "./moods.ts";
import { notOrdered } from "./not-ordered.ts";
import { offersLess } from "./offers.ts";
import type { Reading } from "./reading.ts";
import type { Clause, Script } from "./script.ts";

/** What the clauses of a message do. */
export interface Acts {
  readonly intents: Set<Intent>;
  readonly clauses: readonly {
    readonly clause: Clause;
    readonly mood: Mood;
    readonly ruled: Ruled;
    /** Why its goods are not ordered, for certain */
    readonly aside?: Aside | undefined;
  }[];
  /** A word of wanting something was said */
  readonly ordering: boolean;
}

/** Intents whose words may be spread over clauses ("kabarin ya, kalau ready"). */
const ACROSS: ReadonlySet<Intent> = new Set<Intent>(["opt_in", "opt_out", "missed_call", "talk_to_human"]);

/** Judges each clause by its own words, then settles what the whole does. `standing`: there is a basket to change. */
export function actsOf(script: Script, reading: Reading, standing = false): Acts {
  const intents = new Set<Intent>();
  const rules = script.clauses.map((clause) => ({ clause, ruled: ruleOn(clause.script) }));
  for (const { ruled } of rules) for (const intent of ruled.settled) intents.add(intent);
  if (script.clauses.length > 1)
    for (const intent of ruleOn(script.all).settled) if (intents.size === 0 || ACROSS.has(intent)) intents.add(intent);
  const haggled = offersLess(reading, script);
  if (haggled) intents.add("bargain");
  if (intents.has("opt_in")) for (const other of ["ask_stock", "ask_promo"] as const) intents.delete(other);
  const clauses = rules.map(({ clause, ruled }) => ({ clause, ruled, mood: moodOf(clause, ruled.settled, reading) }));
  const told = reviewing(script);
  const judged = withListLines(
    clauses.map((each) => ({ ...each, mood: weighed(each.clause, each.mood, { told, intents, reading }) })),
  );
  const heard = withAsides(
    judged,
    haggled ? script.clauses.map(() => "offered") : notOrdered(script, reading, standing),
  );
  const earlier = earlierOrder(script.all, intents, heard);
  if (earlier) intents.add(earlier);
  return { intents, clauses: heard, ordering: heard.some(({ mood }) => mood === "order") };
}

const ASIDE_MOODS: Readonly<Record<Aside, Mood>> = {
  told: "talk",
  asked: "question",
  edited: "change",
  offered: "talk",
  paid: "talk",
  instead: "talk",
};

/** Goods set aside for certain are not ordered by the mood of their clause either. */
function withAsides(clauses: Acts["clauses"], asides: readonly (Aside | undefined)[]): Acts["clauses"] {
  return clauses.map((each, at) => {
    const aside = asides[at];
    return aside && / [PONX] /.test(each.clause.script) ? { ...each, aside, mood: ASIDE_MOODS[aside] } : each;
  });
}

/** Beside an order, a clause that is a line of a list and nothing more belongs to the order. */
function withListLines(clauses: Acts["clauses"]): Acts["clauses"] {
  const orders = clauses.some(
    ({ clause, mood }) => mood === "order" || (mood === "plain" && countedLine(clause.script)),
  );
  if (!orders) return clauses;
  return clauses.map((each) => ({
    ...each,
    mood: each.mood === "talk" && listLine(each.clause.script) ? "plain" : each.mood,
  }));
}

const TROUBLE: readonly Intent[] = [
  "complain",
  "return_item",
  "order_status",
  "confirm_payment",
  "opt_out",
  "opt_in",
  "missed_call",
  "bargain",
];
const ABOUT_GOODS: readonly Intent[] = [
  "ask_price",
  "ask_stock",
  "ask_product_info",
  "ask_promo",
  "ask_menu",
  "bargain",
];

interface Weights {
  readonly told: number;
  readonly intents: ReadonlySet<Intent>;
  readonly reading: Reading;
}

/** Praise, blame and questions elsewhere in the message make a bare naming of goods no order. */
function weighed(clause: Clause, mood: Mood, { told, intents, reading }: Weights): Mood {
  const counted = / N /.test(clause.script);
  const wish = / (mau|minta|tolong|tambah|butuh|bikinin|buatin|buatkan|bikinkan|bungkusin|siapin)( |$)/.test(
    clause.script,
  );
  if (mood === "order" && !/ [PO] /.test(clause.script))
    return told > (wish && counted ? 2 : 0) || strangers(clause, reading) > 4 ? "talk" : mood;
  if (
    mood === "order" &&
    told > 0 &&
    strangers({ ...clause, from: 0, to: reading.tokens.length }, reading) > 2 &&
    !wish
  )
    return "talk";
  if (mood === "order") return told > 2 && !(wish && counted && told < 5) ? "talk" : mood;
  if (mood !== "plain") return mood;
  if (TROUBLE.some((intent) => intents.has(intent))) return "talk";
  if (told > (counted ? 1 : 0) || (told > 0 && strangers(clause, reading) + chatter(clause) > 0)) return "talk";
  if (counted || / M /.test(clause.script)) return mood;
  if (ABOUT_GOODS.some((intent) => intents.has(intent))) return "question";
  const sure = reading.products.every(
    (hit) => hit.from < clause.from || hit.from >= clause.to || ((hit.head || hit.whole) && hit.likeness > 0.94),
  );
  return sure && strangers(clause, reading) === 0 && chatter(clause) < 2 ? mood : "talk";
}

const POLITE = new Set([
  "ya",
  "aja",
  "mau",
  "yang",
  "pakai",
  "halo",
  "lagi",
  "dulu",
  "satu",
  "oke",
  "buat",
  "sama",
  "dan",
  "juga",
  "di",
  "ke",
  "nanti",
  "makasih",
  "tambah",
  "terus",
  "boleh",
  "bisa",
  "pagi",
  "siang",
  "sore",
  "malam",
  "minta",
  "saya",
  "kirim",
  "cod",
  "ambil",
  "semua",
  "nya",
  "jangan",
]);

/** Words of a clause that are neither entities nor what people say around an order. */
function chatter(clause: Clause): number {
  return clause.script.split(" ").filter((word) => /^[a-z]/.test(word) && !POLITE.has(word)).length;
}

function earlierOrder(all: string, intents: ReadonlySet<Intent>, clauses: Acts["clauses"]): Intent | undefined {
  if (intents.has("talk_to_human") && / hapus /.test(all)) return undefined;
  if (/ (ganti|ubah) (\S+ )?B /.test(all) && !/ [PON] /.test(all)) return undefined;
  if (intents.has("return_item") || intents.has("complain") || intents.has("opt_out") || intents.has("bargain"))
    return undefined;
  if (/ (mulai|ulang)( \S+){0,1} (dari )?(awal|nol)( |$)|reset/.test(all)) return "start_over";
  if (
    / (ulangi|ulang|ulangin|ulangkan|diulang|diulangi|ngulang|repeat|samain|samakan|kayak|kaya|seperti|persis|sama)( \S+){0,3} (pesanan|pesan|kemarin|biasa|biasanya|tadi|terakhir)( |$)|pesan (\S+ ){0,2}(yang )?(biasa|biasanya|kayak biasa|kemarin)( |$)|^ (yang )?biasa(nya)? | lanjut(kan)?( \S+){0,1} (yang )?(kemarin|biasa|biasanya|terakhir)( |$)/.test(
      all,
    ) &&
    !/ (enak|rasanya|tidak|belum) | sudah (?!(\S+ )?(gajian|cair) )/.test(all)
  )
    return "repeat_order";
  if (
    / (batal|hapus semua|tidak jadi( (pesan|beli|ambil|order|aja|ya|semua|dulu))?)( |$)/.test(all) &&
    !/ (kalau|bisa) (\S+ ){0,2}batal| tidak jadi (masalah|ke|W|O|N)|apa jadi/.test(all)
  ) {
    return / (batal|tidak jadi|hapus)( [^ ,.?]+){0,4} P( |$)| P( [^ ,.?]+){0,2} (batal|tidak jadi)/.test(all)
      ? "change_order"
      : "cancel_order";
  }
  if (clauses.some(({ mood }) => mood === "change")) return "change_order";
  if (
    / (ganti|ubah|kurang|hapus)( |$)/.test(all) &&
    !/ (ganti|ubah) (\S+ )?B /.test(all) &&
    !/ (ganti|ubah|kurang) \S+ (bisa|boleh) /.test(all)
  )
    return "change_order";
  return undefined;
}
