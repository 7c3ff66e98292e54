/** A sentence of the bot that the owner may replace by one of their own. */
interface Sentence {
  /** Kopdar's own wordings, of which one is said; an empty one says nothing */
  readonly texts: readonly [string, ...string[]];
  /** What stands in braces, and may stand there in the owner's wording too */
  readonly places: readonly string[];
}

/** Every sentence that the owner may replace, in the order in which a customer meets them. */
export const BOT_WORDS = {
  welcome: {
    texts: ["{salam} {kak}, selamat datang di {toko}!", "Halo {kak}, ini {toko}. {salam}!"],
    places: ["salam", "kak", "toko"],
  },
  soldOut: { texts: ["Maaf {kak}, {barang} lagi habis."], places: ["kak", "toko", "barang"] },
  placed: { texts: ["Terima kasih {kak}, pesanannya sudah masuk!"], places: ["kak", "toko"] },
  accepted: {
    texts: ["Pesanan #{nomor} sudah diterima penjual, {kak}."],
    places: ["kak", "toko", "nomor"],
  },
  preparing: { texts: [""], places: ["kak", "toko", "nomor"] },
  readyToCollect: {
    texts: ["Pesanan #{nomor} sudah siap diambil, {kak}. {kode_ambil}"],
    places: ["kak", "toko", "nomor", "kode_ambil"],
  },
  readyToDeliver: {
    texts: ["Pesanan #{nomor} sudah siap, tinggal diantar ya {kak}."],
    places: ["kak", "toko", "nomor"],
  },
  outForDelivery: {
    texts: ["Pesanan #{nomor} sedang diantar, {kak}. {uang}"],
    places: ["kak", "toko", "nomor", "uang"],
  },
  completed: {
    texts: ["Terima kasih {kak}, pesanan #{nomor} sudah selesai. Semoga suka!"],
    places: ["kak", "toko", "nomor"],
  },
  failedDelivery: {
    texts: ["Maaf {kak}, kurir belum berhasil mengantar pesanan #{nomor}. Penjual akan menghubungi ya."],
    places: ["kak", "toko", "nomor"],
  },
  cancelled: {
    texts: ["Maaf {kak}, pesanan #{nomor} dibatalkan penjual. Tulis saja kalau ada pertanyaan ya."],
    places: ["kak", "toko", "nomor"],
  },
  calling: { texts: ["Siap {kak}, saya panggilkan penjual. {kapan}"], places: ["kak", "toko", "kapan"] },
  closed: { texts: ["Sekarang toko tutup; dibalas {kapan} ya."], places: ["kak", "toko", "kapan"] },
  youAreWelcome: {
    texts: ["Sama-sama {kak} 🙏", "Sama-sama ya {kak}, terima kasih juga."],
    places: ["kak", "toko"],
  },
} as const satisfies Readonly<Record<string, Sentence>>;
export type BotWord = keyof typeof BOT_WORDS;

/** What is put into a sentence's braces besides the customer's form of address and the shop's name. */
export type Filled<W extends BotWord> = Readonly<
  Record<Exclude<(typeof BOT_WORDS)[W]["places"][number], "kak" | "toko">, string>
>;

/** What stands in the braces of a preview. */
export const SAMPLES: Readonly<Record<(typeof BOT_WORDS)[BotWord]["places"][number], string>> = {
  salam: "Selamat pagi",
  kak: "Kak",
  toko: "toko kita",
  barang: "Brownies",
  nomor: "1024",
  kode_ambil: "Sebutkan kode 4821 di toko ya.",
  uang: "Siapkan Rp85.000 ya.",
  kapan: "besok (Senin 23 Nov) mulai jam 08.00",
};

/** Longest sentence of an owner's own, letters. */
export const MOST_LETTERS = 600;

/** What is wrong with an owner's wording; undefined where nothing is. */
export function wordingProblem(
  key: string,
  text: string,
): { readonly type: "unknown" | "tooLong" | "brace" } | { readonly type: "place"; readonly place: string } | undefined {
  if (!isBotWord(key)) return { type: "unknown" };
  if (text.length > MOST_LETTERS) return { type: "tooLong" };
  const known: readonly string[] = BOT_WORDS[key].places;
  const place = [...text.matchAll(PLACE)].map(([, name = ""]) => name).find((name) => !known.includes(name));
  if (place !== undefined) return { type: "place", place };
  return /[{}]/.test(text.replace(PLACE, "")) ? { type: "brace" } : undefined;
}

function isBotWord(key: string): key is BotWord {
  return Object.hasOwn(BOT_WORDS, key);
}

/** A sentence with its braces filled in; what is empty leaves no gap. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text
    .replace(PLACE, (_, place: string) => (Object.hasOwn(values, place) ? (values[place] ?? "") : ""))
    .replace(/ {2,}/g, " ")
    .replace(/ +$/gm, "")
    .trim();
}

const PLACE = /\{([a-z_]+)\}/g;
