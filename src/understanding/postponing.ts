import type { Hearing } from "./hearing.ts";
import { MONTHS } from "./lexicon/calendar.ts";
import { calendarOf, dayOf, isoDate, localTime } from "./local-time.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";

const PERIOD =
  "(bulan depan|minggu depan|pekan depan|akhir bulan|awal bulan|tanggal muda|tahun depan|habis lebaran|setelah lebaran|setelah gajian|gajian|akhir tahun|akhir pekan|pertengahan bulan|bulan ngarep|sasih payun|gaji turun|gaji cair|gaji masuk|thr)";
const PERIODS = new RegExp(` ${PERIOD}( |$)`);
const LATER =
  / W (aja |baru )?(saya )?(kabari|kabarin|hubungi|chat) | (nanti|lain kali|lain waktu|kapan2|kapan kapan|besok2|next time|skip|tunda|pending|ditunda|dipending|pikir2|pikir|mikir)( \S+){0,3} (dulu|aja|deh|lagi|ya|pikir2|kabari|kabarin|hubungi|chat|pesan|beli|order|kalau)( |$)/;
const NOT_YET =
  / belum jadi (beli|pesan|ambil) | (belum|tidak) (\S+ )?(ada (uang|duit|dana|budget|bajet)|gajian|butuh|perlu|sekarang|dulu|jadi dulu|dulu|punya (uang|duit)|cair)( |$)| (tunggu|nunggu|tungguin) (\S+ )?(gajian|gaji|cair|thr|transfer|transferan|suami|istri|uang|duit)|(tanya|bilang|rundingan|runding|diskusi|ngobrol|rembug\w*|omongin|obrolin|izin|ijin|musyawarah|konsultasi) (\S+ )?(suami\w*|istri\w*|orang rumah|keluarga|mama|ibu|bos)( \S+){0,2} dulu| (uang|duit)(nya)? (\S+ )?(pakai|habis|dipakai)( |$)| (uang|duit)(nya|ku)? (saya )?belum (ada|cukup|kumpul|terkumpul|cair|turun)( |$)|dompet|kantong kering|lagi bokek|bokek|tanggal tua|kanker| (pikir|pikir2|mikir|mikir2) dulu/;

/** The money has come: nothing is put off any more ("udah gajian nih"), unless it is said of a day to come. */
const PAID = / sudah (\S+ )?(gajian|cair)( |$)|(gajian|gaji|thr) (\S+ )?sudah (masuk|cair|turun)( |$)/;
const SOME_DAY = / (kalau|nanti|tunggu|nunggu|setelah|belum)( \S+){0,3} sudah /;

/** Until when buying is put off: an ISO date or the words said; `off` is true when it is put off at all. */
export function postponing(
  hearing: Hearing,
  script: Script,
  reading: Reading,
  ordered: boolean,
): { off: boolean; until?: string } {
  const all = spelledOut(script);
  if (PAID.test(all) && !SOME_DAY.test(all) && !LATER.test(all)) return { off: false };
  const period = PERIODS.exec(all)?.[1];
  const waits =
    later(all, reading) ||
    NOT_YET.test(all) ||
    ONCE_RICH.test(all) ||
    AFTER_PAY.test(all) ||
    (period !== undefined && / baru /.test(all));
  const puts =
    saidToWait(reading) ||
    / (aja|dulu|deh|mungkin|insyaallah|insya|baru|lagi|mending|nanti|paling|kayaknya|tunggu|ya|jadinya|belum|pesan|beli|order|saya|mi|pi)( |$)/.test(
      all,
    );
  if (
    ordered &&
    !/ (nanti|belum|tunda|pending) (dulu|aja) | nanti ya /.test(all) &&
    !putsOff(script) &&
    !(period && / baru /.test(all))
  )
    return { off: false };
  if (ELSE.test(period === undefined ? all : around(script, period)) && !waits) return { off: false };
  if (/ (telepon|kabari saya|info|transfer) /.test(all) && !period && !NOT_YET.test(all)) return { off: false };
  if (
    !waits &&
    !(period && puts) &&
    !(
      reading.when.date &&
      / (aja|baru) (pesan|beli|order|ambil|belanja)|(pas|tunggu|nunggu|habis|setelah) (\S+ )?gajian/.test(all)
    )
  )
    return { off: false };
  const until = untilSaid(hearing, script, reading);
  return { off: true, ...(until !== undefined && { until }) };
}

