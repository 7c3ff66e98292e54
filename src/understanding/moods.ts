import type { Reading } from "./reading.ts";
import type { Clause, Script } from "./script.ts";

/**
 * How a clause speaks of goods: an order, a plain naming of goods (an order if nothing says otherwise),
 * a question about them, a change of an earlier order, or talk that orders nothing.
 */
export type Mood = "order" | "plain" | "question" | "change" | "talk";

const WANT =
  / (pesan|beli|minta|ambil|tambah|keep|(?<!berapa |per )bungkus|bungkusin|bungkuskan|siapin|siapkan|disiapkan|disiapin|disediakan|disediain|dijadwalkan|dibuatkan|dibuatin|dicatat|bikinin|buatin|buatkan|bikinkan|checkout|borong|booking|sediain|titip|kirim|jadiin|ikut po|po)( |$)/;
const WANT_GOODS =
  /( mau( \S+){0,4} [PON]| tolong( \S+){0,2} [PN]| (saya|dong)( \S+){0,1} (yang )?[PN]| butuh( \S+){0,2} [PN]| simpan (\S+ )?N| perlu( \S+){0,1} [PN]| panggil( \S+){0,3} P| need( \S+){0,2} [PN]| (masukin|masukkan|selipin|selipkan)( \S+){0,2} P| P( [ON]){0,3} (masukin|masukkan|selipin)) /;
const PAST =
  / (kemarin|tadi|dulu|pernah|sudah|barusan|waktu itu|lalu|terakhir|baru aja|setelah|habis)( \S+){0,6} (pesan|beli|ambil|makan|coba|nyoba|nyobain|borong|minta|sampai|datang|terima|pakai|kirim)( |$)/;
const PAST_AFTER =
  / (pesan|beli|ambil|dapat|borong|nyoba|makan)( \S+){0,8} (kemarin|tadi|lalu|waktu itu|dulu itu|tempo hari|kapan hari|sudah sampai|sampai|datang)( |$)/;
const RETURNING = / (mau|lagi|tambah|maneh|kali ini|sekarang|nambah|repeat|minta)( |$)/;
const SUPPOSE = / kalau( \S+){0,4} (pesan|beli|ambil|borong|N|M|X|tambah|minta|mau)( |$)/;
const IF_THERE = / kalau( (emang|memang|misal|P|O)){0,3} (ada|ready|masih|stok|kosong|habis|tidak ada|stoknya)( |$)/;
const OTHERS =
  / (teman\w*|temen\w*|adik\w*|tetangga\w*|tetanggaku|saudara\w*|sodara\w*|sepupu\w*|mertua\w*|suami\w*|istri\w*|anak\w*|keponakan\w*|ponakan\w*|pacar\w*|dia|mereka|katanya|bosku|mamaku|mama|papa|ibuku|bapakku|kakakku|orang)( \S+){0,3} (pesan|beli|mau|ambil|suka|borong|pakai|rencana\w*|minta)( |$)/;
const FOR_OTHERS =
  / (buat|titip|titipan|titipannya|dari) (teman|temen|adik|tetangga|saudara|sodara|sepupu|mertua|suami|istri|anak|keponakan|ponakan|pacar|mama|papa|ibu|bapak|kakak|orang)|(suruh|nyuruh|disuruh)/;
const WONDERING =
  / (mau|pengen|cuma|sekedar|ingin|numpang|boleh)( \S+){0,1} (tanya|nanya|tanya2|nanya2|lihat|liat|tau|tahu|cek|lihat2|liat2|nnya|konsultasi|info)( |$)| (rencana\w*|masih bingung|galau|mikir2|pikir2|cari2|mungkin|kayaknya)( |$)/;
const CHANGE = / (ganti|ubah|kurang|hapus|batal|tukar)( |$)| tidak (usah|jadi)| (bukan|jangan) P [?.]? ?$/;
/** "stok 5 dus buat warung": laid in rather than asked for. */
const STOCKS_UP = /^(?!.* (\?|ada|masih|ready|berapa|tinggal|sisa|kapan) ).* (stok|nyetok) N /;
const ABOUT_GOODS = new Set([
  "ask_price",
  "ask_stock",
  "ask_product_info",
  "ask_promo",
  "ask_menu",
  "ask_delivery_time",
]);

