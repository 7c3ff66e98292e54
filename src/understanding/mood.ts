import { indexCatalogue } from "./catalogue-index.ts";
import { understand } from "./understand.ts";

/** How a customer sounds, with the words that show it; `neutral` has none. */
export type Mood =
  | { readonly mood: "neutral" }
  | { readonly mood: "angry" | "complaint" | "happy"; readonly words: string; readonly at: number };

/** Something a customer wrote; `at` epoch ms. */
export interface Utterance {
  readonly text: string;
  readonly at: number;
}

/**
 * How the latest of these messages (oldest first) sound: what was said last counts, but a complaint or a courtesy does
 * not hide that somebody was angry just before, only a glad word does.
 */
export function moodOf(said: readonly Utterance[], timeZone: string): Mood {
  let complaint: Mood | undefined;
  for (const { text, at } of said.toReversed()) {
    const mood = soundOf(text, at, timeZone);
    if (mood === "angry") return { mood, words: text, at };
    if (mood === "happy") return complaint ?? { mood, words: text, at };
    if (mood === "complaint") complaint ??= { mood, words: text, at };
  }
  return complaint ?? { mood: "neutral" };
}

/** How people sound does not hang on what the shop sells. */
const NO_GOODS = indexCatalogue({ products: [], places: [] });

function soundOf(text: string, now: number, timeZone: string): Mood["mood"] {
  const { angry, intents } = understand({ text, now, timeZone, catalogue: NO_GOODS, basket: [] });
  if (angry) return "angry";
  if (intents.includes("complain") || intents.includes("return_item")) return "complaint";
  return GLAD.test(text) && !NOT_GLAD.test(text) ? "happy" : "neutral";
}

const GLAD =
  /\b(?:ma?ntap\w*|mantul|puas|keren|suka (?:banget|bgt|sekali)|enak (?:banget|bgt|sekali|loh|kak)|enaknya|seneng|senang|recommended|rekomen\w*|jos+|top|luar biasa|terbaik)\b|[😍🥰😋🤩❤👍]/iu;
const NOT_GLAD = /\b(?:tidak|tdk|nggak|enggak|ngga|gak|ga|g|kurang|belum|blm|bukan|kalau|kalo)\b/iu;
