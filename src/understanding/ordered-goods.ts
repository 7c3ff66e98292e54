import type { Acts } from "./acts.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { draftsOf } from "./drafts.ts";
import { elementsOf } from "./elements.ts";
import { countedLine } from "./list-lines.ts";
import { type OrderLines, orderLines } from "./order-lines.ts";
import type { Reading } from "./reading.ts";
import type { Clause } from "./script.ts";

/** The order that the ordering clauses add up to; goods asked about just before are what a bare number counts. */
export function orderedGoods(reading: Reading, acts: Acts, catalogue: CatalogueIndex): OrderLines {
  const role: ("order" | "context" | undefined)[] = [];
  const headless = !acts.clauses.some(
    ({ clause, mood }) => (mood === "order" || mood === "plain") && / P /.test(clause.script),
  );
  for (const { clause, mood, aside } of acts.clauses) {
    if (aside === "instead") continue;
    for (let at = clause.from; at < clause.to; at++)
      role[at] =
        mood === "order" || mood === "plain" || (mood === "change" && changesThis(acts, clause))
          ? "order"
          : mood === "question" || (mood === "talk" && (acts.ordering || headless))
            ? "context"
            : undefined;
  }
  for (const note of reading.notes) for (let at = note.from; at < note.to; at++) role[at] = undefined;
  if (!role.includes("order")) return orderLines([], reading.tokens, false);
  // "arabika seperempat kilo brp? pesan segitu": the number of the question is the one that is meant.
  const asMuch = reading.tokens.some(({ raw }, at) => AS_MUCH.has(raw) && role[at] === "order");
  const elements = elementsOf(reading, (at) => role[at] !== undefined).filter(
    (element) =>
      role[element.at] === "order" ||
      element.type === "product" ||
      element.type === "option" ||
      (element.type === "amount" && asMuch) ||
      element.type === "separator",
  );
  const drafts = draftsOf(elements, (at) => role[at] === "context");
  const lines = orderLines(drafts, reading.tokens, acts.ordering, catalogue);
  for (const note of reading.notes) {
    const after = lines.places.findLastIndex((place) => place < note.from);
    const at = after === -1 ? 0 : after;
    const item = lines.items[at];
    if (item) lines.items[at] = { ...item, note: item.note === undefined ? note.text : `${item.note}, ${note.text}` };
  }
  return lines;
}

/** "musang king 1, bawor 1. ga usah bawor deng": options changed in the message that orders them. */
function changesThis({ clauses }: Acts, changed: Clause): boolean {
  if (THINKS_AGAIN.test(changed.script)) return true;
  const dropped = DROPS_ONE.test(changed.script);
  if (!dropped && (/ (P|kemarin|tadi|pesanan) /.test(changed.script) || !/ O /.test(changed.script))) return false;
  return clauses.some(
    ({ clause, mood }) =>
      clause.to <= changed.from && (mood === "order" || mood === "plain") && countedLine(clause.script),
  );
}

/** "lemper 4, eh ga jadi": of what was just said. */
const THINKS_AGAIN = /^ ehh? (?:ya )?(?:tidak (?:usah|jadi)|jangan|batal)(?: (?:deh|dulu|aja|ya|lah))*(?: [.,])? $/;
/** "sendok 2, garpu 3. eh garpunya ga jadi" */
const DROPS_ONE =
  /^ (?:eh|oh|aduh|hmm) P(?: O)? (?:tidak jadi|tidak usah|batal|jangan)(?: (?:deh|aja|ya|dulu))?(?: [.,])? $/;
const AS_MUCH = new Set(["segitu", "sgitu", "sakmono", "sakitu", "segini"]);
