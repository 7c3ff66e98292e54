import { describe, expect, test } from "vitest";
import { Chat } from "../fixtures/chat.ts";

describe("a quantity that the words leave open", () => {
  const chat = () => new Chat({ customer: { name: "Sari", phone: "+6281200001111" } });
  const line = (talk: Chat) => talk.state.topics.map(({ answers: { basket } }) => basket);

  test("is asked for, and the number said next is the line's", () => {
    const talk = chat();
    expect(talk.says("brownies coklat 2-3 pcs")).toContain("2 pcs atau 3 pcs");
    talk.says("3");
    expect(line(talk)).toMatchObject([{ lines: [{ sku: "BRW", quantity: 3000 }] }]);
    expect(talk.text).not.toContain("atau 3 pcs");
  });

  test("is not settled by a yes", () => {
    const talk = chat();
    talk.says("brownies coklat 2-3 pcs, ambil di toko hari ini");
    expect(talk.says("ya")).toContain("2 pcs atau 3 pcs");
    expect(talk.effect("placeOrder")).toBeUndefined();
  });

  test("is chosen with a tap", () => {
    const talk = chat();
    talk.says("brownies coklat 2-3 pcs");
    talk.taps("2 pcs");
    expect(line(talk)).toMatchObject([{ lines: [{ sku: "BRW", quantity: 2000 }] }]);
    expect(talk.text).not.toContain("atau 3 pcs");
  });
});
