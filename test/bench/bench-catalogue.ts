import type { Product } from "../../src/shop/catalogue/catalogue.ts";

const GOODS =
  "brownies bolu risol donat lemper kemeja gamis sambal keripik kopi teh rendang abon kaos celana jaket sandal tas dompet topi kerudung mukena sarung handuk sprei bantal guling gelas piring wajan panci sendok sabun sampo odol deterjen minyak gula beras telur tepung mentega susu yoghurt sirup madu kurma kacang emping dodol".split(
    " ",
  );
const KINDS =
  "kukus panggang premium mini jumbo spesial original keluarga hemat pesta rumahan kampung kota gunung laut anak dewasa harian lebaran akhir".split(
    " ",
  );
const TASTES = ["coklat", "keju", "pandan", "mocca", "vanila", "stroberi", "nanas", "kacang", "durian", "ubi"];

/** Up to 10,000 made-up products, each of three words that many others share: a hard catalogue to look things up in. */
export function benchProducts(count: number): Product[] {
  const products: Product[] = [];
  for (const taste of TASTES)
    for (const kind of KINDS)
      for (const good of GOODS) if (products.length < count) products.push(product(good, kind, taste));
  return products;
}

function product(good: string, kind: string, taste: string): Product {
  return {
    sku: `${good}-${kind}-${taste}`,
    name: `${good} ${kind} ${taste}`,
    aliases: [],
    description: "",
    category: null,
    unit: "pcs",
    units: { pcs: 1000, lusin: 12_000 },
    price: 20_000,
    options: [],
    minimum: 0,
    leadDays: 0,
    madeToOrder: false,
  };
}

/** What customers of such a shop write: orders, misspellings, questions, changes, addresses and chat. */
export const BENCH_MESSAGES: readonly string[] = [
  "kak mau pesen brownies kukus coklat 2 sama donat kukus coklat 1 lusin ya, cod ke jl margonda 12",
  "ada kripik kukus coklat ga kak? brp harganya",
  "ganti coklat jadi keju aja deh, yg risol gajadi",
  "hp 081234567001 atas nama sari, ambil bsk jam 10",
  "iya bener",
  "assalamualaikum min mau tanya dong, buka sampe jam brp ya hari minggu",
  "bolu kukus coklt 3, lemper kukus coklat 20 buat arisan kamis sore",
  "kemarin beli risol kok basi ya, minta ganti dong",
  "mau bronis tapi nunggu gajian ya kak hehe",
  "kirim ke perum griya asri blok c5 no 12 rt 03 rw 07 depan masjid ya",
];
