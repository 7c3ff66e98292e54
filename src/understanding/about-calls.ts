import type { Hearing } from "./hearing.ts";
import { isoDate, localTime } from "./local-time.ts";
import type { Intent, Meaning } from "./meaning.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";

/** What the words say of calls besides a wish for one, over what was heard of them so far. */
export function aboutCalls(hearing: Hearing, meaning: Meaning, reading: Reading, script: Script): Partial<Meaning> {
  const { all } = script;
  const isAsked = hearing.question?.type === "call";
  if (isAsked && !hasGoods(meaning)) {
    const answered = answerOf(hearing, meaning, reading, all);
    if (answered) return answered;
  }
  if (wantsChat(all)) return byChat(meaning, all);
  if (!/ (telepon|wa|hp|toko|kontak|cp) /.test(all)) return {};
  if (isThing(all) || isLabel(hearing, meaning, reading, all) || isForTheCourier(all)) return noCall(meaning, all);
  if (isLate(all)) return { intents: withCall(meaning, all), aboutCall: "late", ...NO_TIME };
  if (isTheirs(all, reading)) return { intents: withCall(meaning, all), aboutCall: "theirs", ...NO_TIME };
  if (asksNumber(all) && !hasGoods(meaning) && !meaning.intents.includes("talk_to_human"))
    return { intents: ["request_call"], aboutCall: "number" };
  if (NOT_NOW.test(all) && !UNREACHED.test(all)) return later(meaning, all);
  if (NO_CALL.test(all) && !ASKS_FOR_IT.test(all)) return isTimed(meaning) ? later(meaning, all) : byChat(meaning, all);
  return {};
}

const NO_TIME = { date: undefined, time: undefined, around: undefined };

function hasGoods({ items, doubts, edits }: Meaning): boolean {
  return items.length + doubts.length + edits.length > 0;
}

function isTimed({ date, time }: Meaning): boolean {
  return (date ?? time) !== undefined;
}

/** What only seemed to be meant where somebody speaks of calls. */
const SEEMING: ReadonlySet<Intent> = new Set<Intent>([
  "missed_call",
  "request_call",
  "complain",
  "deny",
  "opt_out",
  "other",
  "postpone_purchase",
  "provide_info",
]);

function withCall({ intents }: Meaning, all: string): Intent[] {
  const status = / (pesanan|paket|barang|kiriman|orderan|kurir|P) /.test(all);
  const kept = intents.filter((intent) => !SEEMING.has(intent) && (status || intent !== "order_status"));
  return [...kept, "request_call"];
}

// They would rather write

const BY_CHAT =
  / ((lewat|via|by|pakai|di|dari) chat( sini)?( aja|$)|chat( sini| disini| di sini)? aja|(tulis|ketik) (disini|di sini|sini) aja|(jawab|bahas|ngobrol) (disini|di sini|di chat)) ?/;
const NO_CALL = / (tidak usah|jangan|batal|tidak jadi|tidak perlu)( di)? telepon /;
const CALLED_OFF = / (batal|tidak jadi)( |$)/;
/** Who asks why nobody called wants the call. */
const ASKS_FOR_IT = / (kok|kenapa|knp|belum|mana|kapan) /;

function wantsChat(all: string): boolean {
  return BY_CHAT.test(all) && !/ (kok|kenapa|knp|mana|kapan) /.test(all);
}

/** "ga usah telpon, chat aja". To call off a call is to call off no goods. */
function byChat({ intents }: Meaning, all: string): Partial<Meaning> {
  const callsOff = CALLED_OFF.test(all.replace(NO_CALL, " "));
  return { byChat: true, intents: callsOff ? intents : intents.filter((intent) => intent !== "cancel_order") };
}

// Words that only look like a wish to be called

const THING =
  / (pulsa|paket|kuota|kartu|voucher|casing|case|softcase|kabel|charger|mesin|meja|gantungan|stiker|mainan|holder|nada) telepon | telepon (genggam|seluler|kabel|pintar|satelit|mainan|bekas|umum) | (jual|beli|stok|harga|servis|service) telepon (rumah |kantor )?(N|O|X|berapa|ada|tidak|ready|\?|$)/;

/** "ada pulsa telepon?": telephones are sold, too. */
function isThing(all: string): boolean {
  return THING.test(all);
}

/** "nomor telepon saya 0812…", "telp: 0812…": a number is given, and no call asked for. */
function isLabel({ question }: Hearing, meaning: Meaning, { tokens }: Reading, all: string): boolean {
  if (!/ telepon( saya)?( ke)? H /.test(all)) return false;
  if (/ (nomor|no|nmr|nope|hp|wa) telepon( saya)? H /.test(all)) return true;
  const at = tokens.findIndex(({ word }) => word === "telepon");
  const asked = question !== undefined && GIVES_DATA.has(question.type);
  const colon = tokens[at + 1]?.raw === ":" || tokens[at + 1]?.raw === "=";
  const beside = (meaning.address ?? meaning.name) !== undefined || hasGoods(meaning);
  return / telepon H /.test(all) && (colon || asked || beside);
}