/** The mood of each clause, with the intents its own words carry. */
export function moodOf(clause: Clause, intents: ReadonlySet<string>, reading: Reading): Mood {
  const { script } = clause;
  const hasNumber = script.includes(" N ");
  const wants =
    (WANT.test(script) && !/ (ambil|kirim)( \S+){0,2} (sendiri|toko|ke|di|tempat|A|W|aja)/.test(script)) ||
    WANT_GOODS.test(script) ||
    / N lagi /.test(script) ||
    STOCKS_UP.test(script);
  if (
    intents.has("complain") ||
    intents.has("return_item") ||
    intents.has("bargain") ||
    intents.has("confirm_payment") ||
    intents.has("order_status") ||
    intents.has("opt_out") ||
    intents.has("opt_in")
  )
    return "talk";
  if (SUPPOSE.test(script) && !IF_THERE.test(script)) return intents.size > 0 || !hasNumber ? "talk" : "talk";
  if (isPast(script)) return "talk";
  if (/ (harusnya|seharusnya|mestinya|padahal) /.test(script)) return "talk";
  if (OTHERS.test(script) && !FOR_OTHERS.test(script)) return "talk";
  if (WONDERING.test(script)) return "talk";
  if (CHANGE.test(script) && !/ tambah /.test(script) && !/ bukan /.test(script))
    return takesBack(script) ? "order" : "change";
  const asks = !STOCKS_UP.test(script) && [...intents].some((intent) => ABOUT_GOODS.has(intent));
  if (
    asks &&
    !(
      wants &&
      hasNumber &&
      / (pesan|beli|minta|tambah|mau|ambil|keep|bungkus) /.test(script) &&
      !/ (berapa|ready|stok) .*(pesan|beli|mau|ambil) /.test(script)
    )
  )
    return "question";
  if (/ (apa|kenapa|gimana|mana|kapan|berapa|siapa|kah|diskon) /.test(script) && !wants) return "question";
  if (/\? $/.test(script) && !wants && !hasNumber) return "question";
  const goods =
    / [PON] /.test(script) ||
    (/ (pesan|beli|mau|minta|order) /.test(script) && !/\? $/.test(script) && strangers(clause, reading) > 0);
  if (wants && goods) return "order";
  return strangers(clause, reading) > 2 ? "talk" : "plain";
}

/** "hitam 1 gajadi hitam, merah aja", "… sama santan eh santannya ga jadi": what was counted out in the same breath. */
export function takesBack(script: string): boolean {
  return TAKES_BACK.test(script) && !/ (kemarin|tadi|pesanan) /.test(script);
}

const TAKES_BACK =
  / [PO] N( \S+){0,4} tidak jadi O | [PO] N (.* )?(eh|oh|aduh|hmm) P( O)? (tidak jadi|tidak usah|batal|jangan)( (deh|aja|ya|dulu))?( [.,])? $/;

/** What was ordered before: told of, and not ordered again. */
export function isPast(script: string): boolean {
  return (PAST.test(script) || PAST_AFTER.test(script)) && !returns(script);
}

/** After telling of the past, a new wish: "kemarin beli 2 enak, mau lagi 3". */
function returns(script: string): boolean {
  const past = script.search(/ (kemarin|tadi|dulu|pernah|sudah|barusan|waktu itu|lalu|terakhir|baru aja) /);
  const wish = script.search(RETURNING);
  return (
    wish >= 0 && (past < 0 || wish > past) && !/ (sudah|tadi|kemarin)( \S+){0,2} (pesan|beli) .* lagi $/.test(script)
  );
}

/** Words that neither the chat lexicon nor the catalogue knows. */
export function strangers(clause: Clause, reading: Reading): number {
  let count = 0;
  for (let at = clause.from; at < clause.to; at++) {
    const token = reading.tokens[at];
    if (token?.kind === "word" && !token.known && reading.marks[at] === undefined && token.raw.length > 2) count++;
  }
  return count;
}

const TELLING = new Set(
  "bagus mantap mantul recommended recomended rekomended rekomen puas awet keren sesuai rapi rapih cakep jos top sukses semoga original ori worth kualitas pengiriman packing packaging pengemasan kemasan produk produknya barang barangnya bintang deskripsi ekspektasi seller penjual admin respon cepat selamat lumayan nyaman fungsi berfungsi berkualitas kecewa rusak jelek enak lezat gurih makasih sukak suka love dicoba coba terima diterima bahannya harga murah murmer amanah ramah wangi lembut halus tebal adem pesanan berhasil cocok mulus aman gambar foto good nice great best ok jahitan warnanya ukurannya langganan toko mendarat tersegel segel bubble expired exp".split(
    " ",
  ),
);

/** "orderan tim futsal:", before its lines */
const LIST_HEAD = /^( (?:halo|kak|ini|berikut|list|daftar))* pesanan(?= (?:[^ ,.?]+ ){0,4}\.)/;

/** How much a message reads like a review: praise, blame, parcels. */
export function reviewing(script: Script): number {
  // "jangan yang gosong" blames nothing yet, and "buat stok toko" says what the goods are for.
  const all = script.all
    .replace(LIST_HEAD, " ")
    .replaceAll(/ (jangan( yang| sampai)?|(buat|untuk)( stok| isi)?) \S+/g, " ");
  return new Set(all.split(" ").filter((word) => TELLING.has(word))).size;
}
