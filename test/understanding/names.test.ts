import { expect, it } from "vitest";
import { hear } from "./shops.ts";

it.each([
  ["namanya ganti jadi Eka", "Eka"],
  ["namanya jadi Dedi Kurnia", "Dedi Kurnia"],
  ["ganti nama ke Budi", "Budi"],
  ["panggil aja Mbak Yuni", "Mbak Yuni"],
  ["diambil suami saya, Pak Heru", "Pak Heru"],
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

it("Bu RT is a name, and RT is none", () => {
  const named = (text: string) => hear("kue", text, { question: { type: "name" } }).name;
  expect([named("0812 7777 6666 bu rt"), named("rt")]).toEqual(["bu rt", undefined]);
});
