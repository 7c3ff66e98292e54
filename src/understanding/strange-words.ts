import type { Reading } from "./reading.ts";

/** Small words that may stand around goods of an order. */
const AROUND = new Set(
  "kak dong ya aja yang juga jg jga lagi mau pesan beli minta tambah ambil saya halo oke nya dulu satu keep titip kirim tolong masing2 terus sekalian".split(
    " ",
  ),
);
const JOINING = new Set(["sama", "dan", "terus", "plus", "dengan", "tapi", "kalau"]);
const SIGNS = new Set([",", ".", "\n", "+", "&", ";", "?", "!", ":", "(", ")", "-"]);
const MOST = 3;

/** Whether a word that nobody knows stands like goods of a list: alone, with a number and small words at most. */
export function listed(reading: Reading, at: number): boolean {
  const { tokens, marks } = reading;
  const ends = (place: number) =>
    marks[place] === undefined &&
    (SIGNS.has(tokens[place]?.raw ?? "") || JOINING.has(tokens[place]?.word ?? "") || tokens[place] === undefined);
  let from = at;
  while (from > 0 && !ends(from - 1)) from--;
  let to = at + 1;
  while (to < tokens.length && !ends(to)) to++;
  // "Asep - kaos hitam": the head of a line is somebody or something the line is for.
  if (/[-:]/.test(tokens[to]?.raw ?? "") && marks[to + 1] !== "amount") return false;
  to = beforeNext(reading, at, to);
  let strange = 0;
  for (let place = from; place < to; place++) {
    const token = tokens[place];
    const mark = marks[place];
    if (!token || mark === "amount" || mark === "option" || mark === "when" || mark === "listNumber") continue;
    if (mark !== undefined) return false;
    if (place > at && token.word === "buat") break;
    if (token.kind === "word" && !token.known) strange++;
    else if (!AROUND.has(token.word)) return false;
  }
  return strange <= MOST;
}

/** "gunting 1 pulpen biru 2": where the word and its number end and counted goods begin. */
function beforeNext({ marks }: Reading, at: number, to: number): number {
  const product = marks.findIndex((mark, place) => place > at && mark === "product");
  const counted = marks[product - 1] === "amount" && marks.slice(product, to).includes("amount");
  return product > at && product < to && counted ? product : to;
}
