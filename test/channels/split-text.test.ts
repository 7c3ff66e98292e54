import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitText } from "../../src/channels/split-text.ts";

const squeezed = (text: string) => text.replace(/\s+/g, "");

describe("a text too long for one message", () => {
  it("loses no word and keeps to the limit, whatever it holds", () => {
    const unit = fc.oneof(
      fc.constantFrom("brownies ", "kue lapis. ", "\n", "\n\n", "🍰", "👨‍👩‍👧"),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 200 }), fc.integer({ min: 10, max: 80 }), (units, max) => {
        const text = `a${units.join("")}`;
        const parts = splitText(text, max);
        expect(squeezed(parts.join(""))).toBe(squeezed(text));
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(max);
        for (const part of parts) expect(Buffer.from(part).toString()).toBe(part);
      }),
    );
  });

  it("is cut between paragraphs before lines, lines before sentences, sentences before words", () => {
    expect(splitText("satu dua.\n\ntiga empat", 14)).toEqual(["satu dua.", "tiga empat"]);
    expect(splitText("satu dua.\ntiga empat", 14)).toEqual(["satu dua.", "tiga empat"]);
    expect(splitText("satu dua. tiga empat", 14)).toEqual(["satu dua.", "tiga empat"]);
    expect(splitText("satu dua tiga empat", 14)).toEqual(["satu dua tiga", "empat"]);
  });

  it("stays one message where it fits", () => {
    expect(splitText("  halo  ", 20)).toEqual(["  halo  "]);
  });
});
