/** "nastar 2, kalau kosong kastengel aja": whether the goods of a clause only stand in for those ordered before it. */
export function standsIn(at: number, said: readonly string[]): boolean {
  const text = said[at] ?? "";
  const gone = GONE.exec(text);
  if (gone) return / [PO] /.test(` ${text.slice(gone.index + gone[0].length)}`) && orderedBefore(said, at);
  return BARE.test(said[at - 1] ?? "") && INSTEAD.test(text) && orderedBefore(said, at - 1);
}

const GONE =
  / (?:kalau|misal) (?:(?:emang|memang|misal|ternyata|sudah|lagi|itu|yang|stok|stoknya|barangnya|P|O) ){0,4}(?:tidak (?:ada|ready|dapat|punya)|belum (?:ada|ready)|kosong|habis|sold(?: out)?)(?: ya)? /;
/** Nothing but that the goods are gone, so that what follows tells what then. */
const BARE = new RegExp(`^${GONE.source}, $`);
const INSTEAD =
  /^ (?:(?:ganti|boleh|pakai|ambil|jadi|kasih|mau|yang|ukuran|warna|rasa|size) ){0,3}[PO] (?!N .*(?:sama|dan) )/;

/** "kalau kosong ganti kastengel ya", said by itself of goods ordered before. */
export function tellsInstead(script: string): boolean {
  const gone = GONE.exec(script);
  return (
    gone !== null && gone.index < 1 && !/ (?:\?|N) /.test(script) && INSTEAD.test(` ${script.slice(gone[0].length)}`)
  );
}

/** Goods with a number or a wish, and no question. */
function orderedBefore(said: readonly string[], at: number): boolean {
  return said
    .slice(0, at)
    .some(
      (text) =>
        / [PO] /.test(text) &&
        (/ N /.test(text) || / (?:mau|minta|pesan|ambil|beli|tambah|order) /.test(text)) &&
        !/ (?:\?|ada|masih|ready|stok) /.test(text),
    );
}
