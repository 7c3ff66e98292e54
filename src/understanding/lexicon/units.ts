/**
 * Units by how they are spelled in chat, and which of them stand in for one another.
 * Source: written for this project.
 */
const SPELLINGS: Readonly<Record<string, string>> = {
  pcs: "pc pieces piece pces psc pcsnya item",
  buah: "bh buahnya wuah",
  biji: "bj bji bijik biyi siki wiji iji bigi",
  potong: "ptg ptong potongan",
  lembar: "lbr lmbr sheet sheets",
  helai: "hl lai",
  butir: "btr",
  ekor: "ekr eko ekornya ikung ikuk",
  pack: "pak pck paket pek pac packs",
  bungkus: "bks bgks bngks bgkus bngkus wungkus bungkusan",
  sachet: "sct saset saschet sase sachets",
  kantong: "ktg kresek kantung",
  plastik: "plstk plastikan",
  box: "boks bok boxs dos doos boxes",
  kotak: "ktk",
  dus: "duz kardus krdus karton ctn dusnya cartons carton",
  botol: "btl botl bottle bottles btol",
  toples: "tples topless jar tpls stoples jars",
  kaleng: "klg kalengan cans",
  gelas: "gls cup cups glasses",
  porsi: "prsi porsian piring portion portions serving servings",
  mangkok: "mangkuk bowl mgkok bowls",
  loyang: "lyg loyangan",
  slice: "iris slices",
  tusuk: "tsk tusukan skewer skewers sticks",
  ikat: "iket unting gedeng bunch bunches bundle",
  karung: "krg zak sag sack sacks",
  sak: "",
  batang: "btg btang lonjor lonjoran",
  roll: "rol gulung rolls",
  set: "stel setel sets",
  pasang: "psg psang pair pairs pasangan jodoh",
  unit: "unt units",
  seat: "dudukan seater seats",
  titik: "ttk",
  renteng: "rentengan rtg",
  rim: "",
  pouch: "pouc pouches refill reffil",
  tray: "papan trey tre rak krat",
  galon: "gln gallon",
  tabung: "tbg",
  pot: "polybag pots",
  tangkai: "tkai",
  strip: "strips strp",
  tablet: "tab tablets",
  kapsul: "capsule capsules",
  kali: "",
  kg: "kilo kilogram kgs kilogramme kiloan kilone kilu kilos kilograms",
  ons: "on ounce onsan",
  gram: "gr grm grams gramm",
  liter: "ltr litre liters litres",
  ml: "mili mililiter",
  meter: "mtr mter m2 meters metre metres",
  cm: "senti centi sentimeter",
  ton: "",
  kuintal: "kwintal kuwintal",
  lusin: "lsn dozen losin lusinan lusen dozens",
  kodi: "kodian",
  gros: "gross",
};

/** Spelling → unit. */
export const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([unit, variants]) =>
    [unit, ...variants.split(" ")].filter(Boolean).map((word): [string, string] => [word, unit]),
  ),
);

/** Pieces in a wholesale unit. */
export const WHOLESALE: Readonly<Record<string, number | undefined>> = { lusin: 12, kodi: 20, gros: 144 };

/** Units that measure; they never count pieces. In their class: grams, millilitres. */
export const MEASURED: Readonly<Record<string, { readonly of: string; readonly size: number } | undefined>> = {
  kg: { of: "mass", size: 1000 },
  ons: { of: "mass", size: 100 },
  gram: { of: "mass", size: 1 },
  liter: { of: "volume", size: 1000 },
  ml: { of: "volume", size: 1 },
  meter: { of: "length", size: 1 },
  ton: { of: "mass", size: 1_000_000 },
  kuintal: { of: "mass", size: 100_000 },
};

const CLASSES = [
  ["pcs", "buah", "biji", "potong", "lembar", "helai", "butir", "item"],
  ["pack", "bungkus", "sachet", "kantong", "plastik", "pouch"],
  ["box", "kotak", "dus"],
  ["toples", "kaleng", "botol", "gelas"],
  ["porsi", "mangkok", "piring", "box"],
  ["karung", "sak"],
  ["unit", "pcs", "buah"],
  ["pot", "batang", "tangkai"],
];

/** True when people use the two names for the same kind of unit. */
export function alikeUnits(a: string, b: string): boolean {
  return a === b || CLASSES.some((units) => units.includes(a) && units.includes(b));
}

/** Words that count any piece of goods. */
export const ANY_PIECE: ReadonlySet<string> = new Set([
  "pcs",
  "buah",
  "biji",
  "unit",
  "bungkus",
  "pack",
  "porsi",
  "kali",
]);

/** What follows a number that is no quantity of goods, unless a product is sold by it. */
export const NOT_GOODS: ReadonlySet<string> = new Set(
  "orang org pax tamu anak hari hr minggu mgg bulan bln tahun thn th jam jm menit mnt km pk watt cm mm persen % inch inci derajat taun thun dinten poe wulan pintu kamar ruangan warna ukuran macam macem rasa kali lantai lt tingkat halaman hal bulanan tahunan bintang star tamunya malam mlm bahasa bhs baris sisi".split(
    " ",
  ),
);

/** What precedes a number that is no quantity of goods. */
export const NOT_COUNTED_AFTER: ReadonlySet<string> = new Set(
  "no nomor nomer nmr size sz dada pinggang lingkar ld lp uk ukuran ukurannya umur usia tgl tanggal jam jm pukul rt rw blok blk lt lantai km kilometer gang gg isi tb bb tinggi level lvl hp wa ke rek rekening pin seri kode kodepos pos bab kelas kls ulang ultah kamar kmr meja tower gedung ruko kav kavling angkatan pasar mall supermarket minimarket indomaret alfamart sebelah shopee tokped tokopedia lazada".split(
    " ",
  ),
);

/** Words that name a place in a building, which numbers tell apart ("lantai 1, 2 dan 3"). */
export const PLACES_COUNTED: ReadonlySet<string> = new Set(
  "lantai lt kamar kmr ruang ruangan gedung blok tower rumah ruko cabang kelas kls outlet".split(" "),
);

/** After "8 bungkus", these say how to wrap, so that "bungkus" is no unit. */
export const WRAPPED: ReadonlySet<string> = new Set(
  "dipisah pisah pisahin dipisahin kado rapi rapih rapat rapet kertas plastik sendiri2 satu2".split(" "),
);
