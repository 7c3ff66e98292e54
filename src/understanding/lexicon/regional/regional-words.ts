/**
 * The words of a regional language as shops hear them, each by the Indonesian chat word (or words) that the rules know.
 * `sure`, `unsure` and `afterNumber` list spellings under their reading, as words.ts does: `{ tidak: "teu henteu" }`;
 * a reading of several words is allowed: `{ "dua puluh lima": "selawe" }`. Spellings are plain: no accents, no capitals.
 */
export interface RegionalWords {
  readonly language: string;
  /** Spellings that mean nothing else: always read so, and they show that the language is spoken */
  readonly sure: Readonly<Record<string, string>>;
  /** Spellings that are Indonesian words or goods as well: read so only beside something that shows the language */
  readonly unsure: Readonly<Record<string, string>>;
  /** Several words by what they are read as together: `{ "tiasa teu": "bisa tidak" }`; they show the language too */
  readonly phrases?: Readonly<Record<string, string>>;
  /** Readings that hold right after a number or a counted unit, before another word ("sekawan kalih klepon") */
  readonly afterNumber?: Readonly<Record<string, string>>;
  /** Endings, of an everyday word, that show the language ("hargana", "rasane") */
  readonly endings?: readonly string[];
}
