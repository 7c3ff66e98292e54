import { expect, it } from "vitest";
import { hear } from "./shops.ts";

it.each([
  "hapus data saya",
  "tolong hapus data saya ya kak",
  "hapus nomor hp saya",
  "mohon data saya dihapus",
  "hapus akun saya",
])("“%s” is for a person to do", (text) => {
  expect(hear("kue", text).intents).toEqual(["talk_to_human"]);
});

it.each(["stop promo", "hapus nomor saya dari daftar promo"])("“%s” only ends the offers", (text) => {
  expect(hear("kue", text).intents).toEqual(["opt_out"]);
});
