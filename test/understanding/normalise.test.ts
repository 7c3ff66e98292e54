import { expect, it } from "vitest";
import { normalise } from "../../src/understanding/normalise.ts";
import { tokenise } from "../../src/understanding/tokens.ts";

const words = (text: string) => tokenise(normalise(text)).map((token) => token.raw);

it.each([
  ["Cyrillic and Greek look-alikes", "kаοs рοlоs", ["kaos", "polos"]],
  ["full-width letters and digits", "ｓｕｓ １２", ["sus", "12"]],
  ["zero-width characters inside a word", "bro\u200bwn\u200dies", ["brownies"]],
  ["accents and stretched letters", "bangéttt yaaaa", ["banget", "ya"]],
  ["fraction signs", "1½ kg", ["1", "1", "/", "2", "kg"]],
  ["a thumb up", "👍", ["oke"]],
])("%s read as plain words", (_, text, expected) => {
  expect(words(text)).toEqual(expected);
});

it("repeating with a 2, a hyphen or a space is the same word", () => {
  expect(words("abu2 abu-abu abu abu")).toEqual(["abu2", "abu2", "abu2"]);
});

it("glued numbers part from their words, sizes stay whole", () => {
  expect(words("2pcs 25rb 3xl L2")).toEqual(["2", "pcs", "25", "xxxl", "l", "2"]);
});

it("every token knows its place in the original text", () => {
  const text = "Ｂｕ, pesan 2 kаos!";
  for (const token of tokenise(normalise(text))) expect(text.slice(token.start, token.end).length).toBeGreaterThan(0);
  const kaos = tokenise(normalise(text)).find((token) => token.raw === "kaos");
  expect(kaos && text.slice(kaos.start, kaos.end)).toBe("kаos");
});
