import { expect, it } from "vitest";
import { normalise } from "../../src/understanding/normalise.ts";
import { tokensHeard } from "../../src/understanding/tokens.ts";
import { basketOf, hear } from "./shops.ts";

it.each([
  ["kue", "kula badhe mundhut lemper kalih dasa kalih risol mayo selawe", ["LMP=20", "RSL=25"]],
  ["kue", "bolu gulung mocca setunggal kalih lemper kalih", ["BLG/mocca=1", "LMP=2"]],
  ["kue", "pesen lemper seket, risol sewidak, kue sus telungpuluh", ["LMP=50", "RSL=60", "KST=30"]],
  ["kue", "lek lapis legite sik onok tak jupuk loro", ["LPS=2"]],
  ["warung", "lengo goreng sing 2 liter loro karo gulo sekilo", ["MNK/2 liter=2", "GLP=1"]],
  ["hijab", "bergo hideung M jeung L dua sewang", ["BGO/hitam/M=2", "BGO/hitam/L=2"]],
  ["hijab", "segi empat bodas genep, maroon salapan", ["SGE/putih=6", "SGE/maroon=9"]],
  ["kue", "meser brownies nu keju hiji jeung nu almond dua, kirimkeun ka bumi", ["BRW/keju=1", "BRW/almond=2"]],
  ["bangunan", "semen telung sak karo paku 5cm loro kilo", ["SMN=3", "PKU/5cm=2"]],
])("in %s, “%s” is an order", (shop, text, basket) => {
  expect(basketOf(hear(shop, text))).toEqual(basket);
});

it.each([
  "tanggaku arep pesen nastar 500gr sepuluh jare",
  "babaturan abdi rek meser lapis legit tilu cenah",
  "menawi mundhut seket angsal potongan mboten?",
  "kamari abdi meser nastar dua toples, raos pisan",
  "mboten sios nggih mbak",
  "lapis legitna teu jadi, nastar na wae",
])("“%s” orders nothing", (text) => {
  expect(hear("kue", text).items).toEqual([]);
});

it.each([
  ["sesuk isuk jam pitu tak jupuk, lemper satus", "2026-03-12", "07:00"],
  ["isuk sonten jam lima dicandak ku abdi, lemper hiji", "2026-03-12", "17:00"],
  ["suk emben sore, lemper siji", "2026-03-13", "sore"],
  ["tgl selawe wae mbak, lemper siji", "2026-03-25", undefined],
  ["dikirim dinten Setu enjing tabuh wolu nggih", "2026-03-14", "08:00"],
])("“%s” names its day and time", (text, date, time) => {
  expect(hear("kue", text)).toMatchObject({ date, ...(time !== undefined && { time }) });
});

it("a word that is Indonesian too is read as regional only beside its language", () => {
  const said = (text: string) => tokensHeard(normalise(text)).map(({ word }) => word);
  expect(said("warna awan ada")).toContain("awan");
  expect(said("sesuk awan")).toEqual(["besok", "siang"]);
  expect(said("paket a 2")).toContain("a");
});

it("words read as others keep their place in the text", () => {
  const text = "matur nuwun, tumbas lempér satus seket";
  const places = tokensHeard(normalise(text)).map(({ raw, start, end }) => [raw, text.slice(start, end)]);
  expect(places).toEqual([
    ["makasih", "matur nuwun"],
    [",", ","],
    ["beli", "tumbas"],
    ["lemper", "lempér"],
    ["seratus", "satus"],
    ["lima", "seket"],
    ["puluh", "seket"],
  ]);
});

it("a long message in a regional language is read at once", () => {
  const started = performance.now();
  hear("kue", "kula badhe tumbas lemper kalih dasa ".repeat(280));
  expect(performance.now() - started).toBeLessThan(500);
});
