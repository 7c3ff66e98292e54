import type { ProductHit } from "./product-hits.ts";
import type { Reading } from "./reading.ts";

type Said = Pick<Reading, "tokens" | "products" | "marks">;

const NEGATIONS = new Set(["bukan", "tidak", "jangan", "tanpa"]);
/** Words between a negation and the goods it turns down ("ga mau pesan yang lemper"). */
const BETWEEN = new Set(
  "mau pesan beli minta ambil tambah usah jadi pakai perlu butuh kirim yang ada dulu lagi kak dong saya kasih masukin".split(
    " ",
  ),
);
/** After goods turned down, these open what is wanted instead. */
const INSTEAD = new Set("tapi mau maunya melainkan pesan beli minta ganti gantinya ambil tambah".split(" "));

/** "ga ada lemper" tells that something is missing, and turns nothing down. */
const MISSING = new Set(["ada", "kirim", "lagi"]);

/** The goods that the words turn down: "jangan pesan lemper", "ga mau klepon". */
export function refusedGoods(said: Said): ProductHit[] {
  return said.products.filter((hit) => negationBefore(said, hit.from) !== undefined);
}

/** Whether a negation turns down the goods that follow it. */
export function refuses(said: Said, at: number): boolean {
  return said.products.some((hit) => negationBefore(said, hit.from) === at);
}

/** "ga mau klepon maunya lemper": the wish after the goods turned down. */
export function wishesInstead(said: Said, at: number): boolean {
  return INSTEAD.has(said.tokens[at]?.word ?? "") && refusedGoods(said).some((hit) => hit.to <= at);
}

function negationBefore({ tokens, marks }: Said, goods: number): number | undefined {
  for (let at = goods - 1; at >= 0 && at > goods - 6; at--) {
    // "gamau" is read as the two words it stands for.
    const [word = "", next = tokens[at + 1]?.word ?? ""] = (tokens[at]?.word ?? "").split(" ");
    if (NEGATIONS.has(word)) return word === "tidak" && MISSING.has(next) ? undefined : at;
    if (!BETWEEN.has(word) || (marks[at] !== undefined && marks[at] !== "amount")) return undefined;
  }
  return undefined;
}
