import type { Hearing } from "./hearing.ts";
import { type Intent, type Meaning, NOTHING } from "./meaning.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";

const NEVER_MIND =
  /^( (maaf|aduh|duh|eh|ya|yah|yaudah|oke|sudah|aja|saya|kayaknya|[.,!]))* (tidak jadi|batal)( (maaf|ya|aja|saya|kayaknya|makasih|deh|dulu|semua|semuanya|pesan|pesanan|pesanannya|[.,!]))* $/;
/** Calling off the calling off. */
export const AFTER_ALL = / tidak jadi ([a-z]+ )?batal | batal ([a-z]+ )?tidak jadi /;

/** "ga jadi": a no where a plain yes or no was asked for, else the end of the basket; undefined where it is neither. */
export function calledOff(hearing: Hearing, reading: Reading, script: Script): Meaning | undefined {
  const { question, basket } = hearing;
  // Who names an order means that order.
  if (reading.orderNumber) return undefined;
  const meant = (intent: Intent): Meaning => ({ ...NOTHING, intents: [intent], confidence: 0.95 });
  if (AFTER_ALL.test(script.all) && !/ [PON] /.test(script.all)) return basket.length > 0 ? meant("affirm") : undefined;
  if (!NEVER_MIND.test(script.all) && !withReason(hearing, reading, script)) return undefined;
  if (question?.type === "yesNo" || isAboutOffer(hearing, script)) return meant("deny");
  return basket.length > 0 ? meant("cancel_order") : undefined;
}

/** "ga jadi" about something that the shop offers is a no to that alone; who says "batal" wants no order any more. */
function isAboutOffer({ question }: Hearing, { all }: Script): boolean {
  return question?.type === "offer" && !/ (batal|pesan|pesanan|pesanannya|semua|semuanya) /.test(all);
}

const LEADS =
  /^( (maaf|aduh|duh|waduh|eh|ya|yah|yaudah|oke|saya|kayaknya|halo|[.,!]))*( (tidak jadi|batal)(?! (ke|W|O|N|P|L)))( (maaf|ya|aja|saya|kayaknya|deh|ah|dulu|pesan|beli|order|semua|semuanya|pesanan|pesanannya|[a-z]+))?( [.,!])? $/;

/** "ga jadi ah, mahal": whatever the reason is, where it is about nothing in the basket. */
function withReason({ basket }: Hearing, { products }: Reading, { all, clauses }: Script): boolean {
  const [first, ...rest] = clauses;
  // "ga jadi, anjingnya udah diadopsi": half a name of goods in a sentence of its own is a reason as well.
  const told = rest.some(({ script }) => TELLS.test(script));
  const theirs = products.some(
    ({ candidates, whole }) =>
      (whole || !told) && candidates.some(({ sku }) => basket.some((line) => line.sku === sku)),
  );
  if (!first || rest.length === 0 || theirs || / [ON] /.test(all)) return false;
  return LEADS.test(first.script) && !GOES_ON.test(all.replace(ELSEWHERE, " "));
}

const TELLS = /^ P( \S+){2,}/;
/** Who has bought it elsewhere needs no more. */
const ELSEWHERE =
  / (sudah|la|(anak|adik|kakak|suami|istri|ibu|bapak|mama|papa|teman|bos)\S*( saya| sudah| la){0,2}) (beli|pesan|dibeliin|dibelikan|dikasih)( |$)/;

const GOES_ON =
  / (tidak jadi batal|batal tidak jadi|tapi|ganti|gantinya|nanti|tunggu|nunggu|pesan|beli|mau|tambah|aja P|P aja) /;