const GIVES_DATA: ReadonlySet<string> = new Set(["phone", "address", "name"]);

const COURIER =
  / (kurir|kurirnya|driver|drivernya|ojol|gojek|grab|pengantar|pengantarnya|tukang|tukangnya)( \S+){0,3} telepon | kalau (sudah |mau )?(\S+ ){0,2}(sampai|dekat|deket|datang|di depan|nyampe|otw|tiba)( \S+){0,4} telepon | telepon( \S+){0,3} kalau (sudah |mau )?(\S+ )?(sampai|dekat|deket|datang|di depan|nyampe|otw|tiba) /;

/** "kurirnya suruh telpon kalau sudah dekat": a wish for the delivery. */
function isForTheCourier(all: string): boolean {
  return COURIER.test(all);
}

function noCall({ intents, items, doubts, address, phone }: Meaning, all: string): Partial<Meaning> {
  const kept = intents.filter((intent) => intent !== "request_call" && intent !== "missed_call");
  if (kept.length > 0 || items.length + doubts.length > 0) return { intents: kept };
  if ((phone ?? address) !== undefined) return { intents: ["provide_info"] };
  // Only a person can pass it on.
  if (isForTheCourier(all)) return { intents: ["talk_to_human"] };
  return { intents: [/ (ada|jual|ready|stok) /.test(all) ? "ask_stock" : "other"] };
}

// A call that was promised and did not come

const NOBODY_CALLED =
  / (belum|tidak)( juga| pernah| sempat)?( ada)?( yang| orang| satupun)? telepon( (balik|lagi|juga|saya|X))*( |$)/;
const NO_CALL_CAME = / belum ada telepon | tidak ada telepon (masuk|dari|balik) /;
const PROMISED = / (katanya|janji|janjinya|dijanjikan|janjiin|janjian)( \S+){0,5} telepon /;
const STILL_WAITS =
  / (nunggu|tunggu|menunggu|ditunggu|nungguin|ditungguin)( \S+){0,3} telepon | telepon( \S+){0,2} (tunggu|nunggu|ditunggu|ditungguin) /;
const FOR_LONG = / (dari tadi|masih|lama|sejam|seharian|sudah|belum|kok|kenapa|capek|daritadi) /;
const WHERE_IS_IT = / mana telepon /;
const NO_COMPLAINT =
  / (lewat|via|pakai|by|nomor|no|saya|kami|bisa|boleh) (belum |tidak )?telepon | telepon( \S+){0,3} (diangkat|keangkat|terangkat|dijawab|nyambung|aktif) |(tidak|belum) telepon dulu /;

/** "kok belum ditelepon?", "katanya mau telpon jam 4". */
function isLate(all: string): boolean {
  if (NO_COMPLAINT.test(all)) return false;
  const nobody = NOBODY_CALLED.test(all) && (/ (belum|kok|kenapa|ada) /.test(all) || FOR_LONG.test(all));
  const waits = STILL_WAITS.test(all) && FOR_LONG.test(all);
  return nobody || NO_CALL_CAME.test(all) || PROMISED.test(all) || waits || WHERE_IS_IT.test(all);
}

// They call us

const THEY_CALL =
  / (saya|kami)( (aja|yang|nanti|sendiri|dulu|akan|bakal|lagi|coba|W)){0,3} telepon( (lagi|aja|balik|ya|nanti|dulu|W|sendiri|toko|kesana|ke sana|ke toko))*( |[,.]|$)/;
const ASKS_OR_TELLS =
  / (boleh|bisa|tadi|barusan|kemarin|sudah|kok|kalau|kapan|minta|tolong|gimana|tidak|belum|nomor|mau|\?) /;
const TO_COME = / (yang|nanti|aja|biar|W|sendiri|lagi|ya) /;

/** "nanti saya yang telepon": nobody has to call them. */
function isTheirs(all: string, { tokens }: Reading): boolean {
  if (!THEY_CALL.test(all) || ASKS_OR_TELLS.test(all) || !TO_COME.test(all)) return false;
  return tokens.every(({ word, raw }) => word !== "telepon" || !raw.startsWith("di"));
}

// Where to call

const NUMBER =
  / (nomor|no|nmr|nope|cp|kontak)( \S+){0,3} (telepon|wa|whatsapp|hp|toko|admin|adminnya|penjual|yang bisa)/;
