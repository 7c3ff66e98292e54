import { expect, it } from "vitest";
import { hear } from "./shops.ts";

it.each([
  ["namanya ganti jadi Eka", "Eka"],
  ["namanya jadi Dedi Kurnia", "Dedi Kurnia"],
  ["ganti nama ke Budi", "Budi"],
  ["panggil aja Mbak Yuni", "Mbak Yuni"],
  ["diambil suami saya, Pak Heru", "Pak Heru"],
  ["ini Rena 0857 1122 3344", "Rena"],
  ["ini rena, 085711223344", "rena"],
  ["ini dgn pak Joko ya", "pak Joko"],
  ["sy Tono, jl jambu 4", "Tono"],
  ["penerimanya ibu saya, Ibu Lastri", "Ibu Lastri"],
  ["yang nerima adik saya, Rani", "Rani"],
  ["yg terima nanti mbak Sari", "mbak Sari"],
  ["ini bu Ratna langganan", "bu Ratna"],
  ["Atas nama Fitri hp 081234567890", "Fitri"],
])("“%s” gives the name %s", (text, name) => {
  for (const question of [undefined, { type: "name" }] as const) {
    const meaning = hear("kue", text, question && { question });
    expect(meaning.name).toBe(name);
    expect(meaning.intents).not.toContain("change_order");
  }
});

it.each(["rumah cat hijau pagar hitam", "tunggu", "bentar ya kak"])("asked for a name, “%s” is none", (text) => {
  expect(hear("kue", text, { question: { type: "name" } }).name).toBeUndefined();
});

it.each(["nmrku 081234567890", "penerimanya suami saya 081234567890", "nohp aktif 081234567890"])(
  "“%s” names nobody",
  (text) => {
    expect(hear("kue", text)).toMatchObject({ phone: "+6281234567890" });
    expect(hear("kue", text).name).toBeUndefined();
  },
);

it("Bu RT is a name, and RT is none", () => {
  const named = (text: string) => hear("kue", text, { question: { type: "name" } }).name;
  expect([named("0812 7777 6666 bu rt"), named("rt")]).toEqual(["bu rt", undefined]);
});
