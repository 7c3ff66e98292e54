import { expect, it } from "vitest";
import { indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { basketOf, hear, shop } from "./shops.ts";

const catalogue = indexCatalogue({
  products: shop("kue").catalogue.products,
  places: [
    { kind: "branch", id: "b1", names: ["Cabang Cakra", "Cakranegara"] },
    { kind: "branch", id: "b2", names: ["Mataram", "Toko Mataram"] },
    { kind: "zone", id: "z3", names: ["Mataram"] },
    { kind: "zone", id: "z1", names: ["Ampenan"] },
    { kind: "zone", id: "z2", names: ["Ampenan Utara"] },
  ],
});

it("branches and zones are known by the names people use, the longest first", () => {
  expect(hear("kue", "ambil di cabang cakra", { catalogue })).toMatchObject({ branch: "b1" });
  expect(hear("kue", "ongkir ke ampenan utara berapa", { catalogue })).toMatchObject({ zone: "z2" });
  expect(hear("kue", "ampenan", { catalogue, question: { type: "zone" } })).toMatchObject({ zone: "z1" });
});

it("a word that names a branch and a zone answers for both", () => {
  expect(hear("kue", "mataram", { catalogue, question: { type: "zone" } })).toMatchObject({ zone: "z3", branch: "b2" });
  expect(hear("kue", "mataram", { catalogue, question: { type: "branch" } })).toMatchObject({
    branch: "b2",
    intents: ["provide_info"],
  });
});

it("goods are fetched where the customer says, on the day and at the time said", () => {
  const meaning = hear("kue", "lemper 10 ambil di mataram besok jam 10", { catalogue });
  expect(basketOf(meaning)).toEqual(["LMP=10"]);
  expect(meaning).toMatchObject({ fulfilment: "pickup", branch: "b2", date: "2026-03-12", time: "10:00" });
  expect(meaning.intents).toContain("choose_pickup");
  expect(meaning.zone).toBeUndefined();
});

it.each(["ambil di mataram besok jam 10", "nanti saya ke mataram", "besok saya mampir ke toko mataram"])(
  "“%s” chooses pickup there",
  (text) => {
    expect(hear("kue", text, { catalogue })).toMatchObject({
      intents: ["choose_pickup"],
      fulfilment: "pickup",
      branch: "b2",
    });
  },
);

it("asked at which branch, “di mataram aja” chooses pickup there", () => {
  expect(hear("kue", "di mataram aja", { catalogue, question: { type: "branch" } })).toMatchObject({
    intents: ["choose_pickup"],
    fulfilment: "pickup",
    branch: "b2",
  });
});

it.each(["bisa ambil di mataram?", "kemarin saya ke mataram macet", "ongkir ke mataram berapa", "mataram ya"])(
  "“%s” chooses no way to get the goods and agrees to nothing",
  (text) => {
    const meaning = hear("kue", text, { catalogue });
    expect(meaning.fulfilment).toBeUndefined();
    expect(meaning.intents).not.toContain("affirm");
  },
);

it.each(["ampenan jl melati 3", "Ampenan, jl mawar no 3", "Kukusan, Jl. H. Amat no 12", "bojongsari jl melati 3"])(
  "asked where to, “%s” is an address that starts with its area",
  (text) => {
    const meaning = hear("kue", text, { catalogue, question: { type: "address" } });
    expect([meaning.address, meaning.name]).toEqual([text, undefined]);
    expect(meaning.zone).toBe(/^ampenan/i.test(text) ? "z1" : undefined);
  },
);

it.each(["cod ke ampenan jl mawar 3", "cod ke kukusan jl mawar 3"])("the address in “%s” keeps its area", (text) => {
  expect(hear("kue", text, { catalogue })).toMatchObject({ fulfilment: "cod", address: text.slice("cod ke ".length) });
});

it("asked where to, a name with a title before the street is still a name", () => {
  expect(hear("kue", "Bu Tatik, jl mawar 3", { catalogue, question: { type: "address" } })).toMatchObject({
    name: "Bu Tatik",
    address: "jl mawar 3",
  });
});

it.each([
  "rumah pagar ijo sebelah warung bakso, masuk dari gapura",
  "jl dahlia 4, belok kiri dr pertigaan",
  "jalan pahlawan no.45 (depan bank)",
  "jalan sei batang hari nomor dua puluh tiga",
  "jl skarda n no 6",
  "jl kh. ahmad dahlan gg 2 no 8a",
  "jln. jend. sudirman kav 21",
  "gg mangga no 4",
  "ruko mangga besar blok d no 3",
])("the address “%s” is whole", (text) => {
  expect(hear("hijab", `antar ke ${text} ya`).address).toBe(text);
});

it.each(["di toko sebelah lebih murah", "alamat masih sama kak", "ketemu di kampus aja gimana"])(
  "“%s” is no address",
  (text) => {
    expect(hear("hijab", text).address).toBeUndefined();
  },
);

it("a day behind an address is none of it", () => {
  expect(hear("hijab", "antar ke jl karya pagi no 3 besok pagi ya")).toMatchObject({
    address: "jl karya pagi no 3",
    date: "2026-03-12",
    time: "pagi",
  });
});
