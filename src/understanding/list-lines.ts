/** Words that may stand between the goods, options and numbers of a line. */
const AROUND = new Set(
  "yang sama dan ukuran size uk warna rasa isi paket menu varian aja ya masing2 semua juga terus tambah plus satu banyak sebanyak dulu dong kak lagi nya buat saya saja eh maksud maksudnya maksudku ding ralat koreksi sisa sisanya sisane sesana tiap setiap".split(
    " ",
  ),
);
const ENTITY = /^[PONX,.]$/;

/** Whether a clause is a line of a list and nothing more: goods or an option of theirs, numbers, small words. */
export function listLine(script: string): boolean {
  const words = script.split(" ").filter(Boolean);
  return / [PO] /.test(script) && words.every((word) => ENTITY.test(word) || AROUND.has(word));
}

/** A line of a list that says how many. */
export function countedLine(script: string): boolean {
  return listLine(script) && / (N|X) /.test(script);
}
