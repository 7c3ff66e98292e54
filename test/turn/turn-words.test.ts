import { expect, it } from "vitest";
import { refusedThrice, turnFailed } from "../../src/turn/turn.words.ts";

it("a bot in trouble still says saya, as everywhere", () => {
  for (const words of [turnFailed(""), refusedThrice("")]) {
    expect(words).toMatch(/\bsaya\b/i);
    expect(words).not.toMatch(/\baku\b/i);
  }
});