const CONTACT = / (nope|cp|kontak)( toko| admin| penjual)? /;
const ASKS = / (ada|minta|berapa|mana|boleh|bisa|apa|siapa|tahu|tau|share|\?) /;
const OTHER_NUMBER =
  / (nomor|no|nmr)( (telepon|hp|wa))? (saya|kami|pesanan|resi|antrian|rekening|rek|urut) | (pakai|simpan|save|ganti|daftar|masuk|hapus)( \S+)? (nomor|no|nmr|kontak) | dari (nomor|no|nmr) | (panggilan|misscall|miscall|missed) | H /;

/** "ada nomor yang bisa dihubungi?" */
function asksNumber(all: string): boolean {
  return (NUMBER.test(all) || CONTACT.test(all)) && ASKS.test(all) && !OTHER_NUMBER.test(all);
}

// Not now

const BUSY =
  "(rapat|meeting|nyetir|kerja|ngajar|mengajar|di jalan|dijalan|jalan|sibuk|masak|sholat|kuliah|kelas|kantor|motor|tidur|istirahat|makan|acara|bawa|antri|repot|riweuh)";
const NOT_NOW = new RegExp(
  ` jangan telepon (saya |ya )?(dulu|sekarang|pas|waktu|kalau|W|lagi ${BUSY})( |$)| (tidak|belum) bisa (di |angkat |terima |jawab )?telepon( |$)| (tidak|belum) bisa (angkat|terima) (telepon )?(dulu|sekarang|W)( |$)`,
);
const UNREACHED = / (nomor|no|kok|kenapa|toko|tadi|mana|pesan) /;
const NOT_THEN = / jangan telepon (saya |pas |waktu ){0,2}W /;

/** "jangan telepon dulu, jam 4 aja": a call, but not now. */
function later(meaning: Meaning, all: string): Partial<Meaning> {
  const onlyNot = NOT_THEN.test(all) && all.split(" W ").length === 2;
  const timed = isTimed(meaning) && !onlyNot;
  return {
    byChat: undefined,
    intents: withCall(meaning, all),
    ...(timed ? {} : { aboutCall: "notNow" as const, ...NO_TIME }),
  };
}

// Asked whether and when to call

const ANY_TIME = / (terserah|bebas|kapan aja|kapanpun|kapan2|sembarang|manut|sekarang|secepatnya|langsung|segera) /;
const WAITS = new RegExp(
  `^ (nanti|sebentar|bentar|tunggu|ntar|entar|dulu)( (aja|dulu|lagi|ya|kabari|saya|deh)){0,3}[ .,]*$| (lagi|masih) ${BUSY}|^ (nanti|sebentar|bentar)( \\S+){0,2} (dulu|aja) `,
);
const ANOTHER_MATTER: readonly RegExp[] = [
  /^ask_/,
  /^choose_/,
  /^(complain|cancel_order|return_item|talk_to_human|opt_out|order_status|place_order)$/,
];

/** "nanti sore aja", "lagi di jalan", "terserah" where the question is whether and when to call. */
function answerOf(hearing: Hearing, meaning: Meaning, reading: Reading, all: string): Partial<Meaning> | undefined {
  const { intents } = meaning;
  if (wantsChat(all) || NO_CALL.test(all) || isTheirs(all, reading)) return undefined;
  if (intents.some((intent) => ANOTHER_MATTER.some((other) => other.test(intent)))) return undefined;
  // "mau pesan buat besok": goods, and no call.
  if (/ (pesan|beli|ambil|kirim|antar|datang|mampir) /.test(all)) return undefined;
  if (isTimed(meaning)) return { intents: withCall(meaning, all), until: undefined };
  if (intents.includes("deny") || intents.includes("affirm")) return undefined;
  const now = localTime(hearing.now, hearing.timeZone);
  const hour = bareHour(reading);
  if (hour !== undefined) return { intents: withCall(meaning, all), time: clockOf(hour, now.minute) };
  const today = isoDate(now.day);
  if (ANY_TIME.test(all)) return { intents: withCall(meaning, all), date: today };
  if (intents.includes("postpone_purchase") || WAITS.test(all))
    return { intents: withCall(meaning, all), aboutCall: "notNow", until: undefined };
  return undefined;
}

/** "8" where an hour was asked for. */
function bareHour({ tokens }: Reading): number | undefined {
  const said = tokens.filter(({ kind, word }) => kind !== "sign" && word !== "kak" && word !== "ya" && word !== "aja");
  const [only] = said;
  const value = said.length === 1 && only?.kind === "number" && !only.money ? only.value : undefined;
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 23 ? value : undefined;
}

/** The next time that a clock shows the hour, by day. */
function clockOf(hour: number, minuteNow: number): string {
  const evening = hour < 7 || (hour < 10 && hour * 60 <= minuteNow);
  return `${String(hour < 12 && evening ? hour + 12 : hour).padStart(2, "0")}:00`;
}
