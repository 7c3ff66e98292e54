import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import { AFTER_ALL } from "./called-off.ts";
import { editsOf } from "./edits.ts";
import type { Hearing } from "./hearing.ts";
import { holdsJust } from "./left-open.ts";
import type { Edit, Intent, Meaning, MeantItem } from "./meaning.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";

/** "Eh jadi deh, tapi 2 aja": what was called off or put off is wanted after all, with what changes about it. */
export function broughtBack(hearing: Hearing, reading: Reading, script: Script, alone: Meaning): Meaning | undefined {
  if (hearing.question?.type !== "setAside" || !wantsBack(script.all, alone)) return undefined;
  const { basket } = hearing;
  const adds = / (tambah|sekalian|juga|lagi) /.test(script.all);
  const again = alone.items.map((item) => {
    const same = basket.filter((line) => isSame(line, item));
    const alike = basket.filter(({ sku }) => sku === item.sku);
    // "jadi, tapi M": the same goods in another choice, rather than more.
    return { item, lines: same.length > 0 || adds || alike.length !== 1 ? same : alike };
  });
  const edits = changesOf(hearing, reading, script, { ...alone, intents: ["place_order"] });
  const asks = ASKING.test(script.all);
  const beside = alone.intents.filter((intent) => intent.startsWith("choose_") || (asks && intent.startsWith("ask_")));
  return {
    ...alone,
    intents: ["repeat_order", ...beside],
    edits: edits ?? only(script, reading, basket) ?? again.flatMap(({ item, lines }) => amended(item, lines)),
    items: edits ? [] : again.flatMap(({ item, lines }) => (lines.length > 0 ? [] : [item])),
    doubts: alone.doubts.filter(
      ({ candidates }) => candidates.length > 0 && !candidates.some((sku) => holds(basket, sku)),
    ),
    clarify: false,
    confidence: 0.9,
  };
}

const BACK =
  / jadi( |$)| tetap( \S+){0,2} (jadi|pesan|mau|beli|ambil|lanjut|order)( |$)| (lanjut|lanjutkan|lanjutin|dilanjut|terusin|teruskan|proses|diproses)( |$)| (balikin|kembalikan|aktifkan|aktifin|hidupkan|hidupin)( \S+){0,2} pesan(an)?( |$)| berubah pikiran | (pesan|pesanan|yang|kayak|sama)( \S+){0,2} (tadi|kemarin)( |$)| sudah (\S+ )?(gajian|cair)( |$)/;
/** "jadi deh undangannya, yang tadi aja", whatever else it sounds like. */
const SURELY = /^( (eh|oh|halo|oke|ya|maaf|kak))* jadi( |$)| yang tadi aja /;
/** "jadi kok, tetep yang tadi": nothing is complained of. */
const PLAINLY = /^( (eh|oh|halo|oke|ya|maaf|kak))* jadi( (kok|ya|aja))?( [.,]| $)/;
const STILL_OFF =
  / (tidak|belum|bukan|jangan|batal) (\S+ )?(jadi|lanjut|pesan|beli) | kalau( \S+){0,3} jadi | jadi (berapa|gimana|kapan|apa|mana|total|siapa|masalah|repot|tidak enak)| \? $/;
/** What no word asks is a guess, and not asked beside. */
const ASKING = / (\?|berapa|mana|kapan|gimana|apa|siapa|bisa|boleh|ada|masih|tidak|ongkir|rekening|harga|total)( |$)/;
const ELSEWHERE: ReadonlySet<Intent> = new Set<Intent>([
  "complain",
  "return_item",
  "opt_out",
  "talk_to_human",
  "request_call",
  "confirm_payment",
  "order_status",
]);

function wantsBack(all: string, alone: Meaning): boolean {
  if (!PLAINLY.test(all) && alone.intents.some((intent) => ELSEWHERE.has(intent))) return false;
  if (AFTER_ALL.test(all) || / jangan ([a-z]+ )?batal /.test(all)) return true;
  if (STILL_OFF.test(all) || (alone.intents.includes("postpone_purchase") && !SURELY.test(all))) return false;
  return BACK.test(all) || alone.intents.includes("repeat_order");
}

function isSame(line: BasketLine, { sku, options }: MeantItem): boolean {
  return line.sku === sku && options.every((value, at) => value === null || value === line.options[at]);
}

function holds(basket: readonly BasketLine[], sku: string): boolean {
  return basket.some((line) => line.sku === sku);
}

/** Named again with a number: that many of it, and not more of it. */
function amended({ quantity, quantityStated, unsure, options }: MeantItem, lines: readonly BasketLine[]): Edit[] {
  const [line, another] = lines;
  if (!line || another) return [];
  const count: Edit[] =
    quantityStated && (unsure || !holdsJust(line, quantity))
      ? [{ type: "setQuantity", line: line.id, quantity, ...(unsure && { unsure }) }]
      : [];
  const choices = options.flatMap((value, option): Edit[] =>
    value !== null && value !== line.options[option] ? [{ type: "setOption", line: line.id, option, value }] : [],
  );
  return [...count, ...choices];
}

/** "tapi risolnya ga usah", "tapi 2 aja", "tapi yang L": edits as of an open basket. */
function changesOf(hearing: Hearing, reading: Reading, script: Script, alone: Meaning): Edit[] | undefined {
  const [line, another] = hearing.basket;
  const [amount, more] = reading.amounts.filter(({ counts, money }) => counts && !money);
  const product = line && hearing.catalogue.product(line.sku);
  if (line && product && !another && amount && !more && reading.products.length + reading.options.length === 0) {
    const quantity = quantityOf(product, amount, line.options);
    return quantity === undefined ? undefined : [{ type: "setQuantity", line: line.id, quantity }];
  }
  const chooses = reading.options.length > 0 && alone.items.length + reading.amounts.length === 0;
  if (!chooses && !/ (tidak usah|tanpa|ganti|kurang|hapus|coret|tambah) /.test(script.all)) return undefined;
  const edits = editsOf(hearing, reading, script, alone)?.edits;
  return edits?.length ? edits : undefined;
}

/** "jadi deh, tapi risolnya aja": the rest stays called off. */
function only(script: Script, reading: Reading, basket: readonly BasketLine[]): Edit[] | undefined {
  if (!/ (aja|cuma|hanya|doang)( |$)/.test(script.all) || reading.amounts.some(({ counts }) => counts))
    return undefined;
  const named = basket.filter(({ sku }) =>
    reading.products.some(({ candidates }) => candidates.some((product) => product.sku === sku)),
  );
  if (named.length === 0 || named.length === basket.length) return undefined;
  return basket.flatMap((line): Edit[] => (named.includes(line) ? [] : [{ type: "remove", line: line.id }]));
}
