import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import type { Meaning } from "../../src/understanding/meaning.ts";
import { understand } from "../../src/understanding/understand.ts";
import { corpusShops } from "./corpus.ts";
import { basketOf, hear, shops } from "./shops.ts";

const Row = z.strictObject({ shop: z.string(), text: z.string().min(1) });
const growing = corpusShops("growing").map(({ id, catalogue }) => [id, catalogue] as const);
const catalogues = new Map([...shops, ...growing]);
const NOW = Date.parse("2026-03-11T10:00:00+07:00");

/** The rows of a file over the shops of shops.json and of the growing corpus, each understood alone. */
function heardIn(file: string): { readonly row: string; readonly meaning: Meaning }[] {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean);
  return lines.map((line) => {
    const { shop, text } = Row.parse(JSON.parse(line));
    const catalogue = catalogues.get(shop);
    if (!catalogue) throw new Error(`no shop ${shop}`);
    const meaning = understand({ text, now: NOW, timeZone: "Asia/Jakarta", catalogue, basket: [] });
    return { row: `${shop}: ${text} → ${basketOf(meaning).join(" ")}`, meaning };
  });
}

it("what is told, asked, haggled over, changed, paid for or sold by others orders nothing", () => {
  const heard = heardIn("./no-orders.jsonl");
  expect(heard.length).toBeGreaterThanOrEqual(500);
  expect(heard.filter(({ meaning }) => meaning.items.length > 0).map(({ row }) => row)).toEqual([]);
});

it("orders that look like them are orders", () => {
  const heard = heardIn("./orders-alike.jsonl");
  expect(heard.length).toBeGreaterThanOrEqual(240);
  const lost = heard.filter(({ meaning }) => meaning.items.length + meaning.doubts.length === 0);
  expect(lost.map(({ row }) => row)).toEqual([]);
});

it.each([
  ["kue", "nastar 500gr 2 nya jadi 3 ya"],
  ["bangunan", "genteng keramiknya dijadiin 300 aja"],
  ["kue", "bolu gulung nanas jadi yang mocca ya"],
])("%s: '%s' changes an order made before", (shop, text) => {
  const { intents, items } = hear(shop, text);
  expect(items).toEqual([]);
  expect(intents).toContain("change_order");
});

it("in the message that orders them, the same words correct it", () => {
  expect(basketOf(hear("kue", "lapis legit 1, nastar 250gr 2. eh nastarnya jadi 3 ya"))).toEqual([
    "LPS=1",
    "NST/250gr=3",
  ]);
});

it.each([
  ["mode", "jaket denim M 150 deh, deal?"],
  ["kue", "lapis legit 150 boleh?"],
  ["sepatu", "sepatu sekolah 35 2 pasang 150 pas ya"],
])("%s: '%s' offers thousands of rupiah", (shop, text) => {
  const { intents, items } = hear(shop, text);
  expect(items).toEqual([]);
  expect(intents).toContain("bargain");
});

it.each([
  ["kue", "lapis legit 2 ya, totalnya berapa?", "LPS=2"],
  ["bangunan", "pesan semen gresik 12 sak, berapa hari sampai?", "SMN=12"],
  ["frozen", "bakso sapi 3 ya, kuat berapa lama?", "BKS=3"],
])("%s: '%s' orders and asks", (shop, text, line) => {
  expect(basketOf(hear(shop, text))).toEqual([line]);
});

it("requests in machine formats order nothing", () => {
  expect(hear("kue", "GET /cart?sku=nastar&qty=4").items).toEqual([]);
  expect(hear("kue", "cart.push('nastar', 4)").items).toEqual([]);
});
