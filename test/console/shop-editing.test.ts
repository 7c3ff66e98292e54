import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogueView, ProductForm } from "../../src/console/shop-views.ts";
import type { Database } from "../../src/database/database.ts";
import type { ImportReport } from "../../src/shop/catalogue/import-report.ts";
import { eachEngine } from "../fixtures/database.ts";
import { png } from "../fixtures/pictures.ts";
import { bodyOf, HttpBrowser, type WebServer } from "../fixtures/web-server.ts";
import { API, editingShop, NOW, refusal } from "./editing-shop.ts";

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  let owner: HttpBrowser;
  let seller: HttpBrowser;
  const { opened, product, writes } = editingShop(engine);
  beforeAll(() => {
    ({ database, server, owner, seller } = opened());
  });
  const version = async () => (await database.prisma.shop.findUniqueOrThrow({ where: { id: 1 } })).catalogueVersion;
  const save = (seen: ProductForm | null, wanted: object) => owner.put(`${API}/catalogue/products`, { seen, wanted });
  const audited = (what: string) => database.prisma.audit.findMany({ where: { what }, orderBy: { at: "asc" } });
  const ORDER = "2 brownies coklat cod besok sore, jl kenanga 3 beji, atas nama sari, 081200000002";

  describe("a product", () => {
    it("an edited price is the price from the next message on, and a yes to the old one is asked anew", async () => {
      expect(await writes("sari", ORDER)).toContain("Total: Rp100.000");
      const seen = await product();
      const before = await version();
      expect((await save(seen, { ...seen, price: 60_000 })).status).toBe(200);
      expect(await version()).toBe(before + 1);
      expect(await writes("sari", "ya")).toContain("Total: Rp130.000");
      expect(await database.prisma.order.count()).toBe(0);
      await writes("sari", "ya");
      const [order] = await database.prisma.order.findMany({ include: { lines: true } });
      expect(order?.total).toBe(130_000);
      const again = await product();
      await save(again, { ...again, price: 45_000 });
      const placed = await database.prisma.order.findUniqueOrThrow({
        where: { id: order?.id ?? "" },
        include: { lines: true },
      });
      expect(placed.lines[0]?.unitPrice).toBe(60_000);
      expect((await audited("editedShop")).map(({ subject }) => subject)).toContain("product:BRW");
    });

    it("one added is sold at once under a code of its own, and one withdrawn is not", async () => {
      const wanted = { name: "Kue Lumpur", price: 4_000, unit: "pcs", aliases: ["lumpur"] };
      const { key } = await bodyOf<{ key: string }>(await save(null, wanted));
      expect(key).toBe("KUE-LUMPUR");
      expect((await bodyOf<{ key: string }>(await save(null, wanted))).key).toBe("KUE-LUMPUR-2");
      expect(await writes("budi", "kue lumpur berapa?")).toContain("Rp4.000");
      for (const sku of [key, "KUE-LUMPUR-2"])
        expect((await owner.put(`${API}/catalogue/products/${sku}/active`, { active: false })).status).toBe(204);
      expect(await writes("budi", "kue lumpur berapa?")).not.toContain("Rp4.000");
      expect((await owner.put(`${API}/catalogue/products/none/active`, { active: true })).status).toBe(404);
    });

    it("the order of the list is the order of the menu", async () => {
      await owner.put(`${API}/catalogue/products/KUE-LUMPUR/active`, { active: true });
      await owner.put(`${API}/catalogue/products/KUE-LUMPUR/place`, { by: -1 });
      const { products } = await owner.read<CatalogueView>(`${API}/catalogue`);
      expect(products.filter(({ active }) => active).map(({ sku }) => sku)).toEqual(["KUE-LUMPUR", "BRW"]);
    });

    it("two owners at once: what only one changed is kept, and the same field is told to the second", async () => {
      const seen = await product();
      expect((await save(seen, { ...seen, price: 47_000 })).status).toBe(200);
      expect((await save(seen, { ...seen, description: "Kukus, lembut." })).status).toBe(200);
      expect(await product()).toMatchObject({ price: 47_000, description: "Kukus, lembut." });
      const [status, message] = await refusal(await save(seen, { ...seen, price: 48_000 }));
      expect([status, message]).toEqual([409, expect.stringContaining("Baru saja diubah orang lain: Harga")]);
      expect((await product()).price).toBe(47_000);
    });

    it("what a file may not say, the form may not either, and nothing changes", async () => {
      const seen = await product();
      const before = await version();
      const option = { name: "rasa", values: [{ v: "keju", aliases: [] }] };
      const wrong: readonly (readonly [object, RegExp])[] = [
        [{ price: -1 }, /Harga: terlalu kecil/],
        [{ price: 0.5 }, /Harga: /],
        [{ price: 9e12 }, /Harga: terlalu besar/],
        [{ name: " " }, /Nama: belum diisi/],
        [{ minimum: 0.0001 }, /minimal: lebih halus/],
        [{ units: { box: 0 } }, /Satuan lain: /],
        [{ leadDays: 1000 }, /Hari pesan/],
        [{ options: [option, option] }, /Pilihan: "rasa" sudah dipakai/],
        [{ options: [{ name: "rasa", values: [] }] }, /Pilihan: /],
      ];
      for (const [change, why] of wrong) {
        const [status, message] = await refusal(await save(seen, { ...seen, ...change }));
        expect([status, message]).toEqual([400, expect.stringMatching(why)]);
      }
      expect((await refusal(await save(null, { name: "X", sku: "a/b", price: 1 })))[0]).toBe(400);
      expect(await product()).toEqual(seen);
      expect(await version()).toBe(before);
    });

    it("a name that looks like a page stays a name", async () => {
      const name = '<img src=x onerror="alert(1)">';
      const { key } = await bodyOf<{ key: string }>(await save(null, { name, price: 1_000 }));
      const answer = await owner.get(`${API}/catalogue/products/${key}`);
      expect(answer.headers.get("content-type")).toContain("application/json");
      expect((await bodyOf<ProductForm>(answer)).name).toBe(name);
      await owner.put(`${API}/catalogue/products/${key}/active`, { active: false });
    });
  });

  describe("what there is of it", () => {
    const stock = (change: object) => seller.put(`${API}/catalogue/stock`, change);
    const COKLAT = { path: "BRW/coklat", branchId: "toko" };

    it("a seller counts anew, and is told when a colleague counted meanwhile or orders hold more", async () => {
      const { reserved } = await database.prisma.stock.findFirstOrThrow({ where: { sku: "BRW/coklat" } });
      expect(reserved).toBe(2_000);
      expect((await stock({ ...COKLAT, seen: 12_000, onHand: 20_000 })).status).toBe(204);
      expect((await stock({ ...COKLAT, seen: 12_000, onHand: 9_000 })).status).toBe(409);
      const [status, message] = await refusal(await stock({ ...COKLAT, seen: 20_000, onHand: 1_000 }));
      expect([status, message]).toEqual([409, expect.stringContaining("sudah dijanjikan")]);
      expect((await stock({ ...COKLAT, seen: 20_000, onHand: null })).status).toBe(409);
      const keju = { path: "BRW/keju", branchId: "gudang" };
      expect((await stock({ ...keju, seen: null, onHand: 0 })).status).toBe(204);
      expect((await stock({ ...keju, seen: 0, onHand: null })).status).toBe(204);
      for (const made of [
        { ...COKLAT, path: "BRW/none" },
        { ...COKLAT, branchId: "none" },
      ])
        expect((await stock({ ...made, seen: null, onHand: 1 })).status).toBe(404);
      expect((await stock({ ...COKLAT, seen: 20_000, onHand: -1 })).status).toBe(400);
      expect((await audited("setStock")).length).toBe(3);
    });

    it("sold out until closing: the bot says so at once, also to whoever just said yes, and sells it again after", async () => {
      const pause = (seen: number | null, until: string | null) =>
        seller.put(`${API}/catalogue/products/BRW/pause`, { seen, until });
      expect(await writes("tuti", ORDER)).toContain("Total:");
      expect((await pause(null, "closing")).status).toBe(204);
      expect((await pause(null, "later")).status).toBe(409);
      const orders = await database.prisma.order.count();
      expect(await writes("tuti", "ya")).toContain("Brownies lagi habis");
      expect(await database.prisma.order.count()).toBe(orders);
      const { pausedUntil } = await database.prisma.product.findUniqueOrThrow({ where: { sku: "BRW" } });
      expect(Number(pausedUntil)).toBe(Date.parse("2026-11-19T00:00:00+07:00"));
      expect((await pause(Number(pausedUntil), null)).status).toBe(204);
      expect(await writes("tuti", "brownies masih ada?")).not.toContain("lagi habis");
    });

    it("whoever agreed before it was sold out keeps it when they change their address", async () => {
      await database.prisma.product.update({ where: { sku: "BRW" }, data: { pausedUntil: NOW + 86_400_000 } });
      await database.prisma.shop.update({ where: { id: 1 }, data: { catalogueVersion: { increment: 1 } } });
      const told = await writes("sari", "pesanan saya ganti alamat ke jl melati 5 beji ya");
      expect(told).not.toContain("lagi habis");
      expect(await writes("sari", "tambah brownies coklat 3 lagi")).toMatch(/habis|tinggal/);
      await writes("sari", "batal ubah");
      await database.prisma.product.update({ where: { sku: "BRW" }, data: { pausedUntil: null } });
      await database.prisma.shop.update({ where: { id: 1 }, data: { catalogueVersion: { increment: 1 } } });
    });
  });

  describe("its picture", () => {
    const path = `${API}/catalogue/products/BRW/photo`;
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

    it("is kept under what it is, shown to staff alone, and may be kept by browsers for good", async () => {
      const bytes = png();
      const id = createHash("sha256").update(bytes).digest("hex");
      expect((await owner.put(path, { seen: null, data: base64(bytes) })).status).toBe(204);
      const { products } = await seller.read<CatalogueView>(`${API}/catalogue`);
      expect(products.find(({ sku }) => sku === "BRW")?.photoId).toBe(id);
      const shown = await seller.get(`${API}/photos/${id}`);
      expect(Buffer.from(await shown.arrayBuffer())).toEqual(bytes);
      const header = (name: string) => shown.headers.get(name);
      expect(header("content-type")).toBe("image/png");
      expect(header("x-content-type-options")).toBe("nosniff");
      expect(header("cache-control")).toBe("private, max-age=31536000, immutable");
      expect((await new HttpBrowser(server.url).get(`${API}/photos/${id}`)).status).toBe(401);
      for (const none of ["0".repeat(64), "x", "..%2f..%2fetc%2fpasswd"])
        expect((await seller.get(`${API}/photos/${none}`)).status).toBeGreaterThanOrEqual(400);
      expect((await owner.put(path, { seen: null, data: base64(bytes) })).status).toBe(409);
    });

    it("what only calls itself a picture, or is too large, is refused", async () => {
      const { photoId: seen } = await database.prisma.product.findUniqueOrThrow({ where: { sku: "BRW" } });
      const put = async (bytes: Uint8Array) => (await owner.put(path, { seen, data: base64(bytes) })).status;
      expect(await put(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBe(400);
      expect(await put(Buffer.from("<!doctype html><script>1</script>"))).toBe(400);
      expect(await put(Buffer.from("GIF89a"))).toBe(400);
      expect(await put(Buffer.concat([png(), Buffer.alloc(2 * 1024 * 1024)]))).toBe(400);
      expect(await put(Buffer.concat([png(), Buffer.alloc(4 * 1024 * 1024)]))).toBe(413);
      expect((await owner.put(path, { seen, data: "bukan base64!" })).status).toBe(400);
      expect((await owner.put(path, { seen, data: null })).status).toBe(204);
    });
  });

  describe("the catalogue as a file", () => {
    const bring = async (format: string, text: string, dryRun = false) =>
      bodyOf<ImportReport>(await owner.post(`${API}/catalogue/file`, { format, text, dryRun }));

    it("goes out and comes back unchanged, after any edit", async () => {
      const file = async () => (await owner.get(`${API}/catalogue/file`)).text();
      // The first gives a shop that came from no file its name in files.
      await bring("json", await file());
      const text = await file();
      expect(await bring("json", text)).toMatchObject({ problems: [], changes: [] });
    });

    it("is first shown row by row, and changes nothing until it is brought in; pictures and pauses stay", async () => {
      const { price } = await product();
      const csv = `sku,name,price\nBRW,Brownies,${price + 1000}\nBARU,Onde-onde,3000\n`;
      const before = await version();
      const dry = await bring("csv", csv, true);
      expect(dry.changes.map(({ key, what }) => [key, what])).toEqual([
        ["BRW", "changed"],
        ["BARU", "added"],
      ]);
      expect(await version()).toBe(before);
      await owner.put(`${API}/catalogue/products/BRW/photo`, { seen: null, data: png().toString("base64") });
      await bring("csv", csv);
      expect((await product()).price).toBe(price + 1000);
      expect((await database.prisma.product.findUniqueOrThrow({ where: { sku: "BRW" } })).photoId).not.toBeNull();
      expect((await audited("importedCatalogue")).length).toBe(2);
      const bad = await bring("csv", "sku,name,price\nBRW,Brownies,lima ribu\n");
      expect(bad.problems).toContainEqual(expect.objectContaining({ row: "baris 2", what: '"lima ribu" bukan angka' }));
      expect((await bring("json", "{")).problems).toHaveLength(1);
    });
  });
});
