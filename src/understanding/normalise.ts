import { withoutChatHeaders } from "./chat-headers.ts";

/** Text in plain lower-case letters, with the place in the original that each character came from. */
export interface Normalised {
  readonly text: string;
  /** Index in the original of each character; absent when they are the same */
  readonly origin?: readonly number[];
}

/** Messages are read up to here; nobody orders in more words, and work stays bounded. */
const READ_UP_TO = 1500;

/** Unicode look-alikes, full-width digits, accents, zero-width and control characters become what a reader sees. */
export function normalise(original: string): Normalised {
  const text = withoutChatHeaders(original.slice(0, READ_UP_TO)).replaceAll(FORMATTING, (tag) =>
    " ".repeat(tag.length),
  );
  if (PLAIN.test(text)) return { text: text.toLowerCase() };
  const out: string[] = [];
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const plain of plainOf(character, out.at(-1))) {
      out.push(plain);
      origin.push(at);
    }
    at += character.length;
  }
  return { text: out.join(""), origin };
}

/** Tags that only lay text out ("<b>", "</p>"): their place stays blank. */
const FORMATTING = /<\/?(?:b|i|u|s|p|br|hr|em|strong|small|span|div|li|ul|ol|font|h[1-6])(?: [^<>\n]{0,60})?\/?>/gi;
const PLAIN = /^[\x20-\x7e\n]*$/;
const INVISIBLE = /^[\p{M}\p{Cf}\p{Cc}]$/u;
const KEPT = /^[a-z0-9\n !-/:-@[-`{-~]$/;
const YES_SIGNS = new Set(["👍", "👌", "✅", "🆗"]);

function plainOf(character: string, before: string | undefined): string {
  if (character === "\n" || character === "\r") return "\n";
  if (character === "\t") return " ";
  const known = LOOK_ALIKES[character];
  if (known !== undefined) return known;
  if (YES_SIGNS.has(character)) return " oke ";
  if (INVISIBLE.test(character)) return "";
  let plain = "";
  for (const part of character.normalize("NFKD").toLowerCase()) {
    const read = LOOK_ALIKES[part] ?? part;
    if (INVISIBLE.test(read)) continue;
    plain += KEPT.test(read) ? read : " ";
  }
  // "1½" is one and a half, not eleven halves.
  return plain.includes("/") && before !== undefined && before >= "0" && before <= "9" ? ` ${plain}` : plain;
}

/** Letters of other alphabets and typographic signs that look like plain ones (from the Unicode charts). */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  е: "e",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
  і: "i",
  ѕ: "s",
  ј: "j",
  ԁ: "d",
  һ: "h",
  ӏ: "l",
  ԛ: "q",
  ԝ: "w",
  г: "r",
  п: "n",
  А: "a",
  В: "b",
  Е: "e",
  К: "k",
  М: "m",
  Н: "h",
  О: "o",
  Р: "p",
  С: "c",
  Т: "t",
  У: "y",
  Х: "x",
  І: "i",
  Ѕ: "s",
  Ј: "j",
  α: "a",
  β: "b",
  ε: "e",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
  Α: "a",
  Β: "b",
  Ε: "e",
  Η: "h",
  Ι: "i",
  Κ: "k",
  Μ: "m",
  Ν: "n",
  Ο: "o",
  Ρ: "p",
  Τ: "t",
  Χ: "x",
  ı: "i",
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ɑ: "a",
  ɡ: "g",
  "⁄": "/",
  "∕": "/",
  "×": "x",
  "✕": "x",
  "✖": "x",
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "‘": "'",
  "’": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "•": "\n",
  "…": ".",
  "，": ",",
  "。": ".",
  "？": "?",
  "＋": "+",
};
