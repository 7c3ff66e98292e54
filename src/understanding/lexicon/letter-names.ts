/**
 * Letters as they are said, for sizes and packages heard by ear ("ukuran el", "paket ce").
 * Source: the Indonesian alphabet as taught in school, with the English names of size letters.
 */
export const LETTER_NAMES: ReadonlyMap<string, string> = new Map([
  ["be", "b"],
  ["bi", "b"],
  ["ce", "c"],
  ["si", "c"],
  ["de", "d"],
  ["di", "d"],
  ["ef", "f"],
  ["ge", "g"],
  ["ha", "h"],
  ["ka", "k"],
  ["el", "l"],
  ["ell", "l"],
  ["em", "m"],
  ["emm", "m"],
  ["en", "n"],
  ["pe", "p"],
  ["ki", "q"],
  ["er", "r"],
  ["es", "s"],
  ["ess", "s"],
  ["te", "t"],
]);

/** Words right before a choice that say one is coming. */
export const CHOOSING: ReadonlySet<string> = new Set(
  "yang ukuran ukurane ukurannya uk size sz warna rasa isi paket pilihan tipe type model varian level dosis tahap diameter dia tinggi lebar panjang shade nuansa kapasitas volume merk merek motif kode huruf seri nomor no grade jenis".split(
    " ",
  ),
);
