import type { Hearing } from "./hearing.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";

const CHANGES =
  / (hapus|batal|coret|ganti|ubah|tukar|kurang|tambah|jadi|jadiin|tetap|bukan|ternyata)( |$)| tidak (jadi|usah|perlu)( |$)/;
const MOST_PARTS = 6;

/** "bergonya batal, ciputnya tetep, tambah bros 1": the parts of a message that each change something of their own. */
export function changeParts({ basket, text }: Hearing, reading: Reading, script: Script): string[] | undefined {
  if (basket.length === 0 || !CHANGES.test(script.all)) return undefined;
  const parts: { from: number; to: number }[] = [];
  for (const { from, to } of script.clauses) {
    const last = parts.at(-1);
    // Words without goods go with the goods before them ("ciput jangan 2, 1 aja").
    if (last && (!namesGoods(reading, from, to) || !namesGoods(reading, last.from, last.to))) last.to = to;
    else parts.push({ from, to });
  }
  if (parts.length < 2 || parts.length > MOST_PARTS) return undefined;
  const changing = parts.filter(({ from, to }) =>
    script.clauses.some((one) => one.from >= from && one.to <= to && CHANGES.test(one.script)),
  );
  // "jangan klepon, risol aja" turns one thing down for another: that is one change.
  if (
    changing.length === 0 ||
    !parts.every(
      ({ from, to }) => namesBasket(reading, basket, from, to) || / tambah /.test(scriptOfPart(script, from, to)),
    )
  )
    return undefined;
  return parts.map(({ from, to }) => text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end));
}

function scriptOfPart({ clauses }: Script, from: number, to: number): string {
  return clauses
    .filter((one) => one.from >= from && one.to <= to)
    .map((one) => one.script)
    .join(" ");
}

function namesGoods({ products }: Reading, from: number, to: number): boolean {
  return products.some((hit) => hit.from >= from && hit.from < to);
}

function namesBasket({ products }: Reading, basket: Hearing["basket"], from: number, to: number): boolean {
  return products.some(
    (hit) =>
      hit.from >= from && hit.from < to && hit.candidates.some(({ sku }) => basket.some((line) => line.sku === sku)),
  );
}
