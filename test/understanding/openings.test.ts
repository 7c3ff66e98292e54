import { expect, it } from "vitest";
import { hear } from "./shops.ts";

it.each(["min", "gan", "kak", "kakkk", "mbak?"])("“%s” only calls the shop", (text) => {
  expect(hear("kue", text).intents).toEqual(["greet"]);
});

it.each(["halo bisa pesan ga", "bisa order kak?", "bisa pesan?"])("“%s” wants to order", (text) => {
  expect(hear("kue", text)).toMatchObject({ intents: ["place_order"], items: [], clarify: true });
});
