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

  test("is not noted as if it were settled", () => {
    expect(chat().says("brownies coklat 2-3 pcs")).not.toContain("dicatat");
  });

  test.each([
    [["brownies coklat 2-3 pcs", "2-3 lah"], "2 pcs atau 3 pcs"],
    [["brownies coklat 2-3 pcs", "2 atau 3 ya, bingung"], "2 pcs atau 3 pcs"],
    [["brownies coklat 2-3 pcs", "tambah 1"], "3 pcs atau 4 pcs"],
    [["brownies 2-3 pcs", "coklat 3-4"], "3 pcs atau 4 pcs"],
    [["brownies coklat 2 pcs", "jadi 3-4 aja"], "3 pcs atau 4 pcs"],
    [["brownies coklat 2 pcs", "brownies coklatnya ganti 3 atau 4"], "3 pcs atau 4 pcs"],
    [["brownies coklat 2 pcs", "tambah 2-3 lagi"], "4 pcs atau 5 pcs"],
    [["brownies coklat 2-3 pcs, brownies coklat 5 pcs"], "7 pcs atau 8 pcs"],
  ])("said later, or once more, is asked for as well: %j", (said, asked) => {
    const talk = chat();
    for (const text of said.slice(0, -1)) talk.says(text);
    expect(talk.says(said.at(-1) ?? "")).toContain(asked);
  });

  test("is settled by a number said with its name", () => {
    const talk = chat();
    talk.says("brownies coklat 2-3 pcs");
    expect(talk.says("brownies coklat 2 aja")).toContain("dicatat: Brownies (coklat) 2 pcs");
  });

  test("is chosen with a tap", () => {
    const talk = chat();
    talk.says("brownies coklat 2-3 pcs");
    talk.taps("2 pcs");
    expect(line(talk)).toMatchObject([{ lines: [{ sku: "BRW", quantity: 2000 }] }]);
    expect(talk.text).not.toContain("atau 3 pcs");
  });
});
