/**
 * What sort of choice a word is, so that "ungu" is known as a colour that is not sold.
 * Source: written for this project. Words are the lookup forms of synonyms.ts.
 */
export type AttributeKind = "colour" | "size" | "flavour" | "level";

const KINDS: Readonly<Record<AttributeKind, string>> = {
  colour: `hitam putih merah biru hijau kuning cokelat abu ungu pink oranye krem navy maroon emas perak tosca mocca army lilac lavender sage mint magenta fuschia fuchsia khaki denim salem
    milo nude cream bronze copper silver gold peach terracotta terakota mustard dusty lemon coral misty burgundy charcoal olive taupe teal turquoise indigo broken violet rosegold batik loreng wardah`,
  size: "s m l xl xxl xxxl xxxxl xs allsize kecil besar sedang jumbo single queen king double super twin regular reguler tanggung",
  flavour: `cokelat keju stroberi vanila pisang kacang susu teh kopi pandan durian matcha greentea taro tiramisu original pedas manis asin balado barbeque bbq jagung nanas mangga jeruk
    melon anggur blueberry moka mocca oreo karamel caramel almond kismis kelapa ubi talas singkong abon sapi ayam ikan udang cumi tuna mozarella mozzarella redvelvet velvet madu jahe lemon leci alpukat
    sirsak jambu apel kurma wijen bawang rendang teriyaki tawar gurih wagyu lele bebek kambing tempe tahu telur sosis kornet daging kepiting cakalang teri pete petai jengkol terasi`,
  level: "pedas sedang manis asin tawar extra ekstra level",
};

/** Word → the kinds of choice it can be. */
export const ATTRIBUTES: ReadonlyMap<string, ReadonlySet<AttributeKind>> = collect();

function collect(): Map<string, Set<AttributeKind>> {
  const found = new Map<string, Set<AttributeKind>>();
  for (const kind of ["colour", "size", "flavour", "level"] as const) {
    for (const word of KINDS[kind].split(/\s+/))
      found.set(word, (found.get(word) ?? new Set<AttributeKind>()).add(kind));
  }
  return found;
}

/** Parts of goods: a colour behind one is the part's ("latar merah", "pita pink"). Source: written for this project. */
export const PARTS: ReadonlySet<string> = new Set(
  "latar latarnya background bg pita pitanya tali talinya tutup tutupnya gagang gagangnya tulisan tulisannya kerah kerahnya benang benangnya bingkai bingkainya alas alasnya pinggir pinggirnya hiasan hiasannya".split(
    " ",
  ),
);
