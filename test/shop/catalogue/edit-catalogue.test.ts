import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedEmpty } from "../../../prisma/seed.ts";
import type { Database } from "../../../src/database/database.ts";
import { type EditedKind, editCatalogue, fileOf, type ShopFile } from "../../../src/shop/catalogue/edit-catalogue.ts";
import { exportCatalogue } from "../../../src/shop/catalogue/export-catalogue.ts";
import { importCatalogue } from "../../../src/shop/catalogue/import-catalogue.ts";
import { readRows } from "../../../src/shop/catalogue/import-store.ts";
import { mergeEdit } from "../../../src/shop/catalogue/merge-edit.ts";
import { eachEngine, freshDatabase } from "../../fixtures/database.ts";
import { anyShop } from "./any-shop.ts";

const BY = { who: "ratih", at: 1 };

const formOf = (database: Database): Promise<ShopFile> =>
  database.transaction(async (tx) => fileOf(await readRows(tx)));

/** Types a whole shop into the forms of an empty one. */
async function typeIn(database: Database, form: ShopFile): Promise<void> {
  const save = async (kind: EditedKind, seen: unknown, wanted: unknown) => {
    expect((await editCatalogue(database, { kind, seen, wanted }, BY)).type).toBe("saved");
  };
  const { details, branches } = await formOf(database);
  await save("details", details, form.details);
  await save("words", {}, form.words);
  for (const branch of form.branches) await save("branch", null, branch);
  for (const first of branches) await save("branch", first, null);
  for (const zone of form.zones) await save("zone", null, zone);
  for (const product of form.products) await save("product", null, product);
}

/** The forms speak of neither counts nor the rules of calls, and a shop keeps its name in files. */
const asTyped = ({ products, id: _, confirmCall: __, ...shop }: Record<string, unknown>) => ({
  ...shop,
  products: Array.isArray(products) ? products.map((product) => ({ ...product, stock: null })) : [],
});

eachEngine((engine) => {
  describe("a shop that is typed in", () => {
    it("is the one that its file brings, and comes back from its own file unchanged", async () => {
      await fc.assert(
        fc.asyncProperty(anyShop, async (shop) => {
          const [brought, typed] = [await freshDatabase(engine), await freshDatabase(engine)];
          await importCatalogue(brought, { format: "json", text: JSON.stringify({ shops: [shop] }) });
          await seedEmpty(typed);
          const form = await formOf(brought);
          await typeIn(typed, form);
          expect(await formOf(typed)).toEqual(form);
          const [file] = JSON.parse(await exportCatalogue(brought)).shops;
          const text = await exportCatalogue(typed);
          expect(asTyped(JSON.parse(text).shops[0])).toEqual(asTyped(file));
          expect(await importCatalogue(typed, { format: "json", text })).toMatchObject({ problems: [], changes: [] });
          // Saved again as it is, nothing is changed and nobody is named for it.
          const before = await typed.prisma.audit.count();
          await editCatalogue(typed, { kind: "details", seen: form.details, wanted: form.details }, BY);
          expect(await typed.prisma.audit.count()).toBe(before);
          await Promise.all([brought.close(), typed.close()]);
        }),
        { numRuns: engine === "sqlite" ? 12 : 2 },
      );
    }, 120_000);
  });
});

describe("two people at one form", () => {
  it("keep each their own fields, and never lose one another's", () => {
    const entry = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.array(fc.nat(1), { maxLength: 2 }) });
    fc.assert(
      fc.property(entry, entry, entry, (seen, wanted, now) => {
        const { merged, clashes } = mergeEdit<object>(seen, wanted, now);
        for (const key of ["a", "b", "c"] as const) {
          const [was, mine, theirs] = [seen[key], wanted[key], now[key]].map((value) => JSON.stringify(value));
          const isClash = was !== mine && was !== theirs && mine !== theirs;
          expect(clashes.includes(key)).toBe(isClash);
          if (!isClash) expect(JSON.stringify(Reflect.get(merged, key))).toBe(was === mine ? theirs : mine);
        }
      }),
    );
  });
});
