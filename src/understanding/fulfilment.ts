import type { Script } from "./script.ts";

/** How goods are to reach the customer, where that is chosen and not asked. `cod` is delivery paid in cash at the door. */
export interface Chosen {
  readonly fulfilment?: "cod" | "delivery" | "pickup";
  readonly payment?: "cash" | "transfer" | "qris";
}

const COD =
  / cod( |$)| bayar( \S+){0,3} (tempat|ditempat|rumah|sampai|datang|terima|kurir|kurirnya|lokasi|nyampe)( |$)| (uang|duit|uangnya|duitnya|cash)( \S+){0,3} (kurir|kurirnya)( |$)/;
const PICKUP =
  / ambil( \S+){0,2} (sendiri|toko|tempat|rumah|sana|situ|ke sana|langsung|ditoko|ditempat)( |$)| (saya|tak|nanti|W|biar|tinggal|mau) ambil (W|sana|situ|aja|ya|sendiri|ke|di|langsung|nanti|sore|habis)( |$)| (saya|tak|nanti|W) ambil [.,]? ?$| ambil (W|nanti|aja|ya)( |$)| (ke sana|ke situ|ke sini|ke toko|mampir) ambil( |$)|(mampir|datang|dateng|samperin|sampai)( \S+){0,2} (toko|tempat|situ|sana)( |$)| otw( ke)? (toko|situ|sana)( |$)| ambil sendiri |(saya (yang )?pesan kurir|saya (yang )?pesankan kurir|kurir saya|kurir sendiri|pesan kurir sendiri|saya kirim kurir|panggil kurir|orderin kurir sendiri)| kurir( \S+){0,2} (yang )?ambil( |$)| (saya|suami|suamiku|anak|anakku|adik|sopir|supir|istri|pembantu|karyawan)( \S+){0,3} (yang )?ambil (?!P|N|O|yang|ini|itu|dua|aja [PNO])/;
/** A branch named as where the customer comes to. */
const TO_BRANCH =
  / ambil( \S+){0,4} L( |$)| (saya|nanti|W|langsung)( \S+){0,1} ke (\S+ )?L( |$)| (mampir|datang)( \S+){0,2} L( |$)/;
const DELIVERY = / kirim( |$)/;
const ASKS =
  / (\?|bisa tidak|boleh tidak|apa bisa|apakah|bisa kirim|bisa antar|bisa cod|boleh cod|bisa ambil|boleh ambil|berapa|gimana|kapan|bisa bayar|boleh bayar|mana|tidak \?)/;
const OTHER_SENDING =
  / (bukti|foto|katalog|rekening|lokasi|info|diskon|pesan|menu|qris|list|video|salah|belum|sudah|jangan|tidak usah|sebelum|kapan|tadi|kemarin|yang|barang yang|gambar|maps|alamat|resi|ulang)( \S+){0,1} kirim | kirim( \S+){0,1} (foto|katalog|bukti|rekening|lokasi|info|diskon|menu|qris|no|nomor|list|video|gambar|contoh|maps|alamat|resi|pesan|wa|chat|ulang|balik|promosi|broadcast|M|uang|duit|salah|belum|sudah|berapa|lambat|lama)( |$)/;

export function chosenOf(script: Script): Chosen {
  const payment = paymentOf(script.all);
  const said = { ...(payment && { payment }) };
  const clauses = script.clauses.map((clause) => clause.script).filter((clause) => !asks(clause));
  if (clauses.some((clause) => COD.test(clause) && !/ (tidak|bukan|jangan|belum) (\S+ )?cod /.test(clause)))
    return { ...said, fulfilment: "cod" };
  if (
    clauses.some(
      (clause) =>
        (PICKUP.test(clause) ||
          (TO_BRANCH.test(clause) && !/ (kalau|naik|arah|lewat|kirim|ongkir|kemarin|tadi|sudah|dulu) /.test(clause))) &&
        !/ (tidak|jangan|belum)( bisa)? ambil | (sudah|tadi|kemarin) (\S+ )?ambil /.test(clause),
    )
  )
    return { ...said, fulfilment: "pickup" };
  if (clauses.some((clause) => DELIVERY.test(clause) && !OTHER_SENDING.test(clause)))
    return { ...said, fulfilment: "delivery" };
  return said;
}

function asks(clause: string): boolean {
  return ASKS.test(clause) && !/ (aja|ya) \? $/.test(clause);
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
