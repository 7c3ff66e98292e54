import { expect, it } from "vitest";
import { en } from "../../src/console/app/dictionary-en.ts";
import { id } from "../../src/console/app/dictionary-id.ts";
import { sayValue } from "../../src/console/app/say.ts";

it("a day that the bot understood is read as people say it, and what is no day stays as it is", () => {
  expect(sayValue("2026-11-23 sore", id)).toBe("Sen, 23 Nov sore");
  expect(sayValue("2026-11-23", en)).toMatch(/^Mon,? (23 Nov|Nov 23)$/);
  expect(sayValue("blok 2026-13-45", id)).toBe("blok 2026-13-45");
});
