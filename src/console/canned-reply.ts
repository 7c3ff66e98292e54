import type { CannedReplyView } from "./inbox-views.ts";

/** The placeholders that a canned reply may hold. */
export const PLACEHOLDERS = ["nama", "toko", "nomor", "total", "alamat", "jam"] as const;

const PLACEHOLDER = /\{([a-z]+)\}/gi;

/** Puts what is known in the place of its placeholder. What is not known stays as it is, for the seller to see. */
export function fillReply(text: string, known: Readonly<Record<string, string>>): string {
  const values = new Map(Object.entries(known));
  return text.replace(PLACEHOLDER, (whole, name: string) => values.get(name.toLowerCase()) ?? whole);
}

/** The placeholders that still stand in a text, each once. */
export function unfilled(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([whole]) => whole))];
}

/** A canned reply that may fit, and the word for which it is suggested. */
export interface Suggestion {
  readonly reply: CannedReplyView;
  readonly because: string;
}

const MOST = 3;

/**
 * Canned replies whose title or text speaks of what the conversation was handed over for: a word of the reason's topic, or
 * of the note behind the reason. A word in the title counts before one in the text.
 */
export function suggestReplies(replies: readonly CannedReplyView[], heldReason: string): readonly Suggestion[] {
  const [reason = "", ...note] = heldReason.toLowerCase().split(": ");
  const words = [...(TOPICS[reason] ?? []), ...(note.join(" ").match(LONG_WORD) ?? [])];
  const fits = (place: "title" | "text") =>
    replies.flatMap((reply) => {
      const said = reply[place].toLowerCase();
      const because = words.find((word) => said.includes(word));
      return because === undefined ? [] : [{ reply, because }];
    });
  const byReply = new Map([...fits("text"), ...fits("title")].map((each) => [each.reply.id, each]));
  const inTitle = new Set(fits("title").map(({ reply }) => reply.id));
  const found = [...byReply.values()];
  return [
    ...found.filter(({ reply }) => inTitle.has(reply.id)),
    ...found.filter(({ reply }) => !inTitle.has(reply.id)),
  ].slice(0, MOST);
}

/** Shorter words stand in every sentence. */
const LONG_WORD = /\p{L}{4,}/gu;

/** Beginnings of the words that speak of a reason */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  angry: ["maaf", "kecewa", "keluhan", "komplain"],
  return: ["retur", "tukar", "rusak", "ganti"],
  payment: ["bayar", "transfer", "rekening", "qris", "bukti"],
  call: ["telepon", "telpon", "hubungi"],
  media: ["foto", "gambar", "suara", "bukti"],
  order_begun: ["ubah", "disiapkan", "diproses"],
  misunderstood: ["maksud", "jelas", "paham"],
  refused_thrice: ["stok", "habis", "kosong"],
  turn_failed: ["gangguan", "maaf"],
  left_unanswered: ["maaf", "lama", "tunggu"],
  asked_for_person: ["halo", "bantu", "admin"],
};
