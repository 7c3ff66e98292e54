import type { Acts } from "./acts.ts";
import { optionWordsOf } from "./answer-about.ts";
import { type Chosen, chosenOf } from "./fulfilment.ts";
import type { Hearing } from "./hearing.ts";
import { hasMarkup, isData } from "./machine-text.ts";
import { type Intent, type Meaning, NOTHING } from "./meaning.ts";
import { type OrderLines, orderLines } from "./order-lines.ts";
import { orderedGoods } from "./ordered-goods.ts";
import { placesIn } from "./places.ts";
import { postponing } from "./postponing.ts";
import type { Reading } from "./reading.ts";
import { refusedGoods } from "./refusals.ts";
import type { Script } from "./script.ts";
import { smallTalk, wordsLeft } from "./small-talk.ts";

/** What the rules alone make of a message: its facts, the goods it orders, its intents. */
export function meaningByRules(hearing: Hearing, reading: Reading, script: Script, acts: Acts): Meaning {
  const machine = isData(hearing.text) || (hasMarkup(hearing.text) && !acts.ordering);
  const lines = machine ? orderLines([], reading.tokens, false) : orderedGoods(reading, acts, hearing.catalogue);
  const wanted = lines.items.length + lines.doubts.length > 0;
  const put = postponing(hearing, script, reading, lines.items.length > 0);
  const { fulfilment, ...paid } = chosenOf(script);
  // "tgl 1 baru jadi ambil": what is put off goes no way yet.
  const chosen = { ...paid, ...(fulfilment && put.until === undefined && { fulfilment }) };
  const intents = intentsOf(reading, script, acts, { wanted, chosen, postponed: put.off });
  const { branch, zone } = placesIn(reading.tokens, hearing.catalogue);
  const { when } = reading;
  return {
    ...NOTHING,
    intents,
    items: lines.items,
    doubts: lines.doubts,
    about: wanted ? [] : aboutOf(reading),
    ...(!wanted && reading.options.length > 0 && { aboutWords: optionWordsOf(reading) }),
    clarify: lines.clarify || (intents.includes("place_order") && !wanted),
    ...chosen,
    ...(when.date && !put.until && { date: when.date }),
    ...(when.time && { time: when.time }),
    ...(when.around && { around: when.around }),
    ...(reading.address && { address: said(reading, reading.address) }),
    ...(reading.phone && { phone: reading.phone.phone }),
    ...(reading.name && { name: said(reading, reading.name) }),
    ...(put.until && { until: put.until }),
    ...(branch !== undefined && { branch }),
    // A zone is where goods are sent to; the same word may name the branch they are fetched from.
    ...(zone !== undefined && chosen.fulfilment !== "pickup" && { zone }),
    ...(reading.orderNumber && { orderNumber: reading.orderNumber.number }),
    angry: ANGRY.test(script.all),
    confidence: confidenceOf(intents, lines, acts),
  };
}

const ANGRY =
  / (anjing|anjir|bangsat|goblok|goblog|tolol|brengsek|bajingan|asu|jancok|jancuk|kampret|tai|taik|setan|babi|penipu|nipu|penipuan|kecewa|parah|lapor|laporin|polisi|viralin) /;

function said(reading: Reading, span: { from: number; to: number }): string {
  const first = reading.tokens[span.from];
  const last = reading.tokens[span.to - 1];
  // Signs that nobody sees are no part of a name or a street.
  return first && last
    ? reading.text
        .slice(first.start, last.end)
        .replaceAll(/\p{Cf}/gu, "")
        .trim()
    : "";
}

/** The goods a message speaks of; a choice that only one of them has speaks of it too ("red sumatra berapa?"). */
export function aboutOf({ products, options }: Reading): string[] {
  const named = products.flatMap((hit) => hit.candidates.slice(0, 3).map((product) => product.sku));
  if (named.length > 0) return [...new Set(named)].slice(0, 5);
  const owners = options.map(({ phrases }) => new Set(phrases.flatMap(({ of }) => [...of.keys()])));
  return [...new Set(owners.flatMap((skus) => (skus.size === 1 ? [...skus] : [])))].slice(0, 5);
}

interface Findings {
  readonly wanted: boolean;
  readonly chosen: Chosen;
  readonly postponed: boolean;
}

const CHOICES = { cod: "choose_delivery_cod", delivery: "choose_delivery", pickup: "choose_pickup" } as const;
const WANTS_TO_ORDER =
  / (mau|bisa|ingin|pengen|boleh|numpang|jadi|saya)( \S+){0,1} (pesan|beli|booking)( |$)|^ (pesan|beli)( \S+){0,2} $/;

function intentsOf(reading: Reading, script: Script, acts: Acts, found: Findings): Intent[] {
  const intents = new Set(acts.intents);
  if (found.postponed) {
    intents.add("postpone_purchase");
    for (const other of ["cancel_order", "change_order", "ask_price", "ask_stock"] as const) intents.delete(other);
  }
  if (found.chosen.fulfilment) intents.add(CHOICES[found.chosen.fulfilment]);
  if (found.chosen.payment && !/ (\?|rekening|nomor|no|mana|berapa|minta|bisa|boleh|ada|apa) /.test(script.all))
    intents.delete("ask_payment");
  if (found.wanted) intents.add("place_order");
  if (found.wanted && intents.has("change_order") && !acts.clauses.some(({ mood }) => mood === "change"))
    intents.delete("change_order");
  if (intents.size === 0) return [alone(reading, script, acts, found.chosen)];
  return [...intents];
}

function alone(reading: Reading, script: Script, acts: Acts, chosen: Chosen): Intent {
  if (reading.orderNumber) return "order_status";
  if (reading.address ?? reading.phone ?? reading.name) return "provide_info";
  if (refusedGoods(reading).length > 0) return "change_order";
  const talk = reading.branches.length === 0 ? smallTalk(wordsLeft(reading)) : undefined;
  if (talk) return talk;
  const telling = acts.clauses.some(({ mood }) => mood === "talk");
  if (chosen.payment && tellsHow(script)) return "provide_info";
  if (!telling && (reading.when.date || reading.when.time) && !/ (transfer|bayar|kak) /.test(script.all))
    return "provide_info";
  if (!telling && WANTS_TO_ORDER.test(script.all)) return "place_order";
  // A question that no rule knows is mostly about the goods.
  if (
    !telling &&
    / (\?|tidak) $/.test(script.all) &&
    !/ (siapa|kabar|bot|kenapa) /.test(script.all) &&
    script.all.length > 12
  )
    return "ask_product_info";
  return "other";
}

/** "pake qris ya" in few words; a promise ("nanti saya transfer") tells nothing yet. */
function tellsHow({ all }: Script): boolean {
  return (
    all.split(" ").length < 9 && !/ (\?|mana|berapa|bisa|boleh|apa|nanti|kalau|sudah|belum|tidak|jangan) /.test(all)
  );
}

function confidenceOf(intents: readonly Intent[], lines: OrderLines, acts: Acts): number {
  if (intents.includes("other")) return 0.3;
  if (lines.items.length === 0) return lines.doubts.length > 0 ? 0.5 : 0.8;
  const stated = lines.items.every((item) => item.quantityStated);
  return acts.ordering ? (stated ? 0.95 : 0.8) : stated ? 0.85 : 0.6;
}
