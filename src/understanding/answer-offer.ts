import { agreed, restates } from "./agreed.ts";
import type { Hearing } from "./hearing.ts";
import { BESIDE_YES, YES_WORDS } from "./lexicon/agreement.ts";
import { choiceFor } from "./line-options.ts";
import { type Intent, type Meaning, NOTHING } from "./meaning.ts";
import type { OptionHit } from "./option-hits.ts";
import type { Reading } from "./reading.ts";

/**
 * Asked whether something else may come instead: "ya udah ganti aja" agrees, "jangan diganti" and "tetap keju" do not. What
 * names other goods than those offered, or asks something back, answers nothing.
 */
export function answerOffer(hearing: Hearing, reading: Reading, alone: Meaning): Meaning | undefined {
  const all = ` ${reading.tokens.map(({ word }) => word).join(" ")} `.replace(NO_MATTER, " oke ");
  if (ASKS.test(all) || alone.angry || alone.intents.some((intent) => ELSEWHERE.has(intent))) return undefined;
  const meant = (intent: Intent): Meaning => ({ ...NOTHING, intents: [intent], confidence: 0.9 });
  if (NOT_SWAPPED.test(all)) return meant("deny");
  if (CALLS_OFF.test(all)) return undefined;
  if (NO.test(all)) return alone.items.length > 0 ? undefined : meant("deny");
  if (KEEPS.test(all) && !SWAPS.test(all)) return meant("deny");
  if (!restates(hearing, reading, alone)) return undefined;
  if (!SWAPS.test(all) && !PATIENT.test(all)) return agreed(hearing, reading, alone);
  return namesNothingElse(hearing, reading) ? meant("affirm") : undefined;
}

/** "ganti sama pandan aja", of goods that nobody sells, is no yes to what was offered. */
function namesNothingElse({ basket, catalogue }: Hearing, { tokens, marks, options }: Reading): boolean {
  const isOffered = (hit: OptionHit) =>
    basket.some(({ sku, options: offered }) => {
      const product = catalogue.product(sku);
      const choice = product && choiceFor(product, hit);
      return choice !== undefined && offered[choice.option] === choice.value;
    });
  if (!options.every(isOffered)) return false;
  return tokens.every(({ kind, word, raw }, at) => {
    if (kind !== "word" || marks[at] !== undefined) return true;
    return [word, raw].some((form) => YES_WORDS.has(form) || BESIDE_YES.has(form) || PLAIN.test(form));
  });
}

const ELSEWHERE: ReadonlySet<Intent> = new Set<Intent>(["return_item", "complain", "talk_to_human", "request_call"]);

const NO_MATTER = / (tidak apa( apa|2)?|tidak papa|gapapa|gpp|tidak masalah|apa2|no problem)(?= )/g;
const ASKS = / (\?|berapa|kenapa|kapan|gimana|bagaimana|apa|kok|ada|bisa) /;
const SWAP = "(di)?(ganti|gantiin|gantikan|gantinya|tukar|tuker|tukerin)";
/** "ga usah diganti", "batal ganti", "ga jadi ganti" */
const NOT_SWAPPED = new RegExp(
  ` (tidak|jangan|bukan|batal|ogah|gausah)( (usah|mau|perlu|jadi|boleh|dulu|sampai))? ${SWAP} `,
);
const CALLS_OFF = / (batal|batalin|batalkan|dibatalin|dibatalkan|cancel) /;
const NO = / (tidak|jangan|bukan|ogah|gausah|skip) /;
const KEEPS = / (tetap|tetep) /;
const SWAPS = new RegExp(` ${SWAP} `);
const PLAIN = new RegExp(
  `^(${SWAP}|aja|deh|kak|ya|sama|dengan|yang|itu|ini|pakai|jadi|ke|mau|saja|tidak|apa|apa2|gapapa|papa|gpp|masalah|sudah|udah|yaudah|dulu|juga|terserah|silakan|monggo|mangga|penjualnya|toko|tokonya)$`,
);
const PATIENT = / (oke|silakan|monggo|terserah|mangga) /;
