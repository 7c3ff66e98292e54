import { choiceEdits } from "./edit-options.ts";
import { quantityEdits } from "./edit-quantities.ts";
import { removals } from "./edit-removals.ts";
import { chooses, edited, linesNamed, type Scene } from "./edit-scene.ts";
import { furtherLines } from "./further-lines.ts";
import type { Hearing } from "./hearing.ts";
import { choiceFor } from "./line-options.ts";
import type { Edit, Intent, Meaning } from "./meaning.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";
import { tellsInstead } from "./stand-ins.ts";

/** A message read as a change of the basket; undefined where it changes nothing there. */
export function editsOf(
  hearing: Hearing,
  reading: Reading,
  script: Script,
  alone: Meaning,
): Partial<Meaning> | undefined {
  const last = hearing.basket.at(-1);
  if (!last || alone.intents.some((intent) => NEVER.has(intent))) return undefined;
  // The 40 of "yang 40 tambah 1" is a size.
  const isChoice = ({ from }: { readonly from: number }) =>
    reading.amounts.length > 1 &&
    reading.options.some((hit) => hit.from === from && hearing.basket.some((line) => chooses(hearing, line, hit)));
  const scene: Scene = {
    hearing,
    reading,
    script: script.all,
    last,
    amounts: reading.amounts.filter((amount) => amount.counts && !amount.money && !isChoice(amount)),
    named: reading.products,
  };
  if (asks(scene.script, alone)) return undefined;
  const removed = removals(scene, alone);
  if (removed && (scene.named.length > 0 || !isStronger(scene, alone))) return removed;
  if (isStronger(scene, alone)) return undefined;
  return (
    kept(scene) ??
    standIn(scene) ??
    choiceEdits(scene) ??
    quantityEdits(scene, alone) ??
    furtherLines(scene) ??
    otherOption(scene) ??
    wish(scene, alone)
  );
}

const NEVER: ReadonlySet<Intent> = new Set([
  "complain",
  "opt_out",
  "opt_in",
  "repeat_order",
  "start_over",
  "missed_call",
]);
const STRONGER: ReadonlySet<Intent> = new Set([
  "return_item",
  "order_status",
  "bargain",
  "confirm_payment",
  "postpone_purchase",
  "request_call",
]);

/** Before anything was sent, "tukar" changes the basket. */
function isStronger({ hearing, script }: Scene, alone: Meaning): boolean {
  const stronger = alone.intents.filter((intent) => STRONGER.has(intent));
  const swaps =
    hearing.question !== undefined && / tukar /.test(script) && !/ (sudah|kemarin|sampai|datang) /.test(script);
  return stronger.length > 0 && !(swaps && stronger.every((intent) => intent === "return_item"));
}

/** "masih ada yang lain ga mainannya?" turns nothing down. */
function asks(script: string, { intents }: Meaning): boolean {
  const asked = / \? $/.test(script) && intents.some((intent) => intent.startsWith("ask_"));
  const changes = / (ganti|ubah|tukar|hapus|batal|kurang|tambah|jadi) /.test(script);
  return (asked && !changes) || / (berapa|gimana|kapan|mana|kenapa) /.test(script);
}

/** "ciputnya tetep": nothing changes. */
function kept(scene: Scene): Partial<Meaning> | undefined {
  const stays = / tetap( |$)/.test(scene.script) && scene.amounts.length + scene.reading.options.length === 0;
  return stays && linesNamed(scene).length > 0 ? edited([]) : undefined;
}

/** "kalau kosong ganti risol ya": a wish for when the goods are gone, and no change as long as they are not. */
function standIn(scene: Scene): Partial<Meaning> | undefined {
  const { text } = scene.hearing;
  if (!tellsInstead(scene.script) || text.length > LONGEST_NOTE) return undefined;
  const line = linesNamed(scene)[0] ?? scene.last;
  return edited([{ type: "note", line: line.id, note: text.trim() }]);
}

const LONGEST_NOTE = 200;

/** "eh yang navy aja": the last line in another choice. */
function otherOption(scene: Scene): Partial<Meaning> | undefined {
  const product = scene.hearing.catalogue.product(scene.last.sku);
  if (!product || scene.named.length > 0 || scene.amounts.length > 0) return undefined;
  const edits = scene.reading.options.flatMap((hit): Edit[] => {
    const choice = choiceFor(product, hit);
    return choice && scene.last.options[choice.option] !== choice.value
      ? [{ type: "setOption", line: scene.last.id, option: choice.option, value: choice.value }]
      : [];
  });
  return edits.length > 0 ? edited(edits) : undefined;
}

function wish(scene: Scene, alone: Meaning): Partial<Meaning> | undefined {
  const [note] = scene.reading.notes;
  if (!note || alone.items.length > 0 || scene.named.length > 0) return undefined;
  return edited([{ type: "note", line: scene.last.id, note: note.text }]);
}
