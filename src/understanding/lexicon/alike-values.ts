/**
 * Ways to say the same choice: colours, sizes, kinds. The lines of one group mean one thing; which of them a shop sells
 * decides what the others stand for there, and a choice that the shop names itself always wins.
 * Source: written for this project from Indonesian shop talk (Javanese, Sundanese and Betawi colours among it) and English.
 */
export const ALIKE_VALUES: readonly (readonly string[])[] = [
  // Colours
  "navy|biru navy|biru dongker|dongker|biru donker|donker|biru tua|biru gelap|biru benhur|benhur|dark blue|navy blue",
  "maroon|merah maroon|merah marun|merah hati|merah ati|merah tua|merah gelap|burgundy|dark red|wine|bata tua|merah darah",
  "army|hijau army|ijo army|hijau tentara|hijau loreng|army green|hijau militer|hijau lumut|olive|hijau olive|hijau zaitun",
  "broken white|brokenwhite|putih tulang|broken wait|broken|bw|off white|offwhite|putih gading|gading|ivory|putih susu|putih krem|brukenwhite|broken wyt",
  "sage|hijau sage|sage green|ijo sage|sej|seij|seg",
  "mint|hijau mint|mint green|ijo mint",
  "tosca|hijau tosca|biru tosca|turquoise|teal|tosca green",
  "mocca|moka|cokelat mocca|cokelat moka|cokelat susu|kopi susu|mocha|cokelat muda|milo|cokelat milo|light brown",
  "dusty pink|dusty|dasty|dasti|dasti pink|dusti|pink dusty|dastipink|dustypink|pink kalem|pink tua|rose dusty",
  "pink|pink muda|merah muda|merah jambu|baby pink|soft pink|rose|pink soft|merah pink",
  "fuchsia|fuschia|fusia|fanta|pink fanta|magenta|shocking pink|pink ngejreng|pink tua|hot pink",
  "salem|salmon|peach|persik|pink salem|salem pink|oranye muda|coral",
  "lilac|lilak|ungu muda|lavender|lavendel|ungu lilac|ungu lavender|ungu soft|violet muda",
  "mustard|mustar|mastard|kuning mustard|kuning kunyit|kunyit|kuning tua|kuning busuk",
  "krem|cream|beige|cokelat krem|krem muda|kuning gading|nude|kulit|warna kulit",
  "khaki|kaki|kakhi|cokelat khaki|cokelat pramuka|pramuka",
  "terracotta|terakota|merah bata|bata|oranye bata|bata merah",
  "abu|abu abu|abu muda|abu terang|silver|perak|light grey|abu misty|misty|misty grey|misti",
  "charcoal|abu tua|abu gelap|dark grey|arang|abu rokok",
  "biru muda|biru langit|langit|sky blue|baby blue|biru laut|biru telur asin|light blue|biru soft|biru terang",
  "biru elektrik|biru electric|electric|biru bca|biru royal|royal blue",
  "hijau botol|hijau tua|botol|bottle green|ijo botol|hijau gelap|emerald",
  "hijau muda|hijau pupus|pupus|hijau daun|hijau terang|light green|hijau stabilo",
  "cokelat tua|dark brown|coffee|kopi|cokelat kopi|cokelat gelap",
  "emas|keemasan|kuning emas|gold|rose gold",
  "hitam|hitam pekat|jet black",
  "putih|putih polos|putih bersih",
  // Sizes
  "allsize|all size|one size|satu ukuran|free size|freesize|onesize",
  "xxl|2xl|dobel xl|double xl|dobelxl|dobel l|double l|dobel el|double el|eksekel|xl dua",
  "xxxl|3xl|tripel xl|triple xl|tripel l|triple l",
  "xxxxl|4xl",
  "xl|ekspel|eksel|ekstra l|extra l|extra large|ekstra large|x large|xlarge|x el|eks el|ex el|eks l|eksl|iksel",
  "xs|extra small|ekstra small|eks es",
  "l|large",
  "m|medium",
  "s|small",
  "single|no 3|satu orang",
  "double|dobel|dua orang",
  "king|king size|no 1",
  "queen|queen size|no 2",
  "3kg|3 kg|melon|tabung melon|tabung hijau",
  // People
  "wanita|perempuan|cewek|cewe|ladies|woman|women|female|wadon|awewe",
  "pria|laki laki|laki|lelaki|cowok|cowo|man|male|gents|lanang|lalaki",
  "dewasa|adult|adults|lansia|manula|orang tua|orang dewasa",
  "anak|anak anak|kids|kid|junior|children|child|anakan",
  "bayi|baby|newborn|babies|orok|dede bayi",
  // Service and make
  "express|ekspres|kilat|sehari jadi|expres|ekspress|same day|kilatan|instan",
  "reguler|regular|standar|standard|normal|regular aja|reguleran",
  "original|ori|polos|plain|tanpa topping|standar|klasik|classic|polosan",
  "goreng|digoreng|fried|gorengan|crispy",
  "bakar|dibakar|panggang|grilled|grill|roasted",
  "kukus|dikukus|steamed|basah",
  "dingin|es|ice|iced|cold|pakai es|dingin es|peng|adem",
  "panas|hot|hangat|anget|anget2|panas2|puanas",
  "perekat|tape|rekat|model rekat|prepet",
  "celana|pants|model celana|pant",
  "panjang|lengan panjang|long|long sleeve|tangan panjang|lenpan",
  "pendek|lengan pendek|short|short sleeve|tangan pendek|lenpen",
  "halus|giling halus|bubuk|fine|lembut",
  "kasar|giling kasar|coarse",
  "biji|utuh|whole bean|beans|butiran",
  "frozen|beku",
  "matang|mateng|siap makan|siap santap",
  "tawar|plain|less sugar|tanpa gula|no sugar|non sugar",
  // Flavours
  "cokelat|coklat|chocolate|choco|milk chocolate|cokelat meses",
  "stroberi|strawberry|stobery|strobery",
  "ragout|ragut|rogut|rogout|sayur",
  "mayo|mayonaise|mayones|mayonnaise|mayonais|mayonase|smoked beef mayo",
  "mozzarella|mozarella|moza|mozza|mozarela|mozzarela",
  "matcha|green tea|greentea|maca|teh hijau|grintea",
  "barbeque|bbq|barbekyu|barbekiu|barbecue|babekyu",
  "red velvet|redvelvet|redvelfet|red felfet|redvelt",
  "cappuccino|capucino|kapucino|cappucino|kapuccino",
  "vanila|vanilla|panili|vanili",
  "almond|kacang almond|almon|badam",
  "kismis|raisin|sukade",
  "cabai rawit|cabe rawit|rawit|lombok rawit|cabe|cabai|lombok|cengek|cabe setan",
  "keju|cheese|kraft|kiju",
  "durian|duren",
  "srikaya|sarikaya",
  "campur|mix|mixed|campuran|campur2|kombinasi|aneka|nano nano",
].map((group) => group.split("|"));

