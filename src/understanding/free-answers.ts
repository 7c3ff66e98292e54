import { informed } from "./informed.ts";
import { VAGUE_PLACES } from "./lexicon/address-words.ts";
import type { Intent, Meaning } from "./meaning.ts";
import { TITLES } from "./names.ts";
import type { Reading } from "./reading.ts";

/** Intents that mean the customer did something else than answer. */
const ELSEWHERE: ReadonlySet<Intent> = new Set<Intent>([
  "cancel_order",
  "order_status",
  "choose_pickup",
  "complain",
  "return_item",
  "postpone_purchase",
  "opt_out",
  "talk_to_human",
  "request_call",
  "missed_call",
  "deny",
  "greet",
  "thank",
  "affirm",
  "ask_price",
  "ask_stock",
  "ask_menu",
  "ask_product_info",
  "ask_hours",
  "ask_location",
  "ask_shipping_cost",
  "ask_delivery_time",
  "ask_cod",
  "ask_payment",
  "ask_promo",
  "ask_how_to_order",
  "repeat_order",
  "start_over",
]);

const LEAD = new Set([
  "ke",
  "di",
  "alamat",
  "alamatnya",
  "kirim",
  "saya",
  "ini",
  "rumah",
  ":",
  ".",
  ",",
  "-",
  "dong",
  "kak",
  "ya",
  "oke",
  "antar",
  "nama",
  "namanya",
  "atas",
  "penerima",
  "halo",
  "nya",
  "an",
  "nih",
]);
const TAIL = new Set([
  "ya",
  "kak",
  "dong",
  "makasih",
  "aja",
  "oke",
  ".",
  ",",
  "!",
  ":",
  "-",
  "\n",
  "sama",
  "dan",
  "hp",
  "wa",
  "telepon",
  "no",
]);
const SAME_AS_EVER = new Set([
  "yang",
  "biasa",
  "kemarin",
  "tadi",
  "lama",
  "seperti",
  "sama",
  "kayak",
  "kaya",
  "sebelumnya",
  "itu",
  "ini",
  "dulu",
  "kmrn",
  "kemaren",
  "yg",
  "biasanya",
]);

/** Asked for an address, a bare line is one. */
export function answerAddress(reading: Reading, alone: Meaning): Meaning | undefined {
  if (alone.intents.some((intent) => ELSEWHERE.has(intent))) return undefined;
  if (alone.items.some((item) => item.quantityStated)) return undefined;
  const line = longestFree(reading, new Set(["phone", "name", "when"]));
  const telling = line?.words.filter((word) => !SAME_AS_EVER.has(word) && !VAGUE_PLACES.has(word)) ?? [];
  if (!line || telling.length === 0 || (telling.length === 1 && (telling[0]?.length ?? 0) < 4)) return undefined;
  return informed(alone, { address: line.text });
}

/** Asked for a name, a few bare words are one. */
export function answerName(reading: Reading, alone: Meaning): Meaning | undefined {
  if (alone.name) return informed(alone);
  if (alone.intents.some((intent) => ELSEWHERE.has(intent))) return undefined;
  if (answersElse(reading, alone)) return undefined;
  const line = longestFree(reading, new Set(["phone", "address", "when"]), TITLES);
  return line &&
    line.words.length <= 5 &&
    !/^(rt|rw)$/.test(line.words.join(" ")) &&
    line.words.every((word) => /^[a-z]+$/.test(word))
    ? informed(alone, { name: line.text })
    : undefined;
}

const NO_NAMES = new Set(
  `cod ambil kirim transfer qris cash tunai bayar kurir toko ya oke tidak bukan jangan batal sudah belum nanti besok mau pesan beli
  siapa kenapa apa gimana berapa mana kapan harus kok terserah lupa rahasia tau tahu bebas skip kosong
  tunggu bentar sebentar bntr sabar rumah rmh pagar pager cat gang gg jl jln jalan warung komplek perum perumahan depan samping belakang dekat seberang`.split(
    /\s+/,
  ),
);

/** Goods, numbers, days, ways to pay or send, and questions are no names, whatever was asked. */
function answersElse(reading: Reading, alone: Meaning): boolean {
  const goods = reading.products.some((hit) => hit.likeness > 0.94 && (hit.whole || hit.head));
  const chosen = alone.fulfilment ?? alone.payment ?? alone.date ?? alone.time ?? alone.branch ?? alone.orderNumber;
  return (
    goods ||
    alone.items.length > 0 ||
    chosen !== undefined ||
    reading.amounts.length > 0 ||
    reading.tokens.some(({ raw }) => raw === "?" || NO_NAMES.has(raw)) ||
    // Spellings of these words are names too ("Uda Rizal"), beside a word that is no everyday one.
    (reading.tokens.every(({ known }) => known) && reading.tokens.some(({ word }) => NO_NAMES.has(word)))
  );
}

/** The longest stretch of words left when other facts are taken out, without polite words at its ends. */
function longestFree(
  reading: Reading,
  out: ReadonlySet<string>,
  kept: ReadonlySet<string> = new Set(),
): { text: string; words: string[] } | undefined {
  let best: { from: number; to: number } | undefined;
  let from = 0;
  for (let at = 0; at <= reading.tokens.length; at++) {
    const mark = reading.marks[at];
    if (at < reading.tokens.length && (mark === undefined || !out.has(mark))) continue;
    if (!best || at - from > best.to - best.from) best = { from, to: at };
    from = at + 1;
  }
  if (!best) return undefined;
  let { from: start, to } = best;
  while (start < to && LEAD.has(reading.tokens[start]?.word ?? "")) start++;
  const before = reading.tokens[start - 1]?.raw ?? "";
  // "bu rt" is a name; the "kak" of "kak, budi" is not.
  if (start > best.from && start < to && kept.has(before) && before !== "kak") start--;
  while (to > start && TAIL.has(reading.tokens[to - 1]?.word ?? "")) to--;
  const first = reading.tokens[start];
  const last = reading.tokens[to - 1];
  if (!first || !last || start >= to) return undefined;
  const words = reading.tokens.slice(start, to).flatMap((token) => (token.kind === "sign" ? [] : [token.raw]));
  return { text: reading.text.slice(first.start, last.end).replaceAll("\n", ", ").trim(), words };
}
