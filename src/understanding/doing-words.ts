import type { ProductHit } from "./product-hits.ts";
import type { Token } from "./tokens.ts";

/** "cetak banner 2": what is to be done with the goods right behind it is no goods, though the shop sells "cetak foto" too. */
export function withoutDoingWords(hits: readonly ProductHit[], tokens: readonly Token[]): ProductHit[] {
  return hits.filter((hit, place) => !(onlyDoing(hit, tokens) && follows(hits[place + 1], hit)));
}

function onlyDoing({ used, whole, head }: ProductHit, tokens: readonly Token[]): boolean {
  return !whole && head && used.length === 1 && DOING.has(tokens[used[0] ?? 0]?.raw ?? "");
}

function follows(next: ProductHit | undefined, { to }: ProductHit): boolean {
  return next?.from === to && (next.whole || next.head);
}

const DOING = new Set(
  "cetak nyetak cetakin print ngeprint sablon nyablon bordir laminating laminasi fotokopi jahit jahitin cuci nyuci setrika sewa nyewa rental servis service pasang ganti isi sedot potong cukur rias bungkus kirim titip bikin buat pesan".split(
    " ",
  ),
);
