import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { CatalogueFile, DialogueLine, MessageLine } from "../../src/understanding/evaluation-format.ts";
import { Intent } from "../../src/understanding/meaning.ts";

/** Intents and slots may be `a|b`; an intent may be `?optional`. */
const forms = (one: z.ZodType<string>) =>
  z.string().refine((text) =>
    text
      .replace("?", "")
      .split("|")
      .every((form) => one.safeParse(form).success),
  );
const Fulfilment = z.enum(["cod", "pickup", "delivery"]);
const Clock = z.union([z.enum(["pagi", "siang", "sore", "malam"]), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]);
const Until = z.union([z.iso.date(), z.enum(["gajian", "bulan depan", "minggu depan", "akhir bulan"])]);
const Item = z.strictObject({ sku: z.string().min(1), qty: z.number().positive(), note: z.string().optional() });
const Items = z.union([z.literal("any"), z.array(Item)]);
const any = z.literal("any");
const slots = {
  fulfilment: z.union([forms(Fulfilment), any]).optional(),
  date: z.union([forms(z.iso.date()), any]).optional(),
  time: z.union([forms(Clock), any]).optional(),
  address: z.string().min(1).optional(),
  phone: z.union([forms(z.string().regex(/^\+62\d{7,13}$/)), any]).optional(),
  name: z.string().min(1).optional(),
};
const Message = MessageLine.extend({
  text: z.string().min(1),
  expect: z.strictObject({
    intents: z.array(forms(Intent)).min(1),
    items: Items,
    clarify: z.union([z.boolean(), any]).optional(),
    until: z.union([forms(Until), any]).optional(),
    ...slots,
  }),
}).strict();
const STATES = ["none", "open", "confirmed", "cancelled", "postponed"];
const Dialogue = DialogueLine.extend({
  expect: z.strictObject({
    items: Items.optional(),
    status: forms(z.enum(STATES)).optional(),
    opted_out: z.union([z.boolean(), any]).optional(),
    opted_in: z.union([z.boolean(), any]).optional(),
    handoff: z.union([z.boolean(), any]).optional(),
    until: z.union([forms(Until), any]).optional(),
    ...slots,
  }),
}).strict();

interface Shop {
  readonly id: string;
  readonly catalogue: CatalogueFile["shops"][number];
  readonly messages: readonly unknown[];
  readonly dialogues: readonly unknown[];
}

const growing = shopsOf("growing");
const heldOut = shopsOf("held-out");
const all = [...growing, ...heldOut];

describe("the corpus", () => {
  it("is large enough to mean something", () => {
    expect(all.length).toBeGreaterThanOrEqual(8);
    expect(all.flatMap(({ messages }) => messages).length).toBeGreaterThanOrEqual(1500);
    expect(all.flatMap(({ dialogues }) => dialogues).length).toBeGreaterThanOrEqual(150);
  });

  it.each(all)("$id keeps to the format in every line", ({ messages, dialogues }) => {
    expect(faultsOf(messages, Message)).toEqual([]);
    expect(faultsOf(dialogues, Dialogue)).toEqual([]);
  });

  it.each(all)("$id orders only what it sells, and asks for what is missing", ({ catalogue, messages, dialogues }) => {
    const wrong = [...messages, ...dialogues].flatMap((line) => {
      const { id, shop, expect: due } = Labelled.parse(line);
      const items = due.items === "any" ? [] : (due.items ?? []);
      const asks = "turns" in Object(line) || due.clarify === true || due.clarify === "any";
      return [
        ...(shop === catalogue.id ? [] : [`${id}: shop ${shop}`]),
        ...items.filter(({ sku }) => !sold(catalogue, sku)).map(({ sku }) => `${id}: no ${sku}`),
        ...(items.some(({ sku }) => sku.includes("?")) && !asks ? [`${id}: an open option without a question`] : []),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it("has each id once, and each text but words that everybody says alike", () => {
    expect(twice(all.flatMap(({ messages, dialogues }) => [...messages, ...dialogues].map(idOf)))).toEqual([]);
    expect(saidAgain(all.flatMap(({ messages }) => messages))).toEqual([]);
    expect(saidAgain(all.flatMap(({ dialogues }) => dialogues))).toEqual([]);
  });

  it("holds out other shops and other words than it shows", () => {
    const ids = (shops: readonly Shop[]) => shops.flatMap(({ id, catalogue }) => [id, catalogue.id, catalogue.name]);
    expect(ids(heldOut).filter((id) => ids(growing).includes(id))).toEqual([]);
    const shown = growing.flatMap(({ messages }) => messages);
    const held = heldOut.flatMap(({ messages }) => messages);
    expect(saidAgain([...shown, ...held])).toEqual([]);
  });
});

const Labelled = z.object({
  id: z.string(),
  shop: z.string(),
  expect: z.object({ items: Items.optional(), clarify: z.union([z.boolean(), any]).optional() }),
});

function shopsOf(part: string): Shop[] {
  const folder = new URL(`./corpus/${part}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((id) => {
      const at = (name: string) => readFileSync(new URL(`${id}/${name}`, folder), "utf8");
      const lines = (name: string) =>
        at(name)
          .split("\n")
          .filter(Boolean)
          .map((line): unknown => JSON.parse(line));
      const [catalogue, another] = CatalogueFile.parse(JSON.parse(at("catalog.json"))).shops;
      if (!catalogue || another) throw new Error(`${id} is not one shop`);
      return { id, catalogue, messages: lines("messages.jsonl"), dialogues: lines("dialogues.jsonl") };
    });
}

/** Where a line breaks the format, by its id and never by its words: held-out lines are not to be read. */
function faultsOf(lines: readonly unknown[], schema: z.ZodType): string[] {
  return lines.flatMap((line) =>
    (schema.safeParse(line).error?.issues ?? []).map(({ path, code }) => `${idOf(line)}: ${path.join(".")} ${code}`),
  );
}

/** A SKU path in the order of the product's options, each with a value that is sold or `?`. */
function sold({ products }: Shop["catalogue"], path: string): boolean {
  return products.some(({ sku, options }) => {
    if (path !== sku && !path.startsWith(`${sku}/`)) return false;
    let rest = path.slice(sku.length);
    for (const { values } of options) {
      const value = ["?", ...values.map(({ v }) => v)].find(
        (each) => rest === `/${each}` || rest.startsWith(`/${each}/`),
      );
      // A value given that is not sold is written as open.
      if (value === undefined) return false;
      rest = rest.slice(value.length + 1);
    }
    return rest === "";
  });
}

function idOf(line: unknown): string {
  return z.object({ id: z.string() }).parse(line).id;
}

function plainText(line: unknown): string {
  const { text, turns } = z
    .object({ text: z.string().default(""), turns: z.array(z.object({ text: z.string() })).default([]) })
    .parse(line);
  return [text, ...turns.map((turn) => turn.text)]
    .join("\n")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .trim();
}

const FEW_WORDS = 3;

/** Lines whose text another has before them, by id; "p" and "oke" are nobody's own. */
function saidAgain(lines: readonly unknown[]): string[] {
  const seen = new Set<string>();
  return lines.flatMap((line) => {
    const text = plainText(line);
    const again = text.split(" ").length > FEW_WORDS && seen.has(text);
    seen.add(text);
    return again ? [idOf(line)] : [];
  });
}

function twice(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
