import type { Reading as Whole } from "./reading.ts";

type Reading = Pick<Whole, "tokens" | "marks">;

const PLEASE = new Set(["tolong", "tlg", "tlong", "mohon", "mhn", "minta", "mnta", "pls", "please"]);
const PICKING = new Set(
  "pilihin pilihkan pilihno dipilihin dipilihkan dipilihno milihin cariin carikan dicariin dicarikan".split(" "),
);
const TESTING = new Set("dites ditest ditesin dicek dicekin cekin dicoba dicobain tesin testing".split(" "));
const PACKING = new Set(
  "packing dipacking packingnya packingan paking pakingnya bungkus dibungkus bungkusin bungkusnya kemas dikemas kemasannya bubble plastiknya kardusnya wadahnya kresek kreseknya".split(
    " ",
  ),
);
const PACKED = new Set(
  "rapi rapih rapet rapat kayu aman bubble wrap tebal tebel dobel double didobel didobelin dobelin terpisah dipisah misah kuat koran kardus".split(
    " ",
  ),
);
const ASKS = new Set(["?", "bisa", "boleh", "berapa", "nambah", "bayar", "ada", "gratis", "kena", "apakah", "kah"]);
const ENDS = new Set([",", ".", "\n", "!", ";", "?", "terus", "sama", "kirim", "antar", "cod", "alamat"]);
const LONGEST = 12;

/** "tolong packing kayu", "pilihin yang mulus": behind goods, how they are to be picked, tried or packed; past its last token. */
export function careNoteAt(reading: Reading, at: number): number | undefined {
  const { tokens, marks } = reading;
  const asked = PLEASE.has(tokens[at]?.raw ?? "");
  const verb = asked ? at + 1 : at;
  if (!marks.slice(0, at).includes("product") || !cares(reading, verb, asked)) return undefined;
  let to = verb + 1;
  while (to < tokens.length && to < at + LONGEST && !ENDS.has(tokens[to]?.word ?? "")) {
    if (marks[to] === "amount" || marks[to] === "phone" || marks[to] === "address" || marks[to] === "when") break;
    to++;
  }
  const asks = tokens.slice(at, to + 1).some(({ word, raw }) => ASKS.has(word) || ASKS.has(raw));
  return asks ? undefined : to;
}

function cares({ tokens, marks }: Reading, at: number, asked: boolean): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== "word" || marks[at] !== undefined) return false;
  if (PICKING.has(token.raw)) {
    const picked = marks[at + 2];
    return (
      next?.word === "yang" &&
      (picked === undefined || (picked === "product" && /..nya$/.test(tokens[at + 2]?.raw ?? "")))
    );
  }
  if (TESTING.has(token.raw)) return asked || next?.word === "dulu";
  return PACKING.has(token.raw) && PACKED.has(next?.raw ?? "") && marks[at + 2] !== "amount";
}
