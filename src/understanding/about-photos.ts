import type { Hearing } from "./hearing.ts";
import type { Intent, Meaning } from "./meaning.ts";
import { aboutOf } from "./meaning-by-rules.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";

/** Whether the words ask to see a picture of goods, over what was heard of them so far. */
export function aboutPhotos(
  { question }: Hearing,
  meaning: Meaning,
  reading: Reading,
  { all }: Script,
): Partial<Meaning> {
  if (question?.type === "photo") return pickedFor(meaning);
  if (meaning.intents.some((intent) => ANOTHER_MATTER.has(intent))) return {};
  const { tokens } = reading;
  const urges = tokens.some(({ raw }) => URGES.test(raw));
  if (tokens.some(({ raw }) => MOVING.test(raw)) || !wantsPhoto(all, urges)) return {};
  const intents = meaning.intents.filter((intent) => !SEEMING.has(intent) && !(intent === HOW_TO && !ORDERS.test(all)));
  const names = aboutOf(reading).length + meaning.items.length + meaning.doubts.length > 0;
  return {
    photo: names ? "named" : "talkedOf",
    intents: [...intents, "ask_product_info"],
    // Goods may be ordered in the same breath: how sure those are is theirs to say.
    ...(meaning.items.length === 0 && { confidence: Math.max(meaning.confidence, 0.8) }),
  };
}

/** "brownies" where it was asked what to show. */
function pickedFor({ intents, items, doubts, edits, about }: Meaning): Partial<Meaning> {
  const skus = [...about, ...items.map(({ sku }) => sku), ...doubts.flatMap(({ candidates }) => candidates)];
  const counted = items.some(({ quantityStated }) => quantityStated) || edits.length > 0;
  if (skus.length === 0 || counted || !intents.every((intent) => NAMES.has(intent))) return {};
  return {
    photo: "named",
    intents: ["ask_product_info"],
    about: [...new Set(skus)],
    items: [],
    doubts: [],
    clarify: false,
  };
}

/** What goods that are only named look like. */
const NAMES: ReadonlySet<Intent> = new Set<Intent>(["place_order", "ask_product_info", "ask_stock", "affirm", "other"]);

const ANOTHER_MATTER: ReadonlySet<Intent> = new Set<Intent>([
  "complain",
  "return_item",
  "confirm_payment",
  "request_call",
  "ask_menu",
  "order_status",
]);

/** What else a wish to see something looks like. */
const SEEMING: ReadonlySet<Intent> = new Set<Intent>([
  "ask_product_info",
  "ask_stock",
  "other",
  "affirm",
  "provide_info",
  "greet",
]);

const HOW_TO: Intent = "ask_how_to_order";
const ORDERS = / (cara|caranya|pesan|beli|langkah) /;

const PHOTO = /^(?:foto|poto|photo|fto|gambar)(?:ny|n[ae]|e|in)?a?$|^pict?(?:ny|n[ae])?a?$/;
const WISH =
  / (ada|minta|lihat|liat|ndelok|tingali|boleh|bisa|kirim|kirimin|kirimi|mana|gimana|kayak|seperti|share|tolong|mau|pengen|ingin|coba|tunjukin|tunjukkan|spill|kasih|cek|apa|punya|real|asli|contoh|\?) /;
/** What others say of the goods, and films of them, are no pictures that a shop keeps of each. */
const MOVING = /^(?:vid(?:eo|io)|testi)/i;
/** Said with no other word for it, this asks too ("foto udangnya dong", "fotoin kandangnya"). */
const URGES = /^(?:dong|donk|po'?o|atuh|plis|pliss|please|f?oto(?:in|kan))$/i;
/** Nothing but the picture and what is to be on it: "foto brownies", "fotonya kak". */
const BARE = /^ (\S+ )?foto( (P|O|yang|sama|dan|kak|ya|real|asli|produk|barang|kue|,|\.))*( \S+)? $/;
const ANOTHER_PICTURE =
  / (bukti|struk|struknya|resi|nota|transfer|tf|transferan|ktp|profil|rumah|lokasi|maps|menu|katalog|daftar|sesuai|beda|bedanya|mirip|lucu|bagus|cantik|keren|cakep|enak|menarik|mantap|jelas|blur|buram|cetak|nyetak|print|prewed|wisuda|pernikahan|bayar|pembayaran|rusak|pecah|salah) /;
const THEIR_OWN =
  / (saya|aku|kami|sudah)( (mau|akan|nanti|yang|lagi|sudah|W|dulu|di)){0,2} (kirim|kirimin|foto|share)( |$)| sudah foto | (di|dari|kayak|seperti|sama|sesuai|yang) (di )?foto (ini|itu|N|X|atas|tadi|yang|ig|instagram|profil|story)|(di|dari) foto | foto (N|X|tadi|ini|itu|anak|saya|aku|keluarga|sendiri|suami|istri|bayi) | (pakai|dikasih|ditempel|pasang) foto /;

const LOOKS = / (penampakan|penampakannya|wujud|wujudnya|bentuk|bentuknya|tampilan|tampilannya|rupa|rupanya) /;
const HOW = / (gimana|kayak|seperti|apa|lihat|liat|\?) /;
const TO_SEE = / (lihat|liat)( (contoh|hasil|real))? (P|O P|barang|barangnya|produk|produknya|hasil|contoh)(?= |$)/;
const IN_PERSON = / (langsung|toko|ke|datang|mampir|sini|sana|vc|dulu|stok|harga|harganya|pesanan|W) /;

/** A picture of the shop's goods, and not one that the customer has or sends. */
function wantsPhoto(all: string, urges: boolean): boolean {
  const said = ` ${all
    .trim()
    .split(" ")
    .map((word) => (PHOTO.test(word) ? "foto" : word))
    .join(" ")} `;
  if (ANOTHER_PICTURE.test(said) || THEIR_OWN.test(said)) return false;
  if (/ foto /.test(said)) return urges || WISH.test(said) || BARE.test(said);
  return (LOOKS.test(said) && HOW.test(said)) || (TO_SEE.test(said) && !IN_PERSON.test(said));
}
