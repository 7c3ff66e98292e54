import type { Script } from "./script.ts";

/** How goods are to reach the customer, where that is chosen and not asked. `cod` is delivery paid in cash at the door. */
export interface Chosen {
  readonly fulfilment?: "cod" | "delivery" | "pickup";
  readonly payment?: "cash" | "transfer" | "qris";
}

const COD =
  / cod( |$)| bayar( \S+){0,3} (tempat|ditempat|rumah|sampai|datang|terima|kurir|kurirnya|lokasi|nyampe|tiba|selesai|beres)( |$)| (uang\S*|duit\S*|cash|tunai)( \S+){0,4} (kurir|kurirnya|yang kirim|yang bawa|yang anter|yang nganter)( |$)| (cash|tunai)( \S+){0,2} (pas|waktu|saat|setelah|kalau|di)( \S+){0,2} (datang|sampai|selesai|beres|tempat|rumah)( |$)/;
/** "bayar cash pas diantar", "uangnya saya kasih abangnya pas dateng". */
const PAID_THEN =
  / (bayar|cash|tunai|uang\S*|duit\S*)( \S+){0,5} (pas|saat|waktu|ketika|begitu|kalau sudah|setelah)( \S+){0,3} (kirim|datang|sampai|terima|diterima|tiba)( |$)/;
const NOT_COD = / (tidak|bukan|jangan|belum) (\S+ )?cod | (sudah|tadi|kemarin)( \S+){0,2} (bayar|titip\S*|kasih) /;
const FETCH: readonly RegExp[] = [
  / ambil( \S+){0,2} (sendiri|toko|tempat|rumah|sana|situ|sini|mari|dimari|ke sana|langsung|ditoko|ditempat)( |$)/,
  / (saya|tak|nanti|W|biar|tinggal|mau) ambil (W|sana|situ|aja|ya|sendiri|ke|di|langsung|nanti|sore|habis)( |$)/,
  / (saya|tak|nanti|W) (yang )?ambil [.,]? ?$| ambil (W|nanti|aja|ya)( |$)| ambil sendiri /,
  / (ke sana|ke situ|ke sini|ke toko|mampir) ambil( |$)|(mampir|datang|dateng|samperin|sampai)( \S+){0,2} (toko|tempat|situ|sana)( |$)| otw( ke)? (toko|situ|sana)( |$)/,
  /(saya (yang )?pesan kurir|saya (yang )?pesankan kurir|kurir saya|kurir sendiri|pesan kurir sendiri|saya kirim kurir|panggil kurir|orderin kurir sendiri)| kurir( \S+){0,2} (yang )?ambil( |$)/,
  / ambil( \S+){0,2} kurir (saya|nya|kami)( |$)/,
  / ambil (oleh )?(suami|istri|bojo|anak|cucu|adik|kakak|wali|orang|teman|sopir|supir|karyawan|pegawai|satpam|pembantu|panitia|staf|asisten)\S*( |$)/,
  / bayar( \S+){0,3} (pas|saat|waktu|sambil|sekalian)( \S+)? ambil( |$)/,
  / take away | takeaway | bawa pulang | pesanan( \S+){0,5} (mau|W|nanti) ambil [.,]? ?$/,
  / (ku )?(kujemput|kuambil|kujupuk)( |$)| ku ambil ?$/,
  / (saya|suami|suamiku|anak|anakku|adik|sopir|supir|istri|pembantu|karyawan|cucu|cucuku|teman|orang)( \S+){0,3} (yang )?ambil (?!P|N|O|yang|ini|itu|dua|(\S+ ){1,2}N |aja [PNO])/,
];
/** "nanti sore saya ke toko", "besok saya mampir": the customer comes by. */
const COMES =
  / (nanti|W|langsung)( \S+){0,2} saya( \S+){0,2} (ke (toko|sana|situ)|mampir|datang|singgah\S*)( |$)| saya( \S+){0,1} (ke (toko|sana|situ)|mampir|singgah\S*)( \S+){0,3} W | saya( langsung)? ke (toko|sana|situ) (aja|ya|langsung|sendiri|W)( |$)|^ mampir( \S+){0,2} W | W ku (mampir\S*|singgah\S*)| saya (W|nanti)( \S+){0,1} (ke toko|mampir)( |$)/;
/** A branch named as where the customer comes to. */
const TO_BRANCH =
  / ambil( \S+){0,4} L( |$)| (saya|nanti|W|langsung)( \S+){0,1} ke (\S+ )?L( |$)| (mampir|datang)( \S+){0,2} L( |$)/;
const PASSING = / (kalau|naik|arah|lewat|kirim|ongkir|kemarin|tadi|sudah|dulu|lihat|liat|alamat|lokasi) /;
const NOT_FETCHED =
  / (tidak|jangan|belum|bukan)( \S+){0,2} ambil | tidak (usah|bisa|sempat) (\S+ )?ambil | (sudah|tadi|kemarin) (\S+ )?ambil /;
const DELIVERY = / (kirim|bawain|bawakan|dipun(terke|kintun\S*|ateraken))( |$)| kurir (di )?aja( \S+){0,3} A( |$)/;
const ASKS =
  / (\?|bisa tidak|boleh tidak|apa bisa|apakah|bisa kirim|bisa antar|bisa cod|boleh cod|bisa ambil|boleh ambil|berapa|gimana|kapan|bisa bayar|bisa saya|apa (ada|terima|nerima|melayani)|boleh bayar|mana|tidak \?|kah atau|kah cuma)| (tidak|kah) (ya )?[.,?]? ?$| apa [.,]? ?$/;
