import { describe, expect, it } from "vitest";
import { hear } from "./shops.ts";

const said = (words: string) => hear("kue", words);

describe("what is said of calls", () => {
  it.each([
    "telpunen aku yo",
    "telponin dong bang",
    "telepon balik atuh",
    "punten telepon abdi heula",
    "telpon aye dong bang",
    "pangnelponkeun abdi nya",
  ])("“%s” asks for a call", (words) => {
    expect(said(words)).toMatchObject({ intents: ["request_call"] });
    expect(said(words).aboutCall).toBeUndefined();
  });

  it.each([
    "belum ada yang telpon nih",
    "katanya mau ditelpon jam 3",
    "kok belum ditelepon",
    "kok durung ditelpon",
    "udah sejam nunggu ga ditelpon",
    "mana telponnya, ditunggu dari tadi",
  ])("“%s” says that a promised call did not come", (words) => {
    expect(said(words)).toMatchObject({ intents: ["request_call"], aboutCall: "late" });
  });

  it.each([
    "saya telpon kok ga diangkat",
    "ditelpon barusan ga keangkat, maaf lagi di motor",
    "ada panggilan tak terjawab dr nomor toko ini, kenapa ya",
  ])("“%s” is a missed call and no complaint of a promise", (words) => {
    expect(said(words).intents).toContain("missed_call");
    expect(said(words).aboutCall).toBeUndefined();
  });

  it.each(["nanti saya yang telepon", "biar saya aja yg telp", "tak telpon dewe wae", "besok saya telepon ya"])(
    "“%s”: they call us",
    (words) => expect(said(words)).toMatchObject({ aboutCall: "theirs" }),
  );

  it.each(["boleh saya telpon?", "tolong telepon saya nanti", "saya minta ditelpon nanti"])(
    "“%s” does not say that they call us",
    (words) => expect(said(words).aboutCall).toBeUndefined(),
  );

  it.each(["jangan telepon dulu", "jangan telpon sekarang ya", "lagi ga bisa angkat telepon"])(
    "“%s” is not now",
    (words) => {
      expect(said(words)).toMatchObject({ intents: ["request_call"], aboutCall: "notNow" });
      expect(said(words).byChat).toBeUndefined();
    },
  );

  it("not at the time that is named, or not now but then", () => {
    expect(said("jangan telpon jam 4, saya rapat")).toMatchObject({ aboutCall: "notNow" });
    expect(said("jangan telpon jam 4, saya rapat").time).toBeUndefined();
    expect(said("jangan telepon dulu, jam 4 aja")).toMatchObject({ intents: ["request_call"], time: "16:00" });
  });

  it("asked not to be called for now, nobody is struck off a list", () => {
    expect(said("jangan telpon sekarang lagi rapat, habis ashar aja").intents).not.toContain("opt_out");
    expect(said("jangan telpon2 saya lagi, stop promonya").intents).toContain("opt_out");
  });

  it.each(["ada nomor yang bisa dihubungi?", "minta no wa nya dong kak", "nomor tokonya berapa"])(
    "“%s” asks where to call",
    (words) => expect(said(words)).toMatchObject({ intents: ["request_call"], aboutCall: "number" }),
  );

  it.each([
    "ada pulsa telepon?",
    "telepon genggam ada kak?",
    "mau pulsa telepon 50rb",
    "jual casing telepon ga",
    "casing hp ada?",
    "telp: 081234567890",
    "nomor telepon saya 0812 3456 7890",
    "jl mawar 3 rt 2 rw 5, telpon kalau sudah dekat",
    "kurirnya suruh telpon dulu ya",
  ])("“%s” asks for no call", (words) => {
    expect(said(words).intents).not.toContain("request_call");
    expect(said(words).intents).not.toContain("missed_call");
  });
});

describe("the times that prayers name", () => {
  it.each([
    ["habis subuh", "pagi", "05:15"],
    ["ba'da dzuhur", "siang", "12:30"],
    ["abis lohor", "siang", "12:30"],
    ["sesudah ashar", "sore", "15:45"],
    ["sebelum magrib", "malam", "17:30"],
    ["habis magrib", "malam", "18:30"],
    ["setelah isya", "malam", "19:30"],
    ["bar isya", "malam", "19:30"],
    ["pas magrib", "malam", "18:00"],
  ])("“%s” is %s, around %s", (words, time, around) => {
    expect(said(`telpon saya besok ${words} ya`)).toMatchObject({ time, around });
  });

  it("a clock named beside one is the time", () => {
    expect(said("telpon habis magrib jam 7 ya")).toMatchObject({ time: "19:00" });
    expect(said("telpon habis magrib jam 7 ya").around).toBeUndefined();
  });
});
