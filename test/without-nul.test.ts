import { describe, expect, it } from "vitest";
import { withoutNul } from "../src/without-nul.ts";

describe("NUL characters", () => {
  it("are taken out of every text, also in lists and drafts within drafts", () => {
    const draft = {
      text: "brow\u0000nies",
      lines: [{ note: "\u0000manis" }],
      customer: { constructor: 1, name: "Sa\u0000ri" },
    };
    expect(withoutNul(draft)).toEqual({
      text: "brownies",
      lines: [{ note: "manis" }],
      customer: { constructor: 1, name: "Sari" },
    });
  });

  it("are looked for however deep somebody nests, and bytes are left alone", () => {
    const bytes = new Uint8Array([0, 1]);
    const deep: { within: unknown } = { within: "\u0000" };
    let top: object = deep;
    for (let level = 0; level < 100_000; level++) top = [top];
    withoutNul({ top, bytes });
    expect(deep.within).toBe("");
    expect([...bytes]).toEqual([0, 1]);
  });
});