/** "dianter atau ambil sendiri sama aja?", "… kalo dikirim ke sana": ways that are weighed up. */
const WEIGHS =
  / (ambil|kirim|cod)( \S+){0,2} (atau|apa)( \S+){0,2} (ambil|kirim|cod) |^ kalau (mau |minta |saya )?kirim (ke|A) (?!.* (ya|aja) )/;
/** "kalau bisa diantar sore ya": a wish, and no question. */
const WISH = /^ (\S+ )?kalau bisa /;
const OTHER_SENDING =
  / bukti( \S+){0,3} kirim | (bukti|foto|katalog|rekening|lokasi|info|diskon|pesan|menu|qris|list|video|salah|belum|sudah|jangan|tidak usah|sebelum|kapan|tadi|kemarin|lalu|yang|barang yang|gambar|maps|resi|ulang|stop)( \S+){0,1} kirim | tidak kirim | alamat kirim | kirim( \S+){0,1} (foto|katalog|bukti|rekening|lokasi|info|diskon|menu|qris|no|nomor|list|video|gambar|contoh|maps|resi|pesan|wa|chat|ulang|balik|promosi|broadcast|iklan|M|uang|duit|salah|belum(?! W)|sudah|kemarin|tadi|berapa|lambat|lama|orang|cv|lamaran|teknisi|tukang|invoice|nota|sini)( |$)| kirim alamat | (uang|duit)\S*( \S+){0,2} kirim /;
const SHOP_COURIER = / kurir (dari )?(toko|sana|situ)( \S+){0,3} ?$/;
/** "kalau udah, anter ya": once the goods are ready. */
const ONCE_READY = / kalau sudah (\S+ )?kirim (ya|aja|ke)( |$)/;

/** The way goods go that a clause chooses; questions choose none. */
export function chosenOf(script: Script): Chosen {
  const payment = paymentOf(script.all);
  const said = { ...(payment && { payment }) };
  const clauses = script.clauses.map((clause) => resigned(clause.script)).filter((clause) => !asks(clause));
  const some = (chooses: (clause: string) => boolean) => clauses.some(chooses);
  if (some((clause) => (COD.test(clause) || PAID_THEN.test(clause)) && !NOT_COD.test(clause)))
    return { ...said, fulfilment: "cod" };
  if (some(fetches)) return { ...said, fulfilment: "pickup" };
  if (some(sends)) return { ...said, fulfilment: "delivery" };
  return said;
}

/** "ya udah bayar di tempat aja": a word of giving in, and nothing done already. */
function resigned(clause: string): string {
  return clause.replace(/^((?: (?:ok|oke|eh|oh|kak))*) ya sudah /, "$1 yaudah ");
}

function fetches(clause: string): boolean {
  if (NOT_FETCHED.test(clause)) return false;
  return (
    FETCH.some((each) => each.test(clause)) || ((TO_BRANCH.test(clause) || COMES.test(clause)) && !PASSING.test(clause))
  );
}

function sends(clause: string): boolean {
  if (SHOP_COURIER.test(clause)) return true;
  return DELIVERY.test(clause) && (!OTHER_SENDING.test(clause) || ONCE_READY.test(clause));
}

/** Whether ways of sending are only asked about, or something else than goods is sent. */
export function onlyAsksHow({ clauses }: Script): boolean {
  const about = clauses.map(({ script }) => script).filter((clause) => COD.test(clause) || DELIVERY.test(clause));
  return about.length > 0 && about.every((clause) => asks(clause) || OTHER_SENDING.test(clause));
}

function asks(clause: string): boolean {
  if (WEIGHS.test(clause)) return true;
  if (WISH.test(clause) && !/ (\?|tidak|berapa) /.test(clause)) return false;
  return (
    ASKS.test(clause) && !(/ (aja|ya) \? $/.test(clause) && !/ (bisa|boleh|tidak|apa|berapa|mana|kapan) /.test(clause))
  );
}

/** "…, transfer, nama ria": a way to pay told among the facts of an order. */
const TOLD = / (qris|transfer) [,.BHAWN]/;
const NOT_TOLD =
  / (sudah|belum|bukti|tadi|barusan|kemarin|habis|setelah|bisa|boleh|apa|kalau|rekening|nomor|no|berapa|mana|tidak|jangan|salah|M|\?)( |$)/;

function paymentOf(script: string): Chosen["payment"] {
  if (/ (bayar|pakai|lewat|via|mau|saya) (\S+ )?qris (aja|ya|\.|$)| qris aja |^ qris (ya )?[.]? ?$/.test(script))
    return "qris";
  if (
    / (bayar|pakai|lewat|via|mau|saya|nanti) (\S+ )?transfer (aja|ya|\.|$)| transfer aja |^ transfer (ya )?[.]? ?$/.test(
      script,
    )
  )
    return "transfer";
  if (
    / (cash|tunai|kontan|cod)( |$)/.test(script) &&
    !/ (bisa|boleh|apa) (\S+ )?(cash|tunai|cod) | (cash|tunai|cod) (bisa|boleh|\?)/.test(script)
  )
    return "cash";
  const told = NOT_TOLD.test(script) ? undefined : TOLD.exec(script)?.[1];
  return told === "qris" || told === "transfer" ? told : undefined;
}