/** The day, time of the month or month that is named: an ISO date, or the words said. */
export function untilSaid(hearing: Hearing, script: Script, reading: Reading): string | undefined {
  if (reading.when.date !== undefined) return reading.when.date;
  const period = PERIODS.exec(spelledOut(script))?.[1];
  return (period?.includes("gaji") ? "gajian" : period) ?? monthSaid(hearing, reading);
}

/** "desember aja deh": the first day of a month to come. */
function monthSaid({ now, timeZone }: Hearing, { tokens, marks }: Reading): string | undefined {
  const at = tokens.findIndex(({ raw }, place) => raw.length > 3 && MONTHS.has(raw) && marks[place] === undefined);
  const month = MONTHS.get(tokens[at]?.raw ?? "");
  if (month === undefined) return undefined;
  const today = calendarOf(localTime(now, timeZone).day);
  const day = dayOf(today.year + (month > today.month ? 0 : 1), month, 1);
  return day === undefined ? undefined : isoDate(day);
}

function spelledOut({ all }: Script): string {
  return all.replaceAll(/ (bulan|minggu|pekan|tahun) (?:dpn|dpan) /g, " $1 depan ");
}

/** "ntar kalo ada rejeki": once there is money. */
const ONCE_RICH =
  / (nanti|aja|dulu)( \S+){0,2} kalau (\S+ )?(ada|punya) (rejeki|rezeki|uang|duit|dana|modal)\w*( |$)| (nanti|aja|dulu)( \S+){0,2} kalau (uang|duit|dana|tabungan|modal|gaji)\w* (\S+ )?(cukup|ada|kumpul|terkumpul|cair|masuk|turun)( |$)/;

/** "…, abis gajian la": pay day at the end of a clause. */
const AFTER_PAY = / (habis|setelah|pas|tunggu|nunggu) gajian( (la|lah|sudah|deh|aja|ya|dulu|nanti))* ?[.,]? ?$/;

/** What is said of a period when no buying is put off. */
const ELSE = / (buka|diskon|harga|stok|ready|kirim|ambil|antar|berapa|apa|acara|telepon|\?) /;

/** "bulan depan deh": the little word behind a period. */
function saidToWait({ tokens }: Reading): boolean {
  return tokens.some(
    ({ raw }, at) => /^(depan|dpn|bulan|bln|gajian|lebaran|muda)$/.test(raw) && DEH.has(tokens[at + 1]?.raw ?? ""),
  );
}

const DEH = new Set(["deh", "dah", "lah", "la", "ah"]);

/** The clause that names a period. */
function around({ all, clauses }: Script, period: string): string {
  return clauses.find(({ script }) => script.includes(` ${period} `))?.script ?? all;
}

const BUYS = / (pesan|beli|jadi|kabari|kabarin|hubungi|chat) /;
const HANDED_OVER =
  / nanti( \S+){0,4} (kirim|ambil|datang|mampir|kurir|transfer|bayar)( |$)| (kirim|ambil|datang|mampir)( \S+){0,2} nanti( |$)/;

/** "ntar dulu ya", and not the time when goods are handed over ("ntar abis maghrib antar ya"). */
function later(all: string, { when }: Reading): boolean {
  if (!LATER.test(all)) return false;
  return BUYS.test(all) || !(when.time !== undefined || HANDED_OVER.test(all));
}

/** "pot hitamnya nanti dulu", "besok aja, belum punya uang": goods that are named are put off with the rest. */
export function putsOff({ all }: Script): boolean {
  if (/ (bayar|kirim|ambil|transfer|kurir)( \S+){0,2} (nanti|belum|tunda) /.test(all)) return false;
  return (
    ONCE_RICH.test(all) ||
    / W (aja |baru )?(saya )?kabar\w* | (nanti dulu|belum dulu|tunda|pending) | belum (\S+ )?(ada|punya|pegang) (uang|duit) | (uang|duit)(nya|ku)? (saya )?belum (ada|cukup|kumpul|terkumpul|cair|turun) /.test(
      all,
    ) ||
    / (nanti|setelah|habis|tunggu|W)( \S+){0,3} baru (beli|pesan)( |$)| P( \S+){0,3} nanti aja (habis|setelah|kalau|tunggu|pas|W|bulan|minggu|tgl)( |$)/.test(
      all,
    )
  );
}
