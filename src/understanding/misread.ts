import { z } from "zod";
import { skuPath } from "../shop/catalogue/catalogue.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { type MessageLine, OutputLine, outputLine } from "./evaluation-format.ts";
import type { Hearing } from "./hearing.ts";
import { localTime } from "./local-time.ts";
import { madeUpNumbers } from "./made-up-numbers.ts";
import { Intent, type Meaning } from "./meaning.ts";
import { understand } from "./understand.ts";

/** What was known of the talk before a message: there was none, or its question and basket, or nothing any more. */
export const HeardContext = z.enum(["nothing", "known", "unknown"]);
export type HeardContext = z.infer<typeof HeardContext>;

/** What was understood of a message, as the evaluation format says it. */
export const Understood = OutputLine.omit({ id: true });
export type Understood = z.infer<typeof Understood>;

/** What staff say a message should have meant. */
export const Correction = z.object({
  intents: z.array(Intent),
  /** The goods in the words of whoever corrected, and as they were read */
  goods: z.string(),
  items: OutputLine.shape.items,
  /** An option is missing, or something is not in the catalogue */
  clarify: z.boolean(),
  /** Words among the goods that are no product of the shop */
  unread: z.array(z.string()),
});
export type Correction = z.infer<typeof Correction>;

/** A message that was understood wrongly. */
export interface Misread {
  readonly id: string;
  readonly text: string;
  /** When the customer wrote it, epoch ms */
  readonly saidAt: number;
  readonly context: HeardContext;
  readonly understood: Understood;
  readonly correction?: Correction;
}

/** A row of the corpus; `goods` are the right goods in the seller's words. */
export type MisreadLine = MessageLine & { readonly goods?: string };

/** A misread message as it is stored, JSON as text. */
interface StoredMisread {
  readonly id: string;
  readonly text: string;
  readonly saidAt: bigint;
  readonly context: string;
  readonly understood: string;
  readonly correction: string | null;
}

export function misreadOf({ id, text, saidAt, context, understood, correction }: StoredMisread): Misread {
  return {
    id,
    text,
    saidAt: Number(saidAt),
    context: HeardContext.parse(context),
    understood: Understood.parse(JSON.parse(understood)),
    ...(correction !== null && { correction: Correction.parse(JSON.parse(correction)) }),
  };
}

/** A misread message as a row of the corpus, to be labelled where nobody has said what it means. No real number is in it. */
export function misreadLine(misread: Misread, shop: string, timeZone: string): MisreadLine {
  const { id, text, saidAt, context, understood, correction } = misread;
  const mask = madeUpNumbers();
  const isLabelled = correction !== undefined && correction.unread.length === 0;
  return {
    id,
    shop,
    text: mask(text),
    now: isoInstant(saidAt, timeZone),
    expect: maskedTexts(correction ? corrected(understood, correction) : understood, mask),
    tags: ["misread", ...(isLabelled ? [] : ["to_label"]), ...(context === "nothing" ? [] : ["in_conversation"])],
    ...(correction?.goods && { goods: mask(correction.goods) }),
  };
}

export function understoodOf(meaning: Meaning, catalogue: CatalogueIndex): Understood {
  return Understood.parse(outputLine("", meaning, catalogue));
}

/** Goods as a seller types them in ("2 brownies coklat"), each on a line of its own, read against the catalogue. */
export function correctionOf(
  intents: readonly Intent[],
  goods: string,
  scene: Pick<Hearing, "now" | "timeZone" | "catalogue">,
): Correction {
  const lines = goods
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const read = lines.map((line) => understand({ ...scene, text: `pesan ${line}`, basket: [] }));
  const items = read.flatMap((meaning) => meaning.items);
  const unread = lines.flatMap((line, at) => {
    const { items: found = [], doubts = [] } = read[at] ?? {};
    const doubted = doubts.map(({ words }) => words || line);
    return found.length + doubted.length === 0 ? [line] : doubted;
  });
  return {
    intents: items.length > 0 ? withOrdering(intents) : [...intents],
    goods,
    items: items.map(({ sku, options, quantity, note }) => ({
      sku: skuPath(sku, options),
      qty: quantity / 1000,
      ...(note && { note }),
    })),
    clarify: unread.length > 0 || items.some(({ options }) => options.includes(null)),
    unread,
  };
}

/** Goods that are wanted are ordered, whatever else was chosen; then the message is nothing "other". */
function withOrdering(intents: readonly Intent[]): Intent[] {
  if (intents.includes("place_order") || intents.includes("change_order")) return [...intents];
  return ["place_order", ...intents.filter((intent) => intent !== "other")];
}

/** How the goods arrive is said by the intents; the other facts of the message stay as they were understood. */
function corrected(
  { fulfilment: _, clarify: __, intents: ___, items: ____, ...facts }: Understood,
  { intents, items, clarify }: Correction,
): Understood {
  const chosen = CHOSEN.find(([intent]) => intents.includes(intent))?.[1];
  return { intents, items, ...(chosen && { fulfilment: chosen }), ...facts, ...(clarify && { clarify }) };
}

const CHOSEN = [
  ["choose_delivery_cod", "cod"],
  ["choose_delivery", "delivery"],
  ["choose_pickup", "pickup"],
] as const;

/** The texts that a customer's words may stand in. */
function maskedTexts(understood: Understood, mask: (text: string) => string): Understood {
  const { address, phone, name, items } = understood;
  return {
    ...understood,
    items: items.map(({ note, ...item }) => ({ ...item, ...(note !== undefined && { note: mask(note) }) })),
    ...(address !== undefined && { address: mask(address) }),
    ...(phone !== undefined && { phone: mask(phone) }),
    ...(name !== undefined && { name: mask(name) }),
  };
}

/** `2026-03-11T10:00:00+07:00` */
function isoInstant(at: number, timeZone: string): string {
  const { day, minute } = localTime(at, timeZone);
  const local = day * 86_400_000 + minute * 60_000 + (at % 60_000);
  const offset = Math.round((local - at) / 60_000);
  const sign = offset < 0 ? "-" : "+";
  const clock = (minutes: number) =>
    [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${new Date(local).toISOString().slice(0, 19)}${sign}${clock(Math.abs(offset))}`;
}