/** The plain colour that a finer one is a kind of: "hijau sage" is sage, and "ungu muda" no plain purple. */
export const SHADES: Readonly<Record<string, string>> = {
  navy: "biru",
  denim: "biru",
  maroon: "merah",
  burgundy: "merah",
  army: "hijau",
  sage: "hijau",
  mint: "hijau",
  olive: "hijau",
  emerald: "hijau",
  tosca: "hijau",
  mocca: "cokelat",
  khaki: "cokelat",
  milo: "cokelat",
  lilac: "ungu",
  lavender: "ungu",
  mustard: "kuning",
  gold: "kuning",
  dusty: "pink",
  fuchsia: "pink",
  salem: "pink",
  misty: "abu",
  charcoal: "abu",
  terracotta: "merah",
  krem: "cokelat",
};

/** After a colour, these make another of it: "biru tua" is not "biru muda". */
export const FINER: ReadonlySet<string> = new Set(
  "tua muda gelap terang langit laut botol pupus lumut tulang susu gading bata hati ati jambu elektrik electric royal daun dark light soft neon stabilo".split(
    " ",
  ),
);

/** Words for the least, the middle and the most of choices that have an order. */
export const LEAST: readonly string[] = "kecil|mini|mungil|yang kecil|pendek|imut".split("|");
export const MIDDLE: readonly string[] = "sedang|medium|tanggung|tengah|menengah".split("|");
export const MOST_OF: readonly string[] = "besar|jumbo|gede|big|yang besar|raksasa".split("|");
/** With these any choice in order has a least and a most. */
export const VERY_LEAST: readonly string[] =
  "paling kecil|terkecil|kecil sendiri|kecil dewe|kecil dhewe|paling mini|kecil pisan|kecil banget|paling imut|smallest".split(
    "|",
  );
export const VERY_MOST: readonly string[] =
  "paling besar|terbesar|besar sendiri|besar dewe|besar dhewe|paling jumbo|besar pisan|besar banget|paling gede|super jumbo|biggest|largest".split(
    "|",
  );
/** What options are called whose choices go from less to more. */
export const ORDERED_NAMES: ReadonlySet<string> = new Set(
  "ukuran size diameter tinggi panjang lebar volume berat isi kapasitas porsi netto gramasi dosis besar".split(" "),
);
